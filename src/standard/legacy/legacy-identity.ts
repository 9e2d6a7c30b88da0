/**
 * What a legacy record says about somebody: an identity whose parts may be incomplete. What matching and loading work on;
 * never what a form captures (identity.ts), though every captured identity is one of these too.
 */
import type { Identity } from '../identity.ts';

/**
 * A date of which only a part may be known. Any combination: a year alone, a birthday without its year. `digits` (YYYYMMDD) only
 * where the record has a day that is in no calendar: the parts that can be right are kept, and the digits still compare.
 */
export interface PartialDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly digits?: string;
}

/** `typed` as the record has it, tidied; `e164` only where the number fits a numbering plan. */
export interface LegacyTelephoneNumber {
  readonly typed: string;
  readonly e164?: string;
  readonly extension?: string;
}

/**
 * `identifiers` are codes by the name of their kind (`identifier.soc_sec_id` is `soc_sec_id`), `categories` whatever else tells
 * people apart (a place of birth, an occupation). An organisation has `organisation` and never `name`.
 */
export interface LegacyIdentity extends Omit<Identity, 'dateOfBirth' | 'telephoneNumber'> {
  readonly dateOfBirth?: PartialDate;
  readonly telephoneNumber?: LegacyTelephoneNumber;
  readonly identifiers?: Readonly<Record<string, string>>;
  readonly categories?: Readonly<Record<string, string>>;
}

/** A record's values by the standard's field names: `name.given`, `name.full`, `dateOfBirth`, `postalAddress.street`, `identifier.x`. */
export type Columns = Readonly<Record<string, string>>;
