/** Which level holds for which two e-mail addresses. */
import { describe, expect, it } from 'vitest';
import { compareEmailAddresses, prepareEmailAddress } from '../../../src/matching/comparisons/email-address.ts';

const compare = (left: string, right: string): string | undefined => {
  const [a, b] = [prepareEmailAddress(left), prepareEmailAddress(right)];
  return a && b && compareEmailAddresses(a, b);
};

describe('two e-mail addresses', () => {
  it.each([
    ['jo.smith1@example.org', 'jo.smith1@example.org', 'exact'],
    ['jo.smith1@example.org', 'Jo.Smith1@EXAMPLE.org', 'exact'],
    ['jo.smith1+council@example.org', 'jo.smith1@example.org', 'exact'], // a tag is the same mailbox
    ['jo.smith1@example.org', 'jo.smitj1@example.org', 'near'],
    ['jo.smith1@example.org', 'jo.smith1@exmaple.org', 'near'], // a slip in the domain
    ['jo.smith1@example.org', 'jo.smith9@example.org', 'same-letters'], // another digit, another person
    ['jo.smith1@example.org', 'josmith1@other.example.com', 'same-letters'],
    ['jo.smith1@example.org', 'bluefox@example.org', 'differ'],
    ['1@example.org', '2@example.org', 'differ'], // no letters are no agreement
  ])('%s and %s: %s', (left, right, level) => {
    expect(compare(left, right)).toBe(level);
    expect(compare(right, left)).toBe(level);
  });

  it.each(['info@example.org', 'Office@example.com', '@example.org', 'nonsense', ''])(
    '%j is nobody’s own, and counts as missing',
    (text) => {
      expect(prepareEmailAddress(text)).toBeUndefined();
    },
  );
});
