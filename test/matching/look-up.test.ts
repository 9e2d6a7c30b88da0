/** Customers in memory, found by an identity. */
import { describe, expect, it } from 'vitest';
import { builtInModel, createLookUp, type CustomerRecord, type MatchIdentity } from '../../src/matching/index.ts';

const resident = (given: string, family: string): MatchIdentity => ({
  name: { given, family },
  dateOfBirth: { year: 1984, month: 3, day: 12 },
  postalAddress: { kind: 'written', line1: '8 Tallow Lane', postcode: 'BX21 4AD' },
});
const records: readonly CustomerRecord[] = [
  { customerId: 'b', identity: resident('Rosalind', 'Featherby') },
  { customerId: 'b', identity: resident('Ros', 'Featherby') },
  { customerId: 'a', identity: resident('Kwame', 'Featherby') },
];

describe('a look-up in memory', () => {
  const lookUp = createLookUp(records, { model: builtInModel });

  it('finds the customers that share a key, the likeliest first', () => {
    const found = lookUp.findCandidates(resident('Rosalind', 'Fetherby'));
    expect(found.map(({ customerId }) => customerId)).toEqual(['b', 'a']);
    expect(found[0]?.score).toBeGreaterThan(0);
    expect(found[1]?.score).toBeLessThan(0);
  });

  it('knows how many customers it holds, and finds nobody by nothing', () => {
    expect(lookUp.customers).toBe(2);
    expect(lookUp.findCandidates({})).toEqual([]);
  });

  it('does not follow a key that too many share', () => {
    const crowd = Array.from({ length: 5 }, (_, index) => ({
      customerId: String(index),
      identity: { emailAddress: 'one@example.org' },
    }));
    const find = (largestBlock: number): number =>
      createLookUp(crowd, { model: builtInModel, largestBlock }).findCandidates({ emailAddress: 'one@example.org' }).length;
    expect(find(5)).toBe(5);
    expect(find(4)).toBe(0);
  });
});
