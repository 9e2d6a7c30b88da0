/**
 * Reads a whole legacy record leniently: every value that can be read, in canonical form, with what was changed and why. For loading
 * and matching what systems already hold. Never for a form: a resident can be asked again (`parseIdentity`).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { CustomerKind } from '../identity.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Change } from './change.ts';
import { findPerhapsCutShort } from './cut-short.ts';
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
 * `identifier.<name>` and so on, with `customerKind` (person, organisation) where the record knows it; others are ignored. Never throws, takes time linear in its input, and reading what it made of a
 * record again changes nothing.
 */
export function normaliseRecord(columns: Columns, { profile, today }: NormaliseOptions): NormalisedRecord {
  const said = readKind(columns);
  const organisationChanges: Change[] = [];
  const ownOrganisation = normaliseOrganisation(columns, organisationChanges);
  // Beside an organisation's own name, a name is somebody's who works there.
  const name = normaliseName(columns, said === 'organisation' && ownOrganisation ? undefined : said);
  const dateOfBirth = normaliseDateOfBirth(columns, { today, isDayFirst: isDayFirst(profile) });
  const postalAddress = normalisePostalAddress(columns, profile.country);
  const emailAddress = normaliseEmailAddress(columns);
  const telephoneNumber = normaliseTelephoneNumber(columns, profile.telephone);
  const changes = [name, dateOfBirth, postalAddress, emailAddress, telephoneNumber].flatMap((field) => field.changes);
  changes.push(...organisationChanges, ...findPerhapsCutShort(columns));
  const identity: Draft = {};
  if (name.value?.name) identity.name = name.value.name;
  const organisation = ownOrganisation ?? name.value?.organisation;
  const kind = said ?? (organisation && 'organisation');
  if (kind) identity.customerKind = kind;
  if (organisation) identity.organisation = organisation;
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

/** `customerKind` in any case and spacing; anything else says nothing. */
function readKind(columns: Columns): CustomerKind | undefined {
  const text = columns['customerKind']?.trim().toLowerCase();
  return text === 'person' || text === 'organisation' ? text : undefined;
}

function isDayFirst({ dateOrder }: Profile): boolean {
  return dateOrder.indexOf('day') < dateOrder.indexOf('month');
}
