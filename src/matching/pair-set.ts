/**
 * Pairs of a table compared once: a byte per pair and comparison. Training walks them many times, scoring twice; comparing is what
 * costs.
 */
import type { BatchFrequencies } from './frequencies.ts';
import { rowComparerOf } from './batch-comparer.ts';
import { leftOf, rightOf } from './candidates.ts';
import type { CompiledKind } from './compiled-model.ts';
import { logNamesakesOf, type Namesakes } from './namesakes.ts';
import type { RecordTable } from './record-table.ts';
import type { ComparedPair } from './weigh.ts';
import { createBytes, createInt32s } from './large-lists.ts';

export interface PairSet {
  readonly size: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** `pair · fields + field`. */
  readonly levels: Uint8Array;
  readonly model: CompiledKind;
  readonly frequencies: BatchFrequencies | undefined;
  /** What other rows tell of a pair, where that is known by now. */
  readonly namesakes?: Namesakes | undefined;
}

/** Compares the pairs of `candidates` (candidates.ts) in every comparison of the model. */
export function comparePairs(table: RecordTable, candidates: Float64Array, model: CompiledKind): PairSet {
  const fields = model.names.length;
  const size = candidates.length;
  const set = { size, left: createInt32s(size), right: createInt32s(size), levels: createBytes(size * fields) };
  const compare = rowComparerOf(table, model.names);
  for (let index = 0; index < size; index++) {
    const pair = candidates[index] ?? 0;
    const [left, right] = [leftOf(pair), rightOf(pair)];
    set.left[index] = left;
    set.right[index] = right;
    const levels = compare(left, right);
    const offset = index * fields;
    for (let field = 0; field < fields; field++) set.levels[offset + field] = levels[field] ?? 0;
  }
  return { ...set, model, frequencies: undefined };
}

/** Two sets of one table as one, the pairs of the first before those of the other. */
export function joinSets(first: PairSet, other: PairSet): PairSet {
  const join = <List extends Int32Array | Uint8Array>(whole: List, one: List, two: List): List => {
    whole.set(one);
    whole.set(two, one.length);
    return whole;
  };
  const size = first.size + other.size;
  return {
    ...first,
    size,
    left: join(createInt32s(size), first.left, other.left),
    right: join(createInt32s(size), first.right, other.right),
    levels: join(createBytes(first.levels.length + other.levels.length), first.levels, other.levels),
  };
}

/** Fills `pair` from a compared pair of the set. */
export function fillPair(set: PairSet, index: number, pair: ComparedPair): void {
  const { levels } = set;
  const fields = pair.levels.length;
  const offset = index * fields;
  for (let field = 0; field < fields; field++) pair.levels[field] = levels[offset + field] ?? 0;
  fillFromRows(set, [set.left[index] ?? 0, set.right[index] ?? 0], pair);
}

/** Fills what a pair's levels do not say, from its two rows and all others of the batch. */
export function fillFromRows(set: PairSet, [left, right]: readonly [number, number], pair: ComparedPair): void {
  fillShares(set, left, pair);
  const { model, namesakes } = set;
  const isAsked = namesakes !== undefined && pair.levels[model.birthday] === 0;
  pair.logNamesakes = isAsked ? logNamesakesOf(namesakes, left, right) : 0;
}

/** Fills the shares of a pair from the values of one of its rows: they count only where both have the same. */
export function fillShares(
  { model, frequencies }: Pick<PairSet, 'model' | 'frequencies'>,
  row: number,
  pair: ComparedPair,
): void {
  pair.logCrowd = 0;
  pair.logFullName = 0;
  if (frequencies === undefined) return;
  const { columns, logShares, logCrowds, logFullNames } = frequencies;
  for (let field = 0; field < model.fields.length; field++) {
    pair.logShares[field] = 0;
    if (model.fields[field]?.exact[pair.levels[field] ?? 0] !== 1) continue;
    const id = columns.byField[field]?.ids[row] ?? -1;
    if (id >= 0) pair.logShares[field] = logShares[field]?.[id] ?? 0;
  }
  if (pair.levels[model.place] === 1) pair.logCrowd = logCrowds?.[columns.byField[model.place]?.ids[row] ?? -1] ?? 0;
  if (pair.levels[model.given] === 1 && pair.levels[model.family] === 1) {
    pair.logFullName = logFullNames?.[columns.fullNames.ids[row] ?? -1] ?? 0;
  }
}
