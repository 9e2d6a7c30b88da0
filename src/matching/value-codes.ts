/**
 * Compares numbered birthdays, addresses, mailboxes and telephone numbers, as their comparisons do, many times as fast: most pairs of a
 * batch are told apart by numbers and bits alone. No rule of its own: what these cannot tell for certain is asked of the comparison.
 */
import { codeOf } from './compare.ts';
import { compareDatesOfBirth, type PreparedBirthday } from './comparisons/date-of-birth.ts';
import { compareEmailAddresses, type PreparedEmailAddress } from './comparisons/email-address.ts';
import { comparePlaces, type PreparedPlace } from './comparisons/postal-address.ts';
import { compareTelephoneNumbers, type PreparedTelephoneNumber } from './comparisons/telephone-number.ts';
import { bitsOf, type CodeOfTwo, countOtherBits, createNumbering, remembering } from './pair-memory.ts';
import { createFloat64s, createInt32s } from './large-lists.ts';

/** Eight digits are four bits each: three or more that differ in another year, month and day are no mistake. */
export function createBirthdayCodes(birthdays: readonly PreparedBirthday[]): CodeOfTwo {
  const packed = Int32Array.from(birthdays, ({ digits }) => (digits.length === 8 ? Number.parseInt(digits, 16) : 0));
  const differs = codeOf('date-of-birth', 'differ');
  return (one, other) => {
    const [ours, theirs] = [packed[one] ?? 0, packed[other] ?? 0];
    const bits = ours ^ theirs;
    // In another year and another month.
    if (ours !== 0 && theirs !== 0 && bits >>> 16 !== 0 && (bits & 0xff00) !== 0) {
      const digits = (bits | (bits >>> 1) | (bits >>> 2) | (bits >>> 3)) & 0x11111111;
      if (countOtherBits(digits, 0) > 2) return differs;
    }
    const [a, b] = [birthdays[one], birthdays[other]];
    return a && b ? codeOf('date-of-birth', compareDatesOfBirth(a, b)) : 0;
  };
}

/** Addresses whose house numbers contradict each other are as near as their postcodes. */
export function createPlaceCodes(places: readonly PreparedPlace[]): CodeOfTwo {
  const facts = placeFacts(places);
  const [same, near, other] = [codeOf('place', 'postcode'), codeOf('place', 'weak'), codeOf('place', 'differ')];
  const whole = remembering((left, right) => {
    const [a, b] = [places[left], places[right]];
    return a && b ? codeOf('place', comparePlaces(a, b)) : 0;
  });
  return (left, right) => {
    const [ours, theirs] = [placeWidth * left, placeWidth * right];
    // Those that are not plain have no numbers here, and contradict nothing.
    if (!haveOtherNumbers(facts, ours, theirs)) return whole(left, right);
    if (facts[ours + postcodeAt] === facts[theirs + postcodeAt]) return same;
    if (facts[ours + sectorAt] === facts[theirs + sectorAt]) return near;
    // One edit changes two letters at most, and the length by one.
    const isOther =
      Math.abs((facts[ours + lengthAt] ?? 0) - (facts[theirs + lengthAt] ?? 0)) > 1 ||
      countOtherBits(facts[ours + lettersAt] ?? 0, facts[theirs + lettersAt] ?? 0) > 2;
    return isOther ? other : whole(left, right);
  };
}

/**
 * What numbers and bits tell of places, side by side, as they are read together: how many house numbers a place has, a bit for each, the
 * numbers of its postcode and sector, the postcode's letters and length. No house numbers for places that are not plain: without postcode,
 * or with a number of the property itself.
 */
type PlaceFacts = Int32Array;
const placeWidth = 8;
const [countAt, numbersAt, postcodeAt, sectorAt, lettersAt, lengthAt] = [0, 1, 2, 3, 4, 5];

