/**
 * The kinds of blocking key, as data: each is joined of parts such that two records of one person share it unless those parts were
 * mistyped. A batch follows those its model names (learned: learn-keys.ts), the store keeps those of blocking.ts. A kind has a name
 * for ever: a model names it.
 */
import { doubleMetaphone } from 'double-metaphone';
import { nicknameRootOf } from './nicknames.ts';
import type { PreparedEmailAddress } from './comparisons/email-address.ts';
import type { PreparedName } from './comparisons/name.ts';
import type { PreparedIdentity } from './prepared.ts';
import type { Words } from './words.ts';

/** What keys are made of, computed once per record. */
export interface KeyParts {
  readonly identity: PreparedIdentity;
  /** How the first forename sounds. */
  readonly given: string | undefined;
  /** How the first and last telling words of the surname sound; one where they are one. */
  readonly families: readonly string[];
  /** Forename and surname, in alphabetical order of sound: a crossed name gives the same. */
  readonly both: readonly string[];
  readonly root: string | undefined;
  readonly initials: string | undefined;
  readonly digits: string | undefined;
  readonly postcode: string | undefined;
  readonly house: string | undefined;
  readonly street: string | undefined;
}

const none: readonly string[] = [];

/** The parts of one identity. */
export function keyPartsOf(identity: PreparedIdentity): KeyParts {
  const { name, birthday, place, organisation } = identity;
  const firstName = name?.given?.words[0] ?? name?.family?.words[0] ?? organisation?.names[0]?.words[0];
  const given = firstName === undefined ? undefined : sound(firstName);
  const families = soundsOf(endsOf(name?.family ?? name?.given ?? organisation?.names[0]));
  // Two sounds of the ends are two pairs with the forename's.
  const both = given === undefined ? none : families.map((family) => inOrder(given, family, '.'));
  const street = place?.words.at(-1) === place?.words[0] ? place?.words[0] : place?.words.find((word) => word.length > 3);
  return {
    identity,
    given,
    families,
    both,
    root: firstName === undefined ? undefined : sound(nicknameRootOf(firstName)),
    initials: initialsOf(name?.given ?? name?.family, name?.family ?? name?.given),
    digits: birthday?.digits,
    postcode: place?.postcode,
    house: place === undefined ? undefined : place.numbers.join('.') || place.words[0],
    street: street === undefined ? undefined : sound(street),
  };
}

/** How words sound, each sound once. */
function soundsOf([first, last]: readonly string[]): readonly string[] {
  if (first === undefined) return none;
  const sounds = [sound(first), sound(last ?? first)];
  return sounds[0] === sounds[1] ? sounds.slice(1) : sounds;
}

function inOrder(one: string, other: string, between: string): string {
  return one < other ? one + between + other : other + between + one;
}

function initialsOf(given: Words | undefined, family: Words | undefined): string | undefined {
  return given === undefined ? undefined : inOrder(given.form.charAt(0), family?.form.charAt(0) ?? '', '');
}

/** What keys are joined of: for each part the values that an identity has, none where it is missing. */
const partValues = {
  given: ({ given }) => [given],
  families: ({ families }) => families,
  both: ({ both }) => both,
  root: ({ root }) => [root],
  initials: ({ initials }) => [initials],
  beginnings: ({ identity: { name } }) =>
    name?.given && name.family ? [[name.given.form.slice(0, 3), name.family.form.slice(0, 4)].sort().join('.')] : [],
  'family-start': ({ families }) => families.map((family) => family.slice(0, 2)),
  'family-end': ({ identity: { name } }) => [endOf(name?.family?.form)],
  'given-form': ({ identity }) => [identity.name?.given?.form],
  'family-form': ({ identity }) => [identity.name?.family?.form],
  birthday: ({ digits }) => [digits],
  year: ({ digits }) => [digits?.slice(0, 4)],
  decade: ({ digits }) => [digits?.slice(0, 3)],
  'birth-years': ({ identity }) => birthYearsOf(identity),
  'year-month': ({ digits }) => [digits?.slice(0, 6)],
  'month-day': ({ digits }) => [digits?.slice(4)],
  postcode: ({ postcode }) => [postcode],
  sector: ({ postcode }) => [postcode?.slice(0, -2)],
  district: ({ postcode }) => [postcode?.slice(0, -3)],
  // Either name: which is which is told differently, or one of them is new.
  'either-name': ({ given, families }) => [given, ...families],
  'name-words': ({ identity: { name } }) => (name ? wordsOfName(name).filter(({ length }) => length > 2) : none),
  'word-pairs': ({ identity }) => wordPairsOf(identity),
  house: ({ house }) => [house],
  street: ({ street }) => [street],
  'email-address': ({ identity }) => [identity.emailAddress?.address],
  // Shorter ones (jo, smith) are shared by strangers.
  mailbox: ({ identity: { emailAddress } }) => [
    emailAddress !== undefined && emailAddress.local.length >= 7 ? emailAddress.local : undefined,
  ],
  'telephone-number': ({ identity }) => [identity.telephoneNumber?.digits.slice(-9)],
  category: ({ identity }) => Object.entries(identity.categories).map(([name, value]) => `${name}:${value.form}`),
  categories: ({ identity }) => [
    Object.values(identity.categories)
      .map(({ form }) => form)
      .filter((form) => form.length > 4)
      .join('|'),
  ],
  identifier: ({ identity }) => Object.entries(identity.identifiers).map(([name, value]) => `${name}:${value}`),
  'identifier-start': ({ identity }) =>
    Object.entries(identity.identifiers).map(([name, value]) => `${name}:${value.slice(0, Math.ceil(value.length / 2))}`),
  'organisation-words': ({ identity }) => pairsOf(identity.organisation?.names.flatMap(({ words }) => words) ?? []),
  'organisation-word': ({ identity }) => (identity.organisation?.names ?? []).flatMap(({ words }) => words.map(sound)),
  'organisation-start': ({ identity }) => (identity.organisation?.names ?? []).map(({ form }) => form.slice(0, 8)),
} as const satisfies Readonly<Record<string, (parts: KeyParts) => readonly (string | undefined)[]>>;

