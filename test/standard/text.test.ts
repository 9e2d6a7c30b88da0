import { describe, expect, it } from 'vitest';
import { findUnwantedCharacter, foldDigits, isLongerThan, tidy } from '../../src/standard/text.ts';

describe('tidy', () => {
  it.each([
    ['\u00a0\u2003a\u3000', 'a', 'no-break, em and ideographic spaces at the ends'],
    ['\u200b\u200c\u200d\u2060\ufeffa\u00ad', 'a', 'zero-width characters and a soft hyphen at the ends'],
    ['\u200ea\u200f', 'a', 'direction marks at the ends'],
    ['\u202aa\u202c', 'a', 'what a contact list puts round a number'],
    ['\u2066a\u2069', 'a', 'a left-to-right isolate round it all'],
    ['a\u200db', 'a\u200db', 'a joiner inside stays'],
    ['a\ufeffb', 'ab', 'a byte order mark inside is no space'],
    ['a\t\r\n\u2028b', 'a b', 'line breaks inside are one space'],
    ['e\u0301', 'é', 'NFC'],
    [' \u200b \u200b ', '', 'nothing that can be seen'],
    ['', '', 'nothing'],
  ])('makes %j into %j: %s', (typed, tidied) => {
    expect(tidy(typed)).toBe(tidied);
  });

  it.each(['\u202ea', '\u202ba', '\u2067a'])('leaves %j, which turns the direction round, to be refused', (typed) => {
    expect(tidy(typed)).toBe(typed);
  });

  it.each(['\u200b', 'a', ' a', 'a\u200b', '\u0316\u0300', '\ud800'])(
    'keeps half a million of %j too long for any field',
    (unit) => {
      expect(tidy(`x${unit.repeat(500_000)}x`).length).toBeGreaterThan(256);
    },
  );

  it.each([' ', '\ufeff ', '\t\n'])('makes one space of half a million of %j', (unit) => {
    expect(tidy(`x${unit.repeat(500_000)}x`)).toBe('x x');
  });
});

describe('findUnwantedCharacter', () => {
  it.each([
    ['a\u0000', 'text/control-character'],
    ['a\u007f', 'text/control-character'],
    ['a\u009f', 'text/control-character'],
    ['\udc00\ud800', 'text/lone-surrogate'],
    ['a\u202d', 'text/bidirectional-override'],
  ])('finds %j', (text, code) => {
    expect(findUnwantedCharacter(text, 'name.given')).toEqual({ code, path: 'name.given' });
  });

  it.each(['😀', 'a\u200fb', 'a\u200db', '\ufffd'])('finds nothing in %j', (text) => {
    expect(findUnwantedCharacter(text, 'name.given')).toBeUndefined();
  });
});

describe('isLongerThan', () => {
  it('counts code points', () => {
    expect([isLongerThan('😀😀', 2), isLongerThan('😀😀😀', 2), isLongerThan('ab', 2), isLongerThan('abc', 2)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});

describe('foldDigits', () => {
  it('knows the digits of every script in which Unicode has any', () => {
    const everything = Array.from({ length: 0x11_0000 }, (_, code) => code).filter((code) => code < 0xd8_00 || code > 0xdf_ff);
    const digits = everything.map((code) => String.fromCodePoint(code)).filter((text) => /\p{Nd}/u.test(text));
    const folded = digits.map(foldDigits);
    expect(folded.join('')).toBe('0123456789'.repeat(digits.length / 10));
  });
});
