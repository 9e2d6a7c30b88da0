/**
 * A National Insurance number: its shape and whether its letters are given out. Asked only for a stated purpose; never proof of
 * who somebody is. Match on the first eight characters: the last letter is often lost.
 */
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import { findUnwantedCharacter, tidy, withoutPunctuation } from '../text.ts';
import { createTextField } from './field.ts';

const path = 'nationalInsuranceNumber';

/**
 * HM Revenue and Customs, National Insurance Manual NIM39110: D F I Q U V are in neither letter, O is not the second, and seven
 * pairs are not given out. 373 of 676 pairs remain.
 */
const prefixInUse = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]/u;

/** Two letters, six digits, A to D, in any spacing and case. Canonical: nine characters, capitals. */
export function parseNationalInsuranceNumber(typed: string): Parsed<string> {
  const tidied = tidy(typed);
  const unwanted = findUnwantedCharacter(tidied, path);
  if (unwanted) return refused(unwanted);
  const text = withoutPunctuation(tidied).toUpperCase();
  const fault = findFault(text);
  return fault ? refused(createIssue(fault, path)) : accepted(text);
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
