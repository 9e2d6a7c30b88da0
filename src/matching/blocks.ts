/**
 * Groups the rows of a table by their keys of one kind: a block is the rows that share a key. Sorts nothing that stands alone, which most
 * keys of most kinds do. Not the keys (key-hashes.ts), and not which pairs of a block are wanted (candidates.ts).
 */
import type { RowKeys } from './key-hashes.ts';

/** Told of each block: `rows` from `from` to before `to`, upwards, each once. The array is used again afterwards. */
export type BlockVisitor = (rows: Uint32Array, from: number, to: number) => void;

export interface WantedBlocks {
  /** Larger blocks are left out. */
  readonly cap: number;
  /** Where given, blocks without a row marked in it may be left out. */
  readonly sampled?: Uint8Array | undefined;
}

/** Visits every block of two rows and more, in an order that depends on the keys alone. */
export type BlockFinder = (keys: RowKeys, wanted: WantedBlocks, visit: BlockVisitor) => void;

/** A finder for keys of about so many rows; it keeps what it counts with from one kind of key to the next. */
export function createBlockFinder(size: number): BlockFinder {
  const bits = Math.min(22, Math.max(8, Math.ceil(Math.log2(size + 1)) + 1));
  const shift = 32 - bits;
  const places = new Uint32Array(2 ** bits);
  return (keys, { cap, sampled }, visit) => {
    const gathered = gather(keys, { places, shift, total: countKeys(keys, { places, shift, sampled }) });
    let start = 0;
    while (start < gathered.rows.length) {
      const end = endOfPlace(gathered.hashes, start, shift);
      sortByHash(gathered, start, end);
      visitBlocks(gathered, { start, end, cap }, visit);
      start = end;
    }
  };
}

/** A place for all keys whose hashes have the same first bits. */
interface Places {
  /** By place, one more than how many keys it has; nought where none is wanted. */
  readonly places: Uint32Array;
  /** How many bits of a hash do not tell its place. */
  readonly shift: number;
}

/** Counts the keys of every place; gives how many keys are not alone in theirs. */
function countKeys({ hashes, rows }: RowKeys, { places, shift, sampled }: Places & Pick<WantedBlocks, 'sampled'>): number {
  places.fill(sampled ? 0 : 1);
  if (sampled) {
    for (let index = 0; index < rows.length; index++)
      if (sampled[rows[index] ?? 0] === 1) places[(hashes[index] ?? 0) >>> shift] = 1;
  }
  let total = 0;
  for (let index = 0; index < hashes.length; index++) {
    const place = (hashes[index] ?? 0) >>> shift;
    const count = places[place] ?? 0;
    if (count === 0) continue;
    places[place] = count + 1;
    if (count > 1) total += count === 2 ? 2 : 1;
  }
  return total;
}

/** What is added to where the next key of a place goes, to tell that from a count. */
const gathering = 2 ** 30;

/** The keys that are not alone, place by place, within a place in their order. Uses the counts up. */
function gather({ hashes, rows }: RowKeys, { places, shift, total }: Places & { readonly total: number }): RowKeys {
  const gathered = { hashes: new Uint32Array(total), rows: new Uint32Array(total) };
  let size = 0;
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] ?? 0;
    const place = hash >>> shift;
    const known = places[place] ?? 0;
    if (known < 3) continue;
    const at = known < gathering ? size : known - gathering;
    if (known < gathering) size += known - 1;
    gathered.hashes[at] = hash;
    gathered.rows[at] = rows[index] ?? 0;
    places[place] = at + 1 + gathering;
  }
  return gathered;
}

function endOfPlace(hashes: Uint32Array, start: number, shift: number): number {
  const place = (hashes[start] ?? 0) >>> shift;
  let end = start + 1;
  while (end < hashes.length && (hashes[end] ?? 0) >>> shift === place) end++;
  return end;
}

/** More keys than this in one place are not sorted one by one into the others. */
const few = 32;

/** Equal hashes stay in their order, which is the rows'. */
function sortByHash({ hashes, rows }: RowKeys, start: number, end: number): void {
  if (end - start > few) {
    const order = Uint32Array.from({ length: end - start }, (_, index) => start + index);
    order.sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || a - b);
    const sorted = { hashes: order.map((from) => hashes[from] ?? 0), rows: order.map((from) => rows[from] ?? 0) };
    hashes.set(sorted.hashes, start);
    rows.set(sorted.rows, start);
    return;
  }
  for (let next = start + 1; next < end; next++) {
    const hash = hashes[next] ?? 0;
    const row = rows[next] ?? 0;
    let at = next;
    for (; at > start && (hashes[at - 1] ?? 0) > hash; at--) {
      hashes[at] = hashes[at - 1] ?? 0;
      rows[at] = rows[at - 1] ?? 0;
    }
    hashes[at] = hash;
    rows[at] = row;
  }
}

function visitBlocks(
  { hashes, rows }: RowKeys,
  { start, end, cap }: { readonly start: number; readonly end: number; readonly cap: number },
  visit: BlockVisitor,
): void {
  let from = start;
  while (from < end) {
    const hash = hashes[from];
    let to = from + 1;
    let next = from + 1;
    // A row that has a key twice counts once.
    for (; next < end && hashes[next] === hash; next++) {
      if (rows[next] !== rows[to - 1]) rows[to++] = rows[next] ?? 0;
    }
    if (to - from > 1 && to - from <= cap) visit(rows, from, to);
    from = next;
  }
}
