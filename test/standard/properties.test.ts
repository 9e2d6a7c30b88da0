import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/standard/fields/field.ts';
import { foldKeys, foldText } from '../../src/standard/fold.ts';
import type { Entries } from '../../src/standard/identity.ts';
import { identitySchema } from '../../src/standard/identity-schema.ts';
import { issueCodes } from '../../src/standard/issue-code.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { parseRecord } from '../../src/standard/record.ts';

const context = { profile: profiles.gb, today: { year: 2025, month: 6, day: 15 } };
const runs = { numRuns: 10_000 };

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
const anyText = fc.oneof(
  nasty,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii' }),
);

/** Text that has a good chance to be accepted. */
const likely: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'name.kind': fc.constantFrom('', 'single'),
  'dateOfBirth.day': fc.nat(32).map(String),
  'dateOfBirth.month': fc.oneof(fc.nat(13).map(String), fc.constantFrom('March', 'Medi', 'aug.')),
  'dateOfBirth.year': fc.integer({ min: 1890, max: 2030 }).map(String),
  dateOfBirth: fc
    .date({ min: new Date('1890-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  'postalAddress.postcode': fc.stringMatching(/^(LS|M|EC|ZZ|JE)[1-9][0-9A-Z]? ?[0-9][A-Z]{2}$/),
  'postalAddress.kind': fc.constantFrom('', '', 'no-fixed-address'),
  emailAddress: fc.oneof(fc.emailAddress(), fc.stringMatching(/^[a-z.]{1,5}@[a-zäéß.]{1,9}\.(com|uk|рф)$/)),
  telephoneNumber: fc.stringMatching(/^(0|\+44 ?(\(0\) ?)?|0044)(7700 ?900|1632-960|20 7946 0)[0-9]{3}( ?x[0-9]{1,3})?$/),
};

/** Any entries of a field, each there or not. */
function entriesOf(field: Field): fc.Arbitrary<Entries> {
  const typed = (entry: string) => fc.oneof(anyText, likely[entry] ?? fc.string({ unit: 'grapheme', minLength: 1 }));
  const each = field.entries.map((entry) =>
    fc.option(
      typed(entry).map((text) => [entry, text] as const),
      { nil: undefined },
    ),
  );
  return fc.tuple(...each).map((entries) => Object.fromEntries(entries.filter((entry) => entry !== undefined)));
}

describe.each(Object.values(gb.fieldsByName))('whatever is typed into $name', (field) => {
  it('is answered with a value of the wire or with known issues at its own entries, and reads the same again', () => {
    let acceptedRuns = 0;
    const paths = new Set<string>([...field.entries, field.key]);
    fc.assert(
      fc.property(entriesOf(field), (entries) => {
        const parsed = field.parse(entries, context);
        const told = parsed.ok ? parsed.warnings : parsed.issues;
        expect(told.every(({ code, path }) => Object.hasOwn(issueCodes, code) && paths.has(path))).toBe(true);
        expect(parsed.ok ? identitySchema.safeParse(parsed.value).success : parsed.issues.length > 0).toBe(true);
        expect(parsed.ok ? field.parse(field.format(parsed.value), context) : parsed).toEqual(parsed);
        acceptedRuns += parsed.ok ? 1 : 0;
      }),
      runs,
    );
    // A property over refusals alone would prove little.
    expect(acceptedRuns).toBeGreaterThan(runs.numRuns / 100);
  });
});

describe('whatever a record holds', () => {
  const everything = fc
    .tuple(...Object.values(gb.fieldsByName).map(entriesOf))
    .map((parts) => Object.assign({}, ...parts) as Entries);

  it('is read without an error, to a value of the wire', () => {
    fc.assert(
      fc.property(everything, (entries) => {
        const { identity } = parseRecord(entries, context.profile, context);
        expect(identitySchema.safeParse(identity).success).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('whatever is folded', () => {
  it('is the same when it is folded twice, and the first of its keys', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = foldText(text);
        expect(foldText(key)).toBe(key);
        expect(foldKeys(text)[0]).toBe(key);
      }),
      runs,
    );
  });
});
