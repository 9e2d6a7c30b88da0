/**
 * Which pairs of a table are worth comparing: those that share a blocking key of a block small enough. A pair is one number,
 * `left · 2²¹ + right`, left the smaller row: millions fit in a typed array and are made unique by sorting.
 */
import { capOf } from './blocking-keys.ts';
import { type BlockVisitor, createBlockFinder, mostRows } from './blocks.ts';
import { createGrowingArray, eachOnce, type GrowingArray, sortRange, sortUnique } from './growing-array.ts';
import { createKeyReader, hashKeyParts } from './key-hashes.ts';
import type { RecordTable } from './record-table.ts';
import { createFloat64s, createUint32s } from './large-lists.ts';

/** The most records that a batch of one kind of customer can have. */
export const mostRecords = mostRows;

export function leftOf(pair: number): number {
  return Math.floor(pair / mostRecords);
}
export function rightOf(pair: number): number {
  return pair - leftOf(pair) * mostRecords;
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
  const size = table.rows.length;
  if (size >= mostRecords) throw new RangeError(`A batch holds at most ${mostRecords} records of one kind`);
  const readKeys = createKeyReader(hashKeyParts(table, keys));
  const visitBlocks = createBlockFinder(size);
  const pairs = createGrowingArray();
  const addPairs = (kind: string, sampled?: Uint8Array): void => {
    const add = createPairAdder(pairs, { sampled, sides: table.sides });
    visitBlocks(readKeys(kind), { cap: capOf(kind, cap), sampled }, add);
  };
  const takePairs = (): Float64Array => {
    const taken = sortUniquePairs(pairs.values(), size);
    pairs.clear();
    return taken;
  };
  return {
    sample: (share, most) => {
      const sampled = share < 1 ? sampleOf(size, share) : undefined;
      const pairsOf = (kind: string): Float64Array => {
        addPairs(kind, sampled);
        return takePairs();
      };
      return atMost(most, { byKey: new Map(keys.map((kind) => [kind, pairsOf(kind)])), share, size });
    },
    together: (kinds) => {
      for (const kind of kinds) addPairs(kind);
      return takePairs();
    },
  };
}

interface AllSampled {
  readonly byKey: ReadonlyMap<string, Float64Array>;
  readonly share: number;
  /** Rows of the table. */
  readonly size: number;
}

/** Leaves out rows of a sample until there are few enough pairs; all rows are no sample. */
function atMost(most: number, { byKey, share, size }: AllSampled): SampledPairs {
  const pairs = unionOf([...byKey.values()], size);
  if (share >= 1 || pairs.length <= most) return { byKey, pairs, share };
  const less = (share * most) / pairs.length;
  const thin = (list: Float64Array): Float64Array => list.filter((pair) => isSampled(leftOf(pair), less));
  return { byKey: new Map([...byKey].map(([kind, list]) => [kind, thin(list)])), pairs: thin(pairs), share: less };
}

function unionOf(lists: readonly Float64Array[], size: number): Float64Array {
  const all = createFloat64s(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return sortUniquePairs(all, size);
}

/** The pairs of a list that are not in another; both sorted, each once. */
export function without(pairs: Float64Array, known: Float64Array): Float64Array {
  let at = 0;
  return pairs.filter((pair) => {
    while ((known[at] ?? Infinity) < pair) at++;
    return known[at] !== pair;
  });
}

/** Which pairs of a block are wanted: those of a sample of rows, and those across two files. */
interface WantedPairs {
  readonly sampled: Uint8Array | undefined;
  readonly sides: Uint8Array | undefined;
}

/** Adds the wanted pairs of each block it is told of. */
function createPairAdder(pairs: GrowingArray, { sampled, sides }: WantedPairs): BlockVisitor {
  return (rows, from, to) => {
    for (let left = from; left < to - 1; left++) {
      const row = rows[left] ?? 0;
      if (sampled !== undefined && sampled[row] !== 1) continue;
      for (let right = left + 1; right < to; right++) {
        const other = rows[right] ?? 0;
        if (sides === undefined || sides[row] !== sides[other]) pairs.push(row * mostRecords + other);
      }
    }
  };
}

function sampleOf(size: number, share: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, row) => (isSampled(row, share) ? 1 : 0));
}

/** Whether a row is in a sample of this share: by its number, so that every kind of key samples the same pairs. */
function isSampled(row: number, share: number): boolean {
  return (Math.imul(row + 1, 0x9e3779b1) >>> 0) / 2 ** 32 < share;
}

/** Pairs of a table of so many rows in order, each once: sorted by counting those of each left row, and then those of each. */
function sortUniquePairs(pairs: Float64Array, size: number): Float64Array {
  // Counting looks at every row.
  if (pairs.length < size / 4) return sortUnique(pairs.slice());
  // How many there are of each row below; then, where the next of a row goes, and at last where those of a row end.
  const places = createUint32s(size + 1);
  for (let index = 0; index < pairs.length; index++) {
    const row = leftOf(pairs[index] ?? 0) + 1;
    places[row] = (places[row] ?? 0) + 1;
  }
  for (let row = 1; row <= size; row++) places[row] = (places[row] ?? 0) + (places[row - 1] ?? 0);
  const byLeft = createFloat64s(pairs.length);
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index] ?? 0;
    const row = leftOf(pair);
    const at = places[row] ?? 0;
    byLeft[at] = pair;
    places[row] = at + 1;
  }
  for (let row = 0; row < size; row++) sortRange(byLeft, places[row - 1] ?? 0, places[row] ?? 0);
  return eachOnce(byLeft);
}
