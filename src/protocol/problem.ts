/** The problem document (RFC 9457) that every error of the index is. Types only; schemas.ts has the wire. */
import type { Issue } from '../standard/issue.ts';

/** `pointer` leads to the value in the request: a JSON pointer (RFC 6901), or the entry's name where a form was sent. */
export interface PointedIssue extends Issue {
  readonly pointer: string;
}

/** `type` is a URN and stable; `title` and `detail` are for people and may change. `outcome` on refused submissions only. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly outcome?: 'invalid';
  readonly issues?: readonly PointedIssue[];
}
