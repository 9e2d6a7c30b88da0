/** Rows of levels, each different one held once and unpacked as it was. */
import { describe, expect, it } from 'vitest';
import { compileKind } from '../../src/matching/compiled-model.ts';
import { levelPatternsOf } from '../../src/matching/level-patterns.ts';
import { levelLabels } from '../../src/matching/model.ts';
import { startingPersonModel } from '../../src/matching/starting-model.ts';

// More comparisons than one number of 32 bits has room for, whatever the model begins with.
const model = compileKind(startingPersonModel(['source', ...Array.from({ length: 12 }, (_, at) => `identifier.number-${at}`)]));
const fields = model.fields.length;
const size = 20_000;

/** Many different rows, so that the table grows, and each of them twice; every code of every comparison comes up. */
const levels = Uint8Array.from({ length: size * fields }, (_, at) => {
  const pair = Math.floor(at / fields) % (size / 2);
  return Math.floor(pair / (1 + (at % fields))) % (model.fields[at % fields]?.codes ?? 1);
});
const empty = new Int32Array(size);

describe('Patterns of levels', () => {
  it('are those of the pairs, each different one once', () => {
    const patterns = levelPatternsOf({ size, left: empty, right: empty, levels, model, frequencies: undefined });
    const rowOf = (all: Uint8Array, at: number) => all.subarray(at * fields, (at + 1) * fields).join();
    const given = Array.from({ length: size }, (_, pair) => rowOf(levels, pair));
    expect(Array.from(patterns.numbers, (number) => rowOf(patterns.levels, number))).toEqual(given);
    expect(patterns.size).toBe(new Set(given).size);
    expect(patterns.size).toBeGreaterThan(4_096);
  });

  it.each(Object.entries(levelLabels))('have room for every level of %s, and for a missing one', (_kind, labels) => {
    expect(labels.length).toBeLessThanOrEqual(15);
  });
});
