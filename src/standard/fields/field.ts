/**
 * The one contract that every field of the standard fulfils: from what was typed to a value or issues, and back.
 * Not how a field is drawn (form/) nor compared (matching/).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { Entries, FieldName, Identity } from '../identity.ts';
import { accepted, type Parsed } from '../issue.ts';
import type { Profile } from '../profiles/profile.ts';
import { tidy } from '../text.ts';

/** The parts of a person's name. `kind` says `single` for "I only have one name". */
export type NameEntry = 'given' | 'middle' | 'family' | 'suffix' | 'full' | 'kind';

/**
 * The parts of an address. `kind` says `no-fixed-address` or `abroad`; nothing, or `written`, for one at home. `uprn` and `found`
 * come with an address that a finder gave: its number, and its text then, so that a change shows.
 */
export type AddressEntry = 'line1' | 'line2' | 'town' | 'region' | 'postcode' | 'country' | 'kind' | 'uprn' | 'found';

/** What a location is for: each says `use`, or `primary` where it is the first of that use. */
export type LocationUseEntry = 'billTo' | 'shipTo' | 'soldTo';

/** The name of one input, as it is submitted behind the element's own name and a dot. Locations are numbered from 1. */
export type EntryName =
  | 'customerKind'
  | `name.${NameEntry}`
  | `previousName.${NameEntry}`
  | 'preferredName'
  | `organisation.${'legalName' | 'tradingName' | 'federalEmployerIdentificationNumber' | 'parent'}`
  | 'dateOfBirth'
  | `dateOfBirth.${'day' | 'month' | 'year'}`
  | `postalAddress.${AddressEntry}`
  | `mailingAddress.${AddressEntry}`
  | `locations.${number}.${AddressEntry | LocationUseEntry}`
  | 'emailAddress'
  | 'telephoneNumber'
  | 'nationalInsuranceNumber'
  | 'nhsNumber'
  | 'driverLicense'
  | 'socialSecurityNumber'
  | 'individualTaxpayerNumber';

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
  /** What its answer makes pointless to ask: a person's fields where the customer is an organisation. */
  excuses?(entries: Entries): readonly FieldName[];
  /** Every entry that it reads, the first of a form first: that one takes the issue where nothing at all was given. */
  readonly entries: readonly [EntryName, ...EntryName[]];
  /** Whether nothing was given: a field that is not required is then simply absent. */
  isBlank(entries: Entries): boolean;
  /** An identity that holds this field alone. A blank field is refused with its `…/missing` code. */
  parse(entries: Entries, context: ParseContext): Parsed<Identity>;
  /** The entries that give the same value again: `parse(format(identity))` is `identity`. None where it has no such value. */
  format(identity: Identity): Entries;
}

/** The keys of an identity whose values are text. */
type TextKey = {
  readonly [Key in keyof Identity]-?: string extends NonNullable<Identity[Key]> ? Key : never;
}[keyof Identity];

interface TextField extends Pick<Field, 'name'> {
  readonly key: TextKey & EntryName;
  /** Blank text is refused with the field's `…/missing` code. */
  readonly parse: (typed: string, context: ParseContext) => Parsed<string>;
}

/** A field that is one box and one text. */
export function createTextField({ key, parse, ...field }: TextField): Field {
  return {
    ...field,
    key,
    entries: [key],
    isBlank: (entries) => readEntry(entries, key) === '',
    parse: (entries, context) => inIdentity(parse(entries[key] ?? '', context), (text) => ({ [key]: text })),
    format: ({ [key]: text }) => (text === undefined ? {} : { [key]: text }),
  };
}

/** The entries of a value of several parts: each part under its own name. */
export function formatParts(key: keyof Identity, value: object = {}): Entries {
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(parts.map(([name, part]) => [`${key}.${name}`, String(part)]));
}

/** A field's own answer as one about an identity that holds this field alone. */
export function inIdentity<T>(parsed: Parsed<T>, hold: (value: T) => Identity): Parsed<Identity> {
  return parsed.ok ? accepted(hold(parsed.value), parsed.warnings) : parsed;
}

/** What was typed into one entry, tidied; empty where nothing was. */
export function readEntry(entries: Entries, entry: EntryName): string {
  return tidy(entries[entry] ?? '');
}

/** What was typed into each part of a value, tidied, by part; without the blank ones. */
export function readParts(entries: Entries, key: keyof Identity, parts: readonly string[]): Record<string, string> {
  const typed = parts.map((part) => [part, tidy(entries[`${key}.${part}`] ?? '')] as const);
  return Object.fromEntries(typed.filter(([, text]) => text !== ''));
}

/** Whether none of these entries holds anything visible. */
export function areBlank(entries: Entries, names: readonly EntryName[]): boolean {
  return names.every((name) => readEntry(entries, name) === '');
}
