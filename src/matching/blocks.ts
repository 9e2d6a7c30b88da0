/**
 * Groups the rows of a table by their keys of one kind: a block is the rows that share a key. Sorts nothing that stands alone, which most
 * keys of most kinds do. Not the keys (key-hashes.ts), and not which pairs of a block are wanted (candidates.ts).
 */
import { sortRange } from './growing-array.ts';
import type { RowKeys } from './key-hashes.ts';
import { createFloat64s, createUint32s } from './large-lists.ts';

/** Told of each block: `rows` from `from` to before `to`, upwards, each once. The array is used again afterwards. */
export type BlockVisitor = (rows: Uint32Array, from: number, to: number) => void;

export interface WantedBlocks {
  /** Larger blocks are left out. */
  readonly cap: number;
  /** Where given, blocks without a row marked in it may be left out. */
  readonly sampled?: Uint8Array | undefined;
}

/** Rows are numbered below this: a hash of 32 bits and a row are one number that is exact. */
export const mostRows = 2 ** 21;

/** Visits every block of two rows and more, in an order that depends on the keys alone. */
export type BlockFinder = (keys: RowKeys, wanted: WantedBlocks, visit: BlockVisitor) => void;

/** A finder for keys of about so many rows; it keeps what it counts with from one kind of key to the next. */
export function createBlockFinder(size: number): BlockFinder {
  const counts = createUint32s(2 ** bitsFor(size));
  let memory = createFloat64s(size);
  return (all, { cap, sampled }, visit) => {
    const keys = sampled ? nearSampled(all, sampled) : all;
    const bits = bitsFor(keys.rows.length);
    const shift = 32 - Math.min(bits, bitsFor(size));
    const places = counts.subarray(0, 2 ** (32 - shift));
    const total = countKeys(keys, places, shift);
    if (memory.length < total) memory = createFloat64s(total);
    const gathered = memory.subarray(0, total);
    gather(keys, { places, shift, gathered });
    const rows = new Uint32Array(Math.min(cap, total));
    for (let start = 0; start < total;) {
      const end = endOfPlace(gathered, start, shift);
      // By hash, and then by row.
      sortRange(gathered, start, end);
      visitBlocks(gathered, { start, end, rows }, visit);
      start = end;
    }
  };
}

/** Of how many first bits of a hash a place is told, for so many keys: most that stand alone shall have a place alone. */
function bitsFor(keys: number): number {
  return Math.min(22, Math.max(8, Math.ceil(Math.log2(keys + 1)) + 1));
}

/** How many first bits tell whether a key may be a sampled row's: a bit for each choice of them stays at hand. */
const markedBits = 22;

/** The keys of sampled rows and those like them, which of a small sample are few. */
function nearSampled({ hashes, rows }: RowKeys, sampled: Uint8Array): RowKeys {
  const marks = new Uint32Array(2 ** (markedBits - 5));
  const shift = 32 - markedBits;
  for (let index = 0; index < rows.length; index++) {
    const place = (hashes[index] ?? 0) >>> shift;
    if (sampled[rows[index] ?? 0] === 1) marks[place >>> 5] = (marks[place >>> 5] ?? 0) | (1 << (place & 31));
  }
  const isNear = (hash: number): boolean => ((marks[hash >>> (shift + 5)] ?? 0) & (1 << ((hash >>> shift) & 31))) !== 0;
  let size = 0;
  for (let index = 0; index < hashes.length; index++) if (isNear(hashes[index] ?? 0)) size++;
  const near = { hashes: new Uint32Array(size), rows: new Uint32Array(size) };
  let at = 0;
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] ?? 0;
    if (!isNear(hash)) continue;
    near.hashes[at] = hash;
    near.rows[at++] = rows[index] ?? 0;
  }
  return near;
}

/** Counts the keys of every place, all whose hashes have the same first bits; gives how many are not alone in theirs. */
function countKeys({ hashes }: RowKeys, places: Uint32Array, shift: number): number {
  places.fill(0);
  let total = 0;
  for (let index = 0; index < hashes.length; index++) {
    const place = (hashes[index] ?? 0) >>> shift;
    const count = (places[place] ?? 0) + 1;
    places[place] = count;
    if (count > 1) total += count === 2 ? 2 : 1;
  }
  return total;
}

interface Gathering {
  /** By place, how many keys it has. */
  readonly places: Uint32Array;
  /** How many bits of a hash do not tell its place. */
  readonly shift: number;
  readonly gathered: Float64Array;
}

/** What is added to where the next key of a place goes, to tell that from a count. */
const gathering = 2 ** 30;

/** The keys that are not alone, each with its row as one number, place by place, within a place in their order. Uses the counts up. */
function gather({ hashes, rows }: RowKeys, { places, shift, gathered }: Gathering): void {
  let size = 0;
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] ?? 0;
    const place = hash >>> shift;
    const known = places[place] ?? 0;
    if (known < 2) continue;
    const at = known < gathering ? size : known - gathering;
    if (known < gathering) size += known;
    gathered[at] = hash * mostRows + (rows[index] ?? 0);
    places[place] = at + 1 + gathering;
  }
}

function endOfPlace(keys: Float64Array, start: number, shift: number): number {
  const width = 2 ** shift * mostRows;
  const first = Math.floor((keys[start] ?? 0) / width) * width;
  let end = start + 1;
  while (end < keys.length && (keys[end] ?? 0) >= first && (keys[end] ?? 0) < first + width) end++;
  return end;
}

interface SortedKeys {
  readonly start: number;
  readonly end: number;
  /** For the rows of one block, as many as it may have. */
  readonly rows: Uint32Array;
}

function visitBlocks(keys: Float64Array, { start, end, rows }: SortedKeys, visit: BlockVisitor): void {
  let at = start;
  while (at < end) {
    const first = Math.floor((keys[at] ?? 0) / mostRows) * mostRows;
    let size = 0;
    for (let last = -1; at < end && (keys[at] ?? 0) < first + mostRows; at++) {
      const row = (keys[at] ?? 0) - first;
      // A row that has a key twice counts once.
      if (row === last) continue;
      if (size < rows.length) rows[size] = row;
      size++;
      last = row;
    }
    if (size > 1 && size <= rows.length) visit(rows, 0, size);
  }
}
