/**
 * Reads a whole legacy record leniently: every value that can be read, in canonical form, with what was changed and why. For loading
 * and matching what systems already hold. Never for a form: a resident can be asked again (`parseIdentity`).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { CustomerKind, Organisation, PostalAddress } from '../identity.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Change, Normalised } from './change.ts';
import { findPerhapsCutShort } from './cut-short.ts';
import { normaliseDateOfBirth } from './date-of-birth.ts';
import { normaliseEmailAddress } from './email-address.ts';
import { normaliseFurtherFields } from './further-fields.ts';
import { normaliseCategories, normaliseIdentifiers } from './identifier.ts';
import type { Columns, LegacyIdentity, LegacyTelephoneNumber, PartialDate } from './legacy-identity.ts';
import { type LegacyName, normaliseName } from './name.ts';
import { normaliseOrganisation } from './organisation.ts';
import { normalisePostalAddress } from './postal-address.ts';
import { normaliseTelephoneNumber } from './telephone-number.ts';

export interface NormaliseOptions {
  readonly profile: Profile;
  /** The day it is: nobody was born later, and two-digit years end here. */
  readonly today: CalendarDate;
}

/** `changes` holds values of people: it stays in memory. Count its codes, never log it. */
export interface NormalisedRecord {
  readonly identity: LegacyIdentity;
  readonly changes: readonly Change[];
}

/**
 * Reads columns named as the standard's fields: `name.full`, `name.given`, `dateOfBirth`, `postalAddress`, `postalAddress.street`,
 * `identifier.<name>` and so on, with `customerKind` (person, organisation) where the record knows it; others are ignored. Never throws, takes time linear in its input, and reading what it made of a
 * record again changes nothing.
 */
export function normaliseRecord(columns: Columns, options: NormaliseOptions): NormalisedRecord {
  const readers = readersFor(options);
  const said = readKind(columns);
  const organisationChanges: Change[] = [];
  const organisation = normaliseOrganisation(columns, organisationChanges);
  const name = readers.name(columns, kindOfName(said, organisation));
  const dateOfBirth = readers.dateOfBirth(columns);
  const postalAddress = readers.postalAddress(columns);
  const emailAddress = readers.emailAddress(columns);
  const telephoneNumber = readers.telephoneNumber(columns);
  const changes: Change[] = [];
  for (const field of [name, dateOfBirth, postalAddress, emailAddress, telephoneNumber]) changes.push(...field.changes);
  changes.push(...organisationChanges, ...findPerhapsCutShort(columns));
  const values: ReadValues = {
    said,
    organisation,
    name: name.value,
    dateOfBirth: dateOfBirth.value,
    postalAddress: postalAddress.value,
    emailAddress: emailAddress.value,
    telephoneNumber: telephoneNumber.value,
  };
  const identity = startIdentity(values);
  addFurther(identity, columns, { changes, country: options.profile.country });
  return { identity, changes };
}

/** Reads one field; `kind` is what the record says of the customer. */
export type Reader<Value> = (columns: Columns, kind?: CustomerKind) => Normalised<Value>;

/** How the fields are read that most records have. */
export interface Readers {
  readonly name: Reader<LegacyName>;
  readonly dateOfBirth: Reader<PartialDate>;
  readonly postalAddress: Reader<PostalAddress>;
  readonly emailAddress: Reader<string>;
  readonly telephoneNumber: Reader<LegacyTelephoneNumber>;
}

/** The readers for the formats of a profile. */
export function readersFor({ profile, today }: NormaliseOptions): Readers {
  return {
    name: normaliseName,
    dateOfBirth: (columns) => normaliseDateOfBirth(columns, { today, isDayFirst: isDayFirst(profile) }),
    postalAddress: (columns) => normalisePostalAddress(columns, profile.country),
    emailAddress: normaliseEmailAddress,
    telephoneNumber: (columns) => normaliseTelephoneNumber(columns, profile.telephone),
  };
}

/** What was read of the columns that most records have, and of what the record says of its kind. */
export interface ReadValues {
  readonly said: CustomerKind | undefined;
  readonly organisation: Organisation | undefined;
  readonly name: LegacyName | undefined;
  readonly dateOfBirth: PartialDate | undefined;
  readonly postalAddress: PostalAddress | undefined;
  readonly emailAddress: string | undefined;
  readonly telephoneNumber: LegacyTelephoneNumber | undefined;
}

/** The identity that these make. */
export function startIdentity(values: ReadValues): Draft {
  const { said, name, dateOfBirth, postalAddress, emailAddress, telephoneNumber } = values;
  const identity: Draft = {};
  if (name?.name) identity.name = name.name;
  const organisation = values.organisation ?? name?.organisation;
  const kind = said ?? (organisation && 'organisation');
  if (kind) identity.customerKind = kind;
  if (organisation) identity.organisation = organisation;
  if (dateOfBirth) identity.dateOfBirth = dateOfBirth;
  if (postalAddress) identity.postalAddress = postalAddress;
  if (emailAddress !== undefined) identity.emailAddress = emailAddress;
  if (telephoneNumber) identity.telephoneNumber = telephoneNumber;
  if (name?.earlierFamily !== undefined) identity.previousName = { family: name.earlierFamily };
  return identity;
}

/** Reads into an identity the fields that few records have; `changes` takes what was done. */
export function addFurther(
  identity: Draft,
  columns: Columns,
  { changes, country }: { readonly changes: Change[]; readonly country: string },
): void {
  Object.assign(identity, normaliseFurtherFields(columns, changes, country));
  const identifiers = normaliseIdentifiers(columns, changes);
  if (identifiers) identity.identifiers = identifiers;
  const categories = normaliseCategories(columns, changes);
  if (categories) identity.categories = categories;
}

/** Mutable while it is being read. */
export type Draft = { -readonly [Key in keyof LegacyIdentity]: LegacyIdentity[Key] };

/** Beside an organisation's own name, a name is somebody's who works there. */
export function kindOfName(said: CustomerKind | undefined, organisation: Organisation | undefined): CustomerKind | undefined {
  return said === 'organisation' && organisation ? undefined : said;
}

/** `customerKind` in any case and spacing; anything else says nothing. */
export function readKind(columns: Columns): CustomerKind | undefined {
  const text = columns['customerKind']?.trim().toLowerCase();
  return text === 'person' || text === 'organisation' ? text : undefined;
}

function isDayFirst({ dateOrder }: Profile): boolean {
  return dateOrder.indexOf('day') < dateOrder.indexOf('month');
}
