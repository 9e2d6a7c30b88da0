/**
 * Prepares the parts of many records, each once: records read from one file share what they have in common, and a town of 600,000 records
 * has far fewer addresses. Parts that come out equal are held once, so that they are told at a glance. For a batch and an index in memory;
 * it remembers as long as it lives.
 */
import type { PersonName } from '../standard/identity.ts';
import { createNamePreparer, type PreparedName } from './comparisons/name.ts';
import type { MatchIdentity } from './match-record.ts';
import { plainParts, type PartPreparer, type PreparedIdentity } from './prepared.ts';
import type { Words } from './words.ts';

/** A preparer that remembers, and numbers what it holds. */
export interface NumberingPreparer extends PartPreparer {
  readonly numbered: { readonly [Part in NumberedPart]: Numbered<Part> };
}

/** Parts that many records share. */
export const numberedParts = ['name', 'birthday', 'place', 'emailAddress', 'telephoneNumber'] as const;
export type NumberedPart = (typeof numberedParts)[number];

interface Numbered<Part extends NumberedPart> {
  /** The number of what the part of an identity came to, by first use; −1 where it came to nothing. Asked of what was just prepared. */
  readonly numberOf: (identity: MatchIdentity) => number;
  /** The number of what such a part came to elsewhere. */
  readonly numberOfPrepared: (prepared: NonNullable<PreparedIdentity[Part]>) => number;
  /** What has each number. */
  readonly held: readonly NonNullable<PreparedIdentity[Part]>[];
}

/** Such a preparer, which remembers as long as it lives. */
export function createPartPreparer(): NumberingPreparer {
  const names = createNameMemory();
  const places = createMemory(plainParts.place, ({ key, extraWords }) =>
    extraWords.length === 0 ? key : `${key}|${extraWords.join(' ')}`,
  );
  const birthdays = createMemory(plainParts.birthday, ({ digits }) => digits);
  const emailAddresses = createMemory(plainParts.emailAddress, ({ address }) => address);
  const telephoneNumbers = createMemory(plainParts.telephoneNumber, ({ digits }) => digits);
  return {
    name: (name) => names.find(name)?.prepared,
    isOrganisationName: (name) => names.find(name)?.isOrganisation,
    place: places.prepare,
    birthday: birthdays.prepare,
    emailAddress: emailAddresses.prepare,
    telephoneNumber: telephoneNumbers.prepare,
    numbered: {
      name: { ...names.pool, numberOf: ({ name }) => names.find(name)?.number ?? -1 },
      birthday: { ...birthdays.pool, numberOf: ({ dateOfBirth }) => birthdays.numberOf(dateOfBirth) },
      place: { ...places.pool, numberOf: ({ postalAddress }) => places.numberOf(postalAddress) },
      emailAddress: { ...emailAddresses.pool, numberOf: ({ emailAddress }) => emailAddresses.numberOf(emailAddress) },
      telephoneNumber: {
        ...telephoneNumbers.pool,
        numberOf: ({ telephoneNumber }) => telephoneNumbers.numberOf(telephoneNumber),
      },
    },
  };
}

/** Remembers what each part came to, and what was asked for last: a part is prepared, and then its number asked for. */
function createMemory<Part extends object | string, Prepared>(
  prepare: (part: Part | undefined) => Prepared | undefined,
  keyOf: (prepared: Prepared) => string,
) {
  const known = new Map<Part, number>();
  const pool = createPool(keyOf);
  let last: { readonly part: Part; readonly number: number } | undefined;
  const numberOf = (part: Part | undefined): number => {
    if (part === undefined) return -1;
    if (part === last?.part) return last.number;
    let number = known.get(part);
    if (number === undefined) known.set(part, (number = numberIn(pool, prepare(part))));
    last = { part, number };
    return number;
  };
  const prepareOnce = (part: Part | undefined): Prepared | undefined => {
    const number = numberOf(part);
    return number < 0 ? undefined : pool.held[number];
  };
  return { prepare: prepareOnce, numberOf, pool };
}

interface KnownName {
  readonly number: number;
  readonly prepared: PreparedName | undefined;
  readonly isOrganisation: boolean | undefined;
}

/** All things that are asked of a name, one after the other. */
function createNameMemory() {
  const prepare = createNamePreparer();
  const known = new Map<PersonName, KnownName>();
  const pool = createPool(nameKeyOf);
  let last: { readonly name: PersonName; readonly found: KnownName } | undefined;
  const read = (name: PersonName): KnownName => {
    const number = numberIn(pool, prepare(name));
    return { number, prepared: pool.held[number], isOrganisation: plainParts.isOrganisationName(name) };
  };
  const find = (name: PersonName | undefined): KnownName | undefined => {
    if (name === undefined || name === last?.name) return name && last?.found;
    let found = known.get(name);
    if (found === undefined) known.set(name, (found = read(name)));
    last = { name, found };
    return found;
  };
  return { find, pool };
}

interface Pool<Prepared> {
  readonly held: readonly Prepared[];
  readonly numberOfPrepared: (prepared: Prepared) => number;
}

/** Holds what is equal once. */
function createPool<Prepared>(keyOf: (prepared: Prepared) => string): Pool<Prepared> {
  const numbers = new Map<string, number>();
  const held: Prepared[] = [];
  const numberOfPrepared = (prepared: Prepared): number => {
    const key = keyOf(prepared);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, held.length);
    return held.push(prepared) - 1;
  };
  return { held, numberOfPrepared };
}

function numberIn<Prepared>(pool: Pool<Prepared>, prepared: Prepared | undefined): number {
  return prepared === undefined ? -1 : pool.numberOfPrepared(prepared);
}

/** The same for names whose every part is the same. */
function nameKeyOf({ given, family, middle, suffix = '', isCommunity }: PreparedName): string {
  return `${textOf(given)}|${textOf(family)}|${middle.join(' ')}|${suffix}|${isCommunity ? '1' : ''}`;
}

/** The same for words that compare alike. */
export function textOf(words: Words | undefined): string {
  if (words === undefined) return '';
  const text = words.words.length === 1 ? (words.words[0] ?? '') : words.words.join(' ');
  return words.forms.length === 1 ? text : `${text}/${words.forms.join('/')}`;
}
