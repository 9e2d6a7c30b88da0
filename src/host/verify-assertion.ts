/**
 * Checks an assertion that a Customer Index signed about a case: for the system that a service hands it on to. Needs the package
 * `jose`. Says nothing about a resident who is at the other end of a browser now.
 */
import type { JWTVerifyGetKey } from 'jose';
import { ConfigurationError } from '../protocol/error.ts';
import type { Outcome } from '../protocol/submission.ts';
import type { MatchGrade } from '../standard/match-evidence.ts';

export interface VerifyOptions {
  /** Address of the Customer Index, whose keys are at `/.well-known/jwks.json`. */
  readonly index: string;
  /** What the index's customer IDs begin with: `GBX`. */
  readonly authority: string;
  /** Public id of the service that the case is of. */
  readonly service: string;
  /** The clock's present; now where absent. */
  readonly now?: Date;
}

export interface AssertedCase {
  readonly customerId: string;
  readonly caseReference: string;
  readonly outcome: Outcome;
  readonly grade: MatchGrade;
  /** Another one with each assertion: whoever must not act on one twice keeps it, and never the text, of which there are several. */
  readonly assertionId: string;
}

/** What the index says of the case; undefined where it did not say so, or longer than five minutes ago. Rejects with jose's error where the keys cannot be fetched. */
export async function verifyAssertion(assertion: string, options: VerifyOptions): Promise<AssertedCase | undefined> {
  const { errors, jwtVerify } = await import('jose');
  try {
    const { payload } = await jwtVerify(assertion, await keysOf(options.index), {
      algorithms: ['ES256'],
      typ: 'citizen-id+jwt',
      issuer: `urn:citizen-id:${options.authority}`,
      audience: options.service,
      requiredClaims: ['sub', 'exp', 'jti', 'caseReference'],
      clockTolerance: 30,
      ...(options.now === undefined ? {} : { currentDate: options.now }),
    });
    return readCase(payload);
  } catch (error) {
    const isVerdict =
      error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC';
    if (isVerdict) return undefined;
    throw error;
  }
}

const outcomes: readonly Outcome[] = ['existing', 'new', 'review', 'insufficient'];
const grades: readonly MatchGrade[] = ['certain', 'probable', 'possible', 'certainly-not'];

function readCase(claims: Readonly<Record<string, unknown>>): AssertedCase | undefined {
  const { sub: customerId, caseReference, jti: assertionId } = claims;
  const outcome = outcomes.find((one) => one === claims['outcome']);
  const grade = grades.find((one) => one === claims['grade']);
  if (typeof customerId !== 'string' || typeof caseReference !== 'string' || typeof assertionId !== 'string') return undefined;
  return outcome === undefined || grade === undefined ? undefined : { customerId, caseReference, outcome, grade, assertionId };
}

const sets = new Map<string, JWTVerifyGetKey>();

/** Fetched once and kept; fetched again when a key is met that is not among them. */
async function keysOf(index: string): Promise<JWTVerifyGetKey> {
  if (!URL.canParse(index)) throw new ConfigurationError('index must be the address of a Customer Index');
  const { createRemoteJWKSet } = await import('jose');
  const known = sets.get(index) ?? createRemoteJWKSet(new URL('/.well-known/jwks.json', index));
  sets.set(index, known);
  return known;
}
