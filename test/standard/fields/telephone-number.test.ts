import { describe, expect, it } from 'vitest';
import { parseTelephoneNumber } from '../../../src/standard/fields/telephone-number.ts';
import { profiles } from '../../../src/standard/profiles.ts';
import { gb } from '../../../src/standard/profiles/gb.ts';

const read = (text: string, profile = profiles.gb) => {
  const parsed = parseTelephoneNumber(text, profile);
  return parsed.ok ? parsed.value.e164 : parsed.issues.map(({ code }) => code).join();
};

describe('a telephone number', () => {
  it.each([
    ['07700\u00a0900\u202f123', '+447700900123', 'no-break spaces'],
    ['07700 900123.', '+447700900123', 'a full stop after it'],
    ['[07700] 900_123', '+447700900123', 'square brackets and an underscore'],
    ['tel:07700900123', 'telephone-number/letters', 'a link'],
    ['+', 'telephone-number/too-short', 'a plus alone'],
    ['++++447700900123', '+447700900123', 'a key that stuck'],
    ['00', 'telephone-number/too-short', 'the exit code alone'],
    ['0', 'telephone-number/too-short', 'the trunk prefix alone'],
    ['-', 'telephone-number/too-short', 'punctuation alone'],
    ['x12', 'telephone-number/too-short', 'an extension alone'],
    ['07700 900123 x', '+447700900123', 'a mark without an extension'],
    ['07700 900123 x1x2', 'telephone-number/letters', 'two extensions'],
    ['٠٧٧٠٠٩٠٠١٢٣', '+447700900123', 'Arabic-Indic digits'],
    ['⓪7700900123', '+447700900123', 'a circled digit is a digit'],
    ['07700\u0000900123', 'text/control-character', 'NUL'],
    ['07700 900123\u202e', 'text/bidirectional-override', 'a right-to-left override'],
    ['07700 900123\ud800', 'text/lone-surrogate', 'half of a surrogate pair'],
    ['1'.repeat(10_000_000), 'telephone-number/too-long', 'ten million digits'],
    ['('.repeat(64), 'telephone-number/too-short', 'only brackets'],
  ])('reads $0 as $1: $2', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('is judged by its shape alone until the rules are loaded', () => {
    expect([read('0400 123 4567', gb), read('0400 123 4567')]).toEqual(['+444001234567', 'telephone-number/not-valid']);
  });

  it('keeps what was typed, and its extension apart', () => {
    const parsed = parseTelephoneNumber(' 01632 960001  ext 12 ', gb);
    const value = { typed: '01632 960001 ext 12', e164: '+441632960001', extension: '12' };
    expect(parsed).toEqual({ ok: true, value, warnings: [] });
  });
});
