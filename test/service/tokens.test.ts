/**
 * Services without a shared secret: client assertions for access tokens, calls with those; and the assertions that the index itself signs.
 * Over HTTP, as the host's own helpers call it.
 */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServiceCredentials, resolveSubmission, verifyAssertion } from '../../src/host/index.ts';
import { settledSubmissionSchema } from '../../src/protocol/schemas.ts';
import { jwtBearer, keySetSchema, tokenAnswerSchema } from '../../src/protocol/token-schemas.ts';
import { publicKeySet } from '../../src/service/signing.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import { createTestIndex, credentialsOf, entriesOf, jsonOf, post, registryText, type TestIndex } from './test-index.ts';

const pairOf = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [own, stranger] = [pairOf(), pairOf()];
const signing = { name: 'Signing', profile: 'gb', origins: [], permissions: ['submission'], purposes: { identity: 'a test' } };
const parsed = JSON.parse(registryText) as { services: unknown[] };
const registry = JSON.stringify({
  ...parsed,
  services: [
    ...parsed.services,
    { ...signing, id: 'signing', publicKeys: [own.publicKey.export({ format: 'jwk' })] },
    { ...signing, id: 'other', publicKeys: [stranger.publicKey.export({ format: 'jwk' })] },
  ],
});
/** The host's helper signs with the clock of the day. */
const now = new Date();
const seconds = Math.floor(now.getTime() / 1000);

const [engine] = engines;
let database: TestDatabase;
let index: TestIndex;
let server: Server;
let url = '';
beforeAll(async () => {
  if (engine === undefined) throw new Error('No engine');
  database = await engine.open();
  index = createTestIndex(database.store, {}, { registryText: registry, now });
  await new Promise<void>((resolve) => {
    const listening = serve({ fetch: index.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      url = `http://127.0.0.1:${port}`;
      resolve();
    });
    if (!('closeAllConnections' in listening)) throw new TypeError('HTTP/1.1 was expected');
    server = listening;
  });
}, 300_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.remove();
});

let numbers = 0;
const claims = (changes: JWTPayload = {}): JWTPayload => {
  numbers += 1;
  const usual = { iss: 'signing', sub: 'signing', aud: 'urn:citizen-id:TST', jti: `jti-${numbers}`, exp: seconds + 60 };
  return { ...usual, ...changes };
};
const signed = (payload: JWTPayload, key: KeyObject = own.privateKey) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'ES256' }).sign(key);
const ask = (assertion: string, changes: Readonly<Record<string, string>> = {}) => {
  const usual = { grant_type: 'client_credentials', client_assertion_type: jwtBearer, client_assertion: assertion };
  return index.app.request('/oauth/token', { method: 'POST', body: new URLSearchParams({ ...usual, ...changes }) });
};
const tokenOf = async (response: Response) => tokenAnswerSchema.parse(await response.json()).access_token;
const submitWith = (authorization: string, caseReference: string, query = '') =>
  index.app.request(`/v1/submissions${query}`, post({ caseReference, fields: entriesOf(1) }, { authorization }));

