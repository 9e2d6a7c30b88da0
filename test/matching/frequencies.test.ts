/** How many people have a value, counted by person whatever the order of their records. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PreparedRecord, valueOf } from '../../src/matching/compare.ts';
import { compileKind } from '../../src/matching/compiled-model.ts';
import { countPeople, groupRows, valueColumnsOf } from '../../src/matching/frequencies.ts';
import type { MatchIdentity } from '../../src/matching/index.ts';
import { prepareRecords } from '../../src/matching/record-table.ts';
import { startingPersonModel } from '../../src/matching/starting-model.ts';

/** Values of some rows (−1 is missing) and the person of each row. */
const rows = fc.integer({ min: 1, max: 40 }).chain((size) =>
  fc.record({
    ids: fc.array(fc.integer({ min: -1, max: 5 }), { minLength: size, maxLength: size }),
    people: fc.array(fc.integer({ min: 0, max: size - 1 }), { minLength: size, maxLength: size }),
  }),
);
const values = ['a', 'b', 'c', 'd', 'e', 'f'];

const oldLane = { kind: 'written', line1: '8 Tallow Lane', postcode: 'BX21 4AD' } as const;
const identities: readonly MatchIdentity[] = [
  { name: { given: 'Rosalind', family: 'Featherby' }, emailAddress: 'ros@example.org', postalAddress: oldLane },
  // The same values written otherwise, and beside others.
  {
    name: { given: 'ROSALIND', family: 'Quillon' },
    emailAddress: 'Ros+news@example.org',
    postalAddress: { ...oldLane, town: 'Boxham' },
  },
  { name: { given: 'Müller' }, dateOfBirth: { year: 1980, month: 2, day: 3 }, telephoneNumber: { typed: '07700 900123' } },
  { name: { family: 'Mueller' }, dateOfBirth: { digits: '19800203' }, telephoneNumber: { typed: '07700-900-123' } },
  { identifiers: { card: 'A1243' }, categories: { school: 'Oak Hall' } },
  { identifiers: { card: 'a 1243' }, categories: { school: 'oak hall' } },
];

/** Folded, where both parts are known. */
function fullNameOf({ name }: Partial<PreparedRecord> = {}): string | undefined {
  return name?.given === undefined || name.family === undefined ? undefined : `${name.given.form} ${name.family.form}`;
}

describe('the values of a table', () => {
  it('are those of its rows, each with one number', () => {
    const [table] = prepareRecords(identities.map((identity, index) => ({ recordId: String(index), identity }))).tables;
    const model = compileKind(startingPersonModel(['identifier.card', 'category.school']));
    const columns = table && valueColumnsOf(table, model);
    for (const [field, name] of model.names.entries()) {
      const column = columns?.byField[field];
      const read = Array.from(column?.ids ?? [], (id) => column?.values[id]);
      expect(read, name).toEqual(table?.rows.map((row) => valueOf(row, name)));
      expect(new Set(column?.values).size, name).toBe(column?.values.length);
    }
    const names = columns?.fullNames;
    const nameIn = (row: number | undefined) => fullNameOf(table?.rows[row ?? -1]);
    expect(Array.from(names?.ids ?? [], (id) => nameIn(names?.values[id]))).toEqual(table?.rows.map(fullNameOf));
    expect(new Set(Array.from(names?.values ?? [], nameIn)).size).toBe(names?.values.length);
  });
});

describe('rows grouped by person', () => {
  it('are all there once, those of one person together, in their order', () => {
    fc.assert(
      fc.property(rows, ({ people }) => {
        const { order } = groupRows(Int32Array.from(people));
        const expected = people.map((_, row) => row).sort((a, b) => (people[a] ?? 0) - (people[b] ?? 0) || a - b);
        expect([...order]).toEqual(expected);
      }),
    );
  });
});

describe('people with a value', () => {
  it('are counted once each, as sets count them', () => {
    fc.assert(
      fc.property(rows, ({ ids, people }) => {
        const counts = countPeople({ ids: Int32Array.from(ids), values }, groupRows(Int32Array.from(people)));
        const expected = values.map((_, id) => new Set(people.filter((__, row) => ids[row] === id)).size);
        expect([...counts]).toEqual(expected);
      }),
    );
  });

  it('are as many as its rows, where no row is known to be another’s', () => {
    expect([...countPeople({ ids: Int32Array.of(0, 2, -1, 2, 0, 2), values: ['a', 'b', 'c'] }, undefined)]).toEqual([2, 0, 3]);
  });
});
