/** Survivorship by a table: which of two values of a field is gone by; and addresses with their periods. */
import { describe, expect, it } from 'vitest';
import { addressPeriods, bestValues, summaryOf } from '../../src/service/best-values.ts';
import type { PostalAddress } from '../../src/standard/identity.ts';
import type { Assurance } from '../../src/store/store.ts';
import { recordOf } from '../store/sample-records.ts';

const says = (emailAddress: string, assurance: Assurance, year: number) =>
  recordOf('customer', { identity: { emailAddress }, assurance, recordedAt: new Date(Date.UTC(year, 0, 1)) });

describe('The best value', () => {
  it.each<readonly [string, Assurance, number, Assurance, number]>([
    ['a source system’s, however old, before one that is only asserted', 'source-system', 2001, 'self-asserted', 2026],
    ['one that staff verified before one that is only asserted', 'staff-verified', 2001, 'self-asserted', 2026],
    ['a source system’s before one of somebody signed in', 'source-system', 2001, 'signed-in', 2026],
    ['one of somebody signed in before one that is only asserted', 'signed-in', 2001, 'self-asserted', 2026],
    ['the later of two source systems’', 'source-system', 2026, 'source-system', 2001],
    // A move told at the desk, with papers, is not lost to a register of last year.
    ['one that staff verified later than the source system’s', 'staff-verified', 2026, 'source-system', 2025],
    ['a source system’s of later than staff verified it', 'source-system', 2026, 'staff-verified', 2025],
    ['the later of two that are only asserted', 'self-asserted', 2026, 'self-asserted', 2001],
  ])('is %s', (_, better, betterYear, worse, worseYear) => {
    const records = [says('better@example.org', better, betterYear), says('worse@example.org', worse, worseYear)];
    for (const order of [records, [...records].reverse()]) {
      expect(bestValues(order)).toMatchObject([{ field: 'email-address', value: 'better@example.org', assurance: better }]);
      expect(summaryOf(order)).toEqual({ emailAddress: 'better@example.org' });
    }
  });

  it('is one that its source still has, however old, before one that it no longer has; asserted ones stay below both', () => {
    const current = says('current@example.org', 'source-system', 2001);
    const ended = { ...says('ended@example.org', 'source-system', 2026), endedAt: new Date(Date.UTC(2026, 1, 1)) };
    const asserted = says('asserted@example.org', 'self-asserted', 2026);
    expect(summaryOf([ended, current, asserted])).toEqual({ emailAddress: 'current@example.org' });
    expect(summaryOf([ended, asserted])).toEqual({ emailAddress: 'ended@example.org' });
  });

  it('of each field comes from whichever record is best for that field', () => {
    const named = recordOf('customer', { identity: { name: { given: 'Ann', family: 'Sample' } }, source: 'register' });
    const best = bestValues([says('a@example.org', 'self-asserted', 2026), named]);
    expect(best.map(({ field, source }) => [field, source])).toEqual([
      ['name', 'register'],
      ['email-address', 'library'],
    ]);
  });
});

describe('Addresses', () => {
  const at = (line1: string): PostalAddress => ({ kind: 'written', line1, town: 'Testham', postcode: 'LS1 1AA', country: 'GB' });
  const lived = (line1: string, source: string, from: string) =>
    recordOf('customer', { identity: { postalAddress: at(line1) }, source, recordedAt: new Date(from) });

  it('have a beginning, and an end once no record says them any longer', () => {
    const before = { ...lived('1 Old Road', 'tax', '2020-01-01'), replacedAt: new Date('2024-05-01') };
    const now = lived('2 New Road', 'tax', '2024-05-01');
    expect(addressPeriods([now, before])).toEqual([
      { address: at('1 Old Road'), from: '2020-01-01T00:00:00.000Z', until: '2024-05-01T00:00:00.000Z', sources: ['tax'] },
      { address: at('2 New Road'), from: '2024-05-01T00:00:00.000Z', sources: ['tax'] },
    ]);
  });

  it('that one source left and another still says go on, and are told once', () => {
    const left = { ...lived('1 Old Road', 'tax', '2020-01-01'), replacedAt: new Date('2024-05-01') };
    const stays = lived('1 Old Road', 'library', '2018-01-01');
    expect(addressPeriods([left, stays])).toEqual([
      { address: at('1 Old Road'), from: '2018-01-01T00:00:00.000Z', sources: ['library', 'tax'] },
    ]);
  });

  it('are none where no record says any', () => {
    expect(addressPeriods([recordOf('customer')])).toEqual([]);
  });
});
