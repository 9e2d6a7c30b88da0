/** The acceptance list of hard pairs: the engine as it comes, without training, decides each as a careful person would. */
import { describe, expect, it } from 'vitest';
import hardPairs from '../../src/matching/conformance/hard-pairs.json' with { type: 'json' };
import { gradeOf, scorePair } from '../../src/matching/index.ts';
import { normaliseRecord } from '../../src/standard/legacy/normalise-record.ts';
import type { Columns } from '../../src/standard/legacy/legacy-identity.ts';
import { profiles } from '../../src/standard/profiles.ts';

const today = { year: 2025, month: 6, day: 15 };
/** The columns of a record without those that only the other of the pair has. */
const read = (columns: Readonly<Record<string, string | undefined>>) => {
  const filled = Object.entries(columns).flatMap(([column, text]): [string, string][] =>
    text === undefined ? [] : [[column, text]],
  );
  const record: Columns = Object.fromEntries(filled);
  return normaliseRecord(record, { profile: profiles.gb, today }).identity;
};
const outcomes = { certain: 'same', probable: 'review', possible: 'different', 'certainly-not': 'different' } as const;
const { pairs, precision } = hardPairs;

describe('A hard pair', () => {
  it.each(pairs)('of $group: $name is $wanted', ({ left, right, wanted }) => {
    const { probability } = scorePair(read(left), read(right));
    expect(outcomes[gradeOf(probability, precision)]).toBe(wanted);
  });

  it.each(pairs)('of $group: $name is the same in either order', ({ left, right }) => {
    expect(scorePair(read(right), read(left)).bits).toBeCloseTo(scorePair(read(left), read(right)).bits, 9);
  });

  it('comes with a reason, and every outcome has several', () => {
    expect(pairs.filter(({ reason }) => !reason.endsWith('.'))).toEqual([]);
    for (const wanted of Object.values(outcomes))
      expect(pairs.filter((pair) => pair.wanted === wanted).length).toBeGreaterThan(4);
    expect(new Set(pairs.map(({ group, name }) => `${group} ${name}`)).size).toBe(pairs.length);
  });
});
