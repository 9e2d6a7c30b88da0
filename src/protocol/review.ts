/**
 * What people who settle doubts see and say: review tasks, decisions, splits, and what has become of a customer. Types only;
 * review-schemas.ts has the wire. For staff; never for a browser of a resident.
 */
import type { Identity } from '../standard/identity.ts';
import type { FieldEvidence, MatchGrade } from '../standard/match-evidence.ts';
import type { CustomerValue, ValueAssurance } from './records.ts';

/** `awaiting-second`: one person said that two confirmed customers are the same, and another must say so too. */
export type ReviewStatus = 'open' | 'awaiting-second' | 'settled';

export type ReviewVerdict = 'same' | 'different' | 'cannot-tell';

/** `after` of the next page's call is `next`; absent on the last page. */
export interface ReviewTaskList {
  readonly tasks: readonly ReviewTaskSummary[];
  /** How many wait in all. */
  readonly open: number;
  readonly next?: string;
}

/** `customerId` is the doubtful record's customer now; `candidates` counts whom it may be. */
export interface ReviewTaskSummary {
  readonly taskId: string;
  readonly status: ReviewStatus;
  readonly version: number;
  readonly createdAt: string;
  readonly customerId: string;
  readonly candidates: number;
}

export interface ReviewTask extends Omit<ReviewTaskSummary, 'candidates'> {
  readonly record: ReviewRecord;
  /** Likeliest first; without those that have become the record's own customer since. */
  readonly candidates: readonly ReviewCandidate[];
  readonly decisions: readonly ReviewDecisionView[];
}

export interface ReviewRecord {
  readonly recordId: string;
  readonly source: string;
  readonly sourceRecordId: string;
  readonly assurance: ValueAssurance;
  readonly recordedAt: string;
  readonly identity: Identity;
}

/** `explanation` is what each field said when the doubt arose; `values` are the candidate's now. */
export interface ReviewCandidate {
  readonly customerId: string;
  readonly status: 'confirmed' | 'provisional';
  readonly grade: MatchGrade;
  readonly probability: number;
  readonly explanation: readonly FieldEvidence[];
  readonly values: readonly CustomerValue[];
}

export interface ReviewDecisionView {
  readonly verdict: ReviewVerdict;
  readonly candidateId?: string;
  readonly decidedBy: string;
  readonly reason: string;
  readonly decidedAt: string;
  readonly isFinal: boolean;
}

/** `candidateId` is required for `same`; `different` without one is said of all candidates. `version` is the task's, as read. */
export interface ReviewDecisionRequest {
  readonly verdict: ReviewVerdict;
  readonly candidateId?: string;
  readonly version: number;
}

/** `customerId` is whom the record belongs to now. */
export interface ReviewDecisionAnswer {
  readonly status: ReviewStatus;
  readonly version: number;
  readonly customerId: string;
}

/** Two customers that somebody takes for one person. */
export interface ReviewTaskRequest {
  readonly customerIds: readonly [string, string];
}

/** One final decision, as a label for evaluation: record IDs only. Every one of `otherRecordIds` is a pair with `recordId`. */
export interface ReviewLabel {
  readonly verdict: ReviewVerdict;
  readonly recordId: string;
  readonly otherRecordIds: readonly string[];
  readonly probability?: number;
  readonly decidedAt: string;
}

export interface ReviewLabelList {
  readonly labels: readonly ReviewLabel[];
  readonly next?: string;
}

/** `recordIds` go to a customer of their own; `version` is the customer's, as read. */
export interface SplitRequest {
  readonly version: number;
  readonly recordIds: readonly string[];
}

/** A merge or split that was done, or undone. Both IDs answer ever after: `customerId` stayed, `otherCustomerId` was merged into it or split off. */
export interface ChangeView {
  readonly changeId: string;
  readonly kind: 'merge' | 'split';
  readonly customerId: string;
  readonly otherCustomerId: string;
  readonly undoes?: string;
  readonly undoneBy?: string;
  readonly decidedBy: string;
  readonly secondedBy?: string;
  readonly reason: string;
  readonly changedAt: string;
}

export interface LinkView {
  readonly recordId: string;
  readonly customerId: string;
  readonly previousCustomerId?: string;
  readonly cause: 'matched' | 'new' | 'review' | 'insufficient' | 'first-load' | 'merge' | 'split';
  readonly changeId?: string;
  /** Bits for it against the best candidate then, where there was one, and what each field said. */
  readonly weight?: number;
  readonly explanation: readonly FieldEvidence[];
  readonly modelVersion: string;
  readonly linkedAt: string;
}

/** A case of a service, by the record that stands for it. `answeredCustomerId` is what the service was told at the time. */
export interface CaseView {
  readonly service: string;
  readonly caseReference: string;
  readonly recordId: string;
  readonly answeredCustomerId: string;
  readonly submittedAt: string;
}

/** All that led to a customer: which records came and went and why, what people decided, and which cases are the customer's now. */
export interface CustomerHistory {
  readonly customerId: string;
  readonly version: number;
  readonly mergedIds: readonly string[];
  readonly links: readonly LinkView[];
  readonly changes: readonly ChangeView[];
  readonly rulings: readonly RulingView[];
  readonly cases: readonly CaseView[];
}

export interface RulingView {
  readonly kind: 'together' | 'apart';
  readonly recordIds: readonly [string, string];
  readonly ruledAt: string;
}

/** Whose a service's own case is: `customerId` now, `answeredCustomerId` when it was submitted. */
export interface CaseOwner {
  readonly caseReference: string;
  readonly answeredCustomerId: string;
  readonly customerId: string;
}
