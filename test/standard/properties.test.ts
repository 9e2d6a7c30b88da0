/**
 * What holds whatever is typed. 5,000 inputs for each field here, and 1,250 for those made of many entries, which take most of the
 * time; `npm run test:long` makes a million for every one (`CITIZEN_ID_PROPERTY_RUNS`).
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/standard/fields/field.ts';
import { foldKeys, foldText } from '../../src/standard/fold.ts';
import { parseIdentity, type Entries } from '../../src/standard/identity.ts';
import { identitySchema } from '../../src/standard/identity-schema.ts';
import { issueCodes } from '../../src/standard/issue-code.ts';
import { offeredFields } from '../../src/standard/offered-fields.ts';
import { profiles } from '../../src/standard/profiles.ts';
import type { Profile } from '../../src/standard/profiles/profile.ts';
import { withPurposes } from '../../src/standard/purposes.ts';
import { parseRecord } from '../../src/standard/record.ts';
import { anyText, entriesOf } from './any-entries.ts';

const given = process.env['CITIZEN_ID_PROPERTY_RUNS'];
const numRuns = Number(given ?? 5_000);
const entriesOfMany = 7;
const runsOf = (field: Field) => (given === undefined && field.entries.length > entriesOfMany ? numRuns / 4 : numRuns);
const today = { year: 2025, month: 6, day: 15 };
/** Milliseconds: there to end a hang, not to measure. */
const timeLimit = 60_000 + 10 * numRuns;
const purpose = 'To find your record';

/** With every identifier that it offers. */
const whole = (profile: Profile) =>
  withPurposes(profile, {
    'national-insurance-number': purpose,
    'nhs-number': purpose,
    'driver-license': purpose,
    'social-security-number': purpose,
    'individual-taxpayer-number': purpose,
    'federal-employer-identification-number': purpose,
  });

/** Each field under the profile whose rules for it are its own; what both read alike, under gb. */
const readDifferently = ['name', 'date-of-birth', 'postal-address', 'telephone-number'];
const subjects = Object.values(profiles)
  .map(whole)
  .flatMap((profile) =>
    offeredFields[profile.id]
      .filter((name) => profile.id === 'gb' || readDifferently.includes(name) || !offeredFields.gb.includes(name))
      .map((name) => ({ id: profile.id, name, profile, field: profile.fieldsByName[name] })),
  )
  .filter((subject): subject is typeof subject & { field: Field } => subject.field !== undefined);

/** Where an issue may point: at the field's entries, or at the field; a mailing address may be the postal one. */
function pathsOf(field: Field): ReadonlySet<string> {
  return new Set<string>([...field.entries, field.key]);
}

describe.each(subjects)('whatever is typed into $name of $id', ({ profile, field }) => {
  const context = { profile, today };
  const paths = pathsOf(field);

  const isAnswered = (entries: Entries): boolean => {
    const parsed = field.parse(entries, context);
    const told = parsed.ok ? parsed.warnings : parsed.issues;
    if (!told.every(({ code, path }) => Object.hasOwn(issueCodes, code) && paths.has(path))) return false;
    if (!parsed.ok) return parsed.issues.length > 0;
    return identitySchema.safeParse(parsed.value).success;
  };

  const readsTheSameAgain = (entries: Entries): boolean => {
    const parsed = field.parse(entries, context);
    if (!parsed.ok || parsed.value[field.key] === undefined) return true;
    return isDeepStrictEqual(field.parse(field.format(parsed.value), context), parsed);
  };

  it(
    'is answered with a value of the wire or with known issues at its own entries, and reads the same again',
    () => {
      let acceptedRuns = 0;
      const property = fc.property(entriesOf(field), (entries) => {
        acceptedRuns += field.parse(entries, context).ok ? 1 : 0;
        return isAnswered(entries) && readsTheSameAgain(entries);
      });
      fc.assert(property, { numRuns: runsOf(field) });
      // A property over refusals alone would prove little.
      expect(acceptedRuns).toBeGreaterThan(runsOf(field) / 100);
    },
    timeLimit,
  );

  it.each([
    ['letters', 'a', 10_000_000],
    ['NUL', '\u0000', 10_000_000],
    ['lone surrogates', '\ud800', 10_000_000],
    // A million matches each take a second or more on ten megabytes: test/bench/standard.ts shows that they stay linear.
    ['zero-width spaces', '\u200b', 100_000],
    ['combining marks', '\u0316\u0300', 100_000],
    ['commas', 'NFA, ', 100_000],
  ])('is answered for a very long run of %s', (_what, unit, length) => {
    expect(isAnswered({ [field.entries[0]]: unit.repeat(length / unit.length) })).toBe(true);
  });
});

describe('whatever a record holds', () => {
  const { gb } = profiles;
  const everything = fc
    .tuple(...Object.values(gb.fieldsByName).map(entriesOf))
    .map((parts) => Object.assign({}, ...parts) as Entries);

  it('is read without an error, to a value of the wire', () => {
    const property = fc.property(
      everything,
      (entries) => identitySchema.safeParse(parseRecord(entries, gb, { today }).identity).success,
    );
    fc.assert(property, { numRuns: 2_000 });
  });
});

describe('the same answers', () => {
  const profile = whole(profiles['us-fl']);
  const fields = offeredFields['us-fl'];
  const entries = fc
    .tuple(...fields.flatMap((name) => profile.fieldsByName[name] ?? []).map(entriesOf))
    .map((parts) => Object.assign({}, ...parts) as Entries);

  it('are read the same however often', () => {
    const options = { today, fields, requiredFields: [] };
    const property = fc.property(entries, (typed) =>
      isDeepStrictEqual(parseIdentity(typed, profile, options), parseIdentity(typed, profile, options)),
    );
    fc.assert(property, { numRuns: 500 });
  });
});

describe('whatever is folded', () => {
  it('is the same when it is folded twice, and the first of its keys', () => {
    const property = fc.property(anyText, (text) => {
      const key = foldText(text);
      return foldText(key) === key && foldKeys(text)[0] === key;
    });
    fc.assert(property, { numRuns });
  });
});
