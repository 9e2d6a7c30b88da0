import { describe, expect, it } from 'vitest';
import { parseNationalInsuranceNumber } from '../../../src/standard/fields/national-insurance-number.ts';

const read = (text: string) => {
  const parsed = parseNationalInsuranceNumber(text);
  return parsed.ok ? parsed.value : parsed.issues.map(({ code }) => code).join();
};

describe('a National Insurance number', () => {
  it.each([
    ['\u200bab 12–34—56 c.', 'AB123456C', 'dashes, a full stop, a zero-width space'],
    ['AB١٢٣٤٥٦C', 'AB123456C', 'Arabic-Indic digits'],
    ['AB123456C AB123456C', 'national-insurance-number/not-valid', 'two numbers'],
    ['TN01011985M', 'national-insurance-number/not-valid', 'a temporary number of old'],
    ['ÄB123456C', 'national-insurance-number/not-valid', 'a letter that is none of ours'],
    ['A'.repeat(10_000_000), 'national-insurance-number/not-valid', 'ten million letters'],
    ['AB123456\ud800', 'text/lone-surrogate', 'half of a surrogate pair'],
  ])('reads $0 as $1: $2', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
