/**
 * An individual taxpayer identification number, ITIN: what the Internal Revenue Service gives to people without a Social Security
 * number. Asked only for a stated purpose, and kept as closely as that one.
 */
import type { Parsed } from '../issue.ts';
import type { IssueCode } from '../issue-code.ts';
import { createTextField } from './field.ts';
import { readIdentifier } from './written-identifier.ts';

const path = 'individualTaxpayerNumber';

/** The example in our own words: no number has 12 in the middle. */
const example = '900123456';

/** Nine digits in any punctuation: a 9 first, and 50–65, 70–88, 90–92 or 94–99 in the fourth and fifth place. Canonical: the digits. */
export function parseIndividualTaxpayerNumber(typed: string): Parsed<string> {
  return readIdentifier(typed, path, findFault);
}

function findFault(digits: string): IssueCode | undefined {
  if (digits === '') return 'individual-taxpayer-number/missing';
  if (!/^\d{9}$/u.test(digits)) return 'individual-taxpayer-number/not-nine-digits';
  if (digits === example) return 'individual-taxpayer-number/example';
  // Internal Revenue Manual 3.21.263: which middles are given out.
  const isGivenOut = /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/u.test(digits);
  return isGivenOut ? undefined : 'individual-taxpayer-number/not-valid';
}

export const individualTaxpayerNumberField = createTextField({
  name: 'individual-taxpayer-number',
  key: path,
  parse: parseIndividualTaxpayerNumber,
});
