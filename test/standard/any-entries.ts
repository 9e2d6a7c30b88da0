/**
 * Entries to throw at a field: any text at all, and text that has a good chance to be accepted.
 */
import fc from 'fast-check';
import type { Field } from '../../src/standard/fields/field.ts';
import type { Entries } from '../../src/standard/identity.ts';

/** Text as it comes: any UTF-16 units, any characters, and characters that the parsers care about. */
const nasty = fc.string({
  unit: fc.constantFrom(
    ...'0123456789+().-x@ aZäßéЖ例١\u200d\u202e\u0000\ud800\udc00\ufeff\u00a0',
    '😀',
    'LS1 4AP',
    '+44',
    '.com',
  ),
});
export const anyText = fc.oneof(
  nasty,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii' }),
);

const nhsNumber = fc.stringMatching(/^[1-9]\d{8}$/).map((digits) => {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return `${digits}${(11 - (sum % 11)) % 11}`;
});

/** By the end of an entry's name; without a number of locations. */
const likely: Readonly<Record<string, fc.Arbitrary<string>>> = {
  customerKind: fc.constantFrom('person', 'organisation', ''),
  'name.kind': fc.constantFrom('', 'single'),
  'name.suffix': fc.constantFrom('jr', 'Sr.', 'iii', 'Esq.'),
  'dateOfBirth.day': fc.nat(32).map(String),
  'dateOfBirth.month': fc.oneof(fc.nat(13).map(String), fc.constantFrom('March', 'Medi', 'aug.', 'enero', 'jiyè')),
  'dateOfBirth.year': fc.integer({ min: 1890, max: 2030 }).map(String),
  dateOfBirth: fc
    .date({ min: new Date('1890-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  postcode: fc.oneof(
    fc.stringMatching(/^(LS|M|EC|ZZ|JE)[1-9][0-9A-Z]? ?[0-9][A-Z]{2}$/),
    fc.stringMatching(/^(3[23]|34|0)[0-9]{3}(-?[0-9]{4})?$/),
  ),
  region: fc.constantFrom('FL', 'ga', 'Florida', 'new york', 'AE', 'ZZ'),
  country: fc.constantFrom('', '', '', 'GB', 'US', 'FR', 'ZZ', 'je'),
  kind: fc.constantFrom('', '', '', 'no-fixed-address', 'abroad', 'same'),
  uprn: fc.nat(999_999_999).map(String),
  billTo: fc.constantFrom('', 'use', 'primary', 'yes'),
  shipTo: fc.constantFrom('', 'use', 'primary'),
  soldTo: fc.constantFrom('', '', 'use', 'primary'),
  emailAddress: fc.oneof(fc.emailAddress(), fc.stringMatching(/^[a-z.]{1,5}@[a-zäéß.]{1,9}\.(com|uk|рф)$/)),
  telephoneNumber: fc.oneof(
    fc.stringMatching(/^(0|\+44 ?(\(0\) ?)?|0044)(7700 ?900|1632-960|20 7946 0)[0-9]{3}( ?x[0-9]{1,3})?$/),
    fc.stringMatching(/^(\+1 ?)?\(?850\)? ?-?555-01[0-9]{2}( ext\.? ?[0-9]{1,3})?$/),
  ),
  federalEmployerIdentificationNumber: fc.stringMatching(/^[0-9]{2}-?[0-9]{7}$/),
  nationalInsuranceNumber: fc.stringMatching(/^[A-Za-z]{2} ?([0-9]{2} ?){3}[A-E]$/),
  nhsNumber: fc.oneof(nhsNumber, fc.stringMatching(/^[0-9]{3} ?[0-9]{3} ?[0-9]{4}$/)),
  driverLicense: fc.stringMatching(/^[A-Za-z][0-9]{3}-?[0-9]{3}-?[0-9]{2}-?[0-9]{3}-?[0-9]$/),
  socialSecurityNumber: fc.stringMatching(/^[0-9]{3}-?[0-9]{2}-?[0-9]{4}$/),
  individualTaxpayerNumber: fc.stringMatching(/^9[0-9]{2}-?[5-9][0-9]-?[0-9]{4}$/),
};

const words = fc.string({ unit: 'grapheme', minLength: 1 });

function likelyText(entry: string): fc.Arbitrary<string> {
  return likely[entry] ?? likely[entry.slice(entry.lastIndexOf('.') + 1)] ?? words;
}

const typedInto = (entry: string) => fc.oneof({ arbitrary: likelyText(entry), weight: 4 }, { arbitrary: anyText, weight: 1 });

/** Any entries of a field, each there or not; most of the time of the likely sort, so that not nearly all is refused. */
export function entriesOf(field: Field): fc.Arbitrary<Entries> {
  if (field.name === 'locations') return fc.array(location, { maxLength: 3 }).map(numbered);
  const each = field.entries.map((entry) =>
    fc.option(
      typedInto(entry).map((text) => [entry, text] as const),
      { nil: undefined },
    ),
  );
  return fc.tuple(...each).map((entries) => Object.fromEntries(entries.filter((entry) => entry !== undefined)));
}

/** Of several locations in pieces one is nearly always wrong: most are whole. */
const part = (entry: string) => fc.oneof({ arbitrary: likelyText(entry), weight: 30 }, { arbitrary: anyText, weight: 1 });
const location = fc.record(
  {
    line1: fc.oneof(
      { arbitrary: fc.stringMatching(/^[1-9]{1,3} [A-Z][a-z]{2,9} St$/), weight: 30 },
      { arbitrary: anyText, weight: 1 },
    ),
    town: fc.stringMatching(/^[A-Z][a-z]{2,9}$/),
    region: fc.constantFrom('FL', 'ga', 'Florida'),
    postcode: fc.stringMatching(/^3[0-9]{4}$/),
    kind: part('kind'),
    country: part('country'),
    billTo: part('billTo'),
    shipTo: part('shipTo'),
    soldTo: part('soldTo'),
  },
  { requiredKeys: ['line1', 'town', 'region', 'postcode', 'shipTo'] },
);

function numbered(locations: readonly object[]): Entries {
  const entries = locations.flatMap((parts, index) =>
    Object.entries(parts).map(([name, text]) => [`locations.${index + 1}.${name}`, String(text)] as const),
  );
  return Object.fromEntries(entries);
}
