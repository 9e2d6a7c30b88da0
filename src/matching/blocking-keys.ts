/**
 * The kinds of blocking key: each gives short texts such that two records of one person share them unless the key's own fields were
 * mistyped. A batch follows those its model names (learned: learn-keys.ts), the store keeps those of blocking.ts. A kind has a name
 * for ever: a model names it.
 */
import { doubleMetaphone } from 'double-metaphone';
import { nicknameRootOf } from './nicknames.ts';
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

export type KeyKind = (parts: KeyParts) => readonly (string | undefined)[];

/** The parts of one identity. */
export function keyPartsOf(identity: PreparedIdentity): KeyParts {
  const { name, birthday, place, organisation } = identity;
  const firstName = name?.given?.words[0] ?? name?.family?.words[0] ?? organisation?.names[0]?.words[0];
  const given = firstName === undefined ? undefined : sound(firstName);
  const families = [...new Set(endsOf(name?.family ?? name?.given ?? organisation?.names[0]).map(sound))];
  const both = given === undefined ? [] : families.map((family) => [given, family].sort().join('.'));
  const street = place?.words.at(-1) === place?.words[0] ? place?.words[0] : place?.words.find((word) => word.length > 3);
  return {
    identity,
    given,
    families,
    both: [...new Set(both)],
    root: firstName === undefined ? undefined : sound(nicknameRootOf(firstName)),
    initials: initialsOf(name?.given ?? name?.family, name?.family ?? name?.given),
    digits: birthday?.digits,
    postcode: place?.postcode,
    house: place === undefined ? undefined : place.numbers.join('.') || place.words[0],
    street: street === undefined ? undefined : sound(street),
  };
}

function initialsOf(given: Words | undefined, family: Words | undefined): string | undefined {
  const initials = [given, family].map((words) => words?.form.charAt(0) ?? '');
  return given === undefined ? undefined : initials.sort().join('');
}

const join = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.includes(undefined) || parts.includes('') ? undefined : parts.join(':');

const sectorOf = (postcode: string | undefined): string | undefined => postcode?.slice(0, -2);

