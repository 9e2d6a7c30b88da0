/**
 * A submission: what a service's backend sends for one case, and the customer ID it gets. Types only; schemas.ts has the wire.
 */
import type { Entries, Identity } from '../standard/identity.ts';
import type { Issue } from '../standard/issue.ts';
import type { FieldEvidence, MatchGrade } from '../standard/match-evidence.ts';

/** Idempotent by `caseReference`, per service. At least one of `reference`, `fields`, `identity`; what was typed wins over what was resolved. */
export interface SubmissionRequest {
  readonly caseReference: string;
  readonly reference?: string;
  /** The submitted entries without the element's own name in front: `name.given`. */
  readonly fields?: Entries;
  readonly identity?: Identity;
  /** Space-separated field names, as in the element's `required-fields`; the profile's where absent. */
  readonly requiredFields?: string;
  /** The standard that the fields were asked by; the index's own where absent. */
  readonly standardVersion?: string;
}

/**
 * `existing`: exactly one customer is certain enough. `review`: a person must look; until then a provisional customer, the same
 * one whenever the same doubt comes again. `insufficient`: too little to match on; a provisional customer for this case alone.
 */
export type Outcome = 'existing' | 'new' | 'review' | 'insufficient';

/** `identity` is what this resident gave, canonical; never what the index holds. */
export interface SettledSubmission {
  readonly customerId: string;
  readonly outcome: Outcome;
  readonly grade: MatchGrade;
  readonly identity: Identity;
  readonly standardVersion: string;
  /** Why, field by field, against the best candidate; absent where there was none. For caseworkers, never for residents. */
  readonly explanation?: readonly FieldEvidence[];
  /** Where it was asked for: a JWT that the index signed, for handing on; host/verify-assertion.ts checks it. */
  readonly assertion?: string;
}

/** HTTP 422: what was typed fails the standard. */
export interface InvalidSubmission {
  readonly outcome: 'invalid';
  readonly issues: readonly Issue[];
}

export type SubmissionResult = SettledSubmission | InvalidSubmission;
