/**
 * Reads a whole legacy record leniently: every value that can be read, in canonical form, with what was changed and why. For loading
 * and matching what systems already hold. Never for a form: a resident can be asked again (`parseIdentity`).
 */
import type { CalendarDate } from '../calendar-date.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Change } from './change.ts';
import { normaliseDateOfBirth } from './date-of-birth.ts';
import { normaliseEmailAddress } from './email-address.ts';
import { normaliseCategories, normaliseIdentifiers } from './identifier.ts';
import type { Columns, LegacyIdentity } from './legacy-identity.ts';
import { normaliseName } from './name.ts';
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
  const rest: Change[] = [];
  const identifiers = normaliseIdentifiers(columns, rest);
  const categories = normaliseCategories(columns, rest);
  const organisation = name.value?.organisation;
  const identity: LegacyIdentity = {
    ...(name.value?.name && { name: name.value.name }),
    ...(organisation && { customerKind: 'organisation' as const, organisation }),
    ...(dateOfBirth.value && { dateOfBirth: dateOfBirth.value }),
    ...(postalAddress.value && { postalAddress: postalAddress.value }),
    ...(emailAddress.value !== undefined && { emailAddress: emailAddress.value }),
    ...(telephoneNumber.value && { telephoneNumber: telephoneNumber.value }),
    ...(identifiers && { identifiers }),
    ...(categories && { categories }),
  };
  const parts = [name, dateOfBirth, postalAddress, emailAddress, telephoneNumber];
  return { identity, changes: [...parts.flatMap(({ changes }) => changes), ...rest] };
}

function isDayFirst({ dateOrder }: Profile): boolean {
  return dateOrder.indexOf('day') < dateOrder.indexOf('month');
}
