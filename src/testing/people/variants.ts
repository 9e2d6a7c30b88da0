/**
 * The same person otherwise typed, and other people who are easily taken for them: what a matcher must tell apart. Each draws from
 * the generator given, so that a test can be repeated.
 */
import type { Entries } from '../../standard/identity.ts';
import { isNickname, nicknamesOf } from '../../matching/nicknames.ts';
import { alignmentDistance } from '../../matching/string-distance.ts';
import { foldText } from '../../standard/fold.ts';
import { type Dwelling, formatDwelling } from './dwellings.ts';
import { createContactBook } from './contacts.ts';
import { drawBirthday, newestBirthYear } from './households.ts';
import { drawForename, origins, type Sex } from './name-lists.ts';
import { createPerson, detailsOf, type Person, type PersonDetails } from './person.ts';
import type { Random } from './random.ts';

/** The same person, one slip of the finger in the surname (in the only name, where there is one). */
export function withSurnameTypo(person: Person, random: Random): Person {
  const key = person.family === undefined ? 'name.given' : 'name.family';
  return withEntries(person, { [key]: withTypo(person.entries[key] ?? '', random) });
}

/** Whether {@link withNickname} has another everyday name for them. */
export function hasNickname(person: Person): boolean {
  return nicknamesOf(foldText(person.given)).length > 0;
}

/** The same person by another everyday name: Bill for William. Throws a `RangeError` for a name without any: ask {@link hasNickname}. */
export function withNickname(person: Person, random: Random): Person {
  const name = random.pick(nicknamesOf(foldText(person.given)));
  return withEntries(person, { 'name.given': name.charAt(0).toUpperCase() + name.slice(1) });
}

/** The same person, same place, written in another way: flat after the street, `Rd`, no comma, capitals, postcode unspaced. */
export function withAddressRespelled(person: Person, random: Random): Person {
  const { dwelling } = person;
  const lines = random.pick(respellings(dwelling));
  const isCapital = random.chance(0.25);
  const inCase = (text: string): string => (isCapital ? text.toUpperCase() : text);
  const [line1 = '', line2] = lines;
  return withEntries(person, {
    'postalAddress.line1': inCase(line1),
    ...(line2 === undefined ? {} : { 'postalAddress.line2': inCase(line2) }),
    'postalAddress.town': inCase(dwelling.town),
    'postalAddress.postcode': random.pick([
      dwelling.postcode,
      dwelling.postcode.replace(' ', ''),
      dwelling.postcode.toLowerCase(),
      dwelling.postcode.toLowerCase().replace(' ', ''),
    ]),
  });
}

/** Another person: same surname, birthday and home, another forename. A landline is shared, a mailbox in one of four cases, a mobile never. */
export function twinOf(person: Person, random: Random): Person {
  const sex: Sex = random.chance(0.66) ? person.sex : person.sex === 'female' ? 'male' : 'female';
  const given = drawOtherForename(person, { sex, year: person.dateOfBirth.year }, random);
  return createPerson({ ...shared(person, { kind: 'twin', given }, random), sex, given, dateOfBirth: person.dateOfBirth });
}

/** Another person: same full name, sex and home, born a generation later; a generation earlier where later would be the future. */
export function sonOf(person: Person, random: Random): Person {
  const gap = random.integer(19, 38);
  const { year, month, day } = person.dateOfBirth;
  const isFuture = year + gap > newestBirthYear;
  const birthday = drawBirthday(isFuture ? Math.max(1920, year - gap) : year + gap, random);
  const dateOfBirth = birthday.month === month && birthday.day === day ? { ...birthday, day: (day % 28) + 1 } : birthday;
  const { given, sex } = person;
  return createPerson({ ...shared(person, { kind: 'son', given }, random), sex, given, dateOfBirth });
}

/** Another person: same surname and home, neither the forename nor the birthday. */
export function flatmateOf(person: Person, random: Random): Person {
  const sex: Sex = random.chance(0.5) ? 'female' : 'male';
  const { year } = person.dateOfBirth;
  const birthday = drawBirthday(Math.min(newestBirthYear, year + random.integer(-8, 8)), random);
  const isSame = birthday.year === year && birthday.month === person.dateOfBirth.month;
  const given = drawOtherForename(person, { sex, year }, random);
  return createPerson({
    ...shared(person, { kind: 'flatmate', given }, random),
    sex,
    given,
    dateOfBirth: isSame ? { ...birthday, month: (birthday.month % 12) + 1, day: Math.min(birthday.day, 28) } : birthday,
  });
}

/** The same person, with neither e-mail address nor telephone number. */
export function withoutContacts(person: Person): Person {
  const { emailAddress: _email, telephoneNumber: _telephone, ...details } = detailsOf(person);
  const { emailAddress: _address, telephoneNumber: _number, ...entries } = person.entries;
  return { ...details, entries };
}

