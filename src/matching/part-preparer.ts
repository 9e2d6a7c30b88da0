/**
 * Prepares the parts of many records, each once: records read from one file share what they have in common, and a town of 600,000 records
 * has far fewer addresses. Parts that come out equal are held once, so that they are told at a glance. For a batch and an index in memory;
 * it remembers as long as it lives.
 */
import type { PersonName } from '../standard/identity.ts';
import { createNamePreparer, type PreparedName } from './comparisons/name.ts';
import { plainParts, type PartPreparer } from './prepared.ts';
import type { Words } from './words.ts';

/** A preparer that remembers. */
export function createPartPreparer(): PartPreparer {
  const names = createNameMemory();
  return {
    name: (name) => names(name)?.prepared,
    isOrganisationName: (name) => names(name)?.isOrganisation,
    place: remember(plainParts.place, ({ key, extraWords }) => `${key}|${extraWords.join(' ')}`),
    birthday: remember(plainParts.birthday, ({ digits }) => digits),
    emailAddress: remember(plainParts.emailAddress, ({ address }) => address),
    telephoneNumber: remember(plainParts.telephoneNumber, ({ digits }) => digits),
  };
}

function remember<Part extends object | string, Prepared>(
  prepare: (part: Part | undefined) => Prepared | undefined,
  keyOf: (prepared: Prepared) => string,
): (part: Part | undefined) => Prepared | undefined {
  const known = new Map<Part, Prepared | undefined>();
  const pool = new Map<string, Prepared>();
  return (part) => {
    if (part === undefined) return undefined;
    const found = known.get(part);
    if (found !== undefined || known.has(part)) return found;
    const prepared = prepare(part);
    const held = prepared === undefined ? undefined : holdOnce(pool, keyOf(prepared), prepared);
    known.set(part, held);
    return held;
  };
}

interface KnownName {
  readonly prepared: PreparedName | undefined;
  readonly isOrganisation: boolean | undefined;
}

/** Both things that are asked of a name, one after the other. */
function createNameMemory(): (name: PersonName | undefined) => KnownName | undefined {
  const prepare = createNamePreparer();
  const known = new Map<PersonName, KnownName>();
  const pool = new Map<string, PreparedName>();
  let last: { readonly name: PersonName; readonly found: KnownName } | undefined;
  const read = (name: PersonName): KnownName => {
    const prepared = prepare(name);
    const held = prepared && holdOnce(pool, nameKeyOf(prepared), prepared);
    return { prepared: held, isOrganisation: plainParts.isOrganisationName(name) };
  };
  return (name) => {
    if (name === undefined || name === last?.name) return name && last?.found;
    let found = known.get(name);
    if (found === undefined) known.set(name, (found = read(name)));
    last = { name, found };
    return found;
  };
}

function holdOnce<Prepared>(pool: Map<string, Prepared>, key: string, prepared: Prepared): Prepared {
  const known = pool.get(key);
  if (known !== undefined) return known;
  pool.set(key, prepared);
  return prepared;
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
