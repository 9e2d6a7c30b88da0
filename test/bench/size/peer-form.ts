/**
 * What the peers' forms share: the same fields, the standard's own validation and words, an error summary. So that the
 * comparison is of the elements, not of who checks more. Not part of the product.
 */
import type { Entries } from '../../../src/standard/identity.ts';
import { parseIdentity } from '../../../src/standard/identity.ts';
import { describeIssue } from '../../../src/standard/messages.ts';
import { enGB } from '../../../src/standard/messages/en-GB.ts';
import { loadTelephoneRules } from '../../../src/standard/telephone-rules.ts';
import { gb } from '../../../src/standard/profiles/gb.ts';

export interface PeerField {
  readonly entry: string;
  readonly label: string;
  readonly autocomplete: string;
  readonly hint?: string;
}

export const peerFields: readonly PeerField[] = [
  { entry: 'name.given', label: 'First name', autocomplete: 'given-name' },
  { entry: 'name.family', label: 'Last name', autocomplete: 'family-name' },
  { entry: 'dateOfBirth.day', label: 'Day', autocomplete: 'bday-day', hint: 'For example, 27 3 1985' },
  { entry: 'dateOfBirth.month', label: 'Month', autocomplete: 'bday-month' },
  { entry: 'dateOfBirth.year', label: 'Year', autocomplete: 'bday-year' },
  { entry: 'postalAddress.line1', label: 'Address line 1', autocomplete: 'address-line1' },
  { entry: 'postalAddress.line2', label: 'Address line 2', autocomplete: 'address-line2' },
  { entry: 'postalAddress.town', label: 'Town or city', autocomplete: 'address-level2' },
  { entry: 'postalAddress.postcode', label: 'Postcode', autocomplete: 'postal-code' },
  { entry: 'emailAddress', label: 'Email address', autocomplete: 'email' },
  { entry: 'telephoneNumber', label: 'Telephone number', autocomplete: 'tel' },
];

export const peerCheckboxes = [
  { entry: 'name.kind', value: 'single', label: 'I only have one name' },
  { entry: 'postalAddress.kind', value: 'no-fixed-address', label: 'I have no fixed address' },
] as const;

/** Words by entry path; empty where all is well. Waits for the telephone rules, as the element does. */
export async function validatePeer(entries: Entries): Promise<Map<string, string>> {
  const now = new Date();
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  const parsed = parseIdentity(entries, await loadTelephoneRules(gb), { today });
  return new Map(parsed.ok ? [] : parsed.issues.map((issue) => [issue.path, describeIssue(issue, enGB)]));
}

export async function postReference(entries: Entries): Promise<void> {
  await fetch('/index/v1/resolutions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entries }),
    signal: AbortSignal.timeout(4000),
  });
}
