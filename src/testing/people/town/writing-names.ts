/**
 * How a name gets into a system: which of the names, in which order, with which marks; nicknames, initials, spellings, titles. One name
 * of one person may be written in dozens of ways, all of them right.
 */
import { originNamed } from './naming.ts';
import { shortForms, spellings } from '../origins/western.ts';
import type { Random } from '../random.ts';
import type { Habits } from './habits.ts';
import { thisYear, type Townsperson } from './townspeople.ts';

/** A name by its parts, as one system has it. */
export interface WrittenName {
  readonly given: string;
  readonly middle?: string;
  readonly family: string;
  readonly suffix?: string;
  readonly title?: string;
}

interface Parts {
  given: string;
  middle: string;
  family: string;
}

const spellingsOf = groupsByWord(spellings);
const shortFormsOf = groupsByWord(shortForms);

/** The name as the system with these habits would write it. `isFormer`: by the surname that they had. */
export function writeName(
  person: Townsperson,
  { habits, isFormer }: { habits: Habits; isFormer: boolean },
  random: Random,
): WrittenName {
  const { names } = person;
  const family = isFormer ? (person.previousFamily ?? names.family) : names.family;
  const parts: Parts = { given: drawGiven(person, habits, random), middle: '', family: family ?? '' };
  addMiddle(parts, { person, habits }, random);
  if (habits.spelling >= 0.05) arrange(parts, person, random);
  if (parts.given.length > 2 && random.chance(habits.initial) && names.family !== undefined)
    parts.given = parts.given.slice(0, 1);
  for (const part of ['given', 'family'] as const) if (random.chance(habits.spelling)) parts[part] = respell(parts[part], random);
  if (random.chance(habits.crossed)) [parts.given, parts.family] = [parts.family, parts.given];
  if (!random.chance(habits.marks))
    for (const part of ['given', 'middle', 'family'] as const) parts[part] = withoutMarks(parts[part]);
  const title = random.chance(habits.title) ? titleOf(person, random) : undefined;
  const suffix = person.suffix !== undefined && random.chance(0.7) ? person.suffix : undefined;
  return {
    given: parts.given,
    family: parts.family,
    ...(parts.middle !== '' && { middle: parts.middle }),
    ...(suffix && { suffix }),
    ...(title && { title }),
  };
}

function drawGiven({ names, usesSecondForename }: Townsperson, { nickname, spelling }: Habits, random: Random): string {
  const given = usesSecondForename && names.middle !== undefined && random.chance(0.6) ? names.middle : names.given;
  if (names.western !== undefined && spelling >= 0.05 && random.chance(0.35)) return names.western;
  if (!random.chance(nickname)) return given;
  const others = shortFormsOf.get(given) ?? [];
  return others.length < 2 ? given : random.pick(others.filter((name) => name !== given));
}

/** A second forename is left out more often than not. */
function addMiddle(parts: Parts, { person, habits }: { person: Townsperson; habits: Habits }, random: Random): void {
  const { names, usesSecondForename } = person;
  const { middle, middleInitial } = habits;
  const hasWestern = parts.given === names.western;
  const other = hasWestern ? names.given : parts.given === names.middle ? names.given : names.middle;
  if (other === undefined || (usesSecondForename && other === names.given && random.chance(0.5))) return;
  const kind = random.next();
  if (kind < middle + (hasWestern ? 0.3 : 0)) parts.middle = other;
  else if (kind < middle + middleInitial) parts.middle = other.slice(0, 1);
}

/** What the customs of names, and clerks who know others, make of them. */
function arrange(parts: Parts, person: Townsperson, random: Random): void {
  const { structure } = originNamed(person.origin);
  const kind = random.next();
  if (structure === 'two-surnames' || structure === 'mother-first') arrangeTwoSurnames(parts, structure, random);
  else if (structure === 'syllables') arrangeSyllables(parts, kind, random);
  else if (structure === 'vietnamese') arrangeVietnamese(parts, person, kind);
  else if (structure === 'sikh') arrangeSikh(parts, person, kind);
  else if (structure === 'begum' && kind < 0.15) arrangeBegum(parts, person, random);
  else if (structure === 'father' || structure === 'initial') arrangeFathers(parts, person, kind);
  else if (structure === 'one-name') arrangeOneName(parts, kind);
  if (/^(?:al|el|abu|ben|de|di|da|dos|della|del) /iu.test(parts.family)) arrangeParticle(parts, random);
  const feminine = originNamed(person.origin).feminine?.find(
    ([, female]) => person.sex === 'female' && parts.family.endsWith(female),
  );
  if (feminine && random.chance(0.12)) parts.family = parts.family.slice(0, -feminine[1].length) + feminine[0];
}

function arrangeTwoSurnames(parts: Parts, structure: 'two-surnames' | 'mother-first', random: Random): void {
  const words = parts.family.split(' ');
  if (words.length < 2) return;
  const [first = '', last = ''] = [words.slice(0, -1).join(' '), words.at(-1)];
  const [usual, other] = structure === 'two-surnames' ? [first, last] : [last, first];
  const kind = random.next();
  if (kind < 0.38) parts.family = usual;
  else if (kind < 0.43) parts.family = other;
  else if (kind < 0.5) parts.family = `${first}-${last}`;
  else if (kind < 0.56) [parts.middle, parts.family] = [first, last];
}

