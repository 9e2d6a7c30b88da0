/**
 * A Florida driver license or identification card number: one letter and twelve digits. Older ones are made of the name, the
 * date of birth and the sex, newer ones of chance; so it is masked when shown, and never checked against the name.
 */
import type { Parsed } from '../issue.ts';
import type { IssueCode } from '../issue-code.ts';
import { createTextField } from './field.ts';
import { readIdentifier } from './written-identifier.ts';

const path = 'driverLicense';

/** The example in our own words. */
const example = 'Q123456789010';

/** A letter and twelve digits, in any punctuation and case. Canonical: thirteen characters, a capital first. */
export function parseDriverLicense(typed: string): Parsed<string> {
  return readIdentifier(typed, path, findFault);
}

function findFault(text: string): IssueCode | undefined {
  if (text === '') return 'driver-license/missing';
  if (text === example) return 'driver-license/example';
  return /^[A-Z]\d{12}$/u.test(text) ? undefined : 'driver-license/not-valid';
}

/** A canonical number as it is printed: `Q123-456-78-901-0`. */
export function formatDriverLicense(license: string): string {
  return license.replace(/^(.{4})(.{3})(.{2})(.{3})(.)$/u, '$1-$2-$3-$4-$5');
}

/** A canonical number as it may be shown back: of the digits only the last one, which tells nothing of a person. `Q•••-•••-••-•••-0`. */
export function maskDriverLicense(license: string): string {
  return formatDriverLicense(license.replace(/(?!^)\d(?!$)/gu, '•'));
}

export const driverLicenseField = createTextField({ name: 'driver-license', key: path, parse: parseDriverLicense });
