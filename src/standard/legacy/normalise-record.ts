/**
 * Reads a whole legacy record leniently: every value that can be read, in canonical form, with what was changed and why. For loading
 * and matching what systems already hold. Never for a form: a resident can be asked again (`parseIdentity`).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Change } from './change.ts';
import { normaliseDateOfBirth } from './date-of-birth.ts';
import { normaliseEmailAddress } from './email-address.ts';
import { normaliseFurtherFields } from './further-fields.ts';
import { normaliseCategories, normaliseIdentifiers } from './identifier.ts';
import type { Columns, LegacyIdentity } from './legacy-identity.ts';
import { normaliseName } from './name.ts';
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
 * `identifier.<name>` and so on; others are ignored. Never throws, takes time linear in its input, and reading what it made of a
 * record again changes nothing.
 */
export function normaliseRecord(columns: Columns, { profile, today }: NormaliseOptions): NormalisedRecord {
  const name = normaliseName(columns);
  const dateOfBirth = normaliseDateOfBirth(columns, { today, isDayFirst: isDayFirst(profile) });
  const postalAddress = normalisePostalAddress(columns, profile.country);
  const emailAddress = normaliseEmailAddress(columns);
  const telephoneNumber = normaliseTelephoneNumber(columns, profile.telephone);
  const changes = [name, dateOfBirth, postalAddress, emailAddress, telephoneNumber].flatMap((field) => field.changes);
  const identity: Draft = {};
  if (name.value?.name) identity.name = name.value.name;
  const organisation = normaliseOrganisation(columns, changes) ?? name.value?.organisation;
  if (organisation) {
    identity.customerKind = 'organisation';
    identity.organisation = organisation;
  }
  if (dateOfBirth.value) identity.dateOfBirth = dateOfBirth.value;
  if (postalAddress.value) identity.postalAddress = postalAddress.value;
  if (emailAddress.value !== undefined) identity.emailAddress = emailAddress.value;
  if (telephoneNumber.value) identity.telephoneNumber = telephoneNumber.value;
  Object.assign(identity, normaliseFurtherFields(columns, changes, profile.country));
  const earlier = name.value?.earlierFamily;
  if (earlier !== undefined) identity.previousName ??= { family: earlier };
  const identifiers = normaliseIdentifiers(columns, changes);
  if (identifiers) identity.identifiers = identifiers;
  const categories = normaliseCategories(columns, changes);
  if (categories) identity.categories = categories;
  return { identity, changes };
}

/** Mutable while it is being read. */
type Draft = { -readonly [Key in keyof LegacyIdentity]: LegacyIdentity[Key] };

function isDayFirst({ dateOrder }: Profile): boolean {
  return dateOrder.indexOf('day') < dateOrder.indexOf('month');
}
