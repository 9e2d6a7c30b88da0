/**
 * The one contract that every field of the standard fulfils: from what was typed to a value or issues, and back.
 * Not how a field is drawn (form/) nor compared (matching/).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { Entries, FieldName, Identity } from '../identity.ts';
import { accepted, type Parsed } from '../issue.ts';
import type { Profile } from '../profiles/profile.ts';
import { tidy } from '../text.ts';

/** The name of one input, as it is submitted behind the element's own name and a dot. */
export type EntryName =
  | 'name.given'
  | 'name.middle'
  | 'name.family'
  | 'name.suffix'
  | 'name.full'
  | 'name.kind'
  | 'dateOfBirth'
  | 'dateOfBirth.day'
  | 'dateOfBirth.month'
  | 'dateOfBirth.year'
  | 'postalAddress.line1'
  | 'postalAddress.line2'
  | 'postalAddress.town'
  | 'postalAddress.postcode'
  | 'postalAddress.kind'
  | 'emailAddress'
  | 'telephoneNumber';

/**
 * `capture`: a form asks somebody now, who can complete and correct. `record`: a source system hands over what it has, so
 * parts may be missing and nobody is too old.
 */
export type Reading = 'capture' | 'record';

/** What a parser may need to know beside the entries. `today` where the resident is: the caller has the clock, the standard has none. */
export interface ParseContext {
  readonly profile: Profile;
  readonly today: CalendarDate;
  /** `capture` where absent. */
  readonly reading?: Reading;
}

/** A field of an identity. Pure: no clock, no network, no DOM; and nothing throws, whatever was typed. */
export interface Field {
  readonly name: FieldName;
  readonly key: keyof Identity;
  /** Every entry that it reads, the first of a form first: that one takes the issue where nothing at all was given. */
  readonly entries: readonly [EntryName, ...EntryName[]];
  /** Whether nothing was given: a field that is not required is then simply absent. */
  isBlank(entries: Entries): boolean;
  /** An identity that holds this field alone. A blank field is refused with its `…/missing` code. */
  parse(entries: Entries, context: ParseContext): Parsed<Identity>;
  /** The entries that give the same value again: `parse(format(identity))` is `identity`. None where it has no such value. */
  format(identity: Identity): Entries;
}

/** A field's own answer as one about an identity that holds this field alone. */
export function inIdentity<T>(parsed: Parsed<T>, hold: (value: T) => Identity): Parsed<Identity> {
  return parsed.ok ? accepted(hold(parsed.value), parsed.warnings) : parsed;
}

/** What was typed into one entry, tidied; empty where nothing was. */
export function readEntry(entries: Entries, entry: EntryName): string {
  return tidy(entries[entry] ?? '');
}

/** Whether none of these entries holds anything visible. */
export function areBlank(entries: Entries, names: readonly EntryName[]): boolean {
  return names.every((name) => readEntry(entries, name) === '');
}
