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

  'customer-kind/missing': [],
  'customer-kind/not-valid': [],

  'previous-name/missing': [],
  'preferred-name/missing': [],

  'organisation/missing': [],
  'organisation/legal-name-missing': [],
  'organisation/no-letter': [],
  'organisation/too-long': ['most'],
  'federal-employer-identification-number/not-nine-digits': [],
  'federal-employer-identification-number/example': [],
  /** A warning. */
  'federal-employer-identification-number/unknown-prefix': [],

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
  'postal-address/region-missing': [],
  'postal-address/region-not-valid': [],
  'postal-address/zip-code-missing': [],
  'postal-address/zip-code-incomplete': [],
  'postal-address/zip-code-not-valid': [],
  /** A warning: the state has no such ZIP codes. */
  'postal-address/zip-code-of-other-region': [],
  /** A warning: the armed forces' states have APO, FPO and DPO for towns, and no other state has. */
  'postal-address/forces-town': [],
  'postal-address/country-missing': [],
  'postal-address/country-not-valid': [],
  'postal-address/country-at-home': [],

  'mailing-address/missing': [],
  'locations/missing': [],
  'locations/use-missing': [],
  'locations/use-not-valid': [],
  'locations/primary-missing': [],
  'locations/several-primaries': [],

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

  'national-insurance-number/missing': [],
  'national-insurance-number/example': [],
  'national-insurance-number/not-valid': [],
  'national-insurance-number/prefix-not-used': [],
  'nhs-number/missing': [],
  'nhs-number/example': [],
  'nhs-number/not-ten-digits': [],
  'nhs-number/not-valid': [],
  'driver-license/missing': [],
  'driver-license/example': [],
  'driver-license/not-valid': [],
  'social-security-number/missing': [],
  'social-security-number/example': [],
  'social-security-number/not-nine-digits': [],
  'social-security-number/not-valid': [],
  'individual-taxpayer-number/missing': [],
  'individual-taxpayer-number/example': [],
  'individual-taxpayer-number/not-nine-digits': [],
  'individual-taxpayer-number/not-valid': [],
} as const satisfies Readonly<Record<`${string}/${string}`, readonly string[]>>;

/** A code of the standard: `<field>/<what is wrong>`; `text/…` where any typed text can be at fault. */
export type IssueCode = keyof typeof issueCodes;

/** An issue whose code is one of the standard's: the only way the parsers make one. */
export function createIssue(code: IssueCode, path: string, params?: Issue['params']): Issue {
  return params === undefined ? { code, path } : { code, path, params };
}
