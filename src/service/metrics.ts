/**
 * What the index counts for those who run it: calls, refusals, outcomes, searches. By route, kind and registered service alone, so that
 * nothing in it is about anybody. How it is told is prometheus.ts's.
 */
import type { Outcome } from '../protocol/submission.ts';
import type { MatchGrade } from '../standard/match-evidence.ts';
import type { ProblemKind } from './problem.ts';

export interface Metrics {
  /** One call that was answered. `route` is the pattern, never the path. */
  readonly answered: (call: AnsweredCall) => void;
  /** One submission; `repeat` where its case was settled before. */
  readonly settled: (service: string, outcome: Outcome | 'repeat') => void;
  /** One search by identity: the grade of the best candidate, `none` where there was none. */
  readonly searched: (service: string, best: MatchGrade | 'none') => void;
}

export interface AnsweredCall {
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly milliseconds: number;
  /** Absent where nothing was refused and nothing went wrong. */
  readonly problem?: ProblemKind;
}

/** Counts nothing. */
export const silentMetrics: Metrics = { answered: () => undefined, settled: () => undefined, searched: () => undefined };
