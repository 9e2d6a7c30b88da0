/**
 * A National Insurance number: its shape and whether its letters are given out. Asked only for a stated purpose; never proof of
 * who somebody is. Match on the first eight characters: the last letter is often lost.
 */
import type { Parsed } from '../issue.ts';
import type { IssueCode } from '../issue-code.ts';
import { createTextField } from './field.ts';
import { readIdentifier } from './written-identifier.ts';

const path = 'nationalInsuranceNumber';

/**
 * HM Revenue and Customs, National Insurance Manual NIM39110: D F I Q U V are in neither letter, O is not the second, and seven
 * pairs are not given out. 373 of 676 pairs remain.
 */
const prefixInUse = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]/u;

/** Two letters, six digits, A to D, in any spacing and case. Canonical: nine characters, capitals. */
export function parseNationalInsuranceNumber(typed: string): Parsed<string> {
  return readIdentifier(typed, path, findFault);
}

function findFault(text: string): IssueCode | undefined {
  if (text === '') return 'national-insurance-number/missing';
  if (!/^[A-Z]{2}\d{6}[A-D]$/u.test(text)) return 'national-insurance-number/not-valid';
  if (text.startsWith('QQ')) return 'national-insurance-number/example';
  return prefixInUse.test(text) ? undefined : 'national-insurance-number/prefix-not-used';
}

export const nationalInsuranceNumberField = createTextField({
  name: 'national-insurance-number',
  key: path,
  parse: parseNationalInsuranceNumber,
});
