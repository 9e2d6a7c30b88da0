/**
 * The port: what the form needs of a Customer Index, whatever stands behind it. The form knows this and never an adapter.
 * One contract suite (`testing/customer-index-contract.ts`) runs against every implementation.
 */
import type { Identity } from '../standard/identity.ts';
import type { FieldEvidence, MatchGrade } from '../standard/match-evidence.ts';
import type { Resolution, ResolveRequest } from './resolution.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The same key on a repeated call gives the same reference. Made by the adapter where the caller gives none. */
  readonly idempotencyKey?: string;
}

/** Rejects with an `AdapterError` and nothing else. */
export interface CustomerIndex {
  resolve(request: ResolveRequest, options?: CallOptions): Promise<Resolution>;
  /** Authenticated callers only. */
  findCandidates?(request: ResolveRequest, options?: CallOptions): Promise<readonly Candidate[]>;
}

/** A customer that may be the one asked for. `probability` is 0 to 1. */
export interface Candidate {
  readonly customerId: string;
  readonly grade: MatchGrade;
  readonly probability: number;
  readonly summary: Identity;
  readonly explanation: readonly FieldEvidence[];
}
