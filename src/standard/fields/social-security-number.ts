/**
 * A Social Security number: nine digits of which some were never given out. Asked only for a stated purpose. Never logged, never
 * in an event, and out of a browser only to the index; it counts nothing towards a match.
 */
import type { Parsed } from '../issue.ts';
import type { IssueCode } from '../issue-code.ts';
import { createTextField } from './field.ts';
import { readIdentifier } from './written-identifier.ts';

const path = 'socialSecurityNumber';

/** Numbers from advertisements and leaflets, which people copy: a wallet maker's of 1938, the agency's own of 1940, our own words'. */
const examples = new Set(['078051120', '219099999', '987654321']);

/** Nine digits in any punctuation; not of area 000, 666 or 900 to 999, group 00 or serial 0000. Canonical: the digits. */
export function parseSocialSecurityNumber(typed: string): Parsed<string> {
  return readIdentifier(typed, path, findFault);
}

function findFault(digits: string): IssueCode | undefined {
  if (digits === '') return 'social-security-number/missing';
  if (!/^\d{9}$/u.test(digits)) return 'social-security-number/not-nine-digits';
  if (examples.has(digits)) return 'social-security-number/example';
  // Social Security Administration, POMS RM 10201.035.
  return /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)/u.test(digits) ? undefined : 'social-security-number/not-valid';
}

export const socialSecurityNumberField = createTextField({
  name: 'social-security-number',
  key: path,
  parse: parseSocialSecurityNumber,
});
