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
  const { isPlain, postcodes, sectors, letters, lengths, numbers, counts } = placeFacts(places);
  const [same, near, other] = [codeOf('place', 'postcode'), codeOf('place', 'weak'), codeOf('place', 'differ')];
  const whole = remembering((left, right) => {
    const [a, b] = [places[left], places[right]];
    return a && b ? codeOf('place', comparePlaces(a, b)) : 0;
  });
  const haveOtherNumbers = (left: number, right: number): boolean => {
    const [ours, theirs] = [numbers[left] ?? 0, numbers[right] ?? 0];
    return (counts[left] ?? 0) <= (counts[right] ?? 0) ? (ours & ~theirs) !== 0 : (theirs & ~ours) !== 0;
  };
  return (left, right) => {
    if (isPlain[left] === 0 || isPlain[right] === 0 || !haveOtherNumbers(left, right)) return whole(left, right);
    if (postcodes[left] === postcodes[right]) return same;
    if (sectors[left] === sectors[right]) return near;
    // One edit changes two letters at most, and the length by one.
    const isOther =
      Math.abs((lengths[left] ?? 0) - (lengths[right] ?? 0)) > 1 || countOtherBits(letters[left] ?? 0, letters[right] ?? 0) > 2;
    return isOther ? other : whole(left, right);
  };
}

/** `isPlain` is 1 for places with postcode and house number, and no number of the property itself. */
function placeFacts(places: readonly PreparedPlace[]) {
  const [postcode, sector] = [createNumbering(), createNumbering()];
  return {
    isPlain: Uint8Array.from(places, (place) =>
      place.postcode !== undefined && place.numbers.length > 0 && place.uprn === undefined ? 1 : 0,
    ),
    postcodes: Int32Array.from(places, (place) => postcode(place.postcode ?? '')),
    sectors: Int32Array.from(places, (place) => sector(place.postcode?.slice(0, -2) ?? '')),
    letters: Int32Array.from(places, (place) => bitsOf(place.postcode ?? '')),
    lengths: Uint8Array.from(places, (place) => Math.min(place.postcode?.length ?? 0, 255)),
    numbers: Int32Array.from(places, (place) => place.numbers.reduce((bits, number) => bits | (1 << bitFor(number)), 0)),
    counts: Uint8Array.from(places, (place) => Math.min(place.numbers.length, 255)),
  };
}

/** One of 32 places for a house number. */
function bitFor(number: string): number {
  let sum = 0;
  for (let index = 0; index < number.length; index++) sum = Math.imul(sum, 31) + number.charCodeAt(index);
  return (Math.imul(sum, 0x9e3779b1) >>> 27) & 31;
}

/** Two edits change four characters at most. */
export function createEmailAddressCodes(addresses: readonly PreparedEmailAddress[]): CodeOfTwo {
  const number = createNumbering();
  const letters = Int32Array.from(addresses, (one) => (one.letters === '' ? -1 : number(one.letters)));
  const characters = Int32Array.from(addresses, ({ address }) => bitsOf(address));
  const lengths = Int32Array.from(addresses, ({ address }) => address.length);
  const [sameLetters, differ] = [codeOf('email-address', 'same-letters'), codeOf('email-address', 'differ')];
  return (one, other) => {
    const isOther =
      Math.abs((lengths[one] ?? 0) - (lengths[other] ?? 0)) > 2 ||
      countOtherBits(characters[one] ?? 0, characters[other] ?? 0) > 4;
    if (isOther) return letters[one] === letters[other] && (letters[one] ?? -1) >= 0 ? sameLetters : differ;
    const [a, b] = [addresses[one], addresses[other]];
    return a && b ? codeOf('email-address', compareEmailAddresses(a, b)) : 0;
  };
}

/**
 * Numbers of one length that differ in one digit differ by that digit and noughts behind it, and those with two neighbours swapped by a
 * multiple of nine up to 81.
 */
export function createTelephoneNumberCodes(numbers: readonly PreparedTelephoneNumber[]): CodeOfTwo {
  const values = Float64Array.from(numbers, ({ digits }) => (digits.length <= 15 ? Number(digits) : NaN));
  const kinds = Uint8Array.from(numbers, ({ digits, isLandline }) => 2 * Math.min(digits.length, 100) + (isLandline ? 1 : 0));
  const [mobile, landline] = [codeOf('telephone-number', 'mobile-differ'), codeOf('telephone-number', 'landline-differ')];
  return (one, other) => {
    const kind = kinds[one] ?? 0;
    if (((kind ^ (kinds[other] ?? 0)) & 1) !== 0) return 0;
    let gap = Math.abs((values[one] ?? NaN) - (values[other] ?? NaN));
    if (kind === kinds[other] && gap > 0) {
      while (gap % 10 === 0) gap /= 10;
      if (gap > 81) return (kind & 1) === 1 ? landline : mobile;
    }
    const [a, b] = [numbers[one], numbers[other]];
    return a && b ? codeOf('telephone-number', compareTelephoneNumbers(a, b)) : 0;
  };
}
