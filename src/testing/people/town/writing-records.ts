/** What a source system holds about somebody: the columns of one row, by the system's habits. The mistakes are here, the truth is not. */
import type { Random } from '../random.ts';
import type { Habits } from './habits.ts';
import type { Home } from './homes.ts';
import type { Organisation } from './organisations.ts';
import type { Setting } from './setting.ts';
import { spoil, withWrongDigit } from './spoiling.ts';
import { thisYear, type Townspart, type Townsperson } from './townspeople.ts';
import { writeName, type WrittenName } from './writing-names.ts';

/** A column, as the standard names its field. */
export type Column =
  | 'name.full'
  | 'name.given'
  | 'name.middle'
  | 'name.family'
  | 'name.suffix'
  | 'dateOfBirth'
  | 'postalAddress'
  | 'postalAddress.line1'
  | 'postalAddress.line2'
  | 'postalAddress.town'
  | 'postalAddress.postcode'
  | 'emailAddress'
  | 'telephoneNumber'
  | 'identifier.driverLicense'
  | 'identifier.federalEmployerIdentificationNumber';

export type Fields = Partial<Record<Column, string>>;

/** Whether a system would know of somebody. */
export function wantsRecordOf({ keeps, ages }: Habits, person: Townspart): boolean {
  if (person.kind === 'organisation') return keeps !== 'people';
  const age = thisYear - person.year;
  return keeps !== 'organisations' && age >= ages[0] && age <= ages[1];
}

/** The columns of one row that are not empty. */
export function writeRecord(
  person: Townspart,
  { habits, setting }: { habits: Habits; setting: Setting },
  random: Random,
): Fields {
  const written =
    person.kind === 'organisation'
      ? writeOrganisation(person, { habits, setting }, random)
      : writePerson(person, { habits, setting }, random);
  // Copied rather than deleted from: an object that loses keys is slow and large ever after.
  const fields: Fields = {};
  let column: keyof Fields;
  for (column in written) {
    const text = written[column];
    if (text !== undefined && text !== '') fields[column] = text;
  }
  return fields;
}

function writePerson(person: Townsperson, { habits, setting }: { habits: Habits; setting: Setting }, random: Random): Fields {
  const isFormer = random.chance(habits.outOfDate);
  const name = writeName(person, { habits, isFormer }, random);
  const mailbox = isFormer && person.previousMailbox !== undefined ? person.previousMailbox : person.mailbox;
  const mobile = isFormer && person.previousMobile !== undefined ? person.previousMobile : person.mobile;
  const telephone =
    person.landline !== undefined && (mobile === undefined || random.chance(habits.landline)) ? person.landline : mobile;
  return {
    ...layOutName(name, habits, random),
    dateOfBirth: random.chance(habits.birthday) ? writeBirthday(person, habits, random) : '',
    ...writePlace(isFormer ? (person.previousHome ?? person.home) : person.home, { habits, setting }, random),
    emailAddress: mailbox !== undefined && random.chance(habits.mailbox) ? writeMailbox(mailbox, habits, random) : '',
    telephoneNumber:
      telephone !== undefined && random.chance(habits.telephone) ? writeTelephone(telephone, { habits, setting }, random) : '',
    ...(setting === 'florida' && habits.name === 'voters' ? { 'identifier.driverLicense': licenceOf(person) } : {}),
  };
}

function writeOrganisation(
  organisation: Organisation,
  { habits, setting }: { habits: Habits; setting: Setting },
  random: Random,
): Fields {
  const { legalName, tradingName, homes, mailbox, landline, federalNumber } = organisation;
  const name =
    tradingName !== undefined && random.chance(0.3)
      ? random.chance(0.3)
        ? `${legalName} t/a ${tradingName}`
        : tradingName
      : withForm(legalName, random);
  const written = spoil(name, habits, random);
  const home = random.chance(0.75) ? homes[0] : random.pick(homes);
  return {
    ...(habits.names === 'parts' ? { 'name.family': written } : { 'name.full': written }),
    ...(home && writePlace(home, { habits, setting }, random)),
    emailAddress: mailbox !== undefined && random.chance(habits.mailbox) ? mailbox : '',
    telephoneNumber: landline !== undefined && random.chance(0.65) ? writeTelephone(landline, { habits, setting }, random) : '',
    ...(federalNumber !== undefined && random.chance(0.45)
      ? { 'identifier.federalEmployerIdentificationNumber': federalNumber }
      : {}),
  };
}