function placeFacts(places: readonly PreparedPlace[]): PlaceFacts {
  const [postcodeNumber, sectorNumber] = [createNumbering(), createNumbering()];
  const facts = createInt32s(placeWidth * places.length);
  for (const [index, { postcode, numbers, uprn }] of places.entries()) {
    if (postcode === undefined || numbers.length === 0 || uprn !== undefined) continue;
    const at = placeWidth * index;
    facts[at + countAt] = numbers.length;
    facts[at + numbersAt] = numbers.reduce((bits, number) => bits | (1 << bitFor(number)), 0);
    facts[at + postcodeAt] = postcodeNumber(postcode);
    facts[at + sectorAt] = sectorNumber(postcode.slice(0, -2));
    facts[at + lettersAt] = bitsOf(postcode);
    facts[at + lengthAt] = postcode.length;
  }
  return facts;
}

/** Whether the one with fewer numbers has one that the other has not; never where either has none. */
function haveOtherNumbers(facts: PlaceFacts, left: number, right: number): boolean {
  const [count, otherCount] = [facts[left + countAt] ?? 0, facts[right + countAt] ?? 0];
  if (count === 0 || otherCount === 0) return false;
  const [ours, theirs] = [facts[left + numbersAt] ?? 0, facts[right + numbersAt] ?? 0];
  return (count <= otherCount ? ours & ~theirs : theirs & ~ours) !== 0;
}

/** One of 32 places for a house number. */
function bitFor(number: string): number {
  let sum = 0;
  for (let index = 0; index < number.length; index++) sum = Math.imul(sum, 31) + number.charCodeAt(index);
  return (Math.imul(sum, 0x9e3779b1) >>> 27) & 31;
}

/** Two edits change four characters at most. */
export function createEmailAddressCodes(addresses: readonly PreparedEmailAddress[]): CodeOfTwo {
  const numberOf = createNumbering();
  // Side by side, as they are read together: the number of its letters, a bit for each character, the length.
  const facts = createInt32s(4 * addresses.length);
  for (const [index, { address, letters }] of addresses.entries()) {
    facts[4 * index] = letters === '' ? -1 : numberOf(letters);
    facts[4 * index + 1] = bitsOf(address);
    facts[4 * index + 2] = address.length;
  }
  const [sameLetters, differ] = [codeOf('email-address', 'same-letters'), codeOf('email-address', 'differ')];
  return (one, other) => {
    const [ours, theirs] = [4 * one, 4 * other];
    const isOther =
      Math.abs((facts[ours + 2] ?? 0) - (facts[theirs + 2] ?? 0)) > 2 ||
      countOtherBits(facts[ours + 1] ?? 0, facts[theirs + 1] ?? 0) > 4;
    if (isOther) return facts[ours] === facts[theirs] && (facts[ours] ?? -1) >= 0 ? sameLetters : differ;
    const [a, b] = [addresses[one], addresses[other]];
    return a && b ? codeOf('email-address', compareEmailAddresses(a, b)) : 0;
  };
}

/**
 * Numbers of one length that differ in one digit differ by that digit and noughts behind it, and those with two neighbours swapped by a
 * multiple of nine up to 81.
 */
export function createTelephoneNumberCodes(numbers: readonly PreparedTelephoneNumber[]): CodeOfTwo {
  // Side by side, as they are read together: its length and whether it is a landline's, and the number itself.
  const facts = createFloat64s(2 * numbers.length);
  for (const [index, { digits, isLandline }] of numbers.entries()) {
    facts[2 * index] = 2 * Math.min(digits.length, 100) + (isLandline ? 1 : 0);
    facts[2 * index + 1] = digits.length <= 15 ? Number(digits) : NaN;
  }
  const [mobile, landline] = [codeOf('telephone-number', 'mobile-differ'), codeOf('telephone-number', 'landline-differ')];
  return (one, other) => {
    const [kind, otherKind] = [facts[2 * one] ?? 0, facts[2 * other] ?? 0];
    if (((kind ^ otherKind) & 1) !== 0) return 0;
    let gap = Math.abs((facts[2 * one + 1] ?? NaN) - (facts[2 * other + 1] ?? NaN));
    if (kind === otherKind && gap > 0) {
      while (gap % 10 === 0) gap /= 10;
      if (gap > 81) return (kind & 1) === 1 ? landline : mobile;
    }
    const [a, b] = [numbers[one], numbers[other]];
    return a && b ? codeOf('telephone-number', compareTelephoneNumbers(a, b)) : 0;
  };
}
