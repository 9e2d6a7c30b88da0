/**
 * The identity: the set of values captured about one person, canonical; and the entries it is typed as.
 * Not a record (that has a source and a date) and not a customer (that has an ID).
 */
import type { CalendarDate } from './calendar-date.ts';
import { fieldsByName } from './fields/all-fields.ts';
import { accepted, refused, type Parsed } from './issue.ts';
import type { Profile } from './profiles/profile.ts';

/** A name has a given or a family part; a person with one name has `given` alone. `full` only where it was asked in one box. */
export interface PersonName {
  readonly given?: string;
  readonly middle?: string;
  readonly family?: string;
  readonly suffix?: string;
  readonly full?: string;
}

/** `no-fixed-address` has no lines; every other kind has at least line 1. `country` is ISO 3166-1 alpha-2. */
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

/** `typed` as the resident wrote it, ends trimmed; `e164` is `+` and digits; `extension` digits. */
export interface TelephoneNumber {
  readonly typed: string;
  readonly e164: string;
  readonly extension?: string;
}

/** Every part is optional: which are asked and which must be answered is the profile's, or the form builder's, to say. */
export interface Identity {
  readonly name?: PersonName;
  readonly dateOfBirth?: CalendarDate;
  readonly postalAddress?: PostalAddress;
  readonly emailAddress?: string;
  readonly telephoneNumber?: TelephoneNumber;
}

/** Field names as form builders write them in `fields` and `required-fields`. */
export type FieldName = 'name' | 'date-of-birth' | 'postal-address' | 'email-address' | 'telephone-number';

/**
 * What was typed, by entry: `name.given`, `name.family`, `name.kind` (`single`: "I only have one name"), `name.full`,
 * `dateOfBirth.day|month|year` (or `dateOfBirth` as one ISO date), `postalAddress.line1|line2|town|postcode`,
 * `postalAddress.kind` (`no-fixed-address`), `emailAddress`, `telephoneNumber`.
 * The element submits the same entries behind its own name and a dot: `customer.name.given`.
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
 * one `…/missing` issue at its first entry where it is required. Never throws, whatever the strings hold.
 */
export function parseIdentity(entries: Entries, profile: Profile, options: ParseIdentityOptions): Parsed<Identity> {
  const { today, fields = profile.fields, requiredFields = profile.requiredFields } = options;
  const parsed = fields
    .map((name) => fieldsByName[name])
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

/** The entries that give the same identity again: to fill a form from what is known. */
export function formatIdentity(identity: Identity): Entries {
  return Object.values(fieldsByName).reduce<Entries>((entries, field) => ({ ...entries, ...field.format(identity) }), {});
}
