import { describe, expect, it } from 'vitest';
import { parseIndividualTaxpayerNumber } from '../../../src/standard/fields/individual-taxpayer-number.ts';
import { parseSocialSecurityNumber } from '../../../src/standard/fields/social-security-number.ts';

const middles = Array.from({ length: 100 }, (_, middle) => String(middle).padStart(2, '0'));
const ranges: readonly (readonly [number, number])[] = [
  [50, 65],
  [70, 88],
  [90, 92],
  [94, 99],
];

describe('an individual taxpayer number', () => {
  it('has in its middle what is given out, and nothing else', () => {
    const given = middles.filter((middle) => parseIndividualTaxpayerNumber(`912-${middle}-1234`).ok);
    expect(given).toEqual(
      middles.filter((middle) => ranges.some(([from, to]) => Number(middle) >= from && Number(middle) <= to)),
    );
  });

  it('is never a Social Security number too', () => {
    expect(middles.filter((middle) => parseSocialSecurityNumber(`912-${middle}-1234`).ok)).toEqual([]);
  });
});
