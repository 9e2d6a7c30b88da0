import { describe, expect, it } from 'vitest';
import { parseNhsNumber } from '../../../src/standard/fields/nhs-number.ts';

const beginnings = Array.from({ length: 200 }, (_, index) => String(400_000_000 + index * 2_999_957));
const accepted = (beginning: string) =>
  Array.from({ length: 10 }, (_, digit) => `${beginning}${digit}`).filter((text) => parseNhsNumber(text).ok);

describe('an NHS number', () => {
  it('has one check digit at most, and for one beginning in eleven none', () => {
    const counts = beginnings.map((beginning) => accepted(beginning).length);
    const without = counts.filter((count) => count === 0).length;
    expect(counts.filter((count) => count > 1)).toEqual([]);
    expect([without > 5, without < 35]).toEqual([true, true]);
  });

  it('is refused with any one digit changed', () => {
    const good = '4505577104';
    const changed = [...good].flatMap((digit, place) =>
      [...'0123456789'].filter((other) => other !== digit).map((other) => good.slice(0, place) + other + good.slice(place + 1)),
    );
    expect(changed.filter((text) => parseNhsNumber(text).ok)).toEqual([]);
  });
});
