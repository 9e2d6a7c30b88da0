/**
 * The standard's own re-validation of a submitted form, without a network: a backend can answer a resident at once, whether
 * or not the browser ran JavaScript, and need not wait for the index to know that something was left out.
 */
import { parseIdentity, type FieldName, type Identity } from '../standard/identity.ts';
import type { CalendarDate } from '../standard/calendar-date.ts';
import type { Parsed } from '../standard/issue.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { pickElementEntries, type SubmittedEntries } from './submitted-entries.ts';

export interface CheckOptions {
  readonly profile: Profile;
  /** As in the page's element; the profile's where absent. */
  readonly fields?: readonly FieldName[];
  readonly requiredFields?: readonly FieldName[];
  /** The element's `name` in the page; `customer` where absent. */
  readonly elementName?: string;
  /** Today where the council is; the server's own date where absent. */
  readonly today?: CalendarDate;
}

/** The identity that was typed, or its issues with their paths (`name.family`), as the index would find them too. */
export function checkEntries(entries: SubmittedEntries, options: CheckOptions): Parsed<Identity> {
  const { profile, fields, requiredFields, elementName = 'customer', today = serverDate(new Date()) } = options;
  return parseIdentity(pickElementEntries(entries, elementName).fields, profile, {
    today,
    ...(fields === undefined ? {} : { fields }),
    ...(requiredFields === undefined ? {} : { requiredFields }),
  });
}

function serverDate(now: Date): CalendarDate {
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
