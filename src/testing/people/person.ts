/**
 * A synthetic person: who they are, and the entries they would type into a form. Not a record: those are what systems made of them.
 */
import type { CalendarDate } from '../../standard/calendar-date.ts';
import type { Entries } from '../../standard/identity.ts';
import { type Dwelling, formatDwelling } from './dwellings.ts';
import type { Sex } from './name-lists.ts';

/** What a person is drawn with. No `family` where they have one name. */
export interface PersonDetails {
  readonly personId: string;
  readonly householdId: string;
  readonly origin: string;
  readonly sex: Sex;
  readonly given: string;
  readonly middle?: string;
  readonly family?: string;
  readonly dateOfBirth: CalendarDate;
  readonly dwelling: Dwelling;
  /** Where they lived before, or the surname they had: some records still say so. */
  readonly previousDwelling?: Dwelling;
  readonly previousFamily?: string;
  readonly emailAddress?: string;
  readonly telephoneNumber?: string;
}

/** `entries` pass `parseIdentity` with profile `gb` as they are. */
export interface Person extends PersonDetails {
  readonly entries: Entries;
}

/** A person with the entries that follow from the details. */
export function createPerson(details: PersonDetails): Person {
  const { given, family, dateOfBirth, dwelling, emailAddress, telephoneNumber } = details;
  return {
    ...details,
    entries: {
      'name.given': given,
      ...(family === undefined ? { 'name.kind': 'single' } : { 'name.family': family }),
      'dateOfBirth.day': String(dateOfBirth.day),
      'dateOfBirth.month': String(dateOfBirth.month),
      'dateOfBirth.year': String(dateOfBirth.year),
      'postalAddress.line1': formatDwelling(dwelling),
      'postalAddress.town': dwelling.town,
      'postalAddress.postcode': dwelling.postcode,
      ...(emailAddress === undefined ? {} : { emailAddress }),
      ...(telephoneNumber === undefined ? {} : { telephoneNumber }),
    },
  };
}

/** What a person was drawn with, without the entries that follow from it. */
export function detailsOf({ entries: _, ...details }: Person): PersonDetails {
  return details;
}
