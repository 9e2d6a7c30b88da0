/** A batch compares as a look-up does, only faster; and its keys are the same for the same parts. */
import { describe, expect, it } from 'vitest';
import { rowComparerOf } from '../../src/matching/batch-comparer.ts';
import { keyKinds, keyPartsOf, valuesOfPart } from '../../src/matching/blocking-keys.ts';
import { createComparer } from '../../src/matching/compare.ts';
import { builtInModel, type MatchIdentity, type MatchRecord } from '../../src/matching/index.ts';
import { createKeyReader, hashKeyParts } from '../../src/matching/key-hashes.ts';
import { prepareRecords } from '../../src/matching/record-table.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { normaliseRecord } from '../../src/standard/legacy/normalise-record.ts';
import { drawPeopleFile } from '../../src/testing/index.ts';

const today = { year: 2025, month: 6, day: 1 };
const hard: readonly MatchRecord[] = [...drawPeopleFile({ seed: 'batch-comparer', people: 400, setting: 'hard' })].map(
  ({ recordId, source, fields }) => ({
    recordId,
    source,
    identity: normaliseRecord(fields, { profile: profiles.gb, today }).identity,
  }),
);
/** What few records have: earlier names, further places, numbers and categories of their own. */
const rare: readonly MatchIdentity[] = [
  { name: { given: 'Rosalind', family: 'Featherby' }, previousName: { family: 'Quillon' } },
  { name: { given: 'Ros', family: 'Quillon' }, identifiers: { card: 'A1234' }, categories: { school: 'Oak Hill' } },
  { name: { given: 'Müller' }, mailingAddress: { kind: 'written', line1: '8 Tallow Lane', postcode: 'BX21 4AD' } },
  { name: { family: 'Mueller' }, postalAddress: { kind: 'written', line1: '8 Tallow Lane', postcode: 'BX21 4AD' } },
  { identifiers: { card: 'A1243' }, categories: { school: 'Oak Hall' } },
];
const records = [...hard, ...rare.map((identity, index) => ({ recordId: `rare ${index}`, identity }))];
const comparisons = {
  person: [...Object.keys(builtInModel.kinds.person.comparisons), 'identifier.card', 'category.school'],
  organisation: Object.keys(builtInModel.kinds.organisation.comparisons),
};

describe('a comparer of the rows of a table', () => {
  it.each(['person', 'organisation'] as const)('gives the levels that comparing two records gives: %s', (kind) => {
    const table = prepareRecords(records).tables.find((one) => one.kind === kind);
    const rows = table?.rows ?? [];
    const compareRows = table && rowComparerOf(table, comparisons[kind]);
    const compare = createComparer(comparisons[kind]);
    const expected = new Uint8Array(comparisons[kind].length);
    const unlike: string[] = [];
    let compared = 0;
    for (const [left, a] of rows.entries()) {
      for (const [right, b] of rows.entries()) {
        // The same few again and again, some far apart: what is remembered is met again, and forgotten.
        if (left >= right || (left * 31 + right) % 17 > 1) continue;
        compare(a, b, expected);
        const levels = compareRows?.(left, right).join(' ');
        // One look at the end: an expectation for each of thousands of pairs costs more than comparing them.
        if (levels !== expected.join(' ')) unlike.push(`rows ${left} and ${right}`);
        compared++;
      }
    }
    expect(unlike).toEqual([]);
    expect(compared).toBeGreaterThan(10);
  });
});

describe('the keys of a table', () => {
  it.each(['person', 'organisation'] as const)('are as many as those of each record by itself: %s', (kind) => {
    const table = prepareRecords(records).tables.find((one) => one.kind === kind);
    const rows = table?.rows ?? [];
    const read = table && createKeyReader(hashKeyParts(table, Object.keys(keyKinds)));
    for (const [name, parts] of Object.entries(keyKinds)) {
      const counted = new Array<number>(rows.length).fill(0);
      for (const row of read?.(name).rows ?? []) counted[row] = (counted[row] ?? 0) + 1;
      const expected = rows.map((row) => {
        const own = keyPartsOf(row);
        return parts.reduce((product, part) => product * valuesOfPart(part, own).length, 1);
      });
      expect(counted, name).toEqual(expected);
    }
  });
});
