/**
 * What lenient reading did to a value, and why, as data: every code with its reason in one table. For whoever loads a file and
 * asks what became of it. Holds values of people, so it stays in memory: count the codes, never log a change.
 */

/** Every code with the reason for it, in one sentence of English. `left out` means that the value was not kept. */
export const changeCodes = {
  'text/placeholder': 'Says that nothing is known, in the words of a system; left out.',
  'text/unwanted-characters': 'Control characters, halves of characters or marks that turn text round were taken out.',
  'text/perhaps-cut-short': 'Is exactly as long as systems of its kind can hold, so its end may be missing; kept.',
  'text/too-long': 'Is longer than any value of its kind; cut.',

  'name/title-apart': 'Began or ended with a form of address, which is no part of a name.',
  'name/suffix-apart': 'Ended with a word that tells generations apart, which has its own place.',
  'name/one-string': 'Was written in one string; its parts were told apart by order and punctuation.',
  'name/family-first': 'Was written with the family name first.',
  'name/initial-apart': 'A single letter after the given name is an initial of a middle name.',
  'name/letter-case': 'Was all in capitals or all in small letters; written as names are.',
  'name/earlier-name-apart': 'Held an earlier surname (née, formerly), which has its own place.',
  'name/remark': 'Held a remark that is no part of a name; taken out.',
  'name/several-people': 'Holds more than one person; the first was kept.',
  'name/organisation': 'Holds the legal form or the kind of an organisation, so it is no person.',
  'name/no-letter': 'Holds no letter; left out.',

  'date-of-birth/placeholder': 'Is a date that systems write where none is known; left out.',
  'date-of-birth/perhaps-placeholder': 'Is a date that systems often write where none is known, but may be true; kept.',
  'date-of-birth/rewritten': 'Was written in another form than a calendar date.',
  'date-of-birth/time-dropped': 'Had a time of day, which a birthday has not.',
  'date-of-birth/century-assumed': 'Had a year of two digits; the latest such year that has begun was taken.',
  'date-of-birth/day-month-ambiguous': 'Could be day and month or month and day; read in the order of the profile.',
  'date-of-birth/day-month-exchanged': 'Makes sense only with day and month the other way round than expected.',
  'date-of-birth/partial': 'Holds a part of a date only.',
  'date-of-birth/not-real': 'Is not in the calendar; the parts that can be right were kept.',
  'date-of-birth/in-future': 'Lies in the future; left out.',
  'date-of-birth/unreadable': 'Cannot be read as a date; left out.',

  'postal-address/no-fixed-address': 'Says that there is no fixed address.',
  'postal-address/care-of': 'Named somebody whom post goes through, which is no part of a place; taken out.',
  'postal-address/lines-joined': 'House number and street stood apart.',
  'postal-address/postcode-found': 'The postcode stood in another part of the address.',
  'postal-address/town-found': 'The town stood in another part of the address.',
  'postal-address/region-found': 'The state stood in another part of the address.',
  'postal-address/postcode-rewritten': 'The postcode was written in another form.',
  'postal-address/postcode-letter-for-digit': 'The postcode had a letter for a digit or a digit for a letter that looks like it.',
  'postal-address/postcode-of-another-form': 'The postcode has not the form of the profile; kept as it is.',
  'postal-address/postcode-unreadable': 'The postcode holds no digit; left out.',
  'postal-address/letter-case': 'Was all in capitals or all in small letters; written as addresses are.',
  'postal-address/no-letter': 'Holds neither letter nor digit; left out.',
  'postal-address/country-unknown': 'Names a country that is not known; left out.',

  'email-address/rewritten': 'Had stray spaces, punctuation or words around it.',
  'email-address/letter-case': 'Was in capitals.',
  'email-address/several': 'Holds more than one address; the first was kept.',
  'email-address/placeholder': 'Is an address that people give who have or want to give none; left out.',
  'email-address/domain-not-valid': 'What follows the @ is no full domain name; kept.',
  'email-address/unreadable': 'Cannot be read as an address; left out.',

  'telephone-number/rewritten': 'Was written in another form than E.164.',
  'telephone-number/several': 'Holds more than one number; the first was kept.',
  'telephone-number/placeholder': 'Is one digit over and over, or digits in their order: nobody has that number; left out.',
  'telephone-number/not-in-plan': 'Fits no numbering plan; kept as it is.',
  'telephone-number/unreadable': 'Holds no number; left out.',

  'identifier/rewritten': 'Spaces and punctuation mean nothing in a code; taken out.',
  'identifier/placeholder': 'Is one character over and over, or digits in their order; left out.',
} as const;

export type ChangeCode = keyof typeof changeCodes;

/**
 * One thing that was done. `path` is the column it was done to; `from` what stood there; `to` what was made of it, equal to `from`
 * where the value was only marked, absent where it was left out.
 */
export interface Change {
  readonly path: string;
  readonly from: string;
  readonly to?: string;
  readonly code: ChangeCode;
}

/** What every normaliser returns: the value, where there is one, and what was done to get it, in that order. */
export interface Normalised<T> {
  readonly value: T | undefined;
  readonly changes: readonly Change[];
}

const unchanged: readonly Change[] = [];

/** Nothing was there. */
export const nothing: Normalised<never> = { value: undefined, changes: unchanged };

/** A value that needed nothing. */
export function asItIs<T>(value: T): Normalised<T> {
  return { value, changes: unchanged };
}
