/**
 * The standard's own re-validation of a submitted form, without a network: a backend can answer a resident at once, whether
 * or not the browser ran JavaScript, and need not wait for the index to know that something was left out.
 */
import { parseIdentity, type FieldName, type Identity } from '../standard/identity.ts';
import type { CalendarDate } from '../standard/calendar-date.ts';
import { refused, type Parsed } from '../standard/issue.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { pickElementEntries, type SubmittedEntries } from './submitted-entries.ts';

export interface CheckOptions {
  readonly profile: Profile;
  /** As in the page's element; the profile's where absent. */
  readonly fields?: readonly FieldName[];
  readonly requiredFields?: readonly FieldName[];
  /** As in the page's `acting-for`, where residents may act for somebody else; the first must be answered. */
  readonly helperFields?: readonly FieldName[];
  /** The element's `name` in the page; `customer` where absent. */
  readonly elementName?: string;
  /** Today where the council is; the server's own date where absent. */
  readonly today?: CalendarDate;
}

/**
 * The identity that was typed, or its issues with their paths (`name.family`), as the index would find them too. Where somebody acts for another
 * it is the person's; the helper's issues are among these, with `helper.` before their paths, and the helper's identity is `checkHelper`'s.
 */
export function checkEntries(entries: SubmittedEntries, options: CheckOptions): Parsed<Identity> {
  const person = check(entries, options);
  const helper = checkHelper(entries, options);
  if (helper === undefined || helper.ok) return person;
  const issues = helper.issues.map((issue) => ({ ...issue, path: `helper.${issue.path}` }));
  return refused(...(person.ok ? [] : person.issues), ...issues);
}

/**
 * Who fills the form in for somebody else: `undefined` where they fill it in for themselves, or the page does not ask (`helperFields`). Nothing
 * of the helper is handed to the index with the person's answers; to have a customer ID for the helper, call `resolveSubmission` again,
 * with `elementName: 'customer.helper'` and a case reference of its own.
 */
export function checkHelper(entries: SubmittedEntries, options: CheckOptions): Parsed<Identity> | undefined {
  const { helperFields: fields, elementName = 'customer' } = options;
  const isActing = pickElementEntries(entries, elementName).fields['actingFor'] === 'someone-else';
  if (fields === undefined || !isActing) return undefined;
  return check(entries, { ...options, fields, requiredFields: fields.slice(0, 1), elementName: `${elementName}.helper` });
}

function check(entries: SubmittedEntries, options: CheckOptions): Parsed<Identity> {
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
