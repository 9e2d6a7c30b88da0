/** Rows of one table are read as records are, whatever was read before them, and what was done to them is counted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseRecord } from '../../../src/standard/legacy/normalise-record.ts';
import { createRowNormaliser, type RowField } from '../../../src/standard/legacy/normalise-rows.ts';
import { profiles } from '../../../src/standard/profiles.ts';

const options = { profile: profiles.gb, today: { year: 2025, month: 6, day: 15 } };

/** Rows read one after the other, so few values being remembered that some are forgotten in between. */
function readRows(names: readonly string[], rows: readonly (readonly string[])[]) {
  const fields = names.map((field, position): RowField => ({ field, position }));
  const { read, changes } = createRowNormaliser(fields, options, 3);
  return { identities: rows.map((cells) => read(cells)), changes: changes() };
}

/** The same, each by itself. */
function readRecords(names: readonly string[], rows: readonly (readonly string[])[]) {
  const records = rows.map((cells) =>
    normaliseRecord(Object.fromEntries(names.map((name, position) => [name, cells[position] ?? ''])), options),
  );
  const changes = new Map<string, number>();
  for (const { code } of records.flatMap((record) => record.changes)) changes.set(code, (changes.get(code) ?? 0) + 1);
  return { identities: records.map(({ identity }) => identity), changes };
}

const tables: readonly (readonly [string, readonly string[], readonly (readonly string[])[]])[] = [
  [
    'names in parts',
    ['name.given', 'name.family', 'emailAddress'],
    [
      ['ADA', 'EXAMPLE', 'ADA@EXAMPLE.COM'],
      ['Ada', 'Example', 'ada@example.com'],
      ['Example', 'Ltd', 'x'.repeat(500)],
      ['x'.repeat(25), 'de la', ''],
      ['', '', ''],
    ],
  ],
  [
    'names in one string beside their kind',
    ['name.full', 'customerKind', 'organisation.legalName', 'dateOfBirth'],
    [
      ['Example Ltd', '', '', '1.2.1985'],
      ['Example Ltd', 'person', '', '02/01/1985'],
      ['Example Ltd', 'organisation', '', '1985'],
      ['JANE SMITH NEE JONES', 'organisation', 'Example Ltd', '0000-00-00'],
      ['JANE SMITH NEE JONES', '', 'Example Ltd', ''],
    ],
  ],
  [
    // What stands between the cells of a key stands in a cell.
    'cells with nought characters',
    ['name.given', 'name.family', 'postalAddress', 'postalAddress.postcode'],
    [
      ['Ada', 'B\0C', '1 Example Street\0', 'LS1 4AP'],
      ['Ada\0B', 'C', '1 Example Street', '\0LS1 4AP'],
      ['Ada\0B\0C', '', '1 Example Street\0LS1 4AP', ''],
    ],
  ],
  [
    'fields that few records have',
    [
      'name.given',
      'previousName.family',
      'identifier.card',
      'category.ward',
      'mailingAddress.line1',
      'telephoneNumber',
      'colour',
    ],
    [
      ['Ada', 'Example', 'AB 12', 'North', '14 High Street', '07700 900123', 'red'],
      ['Ada', '', '', '', '', '01632 960123', ''],
    ],
  ],
];

describe('rows of one table', () => {
  it.each(tables)('are read as records are: %s', (_, names, rows) => {
    const twice = [...rows, ...rows, ...[...rows].reverse()];
    expect(readRows(names, twice)).toEqual(readRecords(names, twice));
  });

  it('share what they have in common', () => {
    const { identities } = readRows(
      ['name.given', 'dateOfBirth'],
      [
        ['Ada', '1985-03-27'],
        ['Ada', '1985-03-28'],
      ],
    );
    expect(identities[0]?.name).toBe(identities[1]?.name);
  });

  it('are read as records are, whatever they hold', () => {
    const names = ['name.given', 'name.family', 'dateOfBirth', 'postalAddress', 'postalAddress.postcode', 'telephoneNumber'];
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'Ada',
        'EXAMPLE',
        'church',
        'of',
        'N/A',
        '1985-03-27',
        '14 high street',
        'LS14AP',
        '07700 900123',
        'nfa',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const rows = fc.array(fc.tuple(...names.map(() => cell)), { maxLength: 4 });
    const check = fc.property(rows, (table) => {
      expect(readRows(names, table)).toEqual(readRecords(names, table));
    });
    fc.assert(check, { numRuns: 200, seed: 20_250_615 });
  });
});
