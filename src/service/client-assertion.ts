/**
 * Client assertions (RFC 7523, `private_key_jwt` of OpenID Connect): a service proves who it is by a JWT signed with its private key,
 * of which the index holds the public half alone. Each counts once.
 */
import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import type { ServiceContext } from './context.ts';
import { shortHash } from './keys.ts';
import type { Service } from './registry.ts';
import { issuerOf } from './signing.ts';

/** Seconds that an assertion may be good for: it is used at once. */
const longestLife = 600;
const clockTolerance = 30;

/** Not `none`, and none with a shared secret. */
const algorithms = ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256'];

/** The service that signed it; undefined where it is nobody's, for somebody else, too old, too long-lived, or was used before. */
export async function readClientAssertion(context: ServiceContext, assertion: string): Promise<Service | undefined> {
  const service = claimedService(context, assertion);
  if (service === undefined || service.publicKeys.length === 0) return undefined;
  const now = context.now();
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys: [...service.publicKeys] }), {
      algorithms,
      issuer: service.id,
      subject: service.id,
      audience: audiencesOf(context),
      requiredClaims: ['exp', 'jti'],
      currentDate: now,
      clockTolerance,
    });
    const { exp = Infinity, jti = '' } = payload;
    if (jti === '' || exp - now.getTime() / 1000 > longestLife + clockTolerance) return undefined;
    return (await isFirstUse(context, service.id, jti)) ? service : undefined;
  } catch {
    return undefined;
  }
}

/** Whose it says it is: only to know which keys to check it with. */
function claimedService({ registry }: ServiceContext, assertion: string): Service | undefined {
  try {
    return registry.services.get(decodeJwt(assertion).iss ?? '');
  } catch {
    return undefined;
  }
}

/** Who a service may mean by us: the index by its name, or the address that the operator gave. */
function audiencesOf({ registry, publicUrl }: ServiceContext): string[] {
  return [issuerOf(registry), ...(publicUrl === undefined ? [] : [publicUrl, `${publicUrl}/oauth/token`])];
}

/**
 * By `jti`, never by the text: sixteen texts stand for one ES256 signature, as base64url leaves bits unused. Kept where budgets are, so
 * that all processes know of it, and purged with them.
 */
async function isFirstUse({ store, keys, now }: ServiceContext, service: string, jti: string): Promise<boolean> {
  const target = shortHash(keys.repeat, 'client-assertion', service, jti);
  const time = now();
  const since = new Date(time.getTime() - 2 * (longestLife + clockTolerance) * 1000);
  return store.transaction(async (unit) => {
    await unit.lockKeys([target]);
    return unit.spendOnTargets({ targets: [target], contentDigest: randomUUID(), since, now: time, limit: 1 });
  });
}
