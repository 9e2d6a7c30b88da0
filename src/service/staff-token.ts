/**
 * Members of staff, by a token of the council's own OpenID Connect provider: who they are and what their roles let them do. Not a
 * login: the staff screen's backend signs people in, and hands each call the token that it got.
 */
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Permission, StaffRules } from './registry.ts';

/** A member of staff whose token was found good. */
export interface StaffMember {
  /** By the claim that the registry names. */
  readonly staff: string;
  /** Of all their roles together. */
  readonly permissions: ReadonlySet<Permission>;
}

/** `unavailable`: the provider cannot be asked for its keys now. */
export type ReadStaffToken = StaffMember | 'refused' | 'unavailable';

const algorithms = ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256'];

/** Milliseconds to wait for the provider. */
const patience = 5_000;

/** Reads an ID token, or an access token that is a JWT, for the audience that the registry names. */
export async function readStaffToken(rules: StaffRules, token: string, now: Date): Promise<ReadStaffToken> {
  const { issuer, audience } = rules;
  const keys = await keysOf(rules);
  if (keys === undefined) return 'unavailable';
  try {
    const options = { algorithms, issuer, audience, requiredClaims: ['exp'], clockTolerance: 30, currentDate: now };
    const { payload } = await jwtVerify(token, keys, options);
    const staff = claimAt(payload, rules.nameClaim);
    if (typeof staff !== 'string' || staff === '' || staff.length > 200) return 'refused';
    const roles = claimAt(payload, rules.rolesClaim);
    const names: readonly unknown[] = Array.isArray(roles) ? roles : [roles];
    const permissions = names.flatMap((name) => (typeof name === 'string' ? (rules.roles.get(name) ?? []) : []));
    return { staff, permissions: new Set(permissions) };
  } catch {
    return 'refused';
  }
}

/** A claim by its path: some providers keep roles one level down (`realm_access.roles`). */
function claimAt(claims: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  }, claims);
}

const found = new WeakMap<StaffRules, JWTVerifyGetKey>();

/** The provider's keys, where its discovery document says they are; undefined while it cannot be reached. They are fetched again as they change. */
async function keysOf(rules: StaffRules): Promise<JWTVerifyGetKey | undefined> {
  const known = found.get(rules);
  if (known !== undefined) return known;
  try {
    const address = `${rules.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(patience), redirect: 'error' });
    const described: unknown = await response.json();
    const place = claimAt(described, 'jwks_uri');
    if (claimAt(described, 'issuer') !== rules.issuer || typeof place !== 'string') return undefined;
    const keys = createRemoteJWKSet(new URL(place), { timeoutDuration: patience });
    found.set(rules, keys);
    return keys;
  } catch {
    return undefined;
  }
}