export type KeyPart = keyof typeof partValues;

/** The values of one part, each once and none empty. */
export function valuesOfPart(part: KeyPart, parts: KeyParts): readonly string[] {
  const values: readonly (string | undefined)[] = partValues[part](parts);
  const [first] = values;
  if (values.length < 2) return first === undefined || first === '' ? none : [first];
  return [...new Set(values.filter((value): value is string => value !== undefined && value !== ''))];
}

/**
 * Every kind, by its name, as the parts that its keys are joined of: one key for each choice of their values. Most telling parts first;
 * `rare…` kinds are followed only where hardly anybody shares the key.
 */
export const keyKinds: Readonly<Record<string, readonly KeyPart[]>> = {
  'names-year': ['both', 'year'],
  'names-month-day': ['both', 'month-day'],
  'names-decade': ['both', 'root', 'decade'],
  'names-sector': ['both', 'sector'],
  'names-district': ['both', 'district'],
  'names-category': ['both', 'category'],
  'given-category': ['given', 'category'],
  'family-category': ['families', 'category'],
  'initials-category': ['initials', 'category', 'decade'],
  'categories-initials': ['initials', 'categories'],
  beginnings: ['beginnings'],
  'root-family-year': ['root', 'families', 'year'],
  'root-family-sector': ['root', 'families', 'sector'],
  'family-initials': ['families', 'initials'],
  'given-family-start': ['given', 'family-start'],
  'root-family-start': ['root', 'family-start'],
  'given-family-end': ['given', 'family-end'],
  'given-birth-years': ['given', 'birth-years'],
  'birthday-family': ['birthday', 'families'],
  'birthday-given': ['birthday', 'given'],
  'birthday-root': ['birthday', 'root'],
  'birthday-initials': ['birthday', 'initials'],
  'birthday-postcode': ['birthday', 'postcode'],
  'birthday-sector': ['birthday', 'sector'],
  'birthday-category': ['birthday', 'category'],
  'month-day-given-initial': ['month-day', 'given', 'initials', 'district'],
  'year-month-family': ['year-month', 'families', 'initials'],
  'postcode-given': ['postcode', 'given'],
  'postcode-root': ['postcode', 'root'],
  'postcode-family': ['postcode', 'families'],
  'postcode-initials': ['postcode', 'initials'],
  'postcode-house': ['postcode', 'house'],
  postcode: ['postcode'],
  'sector-family': ['sector', 'families'],
  'sector-given': ['sector', 'given'],
  'sector-initials': ['sector', 'initials'],
  'sector-initials-year': ['sector', 'initials', 'year'],
  'sector-root-initials': ['sector', 'root', 'initials'],
  'house-street-family': ['house', 'street', 'families'],
  'house-street-given': ['house', 'street', 'given'],
  'house-street-name': ['house', 'street', 'either-name'],
  'house-street-initials': ['house', 'street', 'initials'],
  'email-address': ['email-address'],
  mailbox: ['mailbox'],
  'telephone-number': ['telephone-number'],
  'telephone-number-given': ['telephone-number', 'given'],
  identifier: ['identifier'],
  'identifier-start': ['identifier-start', 'initials'],
  'organisation-words': ['organisation-words'],
  'organisation-start': ['organisation-start'],
  'rare-names': ['both'],
  'rare-word': ['name-words'],
  'rare-word-pairs': ['word-pairs'],
  'rare-family': ['families'],
  'rare-family-exact': ['family-form'],
  'rare-given': ['given-form'],
  'rare-birthday': ['birthday'],
  'rare-postcode': ['postcode'],
  'rare-house-name': ['house', 'either-name'],
  'rare-house-street': ['house', 'street'],
  'rare-organisation-word': ['organisation-word'],
};