/** Every kind, by its name. Most telling parts first; `rare…` kinds are followed only where hardly anybody shares the key. */
export const keyKinds: Readonly<Record<string, KeyKind>> = {
  'names-year': ({ both, digits }) => both.map((names) => join(names, digits?.slice(0, 4))),
  'names-month-day': ({ both, digits }) => both.map((names) => join(names, digits?.slice(4))),
  'names-decade': ({ both, digits, root }) => both.map((names) => join(names, root, digits?.slice(0, 3))),
  'names-sector': ({ both, postcode }) => both.map((names) => join(names, sectorOf(postcode))),
  'names-district': ({ both, postcode }) => both.map((names) => join(names, postcode?.slice(0, -3))),
  'names-category': ({ both, identity }) =>
    both.flatMap((names) => Object.entries(identity.categories).map(([name, value]) => join(names, name, value.form))),
  'given-category': ({ given, identity }) =>
    Object.entries(identity.categories).map(([name, value]) => join(given, name, value.form)),
  'family-category': ({ families, identity }) =>
    families.flatMap((family) => Object.entries(identity.categories).map(([name, value]) => join(family, name, value.form))),
  'initials-category': ({ initials, identity, digits }) =>
    Object.entries(identity.categories).map(([name, value]) => join(initials, name, value.form, digits?.slice(0, 3))),
  'categories-initials': ({ initials, identity }) => [
    join(
      initials,
      Object.values(identity.categories)
        .map(({ form }) => form)
        .filter((form) => form.length > 4)
        .join('|'),
    ),
  ],
  beginnings: ({ identity: { name } }) => [
    join([name?.given?.form.slice(0, 3), name?.family?.form.slice(0, 4)].sort().join('.'), name?.given && name.family && 'both'),
  ],
  'root-family-year': ({ root, families, digits }) => families.map((family) => join(root, family, digits?.slice(0, 4))),
  'root-family-sector': ({ root, families, postcode }) => families.map((family) => join(root, family, sectorOf(postcode))),
  'birthday-family': ({ families, digits }) => families.map((family) => join(digits, family)),
  'birthday-given': ({ given, digits }) => [join(digits, given)],
  'birthday-root': ({ root, digits }) => [join(digits, root)],
  'birthday-initials': ({ initials, digits }) => [join(digits, initials)],
  'birthday-postcode': ({ digits, postcode }) => [join(digits, postcode)],
  'birthday-sector': ({ digits, postcode }) => [join(digits, sectorOf(postcode))],
  'birthday-category': ({ digits, identity }) =>
    Object.entries(identity.categories).map(([name, value]) => join(digits, name, value.form)),
  'month-day-given-initial': ({ given, digits, initials, postcode }) => [
    join(digits?.slice(4), given, initials, postcode?.slice(0, -3)),
  ],
  'year-month-family': ({ families, digits, initials }) => families.map((family) => join(digits?.slice(0, 6), family, initials)),
  'postcode-given': ({ given, postcode }) => [join(postcode, given)],
  'postcode-root': ({ root, postcode }) => [join(postcode, root)],
  'postcode-family': ({ families, postcode }) => families.map((family) => join(postcode, family)),
  'postcode-initials': ({ initials, postcode }) => [join(postcode, initials)],
  'postcode-house': ({ postcode, house }) => [join(postcode, house)],
  postcode: ({ postcode }) => [postcode],
  'sector-family': ({ postcode, families }) => families.map((family) => join(sectorOf(postcode), family)),
  'sector-given': ({ postcode, given }) => [join(sectorOf(postcode), given)],
  'sector-initials': ({ postcode, initials }) => [join(sectorOf(postcode), initials)],
  'sector-initials-year': ({ postcode, initials, digits }) => [join(sectorOf(postcode), initials, digits?.slice(0, 4))],
  'house-street-family': ({ house, street, families }) => families.map((family) => join(house, street, family)),
  'house-street-given': ({ house, street, given }) => [join(house, street, given)],
  'house-street-initials': ({ house, street, initials }) => [join(house, street, initials)],
  'email-address': ({ identity }) => [identity.emailAddress?.address],
  // Shorter ones (jo, smith) are shared by strangers.
  mailbox: ({ identity: { emailAddress } }) => [
    emailAddress !== undefined && emailAddress.local.length >= 7 ? emailAddress.local : undefined,
  ],
  'telephone-number': ({ identity }) => [identity.telephoneNumber?.digits.slice(-9)],
  'telephone-number-given': ({ identity, given }) => [join(identity.telephoneNumber?.digits.slice(-9), given)],
  identifier: ({ identity }) => Object.entries(identity.identifiers).map(([name, value]) => join(name, value)),
  'identifier-start': ({ identity, initials }) =>
    Object.entries(identity.identifiers).map(([name, value]) =>
      join(name, value.slice(0, Math.ceil(value.length / 2)), initials),
    ),
  'organisation-words': ({ identity }) => pairsOf(identity.organisation?.names.flatMap(({ words }) => words) ?? []),
  'organisation-start': ({ identity }) => (identity.organisation?.names ?? []).map(({ form }) => form.slice(0, 8)),
  'rare-names': ({ both }) => both,
  'rare-family': ({ families }) => families,
  'rare-family-exact': ({ identity }) => [identity.name?.family?.form],
  'rare-given': ({ identity }) => [identity.name?.given?.form],
  'rare-birthday': ({ digits }) => [digits],
  'rare-postcode': ({ postcode }) => [postcode],
  'rare-organisation-word': ({ identity }) => (identity.organisation?.names ?? []).flatMap(({ words }) => words.map(sound)),
};

/** The part of a file's cap that the blocks of a kind may have. */
export function capOf(kind: string, cap: number): number {
  return kind.startsWith('rare-') ? Math.max(2, Math.round(cap / 3)) : cap;
}

function pairsOf(words: readonly string[]): string[] {
  const sorted = [...new Set(words)].sort().slice(0, 6);
  return sorted.flatMap((word, index) => sorted.slice(index + 1).map((other) => `${sound(word)}:${sound(other)}`));
}

/** Words too common in surnames to be one. */
const particles = new Set('de da do dos la le el al bin ibn ben van von der den di du of st mac mc ap'.split(' '));

/** The first and the last word of a surname, particles left out where anything else is left. */
export function endsOf(family: Words | undefined): string[] {
  if (family === undefined) return [];
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
  if (knownSounds.size >= 50_000) knownSounds.clear();
  knownSounds.set(word, value);
  return value;
}
