/**
 * The present edition of the standard, made from the code: what each profile offers is asked of the profiles, and the codes of
 * each field are those that it really tells when it reads every example there is. `npm run standard:edition` freezes it.
 */
import type { Edition, EditionField } from '../../src/standard/editions.ts';
import { fieldsByName } from '../../src/standard/fields/all-fields.ts';
import type { Field } from '../../src/standard/fields/field.ts';
import type { Entries, FieldName } from '../../src/standard/identity.ts';
import type { Parsed } from '../../src/standard/issue.ts';
import { matchStrength, minimumMatchStrength } from '../../src/standard/match-strength.ts';
import { offeredFields } from '../../src/standard/offered-fields.ts';
import { profiles } from '../../src/standard/profiles.ts';
import type { IdentifierName, Profile, ProfileId, Purposes } from '../../src/standard/profiles/profile.ts';
import { identifierFields, withPurposes } from '../../src/standard/purposes.ts';
import { issueCodes } from '../../src/standard/issue-code.ts';
import { standardVersion } from '../../src/standard/version.ts';
import { readConformance, type Example } from './conformance-files.ts';

const identifiers: readonly IdentifierName[] = [
  'national-insurance-number',
  'nhs-number',
  'driver-license',
  'social-security-number',
  'individual-taxpayer-number',
  'federal-employer-identification-number',
];
const everyPurpose: Purposes = Object.fromEntries(identifiers.map((name) => [name, 'To find your record']));

interface Likeness {
  readonly as: FieldName;
  readonly from: string;
  readonly to: string;
  readonly beside?: Entries;
}

/** Fields that are read by another's rules, under entries of their own: its examples are theirs too. */
const alike: Readonly<Partial<Record<FieldName, Likeness>>> = {
  'previous-name': { as: 'name', from: 'name.', to: 'previousName.' },
  'mailing-address': { as: 'postal-address', from: 'postalAddress.', to: 'mailingAddress.' },
  locations: { as: 'postal-address', from: 'postalAddress.', to: 'locations.1.', beside: { 'locations.1.billTo': 'use' } },
};

/** What JSON cannot carry, or what no example of the field happens to hold: for every text that is typed. */
const unwanted = ['\uD800', 'a\u0007b', 'a\u202Eb'];

function typedInto({ name, entries: [first] }: Field): readonly Entries[] {
  const like = alike[name];
  const own = readConformance(name).cases.map(({ entries }) => entries);
  const others = like ? readConformance(like.as).cases.map(({ entries }) => rekeyed(entries, like)) : [];
  return [{}, ...own, ...others, ...unwanted.map((text) => ({ [first]: text }))];
}

function rekeyed(entries: Entries, { from, to, beside }: Likeness): Entries {
  const move = (entry: string) => (entry.startsWith(from) ? to + entry.slice(from.length) : entry);
  const moved: Entries = Object.fromEntries(Object.entries(entries).map(([entry, text]) => [move(entry), text]));
  return { ...beside, ...moved };
}

function inTableOrder(codes: ReadonlySet<string>): readonly string[] {
  return Object.keys(issueCodes).filter((code) => codes.has(code));
}

function describeField(field: Field, profile: Profile): EditionField {
  const { today } = readConformance(field.name);
  const read = typedInto(field).map((entries) => field.parse(entries, { profile, today }));
  const codes = (told: (parsed: Parsed<object>) => readonly { readonly code: string }[]) =>
    inTableOrder(new Set(read.flatMap((parsed) => told(parsed).map(({ code }) => code))));
  return {
    usual: profile.fields.includes(field.name),
    required: profile.requiredFields.includes(field.name),
    purposeNeeded: Object.hasOwn(identifierFields, field.name),
    entries: [...new Set(field.entries.map((entry) => entry.replace(/\.\d+\./u, '.{number}.')))],
    issues: codes((parsed) => (parsed.ok ? [] : parsed.issues)),
    warnings: codes((parsed) => (parsed.ok ? parsed.warnings : [])),
    matchStrength: Math.max(...read.map((parsed) => (parsed.ok ? matchStrength(parsed.value) : 0))),
  };
}

function describeProfile(id: ProfileId): Edition['profiles'][string] {
  const profile = withPurposes(profiles[id], everyPurpose);
  const fields = offeredFields[id].flatMap((name) => profile.fieldsByName[name] ?? []);
  return {
    country: profile.country,
    locale: profile.locale,
    dateOrder: profile.dateOrder,
    oldestAge: profile.oldestAge,
    fields: Object.fromEntries(fields.map((field) => [field.name, describeField(field, profile)])),
  };
}

function outcomeOf({ value, issues, warnings }: Example): string {
  const codes = (issues ?? warnings ?? []).map(({ code }) => code).join(' ');
  if (issues) return `refused: ${codes}`;
  if (value === null) return 'absent';
  return warnings ? `accepted, warned: ${codes}` : 'accepted';
}

/** The edition that the code is today. */
export function describePresentEdition(): Edition {
  const fields = Object.values(fieldsByName).map(({ name }) => readConformance(name));
  return {
    standardVersion,
    minimumMatchStrength,
    profiles: { gb: describeProfile('gb'), 'us-fl': describeProfile('us-fl') },
    examples: Object.fromEntries(
      fields.map(({ field, cases }) => [field, Object.fromEntries(cases.map((example) => [example.name, outcomeOf(example)]))]),
    ),
  };
}
