/**
 * Every code an issue of the standard can carry, in one table; the messages of every locale are typed by it.
 * Not the words (messages/), and not the codes a service may add for its own requests.
 * No param ever holds anything that was typed, so that issues can be logged and counted.
 */
import type { Issue } from './issue.ts';

/** Each code with the names of the params that come with it. `label` is never listed: the words get it from the path. */
export const issueCodes = {
  'text/control-character': [],
  'text/bidirectional-override': [],
  'text/lone-surrogate': [],

  'name/missing': [],
  'name/given-missing': [],
  'name/family-missing': [],
  'name/no-letter': [],
  'name/too-long': ['most'],

  'date-of-birth/missing': [],
  'date-of-birth/day-missing': [],
  'date-of-birth/month-missing': [],
  'date-of-birth/year-missing': [],
  'date-of-birth/day-not-valid': [],
  'date-of-birth/month-not-valid': [],
  'date-of-birth/year-not-valid': [],
  'date-of-birth/year-two-digits': [],
  'date-of-birth/not-iso': [],
  'date-of-birth/not-real': [],
  'date-of-birth/in-future': [],
  'date-of-birth/too-long-ago': ['oldestAge'],

  'postal-address/missing': [],
  'postal-address/line1-missing': [],
  'postal-address/town-missing': [],
  'postal-address/postcode-missing': [],
  'postal-address/no-letter': [],
  'postal-address/too-long': ['most'],
  'postal-address/no-fixed-address-typed': [],
  'postal-address/postcode-incomplete': [],
  'postal-address/postcode-not-valid': [],
  'postal-address/postcode-unknown-area': [],
  'postal-address/postcode-forces': [],
  'postal-address/postcode-overseas': [],
  'postal-address/postcode-not-used': [],

  'email-address/missing': [],
  'email-address/too-long': ['most'],
  'email-address/no-at-sign': [],
  'email-address/several-at-signs': [],
  'email-address/space-inside': [],
  'email-address/local-part-not-valid': [],
  'email-address/domain-not-valid': [],
  /** A warning. `suggestion` is the provider's domain. */
  'email-address/likely-typo': ['suggestion'],

  'telephone-number/missing': [],
  'telephone-number/letters': [],
  'telephone-number/characters': [],
  'telephone-number/too-short': [],
  'telephone-number/too-long': [],
  'telephone-number/not-valid': [],
} as const satisfies Readonly<Record<`${string}/${string}`, readonly string[]>>;

/** A code of the standard: `<field>/<what is wrong>`; `text/…` where any typed text can be at fault. */
export type IssueCode = keyof typeof issueCodes;

/** An issue whose code is one of the standard's: the only way the parsers make one. */
export function createIssue(code: IssueCode, path: string, params?: Issue['params']): Issue {
  return params === undefined ? { code, path } : { code, path, params };
}
