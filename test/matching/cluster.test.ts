/** Batch clusters: against the truth of a synthetic borough, and by hand where a single case matters. */
import { describe, expect, it } from 'vitest';
import { clusterRecords } from '../../src/matching/index.ts';
import type { Identity } from '../../src/standard/identity.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { parseRecord } from '../../src/standard/record.ts';
import { createPopulation } from '../../src/testing/index.ts';

const today = { year: 2025, month: 6, day: 1 };
const { records } = createPopulation({ seed: 'cluster-test', people: 2500, records: 5000 });
const identities = records.map(({ fields }) => parseRecord(fields, profiles.gb, { today }).identity);
const sources = records.map(({ source }) => source);

const countPairs = (groups: readonly (string | number)[]): number => {
  const sizes = new Map<string | number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
};
const measure = (clusters: readonly number[]): { precision: number; recall: number } => {
  const truth = records.map(({ personId }) => personId);
  const right = countPairs(clusters.map((cluster, index) => `${cluster} ${truth[index] ?? ''}`));
  return { precision: right / countPairs(clusters), recall: right / countPairs(truth) };
};

const twin = (given: string): Identity => ({
  name: { given, family: 'Featherby' },
  dateOfBirth: { year: 2001, month: 5, day: 9 },
  postalAddress: { kind: 'written', line1: '8 Tallow Lane', postcode: 'BX21 4AD' },
});

describe('clusters of five thousand records', () => {
  it.each([
    [0.999, 0.998, 0.35],
    [0.99, 0.985, 0.6],
    [0.95, 0.94, 0.88],
  ])('at a chosen precision of %d keep at least %d, and recall at least %d', (precision, leastPrecision, leastRecall) => {
    const measured = measure(clusterRecords(identities, { precision, sources }));
    expect(measured.precision).toBeGreaterThanOrEqual(leastPrecision);
    expect(measured.recall).toBeGreaterThanOrEqual(leastRecall);
  });

  it('are numbered from nought by first appearance', () => {
    const clusters = clusterRecords(identities.slice(0, 500));
    let next = 0;
    for (const cluster of clusters) {
      expect(cluster).toBeLessThanOrEqual(next);
      next = Math.max(next, cluster + 1);
    }
  });
});

describe('clusters of a few records', () => {
  it('are none of none', () => {
    expect(clusterRecords([])).toEqual([]);
  });

  it('put the same person together and leave a twin apart', () => {
    expect(clusterRecords([twin('Rosalind'), twin('Hannah'), twin('Ros'), twin('Hannah')])).toEqual([0, 1, 0, 1]);
  });

  it('do not chain two people together through a record that fits both', () => {
    const clusters = clusterRecords([twin('Rosalind'), twin('R'), twin('Robert'), twin('Rosalind'), twin('Robert')]);
    expect(clusters[0]).not.toBe(clusters[2]);
    expect([clusters[3], clusters[4]]).toEqual([clusters[0], clusters[2]]);
  });

  it('hold two records of one source apart unless all but certain', () => {
    const { dateOfBirth: _, ...thin } = twin('Rosalind');
    const apart = clusterRecords([thin, thin], { precision: 0.9, sources: ['housing', 'housing'] });
    const together = clusterRecords([thin, thin], { precision: 0.9, sources: ['housing', 'waste'] });
    expect(apart).toEqual([0, 1]);
    expect(together).toEqual([0, 0]);
  });

  it('survive a crowd at one address', () => {
    const crowd = Array.from({ length: 300 }, (_, index): Identity => ({
      name: { given: `Resident${index}`, family: `Number${index}` },
      postalAddress: { kind: 'written', line1: '1 Care Home Way', postcode: 'BX21 4AD' },
    }));
    expect(new Set(clusterRecords(crowd)).size).toBe(300);
  });

  it('refuse a precision outside .5 to 1', () => {
    expect(() => clusterRecords([], { precision: 1 })).toThrow(RangeError);
  });
});
