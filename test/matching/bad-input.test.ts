/**
 * Files as bad as they come, as large as they come: a correct result, in bounded memory, and an end. The size is a share of the whole
 * here; `npm run test:long` tries the whole of it.
 */
import { describe, expect, it } from 'vitest';
import { dedupe, type MatchIdentity, type MatchRecord } from '../../src/matching/index.ts';

const scale = Number(process.env['CITIZEN_ID_BAD_INPUT_SCALE'] ?? '0.01');
const recordsOf = (count: number, identityOf: (index: number) => MatchIdentity): MatchRecord[] =>
  Array.from({ length: Math.round(count * scale) }, (_, index) => ({ recordId: String(index), identity: identityOf(index) }));
const syllables = 'ba fe gi lo mu na pe ri so tu va we zi cho dra kel min por qua ste'.split(' ');
/** A name like no other's nearby. */
const wordOf = (number: number): string =>
  [0, 1, 2, 3, 4].map((at) => syllables[Math.floor(((Math.imul(number + 1, 0x9e3779b1) >>> 0) / 20 ** at) % 20)]).join('');
const person = (index: number): MatchIdentity => ({
  name: { given: wordOf(index % 997), family: wordOf(index + 5000) },
  dateOfBirth: { year: 1930 + (index % 70), month: 1 + (index % 12), day: 1 + (index % 28) },
});
const peopleIn = (records: readonly MatchRecord[]): number => new Set(dedupe(records).clustersFor(0.99)).size;
const megabytes = (): number => process.memoryUsage().rss / 2 ** 20;

describe('a whole file', () => {
  it('with one placeholder for a mailbox in each of 100,000 records links nobody by it', () => {
    const records = recordsOf(100_000, (index) => ({ ...person(index), emailAddress: 'nobody@example.org' }));
    const { placeholders, clustersFor } = dedupe(records);
    expect(placeholders).toContainEqual({ field: 'email-address', records: records.length });
    expect(new Set(clustersFor(0.99)).size).toBeGreaterThan(0.999 * records.length);
  });

  it('of 100,000 equal records ends, with a number for each', () => {
    const records = recordsOf(100_000, () => person(1));
    const before = megabytes();
    expect(dedupe(records).clustersFor(0.99)).toHaveLength(records.length);
    expect(megabytes() - before).toBeLessThan(1500);
  });

  it('of 100,000 records with nothing but a name that many share links none of them', () => {
    const records = recordsOf(100_000, (index) => ({ name: { given: `Given${index % 7}`, family: `Family${index % 11}` } }));
    expect(peopleIn(records)).toBeGreaterThan(0.9 * records.length);
  });

  it('of one record whose every cell is ten million halves of characters is read, and nobody is', () => {
    const cell = '\udc00'.repeat(10_000_000);
    const identity: MatchIdentity = {
      name: { given: cell, family: cell, full: cell },
      postalAddress: { kind: 'written', line1: cell, postcode: cell },
      emailAddress: `${cell}@example.org`,
      categories: { occupation: cell },
      identifiers: { card: cell },
    };
    expect(dedupe([{ recordId: '1', identity }]).clustersFor(0.99)).toHaveLength(1);
    expect(dedupe([{ recordId: '1', identity: { ...identity, name: { full: cell } } }]).clustersFor(0.99)).toHaveLength(1);
  });

  it('of cells of ten million characters, and of halves of characters, is read', () => {
    const length = Math.round(10_000_000 * scale);
    const records = recordsOf(3 / scale, (index) => ({
      name: { given: 'Rosalind '.repeat(length / 9), family: '\ud800'.repeat(length) },
      postalAddress: { kind: 'written', line1: `${index} ${'\udc00 Lane'.repeat(length / 6)}`, postcode: 'BX21 4AD' },
      emailAddress: `${'x'.repeat(length)}@example.org`,
    }));
    expect(dedupe(records).clustersFor(0.99)).toHaveLength(3);
  });
});
