/** Which level holds for which two telephone numbers. */
import { describe, expect, it } from 'vitest';
import { compareTelephoneNumbers, prepareTelephoneNumber } from '../../../src/matching/comparisons/telephone-number.ts';

const prepare = (e164: string) => prepareTelephoneNumber({ typed: e164, e164 });
const compare = (left: string, right: string): string | undefined => {
  const [a, b] = [prepare(left), prepare(right)];
  return a && b && compareTelephoneNumbers(a, b);
};

describe('two telephone numbers', () => {
  it.each([
    ['+447700900123', '+447700900123', 'mobile'],
    ['+447700900123', '+447700900132', 'mobile-typo'], // neighbouring digits swapped
    ['+447700900123', '+447700900987', 'mobile-differ'],
    ['+441632960123', '+441632960123', 'landline'],
    ['+443069990123', '+443069990123', 'landline'], // 03 numbers are shared too
    ['+441632960123', '+441632960128', 'landline-typo'],
    ['+441632960123', '+441134960987', 'landline-differ'],
    ['+447700900123', '+441632960123', undefined], // a mobile beside a landline says nothing
    ['+12025550123', '+12025550123', 'mobile'], // abroad the two are often not told apart
  ])('%s and %s: %s', (left, right, level) => {
    expect(compare(left, right)).toBe(level);
    expect(compare(right, left)).toBe(level);
  });

  it.each(['', '+4', '+440000000000'])('%j is no number, and counts as missing', (e164) => {
    expect(prepare(e164)).toBeUndefined();
  });
});
