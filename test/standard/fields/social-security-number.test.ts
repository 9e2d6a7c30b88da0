import { describe, expect, it } from 'vitest';
import { parseSocialSecurityNumber } from '../../../src/standard/fields/social-security-number.ts';

const isAccepted = (text: string) => parseSocialSecurityNumber(text).ok;
const areas = Array.from({ length: 1_000 }, (_, area) => String(area).padStart(3, '0'));

describe('a Social Security number', () => {
  it('is of any area but 000, 666 and 900 to 999', () => {
    const refused = areas.filter((area) => !isAccepted(`${area}-12-1234`));
    expect(refused).toEqual(['000', '666', ...areas.filter((area) => area.startsWith('9'))]);
  });

  it.each(['987-65-4320', '987-65-4329', '9'.repeat(10_000_000), '123-12-123O', '12312123\ud800'])('is not $0', (text) => {
    expect(isAccepted(text)).toBe(false);
  });
});
