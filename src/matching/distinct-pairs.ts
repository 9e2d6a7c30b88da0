/**
 * Pairs that came out alike, held once with how many there are: of half a million pairs that teach, a few tens of thousands are different,
 * and learning walks them again and again. Alike is who agrees at the same levels in values about as common; not the comparing: pair-set.ts.
 */
import { createDistinctRows, type DistinctRows } from './distinct-rows.ts';
import { createInt32s } from './large-lists.ts';
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
  const found = createDistinctRows(width);
  const numbers = createInt32s(set.size);
  for (let index = 0; index < set.size; index++) {
    fillPair(set, index, pair);
    own.set(pair.levels);
    for (let field = 0; field < fields; field++) own[fields + field] = inSteps(pair.logShares[field] ?? 0);
    own[2 * fields] = inSteps(pair.logFullName);
    own[2 * fields + 1] = inSteps(pair.logCrowd);
    numbers[index] = found.numberOf(own);
  }
  const counts = new Float64Array(found.size());
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  return { ...toDistinct(found, fields), counts };
}

function toDistinct({ rows, size }: DistinctRows, fields: number): Omit<DistinctPairs, 'counts'> {
  const width = 2 * fields + 2;
  const levels = new Uint8Array(size() * fields);
  const logShares = new Float64Array(size() * (fields + 2));
  for (let index = 0; index < size(); index++) {
    const row = rows().subarray(index * width, (index + 1) * width);
    levels.set(row.subarray(0, fields), index * fields);
    for (let at = 0; at < fields + 2; at++) logShares[index * (fields + 2) + at] = (row[fields + at] ?? 0) / stepsInNat;
  }
  return { size: size(), fields, levels, logShares };
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