/** One edit, as fingers make them: two letters swapped, one left out, doubled, or its neighbour's key. Never the same text again. */
export function withTypo(text: string, random: Random): string {
  const letters = [...text];
  for (;;) {
    // The first letter is the one people get right.
    const at = random.chance(0.06) ? 0 : random.integer(Math.min(1, letters.length - 1), letters.length - 1);
    const edited = edit(letters, at, random).join('');
    if (foldText(edited) !== foldText(text) && /\p{L}.*\p{L}/u.test(edited)) return edited;
  }
}

function edit(letters: readonly string[], at: number, random: Random): string[] {
  const copy = [...letters];
  const letter = copy[at] ?? '';
  const kind = letters.length < 4 ? 2 : random.integer(0, 3);
  if (kind === 0 && at + 1 < copy.length) copy.splice(at, 2, (copy[at + 1] ?? '').toLowerCase(), letter.toLowerCase());
  else if (kind === 1) copy.splice(at, 1);
  else if (kind === 2) copy.splice(at, 0, at === 0 ? letter : letter.toLowerCase());
  else copy.splice(at, 1, random.pick([...(neighbours[letter.toLowerCase()] ?? 'e')]));
  const [first = ''] = copy;
  return [first.toUpperCase(), ...copy.slice(1)];
}

/** Neighbouring keys on a British keyboard. */
const neighbours: Readonly<Record<string, string>> = {
  a: 'qsz', b: 'vgn', c: 'xdv', d: 'sfe', e: 'wrd', f: 'dgr', g: 'fht', h: 'gjy', i: 'uok', j: 'hku', k: 'jli', l: 'kop', m: 'njk',
  n: 'bmh', o: 'ipl', p: 'ol', q: 'wa', r: 'etf', s: 'adw', t: 'ryg', u: 'yij', v: 'cbf', w: 'qes', x: 'zcs', y: 'tuh', z: 'xas',
}; // prettier-ignore

const abbreviations: Readonly<Record<string, string>> = {
  Road: 'Rd', Street: 'St', Avenue: 'Ave', Close: 'Cl', Lane: 'Ln', Drive: 'Dr', Gardens: 'Gdns', Crescent: 'Cres', Court: 'Ct', Terrace: 'Ter',
}; // prettier-ignore

function respellings(dwelling: Dwelling): (readonly [string, string?])[] {
  const { unit, number, street, streetKind } = dwelling;
  const short = `${number} ${street} ${abbreviations[streetKind] ?? streetKind}`;
  const long = `${number} ${street} ${streetKind}`;
  const spellings: (readonly [string, string?])[] =
    unit === undefined
      ? [
          [short],
          [`${number}, ${street} ${streetKind}`],
          [short.toLowerCase()],
          [`${short}.`],
          [`No ${short}`],
          [long.toUpperCase()],
        ]
      : [
          [`${long}, ${unit}`],
          [`${short}, ${unit}`],
          [short, unit],
          [unit, short],
          [`${unit} ${short}`],
          [`${unit.replace('Flat', 'Apartment')}, ${long}`],
        ];
  return spellings.filter(([line1]) => line1 !== formatDwelling(dwelling));
}

function withEntries(person: Person, entries: Entries): Person {
  return { ...person, entries: { ...person.entries, ...entries } };
}

/** A forename that nobody would take for the person's own. */
function drawOtherForename(person: Person, about: { sex: Sex; year: number }, random: Random): string {
  const origin = origins.find(({ name }) => name === person.origin) ?? random.pick(origins);
  for (;;) {
    const given = drawForename(origin, about, random);
    const [own, other] = [foldText(person.given), foldText(given)];
    if (!isNickname(own, other) && alignmentDistance(own, other, 2) > 2) return given;
  }
}

type SharedDetails = Omit<PersonDetails, 'sex' | 'given' | 'middle' | 'dateOfBirth'>;

/** What somebody of the same household and surname has in common. */
function shared(person: Person, { kind, given }: { kind: string; given: string }, random: Random): SharedDetails {
  const { householdId, origin, family, dwelling, telephoneNumber, emailAddress } = person;
  const mailbox = emailAddress !== undefined && random.chance(0.25) ? emailAddress : undefined;
  const own = random.chance(0.5)
    ? createContactBook(random).emailAddress(family === undefined ? { given } : { given, family })
    : undefined;
  const address = mailbox ?? own;
  return {
    personId: `${person.personId}-${kind}`,
    householdId,
    origin,
    dwelling,
    ...(family === undefined ? {} : { family }),
    ...(address === undefined ? {} : { emailAddress: address }),
    ...(telephoneNumber === undefined || telephoneNumber.startsWith('07') ? {} : { telephoneNumber }),
  };
}
