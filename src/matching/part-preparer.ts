/**
 * Prepares the parts of many records, each once: records read from one file share what they have in common, and a town of 600,000 records
 * has far fewer addresses. Parts that come out equal are held once, so that they are told at a glance. For a batch and an index in memory;
 * it remembers as long as it lives.
 */
import { plainParts, type PartPreparer, type PreparedIdentity } from './prepared.ts';
import type { Words } from './words.ts';

/** A preparer that remembers. */
export function createPartPreparer(): PartPreparer {
  return {
    name: remember(plainParts.name, nameKeyOf),
    place: remember(plainParts.place, ({ key, extraWords }) => `${key}|${extraWords.join(' ')}`),
    birthday: remember(plainParts.birthday, ({ digits }) => digits),
    emailAddress: remember(plainParts.emailAddress, ({ address }) => address),
    telephoneNumber: remember(plainParts.telephoneNumber, ({ digits }) => digits),
    isOrganisationName: remember(plainParts.isOrganisationName, String),
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

function holdOnce<Prepared>(pool: Map<string, Prepared>, key: string, prepared: Prepared): Prepared {
  const known = pool.get(key);
  if (known !== undefined) return known;
  pool.set(key, prepared);
  return prepared;
}

/** The same for names whose every part is the same. */
function nameKeyOf({ given, family, middle, suffix = '', isCommunity }: NonNullable<PreparedIdentity['name']>): string {
  return `${textOf(given)}|${textOf(family)}|${middle.join(' ')}|${suffix}|${isCommunity ? '1' : ''}`;
}

/** The same for words that compare alike. */
export function textOf(words: Words | undefined): string {
  if (words === undefined) return '';
  const text = words.words.length === 1 ? (words.words[0] ?? '') : words.words.join(' ');
  return words.forms.length === 1 ? text : `${text}/${words.forms.join('/')}`;
}
