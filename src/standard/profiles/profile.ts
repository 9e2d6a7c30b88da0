/**
 * What a profile is: one jurisdiction's rules, as data and small functions. The parsers are shared; what differs is here.
 */
import type { Field } from '../fields/field.ts';
import type { Entries, FieldName, PostalAddress } from '../identity.ts';
import type { Issue } from '../issue.ts';

/** One box of a date, in words that are also the ends of its entries. */
export type DatePart = 'day' | 'month' | 'year';

/** What the numbering plans say of one number. `unknown`: the plan of that country is not among them. */
export type TelephoneVerdict = 'valid' | 'too-short' | 'too-long' | 'not-valid' | 'unknown';

/** `e164` is the number as its plan writes it: without a trunk prefix that was left in after the calling code. */
export interface TelephoneJudgement {
  readonly verdict: TelephoneVerdict;
  readonly e164: string;
}

/** Judges `+` and digits. Heavy, so a browser loads it apart: see telephone-rules.ts. */
export type TelephoneRules = (e164: string) => TelephoneJudgement;

/** How telephone numbers are written where the profile is at home. */
export interface TelephoneRegion {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Digits, without `+`. */
  readonly callingCode: string;
  /** What is dialled before a national number, and left out after the calling code. */
  readonly trunkPrefix: string;
  /** What is dialled for `+`. */
  readonly exitPrefix: string;
  /** Fewest and most digits of a national number without its trunk prefix: all that is judged without `rules`. */
  readonly nationalDigits: { readonly fewest: number; readonly most: number };
  /** Absent in a browser until they are loaded. */
  readonly rules?: TelephoneRules;
}

export type ProfileId = 'gb' | 'us-fl';

/** What the profile reads of an address written at home: its postcode, and its state where it has any. */
export interface PostcodeReading {
  /** What could be read, with the country it is in. */
  readonly read: Pick<PostalAddress, 'region' | 'postcode' | 'country'>;
  readonly issues: readonly Issue[];
  /** What is worth a second look where there are no issues. */
  readonly doubts?: readonly Issue[];
}

/** Identifiers that nobody is asked without a stated purpose: they are no general keys to a person. */
export type IdentifierName =
  | Extract<
      FieldName,
      'national-insurance-number' | 'nhs-number' | 'driver-license' | 'social-security-number' | 'individual-taxpayer-number'
    >
  | 'federal-employer-identification-number';

/** For each identifier that is asked: why, as the resident is told. */
export type Purposes = Readonly<Partial<Record<IdentifierName, string>>>;

/** A jurisdiction: which fields, in which shape, and what is plausible at capture. */
export interface Profile {
  readonly id: ProfileId;
  /** ISO 3166-1 alpha-2; the country of every address written by hand. */
  readonly country: string;
  /** BCP 47; the messages where the page asks for no other. */
  readonly locale: string;
  /** What is asked, in this order, unless the form builder says otherwise. */
  readonly fields: readonly FieldName[];
  /** What must be answered, unless the form builder says otherwise. */
  readonly requiredFields: readonly FieldName[];
  /**
   * How each field is read, of those that are there: a browser's `gb` holds its five `fields`, and load-profile.ts adds others;
   * an identifier is there only where `withPurposes` says why it is asked.
   */
  readonly fieldsByName: Readonly<Partial<Record<FieldName, Field>>>;
  readonly purposes?: Purposes;
  /** Whether a given or a family name is enough. Absent: a person needs both, or says that there is only one. */
  readonly needsOneName?: true;
  /** Names of months beside the English and Welsh ones, language by language; none are heard by a browser's first `gb`. */
  readonly monthNames?: readonly (readonly string[])[];
  readonly dateOrder: readonly [DatePart, DatePart, DatePart];
  /** Years. A capture rule: somebody older is a typing mistake. Legacy records are read without it. */
  readonly oldestAge: number;
  readonly readPostcode: (entries: Entries) => PostcodeReading;
  /** The provider's domain that was likely meant by another; absent in a browser's first `gb`. */
  readonly suggestProvider?: (domain: string) => string | undefined;
  readonly telephone: TelephoneRegion;
}
