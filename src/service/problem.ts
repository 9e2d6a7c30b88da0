/** Every error of the index as a problem document (RFC 9457). Expected errors are values: a handler returns one. */
import type { PointedIssue, ProblemDocument } from '../protocol/problem.ts';
import type { Issue } from '../standard/issue.ts';

/** Status and title by the last part of the type. */
const kinds = {
  'request-malformed': [400, 'The body cannot be read'],
  'request-invalid': [400, 'The request does not have the shape of this call'],
  'credentials-required': [401, 'A registered service’s credentials are required'],
  'client-refused': [401, 'The client assertion is not a registered service’s, or was used before'],
  'staff-refused': [401, 'The token of the member of staff is not good'],
  'permission-missing': [403, 'The service is not registered for this'],
  'purpose-missing': [400, 'The call must say what it is for'],
  'purpose-refused': [403, 'The service is not registered for this purpose'],
  'reason-missing': [400, 'The call must say which member of staff asks, and why'],
  'origin-refused': [403, 'The page’s origin is not registered for this service'],
  'not-found': [404, 'There is nothing here'],
  'customer-unknown': [404, 'No customer has this ID'],
  'method-not-allowed': [405, 'This method is not offered here'],
  'case-unknown': [404, 'The service has submitted no such case'],
  'change-unknown': [404, 'There is no change with this ID'],
  'task-unknown': [404, 'There is no review task with this ID'],
  'customer-changed': [409, 'The customer has changed since it was looked at'],
  'task-changed': [409, 'The task has changed since it was looked at'],
  'task-settled': [409, 'The task is settled'],
  'change-superseded': [409, 'The change was taken back, or a later one must be taken back first'],
  'ruled-apart': [409, 'A person ruled that these are two people'],
  'second-person-required': [403, 'The second decision must be another person’s'],
  'split-impossible': [422, 'A split takes some of the customer’s records, and not all'],
  'candidate-unknown': [422, 'The task has no such candidate'],
  'case-conflict': [409, 'The case was submitted before with other content'],
  'standard-version-refused': [400, 'The index does not take this version of the standard'],
  'body-too-large': [413, 'The body is larger than this call takes'],
  'content-type-unsupported': [415, 'The content type is not one that this call takes'],
  'identity-invalid': [422, 'The identity does not keep the standard'],
  'search-too-thin': [422, 'The search says too little of whom it is after'],
  'submission-invalid': [422, 'What was given does not keep the standard'],
  'reference-refused': [422, 'The reference was not made for this service'],
  'reference-expired': [422, 'The reference has expired'],
  'internal-error': [500, 'Something went wrong'],
  'store-unavailable': [503, 'The index cannot reach its database'],
  'staff-unavailable': [503, 'The provider that staff sign in with cannot be reached'],
  stopping: [503, 'The index is stopping'],
  'time-limit-exceeded': [503, 'The call took too long'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type ProblemKind = keyof typeof kinds;

/** Every kind there is: for the API's description. */
export const problemKinds: readonly ProblemKind[] = Object.keys(kinds).filter((kind): kind is ProblemKind =>
  Object.hasOwn(kinds, kind),
);

/** What a handler returns in place of an answer. `headers` such as `allow` go beside the document. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly detail?: string;
  readonly issues?: readonly PointedIssue[];
  readonly outcome?: 'invalid';
  readonly headers?: Readonly<Record<string, string>>;
}

export type ProblemStatus = (typeof kinds)[ProblemKind][0];

/** HTTP status of a kind. */
export function statusOf(kind: ProblemKind): ProblemStatus {
  return kinds[kind][0];
}

/** A problem, by kind and details. */
export function problem(kind: ProblemKind, details: Omit<Problem, 'kind'> = {}): Problem {
  return { kind, ...details };
}

/** The document as it goes out. */
export function problemDocument({ kind, detail, issues, outcome }: Problem): ProblemDocument {
  return {
    type: `urn:citizen-id:problem:${kind}`,
    title: kinds[kind][1],
    status: kinds[kind][0],
    ...(detail === undefined ? {} : { detail }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(issues === undefined ? {} : { issues }),
  };
}

/** Issues with their place in a JSON body, under `base` (`/fields`); see {@link jsonPointer}. */
export function pointInto(
  base: string,
  issues: readonly Issue[],
  segments: (path: string) => readonly string[],
): readonly PointedIssue[] {
  return issues.map((issue) => ({ ...issue, pointer: base + jsonPointer(segments(issue.path)) }));
}

/** RFC 6901: `/` before each segment, `~` and `/` in it escaped. */
export function jsonPointer(segments: readonly PropertyKey[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