function arrangeSyllables(parts: Parts, kind: number, random: Random): void {
  const [first = '', second] = parts.given.split(' ');
  if (second !== undefined) {
    const form = random.next();
    if (form < 0.3) parts.given = `${first}-${second}`;
    else if (form < 0.5) parts.given = first + second.toLowerCase();
    else if (form < 0.65) [parts.given, parts.middle] = [first, second];
  }
  if (kind < 0.14) [parts.given, parts.family] = [parts.family, parts.given];
  else if (kind < 0.18) [parts.given, parts.middle, parts.family] = [parts.family, '', parts.given];
}

function arrangeVietnamese(parts: Parts, { names }: Townsperson, kind: number): void {
  const middle = names.middle ?? '';
  if (kind < 0.3) parts.given = `${middle} ${parts.given}`.trim();
  else if (kind < 0.5) parts.middle = middle;
  else if (kind < 0.65) [parts.given, parts.family] = [parts.family, parts.given];
  else if (kind < 0.75) [parts.given, parts.middle, parts.family] = [parts.family, middle, parts.given];
}

function arrangeSikh(parts: Parts, { names }: Townsperson, kind: number): void {
  const community = names.middle ?? 'Singh';
  if (parts.family === community) parts.middle = '';
  else if (kind < 0.22) [parts.middle, parts.family] = ['', community];
  else if (kind < 0.5) parts.middle = community;
  else if (kind < 0.6) parts.family = `${community} ${parts.family}`;
  else parts.middle = '';
}

function arrangeBegum(parts: Parts, { sex, names }: Townsperson, random: Random): void {
  if (sex === 'female') parts.family = random.pick(['Begum', 'Bibi', 'Khatun', parts.family]);
  else if (names.middle !== undefined) [parts.given, parts.middle] = [`${parts.given} ${names.middle}`, ''];
}

function arrangeFathers(parts: Parts, { origin, names }: Townsperson, kind: number): void {
  const isTamil = origin === 'tamil';
  if (isTamil && kind < 0.25) [parts.given, parts.family] = [parts.family.slice(0, 1), parts.given];
  else if (isTamil && kind < 0.4) [parts.given, parts.family] = [parts.family, parts.given];
  else if (isTamil && kind < 0.5) parts.family = parts.family.slice(0, 1);
  else if (!isTamil && kind < 0.25) parts.middle = names.middle ?? '';
  else if (!isTamil && kind < 0.45) [parts.middle, parts.family] = ['', names.middle ?? parts.family];
  else if (!isTamil && kind < 0.55) parts.family = `${names.middle ?? ''} ${parts.family}`.trim();
}

function arrangeOneName(parts: Parts, kind: number): void {
  const own = parts.given;
  if (kind < 0.25) [parts.given, parts.family] = ['', own];
  else if (kind < 0.45) parts.family = own;
  else if (kind < 0.52) [parts.given, parts.family] = ['FNU', own];
  else if (kind < 0.58) parts.family = '.';
  else if (kind < 0.62) parts.family = 'Unknown';
}

function arrangeParticle(parts: Parts, random: Random): void {
  const kind = random.next();
  const [particle = '', ...rest] = parts.family.split(' ');
  if (kind < 0.25) parts.family = `${particle}-${rest.join(' ')}`;
  else if (kind < 0.4) parts.family = particle + rest.join(' ').toLowerCase();
  else if (kind < 0.6) parts.family = rest.join(' ');
}

function respell(name: string, random: Random): string {
  const others = spellingsOf.get(name);
  if (others) return random.pick(others);
  const words = name.split(' ');
  const known = words.findIndex((word) => spellingsOf.has(word));
  if (known >= 0) return words.with(known, random.pick(spellingsOf.get(words[known] ?? '') ?? words)).join(' ');
  return name;
}

/** What software that knows 26 letters makes of a name. Turkish ı, Polish ł and Scandinavian letters do not come apart by themselves. */
export function withoutMarks(text: string): string {
  if (!/[^\0-\x7f]/u.test(text)) return text;
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(
    /[ıłŁđĐøØß]/gu,
    (letter) => ({ ı: 'i', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ø: 'o', Ø: 'O', ß: 'ss' })[letter] ?? letter,
  );
}

function titleOf({ sex, year }: Townsperson, random: Random): string {
  if (random.chance(0.04)) return 'Dr';
  if (thisYear - year < 16) return sex === 'male' ? 'Master' : 'Miss';
  return sex === 'male' ? 'Mr' : random.pick(['Mrs', 'Ms', 'Miss', 'Mrs']);
}

function groupsByWord(groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const byWord = new Map<string, string[]>();
  for (const group of groups) for (const word of group) byWord.set(word, [...(byWord.get(word) ?? []), ...group]);
  return byWord;
}
