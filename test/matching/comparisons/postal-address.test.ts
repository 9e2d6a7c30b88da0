/** Which level holds for which two addresses. */
import { describe, expect, it } from 'vitest';
import { comparePlaces, preparePostalAddress } from '../../../src/matching/comparisons/postal-address.ts';
import type { PostalAddress } from '../../../src/standard/identity.ts';

const compare = (left: PostalAddress, right: PostalAddress): string | undefined => {
  const [a, b] = [preparePostalAddress(left), preparePostalAddress(right)];
  return a && b && comparePlaces(a, b);
};
/** `line 1 | line 2 | town | postcode`, blank where absent. */
const at = (text: string): PostalAddress => {
  const [line1 = '', line2 = '', town = '', postcode = ''] = text.split('|').map((part) => part.trim());
  return {
    kind: 'written',
    ...(line1 && { line1 }),
    ...(line2 && { line2 }),
    ...(town && { town }),
    ...(postcode && { postcode }),
  };
};

describe('two addresses', () => {
  it.each([
    ['Flat 2, 14 High Street||Exton|BX21 1AB', 'Flat 2, 14 High Street||Exton|BX21 1AB', 'exact'],
    ['Flat 2, 14 High Street||Exton|BX21 1AB', '14 High St, Flat 2||Exton|bx211ab', 'exact'], // order, abbreviation, spacing
    ['Flat 2, 14 High Street||Exton|BX21 1AB', 'Flat 2|14 High Street|Exton|BX21 1AB', 'exact'], // two lines
    ['Flat 2, 14 High Street||Exton|BX21 1AB', '2/14 HIGH STREET||EXTON|BX21 1AB', 'exact'], // as in Scotland
    ['14A High Street||Exton|BX21 1AB', 'Flat A, 14 High Street||Exton|BX21 1AB', 'exact'],
    ['14 High Road||Exton|BX21 1AB', '14 High Rd|||BX21 1AB', 'exact'], // no town
    ['14 High Road||Exton|BX21 1AB', '14 High Road, Exton|||BX21 1AB', 'exact'], // town in the line
    ['14, St. John’s Road||Exton|BX21 1AB', '14 Saint Johns Rd||Exton|BX21 1AB', 'exact'],
    ['14 Larkspur Road||Exton|BX21 1AB', '14 Larkspru Road||Exton|BX21 1AB', 'exact'], // a typo in the street
    ['46 Juniper Mews||Exton|BX21 1AB', '46 Junip||Exton|BX21 1AB', 'exact'], // cut short: two letters, of the longer word's seven
    ['Rose Cottage, Mill Lane||Exton|BX21 1AB', 'Rose Cottage|Mill Ln|Exton|BX21 1AB', 'exact'], // no number
    ['Ground Floor Flat, 14 High Street||Exton|BX21 1AB', '14 High Street||Exton|BX21 1AB', 'exact'],
    ['Flat 2, 14 High Street||Exton|BX21 1AB', '14 High Street||Exton|BX21 1AB', 'strong'], // flat left out
    ['14 High Street||Exton|BX21 1AB', '14 High Street||Exton|BX21 1AD', 'strong'], // one letter of the postcode
    ['14 High Street||Exton|BX21 1AB', '14 High Close||Exton|BX21 1AB', 'strong'], // another kind of street at one postcode
    ['14 High Street||Exton|BX21 1AB', '16 High Street||Exton|BX21 1AB', 'postcode'], // next door
    ['Flat 2, 14 High Street||Exton|BX21 1AB', 'Flat 3, 14 High Street||Exton|BX21 1AB', 'postcode'], // across the landing
    ['14 High Street||Exton|BX21 1AB', '|||BX21 1AB', 'postcode'],
    ['14 High Street||Exton|BX21 1AB', '14 High Street||Exton|BX40 9XY', 'address'],
    ['14 High Street||Exton|BX21 1AB', '14 High Street||Exton|', 'address'],
    ['14 High Street||Exton|BX21 1AB', '93 Tallow Lane||Exton|BX21 1XY', 'weak'], // same sector
    ['14 High Street||Exton|BX21 1AB', '93 Tallow Lane||Exton|BX40 9XY', 'differ'],
    ['14 Oak Road||Exton|BX21 1AB', '14 Elm Road||Exton|BX40 9XY', 'differ'], // the kind of street alone is nothing
  ])('%s — %s: %s', (left, right, level) => {
    expect(compare(at(left), at(right))).toBe(level);
    expect(compare(at(right), at(left))).toBe(level);
  });

  it('with one property number are one place, however written', () => {
    const uprn = '100000000001';
    expect(compare({ ...at('1 Old Name||Exton|BX21 1AB'), uprn }, { ...at('The Lodge||Exton|BX40 9XY'), uprn })).toBe('exact');
  });

  it.each([
    ['no fixed address', { kind: 'no-fixed-address' } as const],
    ['nothing', { kind: 'written' } as const],
  ])('are not compared where one is %s: people do not live together for that', (_, address) => {
    expect(preparePostalAddress(address)).toBeUndefined();
  });
});
