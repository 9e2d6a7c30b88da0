/**
 * A service's credentials without a shared secret: signs with its private key, and gets access tokens for it (OAuth 2, client
 * credentials, `private_key_jwt`). Needs the package `jose`, which a service that has a secret does not.
 */
import type { CryptoKey, JWK, KeyObject } from 'jose';
import { AdapterError, ConfigurationError } from '../protocol/error.ts';

export interface ServiceKeyOptions {
  /** Address of the Customer Index: `https://index.example`. */
  readonly index: string;
  /** Public id of the service, as registered. */
  readonly service: string;
  /** P-256 as a JWK or a key object; its public half stands in the registry. */
  readonly privateKey: JWK | CryptoKey | KeyObject;
  /** `urn:citizen-id:` and the index's authority; or its address, where it was told that. The address where absent. */
  readonly audience?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** What a call is sent with. */
export interface ServiceCredentials {
  /** The value of `Authorization`. Rejects with an `AdapterError` where the index is not reached, a `ConfigurationError` where it refuses. */
  authorization(): Promise<string>;
}

/** Seconds before its end that a token is no longer used. */
const margin = 30;
/** Seconds that an assertion is good for. */
const assertionLife = 60;

/** Gets a token when one is needed, and keeps it while it is good. Calls at once share one. */
export function createServiceCredentials(options: ServiceKeyOptions): ServiceCredentials {
  let current: Promise<{ readonly token: string; readonly until: number }> | undefined;
  return {
    authorization: async () => {
      const held = await current?.catch(() => undefined);
      if (held === undefined || held.until <= Date.now()) current = getToken(options);
      const { token } = await (current ?? getToken(options));
      return `Bearer ${token}`;
    },
  };
}

async function getToken(options: ServiceKeyOptions): Promise<{ token: string; until: number }> {
  const index = options.index.replace(/\/+$/, '');
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await signAssertion(options, options.audience ?? index),
  });
  const { status, answer } = await ask(options.fetch ?? globalThis.fetch, `${index}/oauth/token`, body);
  if (status === 400 || status === 401) {
    throw new ConfigurationError(`The index does not know the service "${options.service}" by this key, or by this audience`);
  }
  const { access_token: token, expires_in: life } = isObject(answer) ? answer : {};
  if (typeof token !== 'string' || typeof life !== 'number') {
    throw new AdapterError('ADAPTER_REFUSED', `The index gave no token: status ${status}`, { status });
  }
  return { token, until: Date.now() + (life - margin) * 1000 };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

async function signAssertion({ service, privateKey }: ServiceKeyOptions, audience: string): Promise<string> {
  const { SignJWT } = await import('jose');
  const header = { alg: 'ES256', ...('kid' in privateKey && privateKey.kid !== undefined ? { kid: privateKey.kid } : {}) };
  return new SignJWT({})
    .setProtectedHeader(header)
    .setIssuer(service)
    .setSubject(service)
    .setAudience(audience)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${assertionLife} s`)
    .sign(privateKey);
}

async function ask(fetch: typeof globalThis.fetch, address: string, body: URLSearchParams) {
  try {
    const response = await fetch(address, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(10_000) });
    const answer: unknown = await response.json();
    return { status: response.status, answer };
  } catch (cause) {
    throw new AdapterError('ADAPTER_UNREACHABLE', 'The index could not be reached', { cause });
  }
}
