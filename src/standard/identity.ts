/**
 * The identity: the set of values captured about one person or organisation, canonical; and the entries it is typed as.
 * Not a record (that has a source and a date) and not a customer (that has an ID).
 */
import type { CalendarDate } from './calendar-date.ts';
import type { Field } from './fields/field.ts';
import { accepted, refused, type Parsed } from './issue.ts';
import type { Profile } from './profiles/profile.ts';

/**
 * A name has a given or a family part; a person with one name has `given` alone. `full` only where it was asked in one box.
 * `suffix` tells a father from his son: `JR`, `SR`, `II`, `III`, `IV`, or as typed.
 */
export interface PersonName {
  readonly given?: string;
  readonly middle?: string;
  readonly family?: string;
  readonly suffix?: string;
  readonly full?: string;
}

/**
 * `no-fixed-address` has no lines; every other kind has at least line 1. `country` is ISO 3166-1 alpha-2. `region` is a
 * state's two letters in the United States, and as typed elsewhere. `uprn` is there where the address was found and not changed.
 */
export interface PostalAddress {
  readonly kind: 'found' | 'written' | 'no-fixed-address' | 'abroad';
  readonly line1?: string;
  readonly line2?: string;
  readonly town?: string;
  readonly region?: string;
  readonly postcode?: string;
  readonly country?: string;
  readonly uprn?: string;
}

/** What a location of a customer is for. */
export type LocationUse = 'bill-to' | 'ship-to' | 'sold-to';

/** One of several places of a customer. For each use that any location has, exactly one location is primary. */
export interface Location {
  readonly address: PostalAddress;
  /** At least one. */
  readonly uses: readonly LocationUse[];
  /** Those of `uses` for which this is the first place to go to. */
  readonly primaryFor: readonly LocationUse[];
}

/** `federalEmployerIdentificationNumber` is nine digits; `parent` the name or the customer ID of the organisation it belongs to. */
export interface Organisation {
  readonly legalName: string;
  readonly tradingName?: string;
  readonly federalEmployerIdentificationNumber?: string;
  readonly parent?: string;
}

/** `typed` as the resident wrote it, ends trimmed; `e164` is `+` and digits; `extension` digits. */
export interface TelephoneNumber {
  readonly typed: string;
  readonly e164: string;
  readonly extension?: string;
}

export type CustomerKind = 'person' | 'organisation';

/**
 * Every part is optional: which are asked and which must be answered is the profile's, or the form builder's, to say.
 * The identifiers are letters and digits without separators, and never prove who somebody is.
 */
export interface Identity {
  /** Absent: a person. */
  readonly customerKind?: CustomerKind;
  readonly name?: PersonName;
  readonly previousName?: PersonName;
  readonly preferredName?: string;
  readonly organisation?: Organisation;
  readonly dateOfBirth?: CalendarDate;
  readonly postalAddress?: PostalAddress;
  readonly mailingAddress?: PostalAddress;
  readonly locations?: readonly Location[];
  readonly emailAddress?: string;
  readonly telephoneNumber?: TelephoneNumber;
  readonly nationalInsuranceNumber?: string;
  readonly nhsNumber?: string;
  readonly driverLicense?: string;
  readonly socialSecurityNumber?: string;
  readonly individualTaxpayerNumber?: string;
}

/** Field names as form builders write them in `fields` and `required-fields`, in the order that a form has them. */
export const fieldNames = [
  'customer-kind',
  'name',
  'previous-name',
  'preferred-name',
  'organisation',
  'date-of-birth',
  'postal-address',
  'mailing-address',
  'locations',
  'email-address',
  'telephone-number',
  'national-insurance-number',
  'nhs-number',
  'driver-license',
  'social-security-number',
  'individual-taxpayer-number',
] as const;

export type FieldName = (typeof fieldNames)[number];

/**
 * What was typed, by entry; each field's file says what it reads (`EntryName` has them all). The element submits the same
 * entries behind its own name and a dot: `customer.name.given`.
 */
export type Entries = Readonly<Record<string, string>>;

export interface ParseIdentityOptions {
  /** The day it is where the resident is. */
  readonly today: CalendarDate;
  /** What was asked; the profile's fields where absent. Entries of other fields are ignored. */
  readonly fields?: readonly FieldName[];
  /** What must be answered, of the fields that were asked; the profile's where absent. */
  readonly requiredFields?: readonly FieldName[];
}

/**
 * Reads all that was typed. Refused with the issues of every field, in the order asked; a field left blank is absent, or
 * one `…/missing` issue at its first entry where it is required. A field that the profile does not hold (an identifier without
 * a stated purpose) counts as not asked; so do a person's fields of an organisation, and the other way round, where
 * `customer-kind` is asked. Never throws, whatever the strings hold.
 */
export function parseIdentity(entries: Entries, profile: Profile, options: ParseIdentityOptions): Parsed<Identity> {
  const { today, fields = profile.fields, requiredFields = profile.requiredFields } = options;
  const asked = fields.flatMap((name) => profile.fieldsByName[name] ?? []);
  const excused = asked.flatMap((field) => field.excuses?.(entries) ?? []);
  const parsed = asked
    .filter((field) => !excused.includes(field.name))
    .filter((field) => requiredFields.includes(field.name) || !field.isBlank(entries))
    .map((field) => field.parse(entries, { profile, today }));
  const issues = parsed.flatMap((field) => (field.ok ? [] : field.issues));
  if (issues.length > 0) return refused(...issues);
  const identity = parsed.reduce<Identity>((whole, field) => (field.ok ? { ...whole, ...field.value } : whole), {});
  return accepted(
    identity,
    parsed.flatMap((field) => (field.ok ? field.warnings : [])),
  );
}

/**
 * The entries that give the same identity again: to fill a form from what is known. Of the fields that `fieldsByName` holds:
 * a profile's, or every field there is (fields/all-fields.ts).
 */
export function formatIdentity(identity: Identity, { fieldsByName }: Pick<Profile, 'fieldsByName'>): Entries {
  const fields: readonly Field[] = Object.values(fieldsByName);
  return fields.reduce<Entries>((entries, field) => ({ ...entries, ...field.format(identity) }), {});
}
