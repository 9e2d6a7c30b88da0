/**
 * The index's own signature: short assertions about a case that a service may pass on, which anybody can check with the keys at
 * `/.well-known/jwks.json`. A new key every quarter of a year, derived from the master secret: every process has it, none is stored,
 * and the set also holds the one before and the one after, so that nobody who keeps it for a while is surprised. While one secret
 * takes the place of another the set holds the keys of both.
 */
import { createECDH, hkdfSync, randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type JWK } from 'jose';
import type { SettledSubmission } from '../protocol/submission.ts';
import { everyKey, type IndexKeys } from './keys.ts';
import type { Registry } from './registry.ts';

/** Seconds. Long enough to hand on while a case is opened, not to keep. */
export const assertionLifetime = 300;

/** Milliseconds: a quarter of a year. */
const period = (365.25 / 4) * 86_400_000;

const periodOf = (now: Date) => Math.floor(now.getTime() / period);

/** Who the index is to those who check its signature: by its authority, as addresses change. */
export function issuerOf({ authority }: Pick<Registry, 'authority'>): string {
  return `urn:citizen-id:${authority}`;
}

/** The public keys (RFC 7517): of the last, this and the next quarter. */
export function publicKeySet(keys: IndexKeys, now: Date): { readonly keys: readonly JWK[] } {
  const periods = [-1, 0, 1].map((step) => periodOf(now) + step);
  return { keys: everyKey(keys).flatMap((one) => periods.map((number) => withoutPrivatePart(keyOf(one, number)))) };
}

export interface AssertedCase {
  /** Public id of the service that the assertion is for. */
  readonly service: string;
  readonly caseReference: string;
  readonly settled: Pick<SettledSubmission, 'customerId' | 'outcome' | 'grade'>;
}

/** A JWT (ES256): `sub` is the customer ID, `aud` the service. */
export async function signAssertion(
  context: { readonly keys: IndexKeys; readonly registry: Registry; readonly now: () => Date },
  { service, caseReference, settled }: AssertedCase,
): Promise<string> {
  const now = context.now();
  const issuedAt = Math.floor(now.getTime() / 1000);
  const { kid = '', ...jwk } = keyOf(context.keys, periodOf(now));
  return new SignJWT({ caseReference, outcome: settled.outcome, grade: settled.grade })
    .setProtectedHeader({ alg: 'ES256', typ: 'citizen-id+jwt', kid })
    .setIssuer(issuerOf(context.registry))
    .setSubject(settled.customerId)
    .setAudience(service)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + assertionLifetime)
    .setJti(randomUUID())
    .sign(await importJWK(jwk, 'ES256'));
}

function withoutPrivatePart({ d: _, ...publicPart }: JWK): JWK {
  return publicPart;
}

/** P-256. A scalar outside the group has a chance of one in 2³²: the next one is taken. */
function keyOf(keys: IndexKeys, number: number): JWK {
  for (let attempt = 0; ; attempt += 1) {
    const scalar = Buffer.from(hkdfSync('sha256', keys.signing, '', `signing ${number} ${attempt}`, 32));
    const pair = createECDH('prime256v1');
    try {
      pair.setPrivateKey(scalar);
    } catch {
      continue;
    }
    const point = pair.getPublicKey();
    const text = (bytes: Buffer) => bytes.toString('base64url');
    return {
      kty: 'EC',
      crv: 'P-256',
      alg: 'ES256',
      use: 'sig',
      kid: `${number}-${text(point.subarray(1, 7))}`,
      x: text(point.subarray(1, 33)),
      y: text(point.subarray(33, 65)),
      d: text(scalar),
    };
  }
}