/** What a look-up follows where its model names nothing: few kinds, of which each leaves out what another has. */
export const usualLookUpKeys = {
  person: [
    'birthday-initials',
    'birthday-root',
    'birthday-postcode',
    'house-street-initials',
    'postcode-root',
    'postcode-family',
    'rare-names',
    'email-address',
    'telephone-number',
    'identifier',
  ],
  organisation: ['organisation-words', 'organisation-start', 'postcode-house', 'email-address', 'telephone-number', 'identifier'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The part of a file's cap that the blocks of a kind may have. */
export function capOf(kind: string, cap: number): number {
  return kind.startsWith('rare-') ? Math.max(2, Math.round(cap / 3)) : cap;
}

function pairsOf(words: readonly string[]): string[] {
  const sorted = [...new Set(words)].sort().slice(0, 6);
  return sorted.flatMap((word, index) => sorted.slice(index + 1).map((other) => `${sound(word)}:${sound(other)}`));
}

/** How the end of a longer name sounds: what a slip at its beginning leaves. */
function endOf(form = ''): string | undefined {
  return form.length > 5 ? sound(form.slice(-5)) : undefined;
}

/** The last two digits of a year of birth, and what may be those in a mailbox: `ada84`, `ada.example1984`. */
function birthYearsOf({ birthday, emailAddress }: PreparedIdentity): readonly (string | undefined)[] {
  return [birthday?.digits.slice(2, 4), emailAddress && /\d\d$/u.exec(emailAddress.local)?.[0]];
}

function wordsOfName({ given, family, middle }: PreparedName): readonly string[] {
  return [...(given?.words ?? none), ...(family?.words ?? none), ...middle];
}

/** Of a name of more words than this, one written into a cell with much else, no more are joined. */
const mostWords = 4;

/**
 * Any two words of a person's name, and the two that a mailbox is made of: a middle name used as a forename, an earlier surname, one of two
 * surnames left out.
 */
function wordPairsOf({ name, emailAddress }: PreparedIdentity): readonly string[] {
  if (name === undefined) return none;
  const words = wordsOfName(name).filter(({ length }) => length > 1);
  return [
    ...pairsOfSounds(words.slice(0, mostWords)),
    ...pairsOfSounds(emailAddress ? wordsOfMailbox(emailAddress, words) : none),
  ];
}

function pairsOfSounds(words: readonly string[]): string[] {
  const sounds = words.map(sound);
  return sounds.flatMap((one, index) => sounds.slice(index + 1).map((other) => inOrder(one, other, '.')));
}

/** `ada.example84` says two, and so does `adaexample` of somebody whose name has one of them. */
function wordsOfMailbox({ local, letters }: PreparedEmailAddress, names: readonly string[]): readonly string[] {
  const words = local.split(/[^\p{L}]+/u).filter(({ length }) => length > 1);
  if (words.length > 1) return words.slice(0, 3);
  const own = names.find((name) => name.length > 2 && name.length + 1 < letters.length && isAtEnd(letters, name));
  if (own === undefined) return none;
  return [own, letters.startsWith(own) ? letters.slice(own.length) : letters.slice(0, -own.length)];
}

function isAtEnd(text: string, part: string): boolean {
  return text.startsWith(part) || text.endsWith(part);
}

/** Words too common in surnames to be one. */
const particles = new Set('de da do dos la le el al bin ibn ben van von der den di du of st mac mc ap'.split(' '));

/** The first and the last word of a surname, particles left out where anything else is left; one where it is all. */
function endsOf(family: Words | undefined): readonly string[] {
  if (family === undefined || family.words.length < 2) return family?.words ?? none;
  const telling = family.words.filter((word) => !particles.has(word));
  const words = telling.length > 0 ? telling : family.words;
  return [words[0], words.at(-1)].filter((word) => word !== undefined);
}

const knownSounds = new Map<string, string>();

/** The phonetic code of a folded word; the word itself where the code is empty or too short to tell anything (Lee, Wu, 李). */
export function sound(word: string): string {
  const known = knownSounds.get(word);
  if (known !== undefined) return known;
  const [code] = doubleMetaphone(word.slice(0, 64));
  const value = code.length > 1 ? code : word;
  // Bounded: a server that runs for months must not remember every name it ever saw.
  if (knownSounds.size >= 150_000) knownSounds.clear();
  knownSounds.set(word, value);
  return value;
}
