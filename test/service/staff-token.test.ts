/** Staff by their council's own OpenID Connect provider: who they are and what they may comes from its token, and from nothing else. */
import { createServer } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { SignJWT, decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type TestDatabase } from '../store/engines.ts';
import { startOpenIdProvider, type OpenIdProvider } from './openid-provider.ts';
import { createTestIndex, credentialsOf, entriesOf, jsonOf, personOf, post, registryText, type TestIndex } from './test-index.ts';

const [engine] = engines;
let database: TestDatabase;
let provider: OpenIdProvider;
let index: TestIndex;
let customerId = '';
const tokens = new Map<string, string>();

const staffOf = (issuer: string, changes: object = {}) => ({
  issuer,
  audience: 'staff-screen',
  roles: { clerk: ['match', 'customers'], guardian: ['restricted-people', 'match'], cleaner: [] },
  ...changes,
});
const indexWith = (staff: object) => {
  const registry: unknown = JSON.parse(registryText);
  return createTestIndex(database.store, {}, { registryText: JSON.stringify({ ...Object(registry), staff }), now: new Date() });
};

beforeAll(async () => {
  if (engine === undefined) throw new Error('No engine');
  database = await engine.open();
  provider = await startOpenIdProvider(await freePort(), {
    'clerk-7': ['clerk'],
    'guardian-1': ['guardian', 'clerk'],
    'cleaner-3': ['cleaner'],
  });
  for (const account of ['clerk-7', 'guardian-1', 'cleaner-3']) tokens.set(account, await provider.signIn(account));
  index = indexWith(staffOf(provider.issuer));
  const load = post({ source: 'library', records: [{ recordId: '1', fields: entriesOf(1) }] }, credentialsOf('loader'));
  const { results } = await jsonOf(await index.app.request('/v1/records', load));
  customerId = /"customerId":"([^"]+)"/.exec(JSON.stringify(results))?.[1] ?? '';
}, 300_000);
afterAll(async () => {
  await provider.stop();
  await database.remove();
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port'))));
    });
  });
}

const reason = { 'index-reason': 'case 1042' };
const view = async (headers: Readonly<Record<string, string>>, asked: TestIndex = index) => {
  const response = await asked.app.request(`/v1/customers/${customerId}`, {
    headers: { ...credentialsOf('counter'), ...reason, ...headers },
  });
  return [response.status, (await jsonOf(response))['type']];
};
const as = (account: string) => ({ 'index-staff-token': tokens.get(account) ?? '' });
const refused = [401, 'urn:citizen-id:problem:staff-refused'];

describe('A member of staff', () => {
  it('may what their role and their service may', async () => {
    expect(await view(as('clerk-7'))).toEqual([200, undefined]);
    const search = post(
      { profile: 'gb', standardVersion: '1.1', identity: personOf(1) },
      { ...credentialsOf('counter'), ...reason, ...as('clerk-7') },
    );
    expect((await index.app.request('/v1/match', search)).status).toBe(200);
  });

  it('may no more than their role', async () => {
    expect(await view(as('cleaner-3'))).toEqual([403, 'urn:citizen-id:problem:permission-missing']);
    const restrict = (account: string) =>
      index.app.request(
        `/v1/customers/${customerId}/restriction`,
        post({ isRestricted: false, hidesHistory: false }, { ...credentialsOf('shelter'), ...reason, ...as(account) }),
      );
    expect((await restrict('clerk-7')).status).toBe(403);
    expect((await restrict('guardian-1')).status).toBe(200);
  });

  it('may no more than their service', async () => {
    const { status } = await index.app.request(
      `/v1/customers/${customerId}/restriction`,
      post({ isRestricted: false, hidesHistory: false }, { ...credentialsOf('counter'), ...reason, ...as('guardian-1') }),
    );
    expect(status).toBe(403);
  });

  it('sees people at risk by their own role, not by their service’s', async () => {
    const headers = (account: string) => ({ ...credentialsOf('shelter'), ...reason, ...as(account) });
    const body = post({ isRestricted: true, hidesHistory: false }, headers('guardian-1'));
    expect((await index.app.request(`/v1/customers/${customerId}/restriction`, body)).status).toBe(200);
    const seenBy = async (account: string) =>
      (await index.app.request(`/v1/customers/${customerId}`, { headers: headers(account) })).text();
    const postcode = personOf(1).postalAddress?.postcode ?? '';
    expect(await seenBy('clerk-7')).not.toContain(postcode);
    expect(await seenBy('guardian-1')).toContain(postcode);
  });

  it('is in the audit trail by the name that the token has, whatever the service says', async () => {
    await view({ ...as('clerk-7'), 'index-staff': 'somebody else' });
    const rows = await database.driver.attempt((connection) =>
      connection.query<{ row: string }>('select row_to_json(audit_entry)::text as row from audit_entry'),
    );
    expect(rows.some(({ row }) => row.includes('clerk-7'))).toBe(true);
    expect(rows.some(({ row }) => row.includes('somebody else'))).toBe(false);
  });

  it('says why all the same', async () => {
    expect(await view({ ...as('clerk-7'), 'index-reason': '' })).toEqual([400, 'urn:citizen-id:problem:reason-missing']);
  });

  it('is nobody without a token, whatever name the service sends', async () => {
    expect(await view({ 'index-staff': 'clerk-7' })).toEqual(refused);
  });

  it('is nobody with a token for another client, changed, too old, or of another provider', async () => {
    const good = tokens.get('clerk-7') ?? '';
    const forged = await new SignJWT(decodeJwt(good))
      .setProtectedHeader({ alg: 'ES256' })
      .sign(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    const [header = '', , signature = ''] = good.split('.');
    const changed = Buffer.from(JSON.stringify({ ...decodeJwt(good), sub: 'guardian-1', roles: ['guardian'] })).toString(
      'base64url',
    );
    const elsewhere = await provider.signIn('clerk-7', 'newsletter');
    for (const token of [forged, [header, changed, signature].join('.'), elsewhere, 'no token', '']) {
      expect(await view({ 'index-staff-token': token })).toEqual(refused);
    }
    index.advance(2 * 3_600_000);
    expect(await view(as('clerk-7'))).toEqual(refused);
    index.advance(-2 * 3_600_000);
  });

  it('is known by the claims that the registry names', async () => {
    const nested = indexWith(staffOf(provider.issuer, { rolesClaim: 'realm_access.roles' }));
    expect(await view(as('clerk-7'), nested)).toEqual([200, undefined]);
    const absent = indexWith(staffOf(provider.issuer, { rolesClaim: 'groups' }));
    expect((await view(as('clerk-7'), absent))[0]).toBe(403);
  });

  it('waits where the provider cannot be asked: that says nothing of them', async () => {
    expect(await view(as('clerk-7'), indexWith(staffOf('http://127.0.0.1:9')))).toEqual([
      503,
      'urn:citizen-id:problem:staff-unavailable',
    ]);
  });
});
