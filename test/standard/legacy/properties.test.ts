/** What holds of lenient reading whatever a record holds: it never throws, and reading again what it made changes nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeCodes } from '../../../src/standard/legacy/change.ts';
import { formatRecord } from '../../../src/standard/legacy/format-record.ts';
import { normaliseRecord } from '../../../src/standard/legacy/normalise-record.ts';
import { profiles } from '../../../src/standard/profiles.ts';

const today = { year: 2025, month: 6, day: 15 };
/** The same inputs in every build; `npm run test:long` draws new ones, and may find what nobody has thought of. */
const long = process.env['CITIZEN_ID_PROPERTY_RUNS'];
const runs = long === undefined ? { numRuns: 3_000, seed: 20_250_615 } : { numRuns: Number(long) };

const pieces = fc.constantFrom(
  ..."0123456789+().,-/'@& aZäßéЖ例\u200d\u202e\u0000\ud800\udc00\ufeff\n",
  ...[
    'MR ',
    'SMITH',
    ', ',
    'JR',
    'DE LA ',
    ' J',
    "O'BRIEN",
    'MCDONALD',
    ' LTD',
    'ABDUL ',
    ' (NEE JONES)',
    'THE CHURCH OF ',
    ' y ',
    'N/A',
  ],
  ...['1985', '03', '27', 'MAR', '19850327', '850327', '0000-00-00', '1900-01-01', ' 12:00', '.0'],
  ...['14 ', 'HIGH STREET', 'FLAT 2', 'LEEDS', 'LS1 4AP', 'LSI 4AP', ' FL ', '32301', 'C/O ', 'NFA', 'SURREY'],
  ...['ada@example.com', '@', '.com', '07700 900123', '+44', '(0)', 'ext 4', '0000000', ' or '],
);
const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')) },
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);
const paths = [
  ...['name.given', 'name.middle', 'name.family', 'name.suffix', 'name.full', 'name.kind', 'dateOfBirth', 'dateOfBirth.year'],
  ...['dateOfBirth.month', 'dateOfBirth.day', 'postalAddress', 'postalAddress.houseNumber', 'postalAddress.street'],
  ...['postalAddress.line1', 'postalAddress.line2', 'postalAddress.town', 'postalAddress.region', 'postalAddress.postcode'],
  ...['postalAddress.country', 'postalAddress.uprn', 'emailAddress', 'telephoneNumber', 'identifier.card', 'category.ward'],
  ...['previousName.full', 'previousName.given', 'preferredName', 'organisation.legalName', 'organisation.tradingName'],
  ...['mailingAddress', 'locations.1', 'locations.3.line1', 'locations.3.billTo', 'nhsNumber', 'customerKind'],
];
const columns = fc.dictionary(fc.constantFrom(...paths), text, { maxKeys: 6 });

describe.each(Object.values(profiles))('whatever a record of profile $id holds', (profile) => {
  const read = (record: Readonly<Record<string, string>>) => normaliseRecord(record, { profile, today });

  it('is read without an error, with known codes and the columns they are about', () => {
    fc.assert(
      fc.property(columns, (record) => {
        const { changes } = read(record);
        expect(changes.every(({ code, from }) => Object.hasOwn(changeCodes, code) && typeof from === 'string')).toBe(true);
      }),
      runs,
    );
  });

  it('reads the same again from what it made', () => {
    fc.assert(
      fc.property(columns, (record) => {
        const { identity } = read(record);
        expect(read(formatRecord(identity)).identity).toEqual(identity);
      }),
      // A joiner that stood before a trailing comma.
      { ...runs, examples: [[{ 'postalAddress.street': '0\u200d, ' }]] },
    );
  });
});
