import { describe, expect, it } from 'vitest';
import { parseTelephoneNumber } from '../../src/standard/fields/telephone-number.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { loadTelephoneRules } from '../../src/standard/telephone-rules.ts';

const verdictOf = async (e164: string, typed?: string) => (await loadTelephoneRules(gb, typed)).telephone.rules?.(e164).verdict;

describe('loadTelephoneRules', () => {
  it('leaves the profile as it was', async () => {
    await loadTelephoneRules(gb);
    expect(gb.telephone.rules).toBeUndefined();
  });

  it.each([
    ['+447700900123', 'valid', 'a drama number, which the library calls invalid'],
    ['+447912345678', 'valid', 'a mobile of the United Kingdom'],
    ['+444001234567', 'not-valid', 'a range that nobody has'],
    ['+44771234567', 'not-valid', 'nine digits where an area has ten'],
    ['+4477123', 'too-short', 'five digits'],
    ['+44771234567890', 'too-long', 'twelve digits'],
    ['+353861234567', 'valid', 'a mobile of Ireland'],
    ['+35386', 'too-short', 'a beginning of one'],
    ['+18505550100', 'valid', 'the United States'],
    ['+16135550123', 'unknown', 'Canada, which is not held'],
    ['+33199001234', 'unknown', 'France, which is not held'],
  ])('judges %s %s by the plans of the nearest countries: %s', async (e164, verdict) => {
    expect(await verdictOf(e164)).toBe(verdict);
  });

  it.each([
    ['+16135550123', 'valid', 'Canada'],
    ['+33199001234', 'valid', 'France'],
    ['+3319900', 'too-short', 'a beginning of France'],
    ['+999123456789', 'not-valid', 'a calling code that does not exist'],
    ['+447700900123', 'valid', 'a drama number still'],
  ])('judges %s %s by every plan once a number from far away was typed: %s', async (e164, verdict) => {
    expect(await verdictOf(e164, '+33 1 99 00 12 34')).toBe(verdict);
  });

  it.each(['', '07700 900123', 'not a number', '+353 86 123 4567'])('does not load every plan for %j', async (typed) => {
    expect(await verdictOf('+33199001234', typed)).toBe('unknown');
  });

  it('gives the rules of servers the same answers at home', async () => {
    const browser = await loadTelephoneRules(gb);
    const numbers = Array.from({ length: 500 }, (_, index) => `0${String(1_000_000_000 + index * 17_999_957)}`);
    const differing = numbers.filter(
      (number) => parseTelephoneNumber(number, browser).ok !== parseTelephoneNumber(number, profiles.gb).ok,
    );
    expect(differing).toEqual([]);
  });
});
