/**
 * Which pairs of a table are worth comparing: those that share a blocking key of a block small enough. A pair is one number,
 * `left · 2²¹ + right`, left the smaller row: millions fit in a typed array and are made unique by sorting.
 */
import { capOf, keyKinds, keyPartsOf } from './blocking-keys.ts';
import { createGrowingArray, type GrowingArray, sortUnique } from './growing-array.ts';
import type { RecordTable } from './record-table.ts';

/** The most records that a batch of one kind of customer can have. */
export const mostRecords = 2 ** 21;

export function toPair(left: number, right: number): number {
  return Math.min(left, right) * mostRecords + Math.max(left, right);
}
export function leftOf(pair: number): number {
  return Math.floor(pair / mostRecords);
}
export function rightOf(pair: number): number {
  return pair % mostRecords;
}

export interface CandidateOptions {
  /** Names of the kinds of key to follow. */
  readonly keys: readonly string[];
  /** A key shared by more records than this is not followed. */
  readonly cap: number;
  /** The share of rows whose pairs with later rows are given, 0 to 1: a sample for training. 1 where absent. */
  readonly share?: number;
}

/** How large a block may be in a file of so many records. */
export function blockCapFor(records: number): number {
  return records > 300_000 ? 60 : 120;
}

/** The pairs of each kind of key, sorted, each once within its kind. */
export function pairsByKey(table: RecordTable, options: CandidateOptions): Map<string, Float64Array> {
  const entries = hashKeys(table, options.keys);
  const pairs = new Map<string, Float64Array>();
  for (const [name, hashed] of entries) {
    pairs.set(name, sortUnique(pairsInBlocks(hashed.values(), capOf(name, options.cap), options.share ?? 1)));
  }
  return pairs;
}

/** The pairs of all kinds together, sorted, each once. */
export function candidatePairs(table: RecordTable, options: CandidateOptions): Float64Array {
  return unionOf([...pairsByKey(table, options).values()]);
}

export function unionOf(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return sortUnique(all);
}

/** For each kind the hash of each row's keys, with the row: `hash · 2²¹ + row`, 53 bits together. */
function hashKeys({ rows }: RecordTable, names: readonly string[]): ReadonlyMap<string, GrowingArray> {
  if (rows.length >= mostRecords) throw new RangeError(`A batch holds at most ${mostRecords} records of one kind`);
  const kinds = names.map((name) => {
    const kind = keyKinds[name];
    if (kind === undefined) throw new TypeError(`There is no blocking key of the name ${name}`);
    return { name, kind, hashed: createGrowingArray(rows.length) };
  });
  for (const [index, row] of rows.entries()) {
    const parts = keyPartsOf(row);
    for (const { kind, hashed } of kinds) {
      for (const key of kind(parts)) if (key !== undefined) hashed.push(hashText(key) * mostRecords + index);
    }
  }
  return new Map(kinds.map(({ name, hashed }) => [name, hashed]));
}

/** 32 bits of a text (FNV-1a, with a last mix). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x85ebca6b) >>> 0;
}

function pairsInBlocks(hashed: Float64Array, cap: number, share: number): Float64Array {
  const entries = sortUnique(hashed);
  const pairs = createGrowingArray(entries.length);
  let start = 0;
  while (start < entries.length) {
    const hash = leftOf(entries[start] ?? 0);
    let end = start + 1;
    while (end < entries.length && leftOf(entries[end] ?? 0) === hash) end++;
    if (end - start <= cap) pushBlock(pairs, entries.subarray(start, end), share);
    start = end;
  }
  return pairs.values();
}

function pushBlock(pairs: GrowingArray, block: Float64Array, share: number): void {
  for (let left = 0; left < block.length - 1; left++) {
    const row = rightOf(block[left] ?? 0);
    if (share < 1 && !isSampled(row, share)) continue;
    for (let right = left + 1; right < block.length; right++) pairs.push(row * mostRecords + rightOf(block[right] ?? 0));
  }
}

/** Whether a row is in a sample of this share: by its number, so that every kind of key samples the same pairs. */
function isSampled(row: number, share: number): boolean {
  return (Math.imul(row + 1, 0x9e3779b1) >>> 0) / 2 ** 32 < share;
}
