/** A case: what one submitted form became in the service's own store. The index is not needed for it to exist. */
import { randomInt } from 'node:crypto';
import type { SubmissionResult } from '../../src/protocol/submission.ts';
import type { Entries } from '../../src/standard/identity.ts';

export interface Case {
  readonly caseNumber: string;
  /** ISO 8601 instant. */
  readonly openedAt: string;
  /** Random, one for each form page that was rendered: the same page sent twice is one case. */
  readonly formToken: string;
  /** All entries as they were submitted, the element's and the service's own. */
  readonly entries: Entries;
  /** What the index answered; undefined while it has not. */
  readonly result?: SubmissionResult;
  /** The code of the latest fault on the way to the index; undefined where there was none. */
  readonly deferredBy?: string;
}

/** Crockford's base 32: no I, L, O, U, so that a number can be read out over the telephone. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `PP-7F3K-92QX`: 40 random bits, so that nobody guesses another's number. Always of the same length. */
export function createCaseNumber(prefix: string): string {
  const group = () => Array.from({ length: 4 }, () => digits[randomInt(digits.length)]).join('');
  return `${prefix}-${group()}-${group()}`;
}
