/**
 * An NHS number of England, Wales and the Isle of Man: ten digits with a check digit. Asked only for a stated purpose; strong
 * evidence together with a date of birth.
 */
import type { Parsed } from '../issue.ts';
import type { IssueCode } from '../issue-code.ts';
import { createTextField } from './field.ts';
import { readIdentifier } from './written-identifier.ts';

const path = 'nhsNumber';

/** The example in public guidance, and in our own words. It fails its own check digit. */
const example = '9991234567';

/** Ten digits in any spacing. Canonical: the digits. */
export function parseNhsNumber(typed: string): Parsed<string> {
  return readIdentifier(typed, path, findFault);
}

function findFault(digits: string): IssueCode | undefined {
  if (digits === '') return 'nhs-number/missing';
  if (!/^\d{10}$/u.test(digits)) return 'nhs-number/not-ten-digits';
  if (digits === example) return 'nhs-number/example';
  // 0000000000 has the right check digit, and so have other numbers of one digit.
  const isRepeated = /^(\d)\1{9}$/u.test(digits);
  return isRepeated || checkDigitOf(digits) !== Number(digits.at(-1)) ? 'nhs-number/not-valid' : undefined;
}

/** Modulus 11 (NHS Data Dictionary, "NHS Number"); 10 where no digit fits. */
function checkDigitOf(digits: string): number {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11;
}

export const nhsNumberField = createTextField({ name: 'nhs-number', key: path, parse: parseNhsNumber });
