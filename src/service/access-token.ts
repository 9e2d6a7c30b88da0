/**
 * Access tokens: what a service that signed a client assertion calls with for a few minutes, instead of a secret. Made and checked by
 * the index alone, so they are its own affair: a JWT under a key of its own, which every process of the index derives.
 */
import { jwtVerify, SignJWT } from 'jose';
import { everyKey, type IndexKeys } from './keys.ts';

/** Seconds. A registration that was taken away counts at once, as the service is looked up with every call. */
export const accessTokenLifetime = 600;

const audience = 'citizen-index';

/** A token of the service with this public id. */
export async function createAccessToken(keys: IndexKeys, service: string, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .setSubject(service)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTokenLifetime)
    .sign(keys.accessToken);
}

/** The public id of the service that a token was made for; undefined where it is none of ours, or too old. */
export async function readAccessToken(keys: IndexKeys, token: string, now: Date): Promise<string | undefined> {
  const options = { algorithms: ['HS256'], typ: 'at+jwt', audience, currentDate: now };
  for (const { accessToken } of everyKey(keys)) {
    const verified = await jwtVerify(token, accessToken, options).catch(() => undefined);
    if (verified !== undefined) return verified.payload.sub;
  }
  return undefined;
}