/** The legal form in full, in short or not at all; `and` for `&`. */
function withForm(name: string, random: Random): string {
  const kind = random.next();
  const form = / (?:Ltd|Limited|LLC|Inc|Corp|plc|LLP|CIC)$/u;
  const joined = random.chance(0.3) ? name.replace(' & ', ' and ') : name;
  if (kind < 0.25)
    return joined
      .replace(/ (?:Ltd|Limited)$/u, ' Limited')
      .replace(/ Inc$/u, ' Incorporated')
      .replace(/ Corp$/u, ' Corporation');
  if (kind < 0.4) return joined.replace(form, '');
  if (kind < 0.5) return joined.replace(/ Limited$/u, ' Ltd').replace(form, '$&.');
  return joined;
}

function layOutName(
  { given, middle = '', family, suffix = '', title = '' }: WrittenName,
  habits: Habits,
  random: Random,
): Fields {
  const [forename, second, surname] = [
    spoil(given, habits, random),
    spoil(middle, { ...habits, typo: 0 }, random),
    spoil(family, habits, random),
  ];
  const join = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ');
  if (habits.names === 'full')
    return { 'name.full': spoil(join(title, forename, second, surname, suffix), { ...habits, typo: 0 }, random) };
  if (habits.names === 'family-first')
    return {
      'name.full':
        surname === '' ? forename : `${surname}, ${join(forename, second)}${suffix === '' ? '' : ` ${suffix.toUpperCase()}`}`,
    };
  return { 'name.given': join(title, forename), 'name.middle': second, 'name.family': surname, 'name.suffix': suffix };
}

function writeBirthday(person: Townsperson, habits: Habits, random: Random): string {
  let { year, month, day } = person;
  const kind = random.next();
  if (kind < habits.yearOnly) return random.chance(0.5) ? String(year) : formatDate({ year, month: 1, day: 1 }, habits);
  if (kind < habits.yearOnly + habits.placeholder)
    return formatDate({ year: random.chance(0.8) ? 1900 : 1970, month: 1, day: 1 }, habits);
  if (random.chance(habits.slip)) {
    const slip = random.next();
    if (slip < 0.3 && day <= 12) [month, day] = [day, month];
    else if (slip < 0.6) day = day < 28 ? day + 1 : day - 1;
    else if (slip < 0.75) month = month < 12 ? month + 1 : 11;
    else year += random.pick([-10, -1, 1]);
  }
  return formatDate({ year, month, day }, habits);
}

function formatDate({ year, month, day }: { year: number; month: number; day: number }, { dates }: Habits): string {
  const [m, d] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  if (dates === 'iso') return `${year}-${m}-${d}`;
  return dates === 'digits' ? `${year}${m}${d}` : dates === 'british' ? `${d}/${m}/${year}` : `${m}/${d}/${year}`;
}

const shortKinds: Readonly<Record<string, string>> = {
  Road: 'Rd', Street: 'St', Avenue: 'Ave', Close: 'Cl', Lane: 'Ln', Drive: 'Dr', Gardens: 'Gdns', Crescent: 'Cres', Court: 'Ct', Terrace: 'Ter',
  Boulevard: 'Blvd', Circle: 'Cir', Place: 'Pl', Trail: 'Trl',
}; // prettier-ignore

function writePlace(home: Home, { habits, setting }: { habits: Habits; setting: Setting }, random: Random): Fields {
  if (!random.chance(habits.place)) return {};
  const isRespelled = random.chance(habits.respelled);
  const kind =
    isRespelled || (setting === 'florida' && random.chance(0.5))
      ? (shortKinds[home.streetKind] ?? home.streetKind)
      : home.streetKind;
  const street = `${home.number} ${home.street} ${isRespelled && random.chance(0.15) ? '' : kind}`.trim();
  const postcode = random.chance(habits.postcode) ? writePostcode(home.postcode, { isRespelled, setting }, random) : '';
  if (setting === 'florida') return writeAmericanPlace(home, { street, postcode, habits }, random);
  const line = spoil(writeLine(home, { street, isRespelled }, random), lineHabits(habits), random);
  const town = setting === 'hard' && random.chance(0.3) ? `, ${home.town}` : '';
  return { postalAddress: habits.longest === undefined ? line + town : line, 'postalAddress.postcode': postcode };
}

