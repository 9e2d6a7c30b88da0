/**
 * Resolve: an identity goes in, a reference comes out. Types only; the zod schemas of the wire are in schemas.ts, apart,
 * so that a browser which only needs the types loads none of zod.
 */
import type { Identity } from '../standard/identity.ts';
import type { MatchGrade } from '../standard/match-evidence.ts';

export interface ResolveRequest {
  /** Public id of the calling service; the index checks it against the request's Origin. */
  readonly service: string;
  readonly profile: string;
  readonly standardVersion: string;
  readonly identity: Identity;
  /** Where somebody fills in the form for another: `identity` is the person it is about, this the one who acts. */
  readonly onBehalfOf?: Identity;
}

/** `expiresAt` is an ISO 8601 instant. `customerId` and `grade` only where the caller may know them. */
export interface Resolution {
  readonly reference: string;
  readonly expiresAt: string;
  readonly customerId?: string;
  readonly grade?: MatchGrade;
}