describe('A service with a key of its own', () => {
  it('submits through the host’s helper, which gets one token for many calls', async () => {
    const calls: string[] = [];
    const fetchNoted: typeof fetch = (input, init) => {
      calls.push(new URL(new Request(input).url).pathname);
      return fetch(input, init);
    };
    const audience = 'urn:citizen-id:TST';
    const credentials = createServiceCredentials({
      index: url,
      service: 'signing',
      privateKey: own.privateKey,
      audience,
      fetch: fetchNoted,
    });
    const entries = Object.fromEntries(Object.entries(entriesOf(2)).map(([name, text]) => [`customer.${name}`, text]));
    const submit = (caseReference: string) =>
      resolveSubmission(entries, { index: url, service: 'signing', credentials, caseReference, fetch: fetchNoted });
    const results = [await submit('1'), await submit('2')];
    expect(results.map(({ outcome }) => outcome)).not.toContain('deferred');
    expect(calls).toEqual(['/oauth/token', '/v1/submissions', '/v1/submissions']);
  });

  it('calls with its token for ten minutes', async () => {
    const token = await tokenOf(await ask(await signed(claims())));
    expect((await submitWith(`Bearer ${token}`, 'token')).status).toBe(200);
    const later = createTestIndex(database.store, {}, { registryText: registry, now: new Date(now.getTime() + 601_000) });
    const call = post({ caseReference: 'token', fields: entriesOf(1) }, { authorization: `Bearer ${token}` });
    expect((await later.app.request('/v1/submissions', call)).status).toBe(401);
  });

  it('is a stranger once its registration is gone', async () => {
    const token = await tokenOf(await ask(await signed(claims())));
    const without = createTestIndex(database.store, {}, { now });
    const call = post({ caseReference: 'gone', fields: entriesOf(1) }, { authorization: `Bearer ${token}` });
    expect((await without.app.request('/v1/submissions', call)).status).toBe(401);
  });

  it('uses an assertion once, whichever of the texts of its signature it sends', async () => {
    const assertion = await signed(claims());
    expect((await ask(assertion)).status).toBe(200);
    // The last character of 64 bytes in base64url has four bits to spare: sixteen texts, one signature.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const statuses = [...alphabet].map(async (last) => (await ask(assertion.slice(0, -1) + last)).status);
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([401]));
  });

  it('is not known by a secret that it has not', async () => {
    const answers = ['', 'undefined', '0'.repeat(64)].map(async (secret) => {
      const authorization = `Basic ${Buffer.from(`signing:${secret}`).toString('base64')}`;
      return (await submitWith(authorization, 'no secret')).status;
    });
    expect(await Promise.all(answers)).toEqual([401, 401, 401]);
  });

  it.each<readonly [string, () => Promise<string> | string]>([
    ['another’s key', () => signed(claims(), stranger.privateKey)],
    ['another’s name and key', () => signed(claims({ iss: 'other' }), stranger.privateKey)],
    ['a name that is registered by a secret', () => signed(claims({ iss: 'permits', sub: 'permits' }))],
    ['no such name', () => signed(claims({ iss: 'nobody', sub: 'nobody' }))],
    ['another audience', () => signed(claims({ aud: 'https://elsewhere.example' }))],
    ['no audience', () => signed({ ...claims(), aud: [] })],
    ['an end that has passed', () => signed(claims({ exp: seconds - 60 }))],
    ['no end', () => signed(Object.fromEntries(Object.entries(claims()).filter(([name]) => name !== 'exp')))],
    ['an end next year', () => signed(claims({ exp: seconds + 31_536_000 }))],
    ['no number of its own', () => signed(Object.fromEntries(Object.entries(claims()).filter(([name]) => name !== 'jti')))],
    ['no signature', () => new UnsecuredJWT(claims()).encode()],
    [
      'the public key as a secret',
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256' })
          .sign(Buffer.from(JSON.stringify(own.publicKey.export({ format: 'jwk' })))),
    ],
    [
      'a changed claim',
      async () =>
        (await signed(claims())).replace(
          /\.[^.]+\./,
          `.${Buffer.from(JSON.stringify(claims({ sub: 'other', iss: 'other' }))).toString('base64url')}.`,
        ),
    ],
    ['no JWT', () => 'not.a.jwt'],
  ])('gets no token with %s', async (_, assertion) => {
    const response = await ask(await assertion());
    expect([response.status, await jsonOf(response)]).toEqual([
      401,
      { error: 'invalid_client', error_description: expect.any(String) as unknown },
    ]);
  });

  it('hears what was wrong with its request', async () => {
    const response = await ask('x', { grant_type: 'password' });
    expect([response.status, (await jsonOf(response))['error']]).toEqual([400, 'invalid_request']);
  });

  it.each(['Bearer', 'Bearer ', 'Bearer x.y.z', 'Bearer ünsafe'])('is nobody with "%s"', async (authorization) => {
    expect((await submitWith(Buffer.from(authorization).toString('latin1'), 'bearer')).status).toBe(401);
  });

  it('is nobody with its assertion in place of a token', async () => {
    expect((await submitWith(`Bearer ${await signed(claims())}`, 'assertion')).status).toBe(401);
  });
});

describe('The index’s own assertion', () => {
  const submitSigned = async (caseReference: string) => {
    const { authorization } = credentialsOf('permits');
    const response = await submitWith(authorization, caseReference, '?assertion=jwt');
    return settledSubmissionSchema.parse(await response.json());
  };
  const options = () => ({ index: url, authority: 'TST', service: 'permits' });

  it('says which customer a case is of, and is checked with the published keys', async () => {
    const { assertion = '', customerId, outcome, grade } = await submitSigned('asserted');
    expect(await verifyAssertion(assertion, options())).toEqual({
      customerId,
      caseReference: 'asserted',
      outcome,
      grade,
      assertionId: expect.any(String) as unknown,
    });
  });

  it('comes only where it is asked for, and changes nothing else of the answer', async () => {
    const { assertion: _, ...first } = await submitSigned('plain');
    const response = await submitWith(credentialsOf('permits').authorization, 'plain');
    expect(await jsonOf(response)).toEqual(first);
    expect((await submitWith(credentialsOf('permits').authorization, 'plain', '?assertion=yes')).status).toBe(400);
  });

  it('is nothing to another service, of another index, after its time, or once it was changed', async () => {
    const { assertion = '' } = await submitSigned('refused');
    const [header = '', payload = '', signature = ''] = assertion.split('.');
    const forged = JSON.stringify({
      ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object),
      sub: 'TST-0000-0000-0000',
    });
    const verdicts = await Promise.all([
      verifyAssertion(assertion, { ...options(), service: 'bins' }),
      verifyAssertion(assertion, { ...options(), authority: 'GBX' }),
      verifyAssertion(assertion, { ...options(), now: new Date(now.getTime() + 400_000) }),
      verifyAssertion([header, Buffer.from(forged).toString('base64url'), signature].join('.'), options()),
      verifyAssertion(await signed(claims()), options()),
      verifyAssertion('', options()),
    ]);
    expect(verdicts).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  it('rejects where the keys cannot be fetched: that says nothing of the assertion', async () => {
    const { assertion = '' } = await submitSigned('no keys');
    await expect(verifyAssertion(assertion, { ...options(), index: 'http://127.0.0.1:9' })).rejects.toThrow();
  });

  it('has keys without their private part, and next quarter’s before it is used', async () => {
    const published = keySetSchema.parse(await jsonOf(await index.app.request('/.well-known/jwks.json')));
    expect(published.keys).toHaveLength(3);
    expect(JSON.stringify(published)).not.toContain('"d"');
    const ids = (at: Date) => publicKeySet(index.context.keys, at).keys.map(({ kid }) => kid);
    const nextQuarter = new Date(now.getTime() + 91.5 * 86_400_000);
    expect(ids(nextQuarter).slice(0, 2)).toEqual(ids(now).slice(1));
    expect(ids(now)).toEqual(published.keys.map(({ kid }) => kid));
  });
});
