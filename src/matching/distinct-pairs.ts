/**
 * Pairs that came out alike, held once with how many there are: of half a million pairs that teach, a few tens of thousands are different,
 * and learning walks them again and again. Alike is who agrees at the same levels in values about as common; not the comparing: pair-set.ts.
 */
import { fillPair, type PairSet } from './pair-set.ts';
import { type ComparedPair, createPair } from './weigh.ts';

export interface DistinctPairs {
  readonly size: number;
  readonly fields: number;
  /** How many pairs of the set are as this one. */
  readonly counts: Float64Array;
  /** `pair · fields + field`. */
  readonly levels: Uint8Array;
  /** `pair · (fields + 2) + field`, and after those of the fields that of the full name and the crowd. */
  readonly logShares: Float64Array;
}

/** Parts of a nat that shares are told apart by: nearer ones say the same. */
const stepsInNat = 16;

/** The different pairs of a set, in the order in which they first come. */
export function distinctPairsOf(set: PairSet): DistinctPairs {
  const fields = set.model.fields.length;
  const width = 2 * fields + 2;
  const pair = createPair(fields);
  const own = new Int32Array(width);
  const found = createRows(width);
  for (let index = 0; index < set.size; index++) {
    fillPair(set, index, pair);
    own.set(pair.levels);
    for (let field = 0; field < fields; field++) own[fields + field] = inSteps(pair.logShares[field] ?? 0);
    own[2 * fields] = inSteps(pair.logFullName);
    own[2 * fields + 1] = inSteps(pair.logCrowd);
    found.add(own);
  }
  return toDistinct(found, fields);
}

function toDistinct({ size, rows, counts }: Rows, fields: number): DistinctPairs {
  const width = 2 * fields + 2;
  const levels = new Uint8Array(size() * fields);
  const logShares = new Float64Array(size() * (fields + 2));
  for (let index = 0; index < size(); index++) {
    const row = rows().subarray(index * width, (index + 1) * width);
    levels.set(row.subarray(0, fields), index * fields);
    for (let at = 0; at < fields + 2; at++) logShares[index * (fields + 2) + at] = (row[fields + at] ?? 0) / stepsInNat;
  }
  return { size: size(), fields, counts: counts().slice(0, size()), levels, logShares };
}

/** Nought says that a share does not count: what is near it is a step away. */
function inSteps(nats: number): number {
  return nats === 0 ? 0 : Math.round(nats * stepsInNat) || Math.sign(nats);
}

/** Fills `pair` from a different pair. */
export function fillDistinct({ fields, levels, logShares }: DistinctPairs, index: number, pair: ComparedPair): void {
  const from = index * (fields + 2);
  for (let field = 0; field < fields; field++) {
    pair.levels[field] = levels[index * fields + field] ?? 0;
    pair.logShares[field] = logShares[from + field] ?? 0;
  }
  pair.logFullName = logShares[from + fields] ?? 0;
  pair.logCrowd = logShares[from + fields + 1] ?? 0;
}

/** Rows of numbers, each once and counted, in a table that grows. */
interface Rows {
  readonly add: (row: Int32Array) => void;
  readonly size: () => number;
  readonly rows: () => Int32Array;
  readonly counts: () => Float64Array;
}

function createRows(width: number): Rows {
  let places = new Int32Array(2 ** 12).fill(-1);
  let rows = new Int32Array(width * (places.length / 2));
  let counts = new Float64Array(places.length / 2);
  let size = 0;
  const placeOf = (row: Int32Array): number => {
    let place = hashOf(row, width) & (places.length - 1);
    for (;;) {
      const index = places[place] ?? -1;
      if (index < 0 || isSame(rows, index * width, row)) return place;
      place = (place + 1) & (places.length - 1);
    }
  };
  const grow = (): void => {
    places = new Int32Array(2 * places.length).fill(-1);
    const [before, countsBefore] = [rows, counts];
    rows = new Int32Array(2 * before.length);
    rows.set(before);
    counts = new Float64Array(2 * countsBefore.length);
    counts.set(countsBefore);
    for (let index = 0; index < size; index++) places[placeOf(rows.subarray(index * width, (index + 1) * width))] = index;
  };
  const add = (row: Int32Array): void => {
    const place = placeOf(row);
    let index = places[place] ?? -1;
    if (index < 0) {
      index = size++;
      places[place] = index;
      rows.set(row, index * width);
    }
    counts[index] = (counts[index] ?? 0) + 1;
    if (size === counts.length) grow();
  };
  return { add, size: () => size, rows: () => rows, counts: () => counts };
}

function hashOf(row: Int32Array, width: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < width; at++) hash = Math.imul(hash ^ (row[at] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function isSame(rows: Int32Array, from: number, row: Int32Array): boolean {
  for (let at = 0; at < row.length; at++) if (rows[from + at] !== row[at]) return false;
  return true;
}