/** Fewer slips: half of a line is a number. */
function lineHabits(habits: Habits): Habits {
  return { ...habits, typo: habits.typo * 0.8 };
}

function writeLine(
  { unit, building }: Home,
  { street, isRespelled }: { street: string; isRespelled: boolean },
  random: Random,
): string {
  if (building !== undefined) return random.chance(0.7) ? `${building}, ${street}` : random.chance(0.5) ? building : street;
  if (unit === undefined) return isRespelled ? random.pick([street, street.replace(' ', ', '), `${street}.`]) : street;
  const number = unit.replace(/\D/gu, '');
  const [house = '', ...rest] = street.split(' ');
  if (!isRespelled) return `${unit}, ${street}`;
  return random.pick([
    `${street}, ${unit}`,
    `${unit} ${street}`,
    `${number}/${street}`,
    `Flat ${number}, ${street}`,
    `Apt ${number} ${street}`,
    `${house}-${number} ${rest.join(' ')}`,
    street,
  ]);
}

function writeAmericanPlace(
  { unit, building, town }: Home,
  { street, postcode, habits }: { street: string; postcode: string; habits: Habits },
  random: Random,
): Fields {
  const number = unit?.replace(/\D/gu, '');
  const second =
    number === undefined ? (building ?? '') : `${random.pick(['Apt', 'Unit', '#', 'Apt'])} ${number}`.replace('# ', '#');
  const line1 = spoil(street, lineHabits(habits), random);
  const isOneLine = second !== '' && random.chance(0.4);
  return {
    'postalAddress.line1': isOneLine ? `${line1} ${second}` : line1,
    'postalAddress.line2': isOneLine || random.chance(0.1) ? '' : second,
    'postalAddress.town': spoil(town, { ...habits, typo: 0.02 }, random),
    'postalAddress.postcode': postcode,
  };
}

function writePostcode(
  postcode: string,
  { isRespelled, setting }: { isRespelled: boolean; setting: Setting },
  random: Random,
): string {
  if (random.chance(0.012))
    return setting === 'florida' ? withWrongDigit(postcode, random) : postcode.slice(0, -1) + random.pick([...'ABDEFGHJ']);
  if (setting === 'florida') return random.chance(0.15) ? `${postcode}-${random.integer(1000, 9999)}` : postcode;
  return isRespelled ? random.pick([postcode, postcode.replace(' ', ''), postcode.toLowerCase()]) : postcode;
}

function writeMailbox(mailbox: string, habits: Habits, random: Random): string {
  const [local = '', domain = ''] = mailbox.split('@');
  const letters = habits.letters === 'upper' && random.chance(0.3) ? mailbox.toUpperCase() : mailbox;
  if (!random.chance(habits.typo * 0.4) || local.length < 4) return letters;
  return random.chance(0.8)
    ? `${spoil(local, { ...habits, typo: 1, longest: 99, letters: 'lower' }, random)}@${domain}`
    : `${local}@${domain.replace('.example', '')}`;
}

function writeTelephone(digits: string, { habits, setting }: { habits: Habits; setting: Setting }, random: Random): string {
  const number = random.chance(habits.typo * 0.5) ? withWrongDigit(digits, random) : digits;
  const kind = random.next();
  if (setting === 'florida') {
    const [area, exchange, line] = [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
    return kind < 0.4
      ? `${area}-${exchange}-${line}`
      : kind < 0.7
        ? `(${area}) ${exchange}-${line}`
        : kind < 0.9
          ? number
          : `+1 ${area} ${exchange} ${line}`;
  }
  return kind < 0.6
    ? number
    : kind < 0.85
      ? `${number.slice(0, 5)} ${number.slice(5)}`
      : `+44 ${number.slice(1, 5)} ${number.slice(5)}`;
}

/** A letter and twelve digits that belong to one person: the form of a Florida licence, not its code. */
function licenceOf({ id, names, year, month, day }: Townsperson): string {
  const letter = (names.family ?? names.given).normalize('NFD').charAt(0).toUpperCase();
  const number = Number(id.slice(1));
  return `${letter}${String(100 + ((number * 7) % 900))}${String(number % 1000).padStart(3, '0')}${String(year).slice(2)}${String(month * 31 + day).padStart(3, '0')}${Math.floor(number / 1000) % 10}`;
}
