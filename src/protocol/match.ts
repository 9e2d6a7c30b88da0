/**
 * Searching for people: what a caseworker's screen or a system asks the index, and what it is told. Types only;
 * match-schemas.ts has the wire. For trusted callers; never for a browser that nobody signed in to.
 */
import type { Identity } from '../standard/identity.ts';
import type { FieldEvidence, MatchGrade } from '../standard/match-evidence.ts';

/** `identity` holds what is known of the person: a name or a date of birth, and at least one thing more. */
export interface MatchRequest {
  readonly profile: string;
  readonly standardVersion: string;
  readonly identity: Identity;
  /** The most candidates to tell; 10 where absent. */
  readonly limit?: number;
  /** Tell a candidate only where it is the one that is certain. */
  readonly onlyCertainMatches?: boolean;
}

/** A customer that may be the one asked for. `probability` is 0 to 1, `explanation` says why, field by field. */
export interface MatchedCustomer {
  readonly customerId: string;
  /** `provisional`: too little to match on, or in doubt and waiting for review. */
  readonly status: 'confirmed' | 'provisional';
  readonly grade: MatchGrade;
  readonly probability: number;
  /** The best known value of each field that the caller may see. */
  readonly summary: Identity;
  readonly explanation: readonly FieldEvidence[];
}

/** Best first. `isCut`: there may be others, so say more of the person. */
export interface MatchAnswer {
  readonly candidates: readonly MatchedCustomer[];
  readonly isCut: boolean;
}

/** `name`: beginnings of a person's names, in any order, one of them of three letters at least. */
export interface NameSearchRequest {
  readonly name: string;
  /** The most customers to tell; 20 where absent. */
  readonly limit?: number;
}

export interface NamedCustomer {
  readonly customerId: string;
  readonly status: 'confirmed' | 'provisional';
  readonly summary: Identity;
}

/** By name. `isCut`: there are others. */
export interface NameSearchAnswer {
  readonly customers: readonly NamedCustomer[];
  readonly isCut: boolean;
}

/**
 * What searches and reads keep back of a customer at risk. `isRestricted`: where they are and how to reach them, and that a search
 * by any of it is about them. `hidesHistory`: former values, such as a former name.
 */
export interface Restriction {
  readonly isRestricted: boolean;
  readonly hidesHistory: boolean;
}
