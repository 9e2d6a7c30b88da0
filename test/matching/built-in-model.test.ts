/** The built-in model is data, complete and consistent with itself. */
import { describe, expect, it } from 'vitest';
import { builtInModel, builtInModels, builtInVersion, decide, scorePair } from '../../src/matching/index.ts';
import { kindOf, levelLabels, matchClasses } from '../../src/matching/model.ts';
import type { Identity } from '../../src/standard/identity.ts';
import { profiles } from '../../src/standard/profiles.ts';

const comparisons = Object.entries(builtInModel.kinds).flatMap(([kind, { comparisons }]) =>
  Object.entries(comparisons).map(([name, comparison]) => [`${name} of a ${kind}`, name, comparison] as const),
);
const sumOf = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0);

describe('the built-in model', () => {
  it('survives JSON', () => {
    const copy = structuredClone(builtInModel);
    expect(JSON.parse(JSON.stringify(builtInModel))).toEqual(builtInModel);
    const identity = { name: { given: 'Ada', family: 'Featherby' }, dateOfBirth: { year: 1970, month: 5, day: 4 } };
    expect(scorePair(identity, identity, copy)).toEqual(scorePair(identity, identity, builtInModel));
  });

  it.each(comparisons)('%s has each level once', (_, name, { levels, conditions = [] }) => {
    const wanted = [...levelLabels[kindOf(name) ?? 'given']].sort();
    for (const own of [levels, ...conditions.map((condition) => condition.levels)]) {
      expect(own.map((level) => level.label).sort()).toEqual(wanted);
    }
  });

  // The exact levels of names take their u from frequencies; both kinds of telephone number are a distribution of their own.
  it.each(comparisons)('%s is a distribution in each class', (_, name, { levels, conditions = [] }) => {
    const total = kindOf(name) === 'telephone-number' ? 2 : 1;
    for (const own of [levels, ...conditions.map((condition) => condition.levels)]) {
      for (const part of matchClasses) expect(sumOf(own.map((level) => level[part]))).toBeCloseTo(total, 2);
    }
  });

  it('is one for each profile, trained on synthetic people, and tells on which', () => {
    expect(Object.keys(builtInModels).sort()).toEqual(Object.keys(profiles).sort());
    for (const [profile, { id, trained }] of Object.entries(builtInModels)) {
      expect(id).toBe(`${builtInVersion}-${profile}`);
      expect(trained?.on).toMatch(/^synthetic people, version \d+, \w+, seed built-in$/);
      expect(trained?.digest).toMatch(/^[0-9a-f]{16}$/);
    }
    expect(new Set(Object.values(builtInModels).map((model) => JSON.stringify(model.kinds))).size).toBe(2);
  });

  it('decides for records of its profile', () => {
    const identity: Identity = {
      name: { given: 'Ada', family: 'Featherby' },
      postalAddress: { kind: 'written', line1: '8 Tallow Lane', postcode: 'BX21 4AD', country: 'GB' },
    };
    const bitsBy = (profile?: string): number | undefined =>
      decide(identity, [{ customerId: 'c', records: [identity] }], profile === undefined ? {} : { profile }).ranked[0]?.bits;
    expect(bitsBy('gb')).toBe(bitsBy());
    expect(bitsBy('us-fl')).not.toBe(bitsBy());
    expect(bitsBy('none of this name')).toBe(bitsBy());
  });

  it('knows shares of common names that leave room for others', () => {
    for (const name of ['given', 'family'] as const) {
      const shares = Object.values(builtInModel.kinds.person.comparisons[name]?.frequencies?.shares ?? {});
      expect(shares.length).toBeGreaterThan(150);
      expect(sumOf(shares)).toBeLessThan(0.9);
      expect(Math.max(...shares)).toBeLessThan(0.02);
    }
  });
});
