/** The built-in model is data, complete and consistent with itself. */
import { describe, expect, it } from 'vitest';
import { builtInModel, scorePair } from '../../src/matching/index.ts';
import { comparisonNames, levelLabels } from '../../src/matching/model.ts';

const comparisons = comparisonNames.map((name) => [name, builtInModel.comparisons[name]] as const);
const sumOf = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0);

describe('the built-in model', () => {
  it('survives JSON', () => {
    const copy = structuredClone(builtInModel);
    expect(JSON.parse(JSON.stringify(builtInModel))).toEqual(builtInModel);
    const identity = { name: { given: 'Ada', family: 'Featherby' }, dateOfBirth: { year: 1970, month: 5, day: 4 } };
    expect(scorePair(identity, identity, copy)).toEqual(scorePair(identity, identity, builtInModel));
  });

  it.each(comparisons)('%s has each level once', (name, { levels }) => {
    expect(levels.map((level) => level.label).sort()).toEqual([...levelLabels[name]].sort());
  });

  // The exact levels of names take their u from frequencies; both kinds of telephone number are a distribution of their own.
  it.each([
    ['given', 1],
    ['family', 1],
    ['date-of-birth', 1],
    ['place', 1],
    ['email-address', 1],
    ['telephone-number', 2],
  ] as const)('%s is a distribution in each class', (name, total) => {
    const { levels } = builtInModel.comparisons[name];
    for (const part of ['m', 'u', 'h'] as const) expect(sumOf(levels.map((level) => level[part]))).toBeCloseTo(total, 2);
  });

  it('knows shares of common names that leave room for others', () => {
    for (const name of ['given', 'family'] as const) {
      const shares = Object.values(builtInModel.comparisons[name].frequencies?.shares ?? {});
      expect(shares.length).toBeGreaterThan(150);
      expect(sumOf(shares)).toBeLessThan(0.9);
      expect(Math.max(...shares)).toBeLessThan(0.02);
    }
  });
});
