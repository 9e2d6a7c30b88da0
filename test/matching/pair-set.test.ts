/** Pairs compared once: what is told of many at a time is what is told of each. */
import { describe, expect, it } from 'vitest';
import { compileKind } from '../../src/matching/compiled-model.ts';
import { distinctPairsOf, fillDistinct } from '../../src/matching/distinct-pairs.ts';
import type { BatchFrequencies } from '../../src/matching/frequencies.ts';
import { levelPatternsOf } from '../../src/matching/level-patterns.ts';
import type { Namesakes } from '../../src/matching/namesakes.ts';
import { scorePairs, visitPairs } from '../../src/matching/pair-scores.ts';
import { fillPair, type PairSet } from '../../src/matching/pair-set.ts';
import { startingPersonModel } from '../../src/matching/starting-model.ts';
import { createPair, scorePairLevels } from '../../src/matching/weigh.ts';

const model = compileKind(startingPersonModel(['source']));
const score = (pair: Parameters<typeof scorePairLevels>[1]): number => scorePairLevels(model, pair);

let state = 12345;
/** Whole numbers below `limit`, the same ones every time. */
const draw = (limit: number): number => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >>> 8) % limit;
};

const [rows, values, size] = [200, 12, 4000];
const columnOf = () => ({
  ids: Int32Array.from({ length: rows }, () => draw(values)),
  values: Array.from({ length: values }, (_, id) => `value ${id}`),
});
const logsOf = () => Float64Array.from({ length: values }, () => -1 - draw(900) / 100);
/** Of these the first levels, where values agree, are drawn as often as all others. */
const levels = new Uint8Array(size * model.fields.length);
for (const [at] of levels.entries()) {
  const codes = model.fields[at % model.fields.length]?.codes ?? 1;
  levels[at] = draw(2) === 0 ? 1 : draw(codes);
}
const frequencies: BatchFrequencies = {
  columns: { byField: model.fields.map(columnOf), fullNames: { ids: columnOf().ids, values: new Int32Array(values) } },
  // Of one the frequency does not count, and of one it does not for a value.
  logShares: model.fields.map(({ kind }) => (kind === 'source' ? undefined : logsOf().fill(0, 0, 1))),
  logFullNames: logsOf(),
  logCrowds: logsOf().map((log) => log + 6),
};
const none = { logFullNames: undefined, logCrowds: undefined };
const namesakes: Namesakes = {
  groups: Int32Array.from({ length: rows }, () => draw(4)),
  logs: Float64Array.of(-0.5, 0, 1.25, 3),
};
const set: PairSet = {
  size,
  left: Int32Array.from({ length: size }, () => draw(rows)),
  right: Int32Array.from({ length: size }, () => draw(rows)),
  levels,
  model,
  frequencies,
};

describe('the pairs of a set', () => {
  it.each([
    ['with frequencies', set],
    ['without any', { ...set, frequencies: undefined }],
    ['of a small file, which has no crowds and no full names', { ...set, frequencies: { ...frequencies, ...none } }],
    ['with namesakes', { ...set, namesakes }],
  ])('%s score to the bit what each scores by itself', (_, own) => {
    const pair = createPair(model.fields.length);
    const expected = Float64Array.from({ length: size }, (_, index) => {
      fillPair(own, index, pair);
      return score(pair);
    });
    expect(scorePairs(own, model)).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(size / 4);
  });

  it.each([1, 7, 8, 9, 16, 17])('at the same levels of %d comparisons are of one pattern', (fields) => {
    const drawn = Uint8Array.from({ length: 300 * fields }, (_, at) =>
      at % fields === 0 || at % fields === fields - 1 ? draw(16) : 15,
    );
    const many = Array.from({ length: fields }, () => model.fields.slice(0, 1)).flat();
    const patterns = levelPatternsOf({ ...set, size: 300, levels: drawn, model: { ...model, fields: many } });
    const rowsOf = (all: Uint8Array, count: number) =>
      Array.from({ length: count }, (_, index) => all.slice(index * fields, (index + 1) * fields).join(' '));
    const different = rowsOf(patterns.levels, patterns.size);
    expect(Array.from(patterns.numbers, (number) => different[number])).toEqual(rowsOf(drawn, 300));
    expect(new Set(different).size).toBe(patterns.size);
  });

  it.each([-9, 0, 0.4, 8])('that score %d at least are visited, and no others', (least) => {
    const visited: number[] = [];
    visitPairs(set, { model, least }, (index) => visited.push(index));
    const expected = [...scorePairs(set, model).entries()].filter(([, own]) => own >= least).map(([index]) => index);
    expect(visited).toEqual(expected);
    expect(visited.length).toBeGreaterThan(100);
    expect(visited.length).toBeLessThan(size);
  });

  it('are as many when the different ones are counted, at the same levels and all but the same scores', () => {
    const twice: PairSet = {
      ...set,
      size: 2 * size,
      left: Int32Array.of(...set.left, ...set.left),
      right: Int32Array.of(...set.right, ...set.right),
      levels: Uint8Array.of(...levels, ...levels),
    };
    const distinct = distinctPairsOf(twice);
    const [pair, different] = [createPair(model.fields.length), createPair(model.fields.length)];
    const [seen, expected] = [new Map<string, number>(), new Map<string, number>()];
    const count = (counts: Map<string, number>, key: string, more: number) => counts.set(key, (counts.get(key) ?? 0) + more);
    for (let index = 0; index < distinct.size; index++) {
      fillDistinct(distinct, index, different);
      count(seen, different.levels.join(' '), distinct.counts[index] ?? 0);
    }
    for (let index = 0; index < size; index++) {
      fillPair(set, index, pair);
      count(expected, pair.levels.join(' '), 2);
    }
    expect(distinct.size).toBeLessThanOrEqual(size);
    expect(seen).toEqual(expected);
  });

  it('score all but the same as the different ones that they are, when none is alike', () => {
    const distinct = distinctPairsOf(set);
    const pair = createPair(model.fields.length);
    const scores: number[] = [];
    for (let index = 0; index < distinct.size; index++) {
      fillDistinct(distinct, index, pair);
      for (let time = 0; time < (distinct.counts[index] ?? 0); time++) scores.push(score(pair));
    }
    const expected = scorePairs(set, model).sort();
    const apart = Float64Array.from(scores)
      .sort()
      .map((own, index) => Math.abs(own - (expected[index] ?? NaN)));
    // A share is a thirty-second of a nat off at most, and a pair has eight.
    expect(Math.max(...apart)).toBeLessThan(0.3);
  });
});
