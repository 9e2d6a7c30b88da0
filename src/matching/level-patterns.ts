/**
 * The different rows of levels that the pairs of a set have: of millions of pairs some tens of thousands, and what depends on levels alone
 * is told once for each. Not the comparing: pair-set.ts.
 */
import { createDistinctRows, type DistinctRows } from './distinct-rows.ts';
import { createInt32s } from './large-lists.ts';
import type { PairSet } from './pair-set.ts';

export interface LevelPatterns {
  readonly size: number;
  /** For each pair of the set the number of its pattern, by first appearance. */
  readonly numbers: Int32Array;
  /** `pattern · fields + field`. */
  readonly levels: Uint8Array;
}

const remembered = new WeakMap<Uint8Array, LevelPatterns>();

/** The patterns of a set, remembered as long as its levels are held. */
export function levelPatternsOf(set: PairSet): LevelPatterns {
  const known = remembered.get(set.levels);
  if (known) return known;
  const patterns = findPatterns(set);
  remembered.set(set.levels, patterns);
  return patterns;
}

/** A level takes four bits of a number's 32. */
const levelsInNumber = 8;

function findPatterns({ size, levels, model }: PairSet): LevelPatterns {
  const fields = model.fields.length;
  const width = Math.ceil(fields / levelsInNumber);
  const packed = new Int32Array(width);
  const found = createDistinctRows(width);
  const numbers = createInt32s(size);
  for (let index = 0; index < size; index++) {
    packed.fill(0);
    for (let field = 0; field < fields; field++) {
      const part = Math.floor(field / levelsInNumber);
      packed[part] = ((packed[part] ?? 0) << 4) | (levels[index * fields + field] ?? 0);
    }
    numbers[index] = found.numberOf(packed);
  }
  return { size: found.size(), numbers, levels: unpack(found, fields) };
}

function unpack({ size, rows }: DistinctRows, fields: number): Uint8Array {
  const width = Math.ceil(fields / levelsInNumber);
  const packed = rows();
  return Uint8Array.from({ length: size() * fields }, (_, at) => {
    const field = at % fields;
    const part = Math.floor(field / levelsInNumber);
    const last = Math.min(fields, (part + 1) * levelsInNumber) - 1;
    return ((packed[((at - field) / fields) * width + part] ?? 0) >>> (4 * (last - field))) & 15;
  });
}
