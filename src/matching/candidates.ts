/**
 * Which pairs of a table are worth comparing: those that share a blocking key of a block small enough. A pair is one number,
 * `left · 2²¹ + right`, left the smaller row: millions fit in a typed array and are made unique by sorting.
 */
import { capOf } from './blocking-keys.ts';
import { createGrowingArray, type GrowingArray, sortUnique } from './growing-array.ts';
import { hashKeyParts, type KeyHashes, keysOfKind, type RowKeys } from './key-hashes.ts';
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

/** Finds the pairs of one table by any of the kinds of key that it was made for. */
export interface CandidateFinder {
  /**
   * The pairs of a sample of this share of the rows with later ones, by kind and together; of a smaller share, where there were more than
   * `most` pairs.
   */
  readonly sample: (share: number, most: number) => SampledPairs;
  /** The pairs of some of the kinds together, sorted, each once. */
  readonly together: (kinds: readonly string[]) => Float64Array;
}

/** Pairs, sorted, each once: by kind of key, and all. */
export interface SampledPairs {
  readonly byKey: ReadonlyMap<string, Float64Array>;
  readonly pairs: Float64Array;
  /** The share of the rows whose pairs these are. */
  readonly share: number;
}

/** How large a block may be in a file of so many records. */
export function blockCapFor(records: number): number {
  return records > 300_000 ? 60 : 120;
}

/** `keys` names the kinds of key; one shared by more than `cap` records is not followed. Throws a `RangeError` for too large a table. */
export function createCandidateFinder(table: RecordTable, keys: readonly string[], cap: number): CandidateFinder {
  if (table.rows.length >= mostRecords) throw new RangeError(`A batch holds at most ${mostRecords} records of one kind`);
  const hashes = hashKeyParts(table, keys);
  const pairsOf = (kind: string, share: number): Float64Array => {
    const entries = share < 1 ? sampledEntries(hashes, kind, share) : allEntries(hashes, kind);
    return sortUnique(pairsInBlocks(entries, capOf(kind, cap), { share, sides: table.sides }));
  };
  return {
    sample: (share, most) => atMost(most, new Map(keys.map((kind) => [kind, pairsOf(kind, share)])), share),
    together: (kinds) => unionOf(kinds.map((kind) => pairsOf(kind, 1))),
  };
}

/** Leaves out rows of a sample until there are few enough pairs; all rows are no sample. */
function atMost(most: number, byKey: ReadonlyMap<string, Float64Array>, share: number): SampledPairs {
  const pairs = unionOf([...byKey.values()]);
  if (share >= 1 || pairs.length <= most) return { byKey, pairs, share };
  const less = (share * most) / pairs.length;
  const thin = (list: Float64Array): Float64Array => list.filter((pair) => isSampled(leftOf(pair), less));
  return { byKey: new Map([...byKey].map(([kind, list]) => [kind, thin(list)])), pairs: thin(pairs), share: less };
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

/** The pairs of a list that are not in another; both sorted, each once. */
export function without(pairs: Float64Array, known: Float64Array): Float64Array {
  let at = 0;
  return pairs.filter((pair) => {
    while ((known[at] ?? Infinity) < pair) at++;
    return known[at] !== pair;
  });
}

const filterBits = 22;

/** Each key of a kind that several rows seem to have, with its row: `hash · 2²¹ + row`, 53 bits together. */
function allEntries(hashes: KeyHashes, kind: string): Float64Array {
  const keys = keysOfKind(hashes, kind);
  // What is nobody else's need not be sorted: most keys of most kinds.
  const holders = new Uint8Array(2 ** filterBits);
  for (const hash of keys.hashes) {
    const place = hash >>> (32 - filterBits);
    if ((holders[place] ?? 0) < 2) holders[place] = (holders[place] ?? 0) + 1;
  }
  return entriesOf(keys, (place) => (holders[place] ?? 0) > 1);
}

/** The same of the blocks that hold a sampled row, and of a few others. */
function sampledEntries(hashes: KeyHashes, kind: string, share: number): Float64Array {
  const keys = keysOfKind(hashes, kind);
  const holdsSampled = new Uint8Array(2 ** filterBits);
  for (let index = 0; index < keys.rows.length; index++) {
    if (isSampled(keys.rows[index] ?? 0, share)) holdsSampled[(keys.hashes[index] ?? 0) >>> (32 - filterBits)] = 1;
  }
  return entriesOf(keys, (place) => holdsSampled[place] === 1);
}

/** `isWanted` is asked of a hash's first bits. */
function entriesOf({ hashes, rows }: RowKeys, isWanted: (place: number) => boolean): Float64Array {
  const entries = new Float64Array(rows.length);
  let size = 0;
  for (let index = 0; index < rows.length; index++) {
    const hash = hashes[index] ?? 0;
    if (isWanted(hash >>> (32 - filterBits))) entries[size++] = hash * mostRecords + (rows[index] ?? 0);
  }
  return entries.subarray(0, size);
}

/** Which pairs of a block are wanted: those of a sample of rows, and those across two files. */
interface WantedPairs {
  readonly share: number;
  readonly sides: Uint8Array | undefined;
}

function pairsInBlocks(hashed: Float64Array, cap: number, wanted: WantedPairs): Float64Array {
  const entries = sortUnique(hashed);
  const pairs = createGrowingArray(entries.length);
  let start = 0;
  while (start < entries.length) {
    const hash = leftOf(entries[start] ?? 0);
    let end = start + 1;
    while (end < entries.length && leftOf(entries[end] ?? 0) === hash) end++;
    if (end - start <= cap) pushBlock(pairs, entries.subarray(start, end), wanted);
    start = end;
  }
  return pairs.values();
}

function pushBlock(pairs: GrowingArray, block: Float64Array, { share, sides }: WantedPairs): void {
  for (let left = 0; left < block.length - 1; left++) {
    const row = rightOf(block[left] ?? 0);
    if (share < 1 && !isSampled(row, share)) continue;
    for (let right = left + 1; right < block.length; right++) {
      const other = rightOf(block[right] ?? 0);
      if (sides === undefined || sides[row] !== sides[other]) pairs.push(row * mostRecords + other);
    }
  }
}

/** Whether a row is in a sample of this share: by its number, so that every kind of key samples the same pairs. */
function isSampled(row: number, share: number): boolean {
  return (Math.imul(row + 1, 0x9e3779b1) >>> 0) / 2 ** 32 < share;
}
