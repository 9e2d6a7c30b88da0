/** Whatever is wrong with a call comes out as a problem document with a pointer to each fault, and nothing is written. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/protocol/schemas.ts';
import { countRows, engines, type TestDatabase } from '../store/engines.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  jsonOf,
  permitsOrigin,
  personOf,
  post,
  resolveRequest,
  type TestIndex,
} from './test-index.ts';

const [engine] = engines;
const planted = 'Plantagenista';

let database: TestDatabase;
let index: TestIndex;
beforeAll(async () => {
  if (engine === undefined) throw new Error('No engine');
  database = await engine.open();
  index = createTestIndex(database.store);
}, 300_000);
afterAll(() => database.remove());

const page = { origin: permitsOrigin };
const permits = credentialsOf('permits');
const loader = credentialsOf('loader');
const fields = entriesOf(1);
const identity = personOf(1);
const request = resolveRequest('permits', identity);
const json = { 'content-type': 'application/json' };
const form = (entries: Readonly<Record<string, string>>): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...permits },
  body: new URLSearchParams(entries).toString(),
});
const formOf = (changes: Readonly<Record<string, string>>) =>
  form({
    ...Object.fromEntries(Object.entries(fields).map(([name, text]) => [`customer.${name}`, text])),
    caseReference: 'c',
    ...changes,
  });

type Row = readonly [what: string, path: string, init: RequestInit, status: number, kind: string, pointers: readonly string[]];

// prettier-ignore
const rows: readonly Row[] = [
  // Who may call
  ['no credentials', '/v1/submissions', post({ caseReference: 'c', fields }), 401, 'credentials-required', []],
  ['a wrong secret', '/v1/submissions', post({}, credentialsOf('permits', 'guess')), 401, 'credentials-required', []],
  ['credentials that are not base64', '/v1/submissions', post({}, { authorization: 'Basic ¶' }), 401, 'credentials-required', []],
  ['credentials without a colon', '/v1/submissions', post({}, { authorization: 'Basic cGVybWl0cw==' }), 401, 'credentials-required', []],
  ['a bearer token', '/v1/submissions', post({}, { authorization: 'Bearer abc' }), 401, 'credentials-required', []],
  ['a service without the permission', '/v1/records', post({ source: 's', records: [] }, permits), 403, 'permission-missing', []],
  ['a service that may not disclose', '/v1/resolutions', post(request, permits), 403, 'permission-missing', []],
  ['a page without an origin', '/v1/resolutions', post(request), 403, 'origin-refused', []],
  ['a page of another service', '/v1/resolutions', post(request, { origin: 'https://bins.example' }), 403, 'origin-refused', []],
  ['a page of a lookalike origin', '/v1/resolutions', post(request, { origin: `${permitsOrigin}.evil.example` }), 403, 'origin-refused', []],
  ['a page of the null origin', '/v1/resolutions', post(request, { origin: 'null' }), 403, 'origin-refused', []],
  ['an unknown service', '/v1/resolutions', post({ ...request, service: 'nobody' }, page), 403, 'origin-refused', []],
  ['another service’s name', '/v1/resolutions', post(request, credentialsOf('desk')), 403, 'permission-missing', []],
  // What is sent
  ['a form where JSON is taken', '/v1/resolutions', { ...form({}), headers: { 'content-type': 'application/x-www-form-urlencoded', ...page } }, 415, 'content-type-unsupported', []],
  ['text, which needs no preflight', '/v1/resolutions', post(request, { ...page, 'content-type': 'text/plain' }), 415, 'content-type-unsupported', []],
  ['no content type', '/v1/submissions', { method: 'POST', headers: permits, body: new Uint8Array([123, 125]) }, 415, 'content-type-unsupported', []],
  ['half a JSON document', '/v1/resolutions', { method: 'POST', headers: { ...json, ...page }, body: `{"name":"${planted}` }, 400, 'request-malformed', []],
  ['an empty body', '/v1/submissions', { method: 'POST', headers: { ...json, ...permits }, body: '' }, 400, 'request-malformed', []],
  ['bytes that are no UTF-8', '/v1/submissions', { method: 'POST', headers: { ...json, ...permits }, body: new Uint8Array([0x22, 0xc3, 0x28, 0x22]) }, 400, 'request-malformed', []],
  ['a body that is too large', '/v1/resolutions', post({ ...request, padding: 'x'.repeat(20_000) }, page), 413, 'body-too-large', []],
  ['a list for an object', '/v1/submissions', post([], permits), 400, 'request-invalid', ['']],
  ['null', '/v1/submissions', post(null, permits), 400, 'request-invalid', ['']],
  ['a number for a name', '/v1/resolutions', post({ ...request, identity: { name: { given: 7 } } }, page), 400, 'request-invalid', ['/identity/name/given']],
  ['an unknown member of the identity', '/v1/resolutions', post({ ...request, identity: { 'a/b~c': 1 } }, page), 400, 'request-invalid', ['/identity/a~1b~0c']],
  ['a thirteenth month', '/v1/resolutions', post({ ...request, identity: { dateOfBirth: { year: 1980, month: 13, day: 1 } } }, page), 400, 'request-invalid', ['/identity/dateOfBirth/month']],
  ['another profile', '/v1/resolutions', post({ ...request, profile: 'us-fl' }, page), 400, 'request-invalid', ['/profile']],
  ['an endless idempotency key', '/v1/resolutions', post(request, { ...page, 'idempotency-key': 'k'.repeat(256) }), 400, 'request-invalid', []],
  ['no case reference', '/v1/submissions', post({ fields }, permits), 400, 'request-invalid', ['/caseReference']],
  ['a case reference with NUL', '/v1/submissions', post({ caseReference: 'a\u0000b', fields }, permits), 400, 'request-invalid', ['/caseReference']],
  ['half a surrogate pair in the case', '/v1/submissions', post({ caseReference: '\ud800', fields }, permits), 400, 'request-invalid', ['/caseReference']],
  ['neither fields nor identity nor reference', '/v1/submissions', post({ caseReference: 'c' }, permits), 400, 'request-invalid', ['']],
  ['a misspelt member', '/v1/submissions', post({ caseReference: 'c', fields, required_fields: 'name' }, permits), 400, 'request-invalid', ['/required_fields']],
  ['an unknown required field', '/v1/submissions', post({ caseReference: 'c', fields, requiredFields: 'name shoe-size' }, permits), 400, 'request-invalid', ['/requiredFields']],
  ['a form without a case reference', '/v1/submissions', form({ 'customer.name.given': 'Ann' }), 400, 'request-invalid', ['caseReference']],
  ['no records', '/v1/records', post({ source: 's', records: [] }, loader), 400, 'request-invalid', ['/records']],
  ['a record without a number', '/v1/records', post({ source: 's', records: [{ fields }] }, loader), 400, 'request-invalid', ['/records/0/recordId']],
  ['a record twice', '/v1/records', post({ source: 's', records: [{ recordId: '1', fields }, { recordId: '1', fields }] }, loader), 400, 'request-invalid', ['/records/1/recordId']],
  ['a record of no day', '/v1/records', post({ source: 's', records: [{ recordId: '1', recordedAt: '2026-02-30', fields }] }, loader), 400, 'request-invalid', ['/records/0/recordedAt']],
  // What the standard refuses
  ['30 February resolved', '/v1/resolutions', post({ ...request, identity: { dateOfBirth: { year: 1980, month: 2, day: 30 } } }, page), 422, 'identity-invalid', ['/identity/dateOfBirth']],
  ['a birthday tomorrow', '/v1/submissions', post({ caseReference: 'c', identity: { ...identity, dateOfBirth: { year: 2026, month: 6, day: 16 } } }, permits), 422, 'submission-invalid', ['/identity/dateOfBirth']],
  ['a name with a control character', '/v1/submissions', post({ caseReference: 'c', fields: { ...fields, 'name.given': 'A\u0000nn' } }, permits), 422, 'submission-invalid', ['/fields/name.given']],
  ['half a surrogate pair in a name', '/v1/submissions', post({ caseReference: 'c', fields: { ...fields, 'name.given': 'A\ud800' } }, permits), 422, 'submission-invalid', ['/fields/name.given']],
  ['two faults at once', '/v1/submissions', post({ caseReference: 'c', fields: { ...fields, 'name.family': '', emailAddress: 'none' } }, permits), 422, 'submission-invalid', ['/fields/name.family', '/fields/emailAddress']],
  ['a bad postcode in a form', '/v1/submissions', formOf({ 'customer.postalAddress.postcode': 'ZZ' }), 422, 'submission-invalid', ['customer.postalAddress.postcode']],
  ['a required field that is missing', '/v1/submissions', post({ caseReference: 'c', fields, requiredFields: 'name email-address' }, permits), 422, 'submission-invalid', ['/fields/emailAddress']],
  ['a reference that is none', '/v1/submissions', post({ caseReference: 'c', reference: planted, fields }, permits), 422, 'reference-refused', ['/reference']],
  // Where
  ['nowhere', '/v1/nowhere', post({}), 404, 'not-found', []],
  ['a customer that is not there', '/v1/customers/TST-0123-4567-89AZ', { headers: loader }, 404, 'customer-unknown', []],
  ['no customer ID', `/v1/customers/${planted}`, { headers: loader }, 404, 'customer-unknown', []],
  ['another method', '/v1/submissions', { method: 'GET' }, 405, 'method-not-allowed', []],
  ['a deletion', '/v1/customers/TST-0123-4567-89AZ', { method: 'DELETE', headers: loader }, 405, 'method-not-allowed', []],
];

describe('A refused call', () => {
  it.each(rows)(
    'with %s is a problem document, points at each fault, and writes nothing',
    async (_, path, init, status, kind, pointers) => {
      const before = await countRows(database.driver);
      const response = await index.app.request(path, init);
      const body = await jsonOf(response);
      const issues = problemSchema.parse(body).issues ?? [];
      expect([response.status, body['status'], body['type']]).toEqual([status, status, `urn:citizen-id:problem:${kind}`]);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(issues.map(({ pointer }) => pointer)).toEqual(pointers);
      expect(JSON.stringify(body)).not.toContain(planted);
      expect(await countRows(database.driver)).toEqual(before);
    },
  );

  it('says which methods there are', async () => {
    const allowed = async (path: string) => (await index.app.request(path, { method: 'PUT' })).headers.get('allow');
    expect(await Promise.all(['/v1/resolutions', '/v1/records', '/healthz', '/openapi.json'].map(allowed))).toEqual([
      'POST, OPTIONS',
      'POST',
      'GET, HEAD',
      'GET, HEAD',
    ]);
  });

  it('asks for credentials in the way that it takes them', async () => {
    const response = await index.app.request('/v1/submissions', post({}));
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /);
  });

  it('is cut off at the limit where the length is not told', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(4096).fill(32)) });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { ...json, ...page },
      body: endless,
      duplex: 'half',
    };
    expect((await index.app.request('/v1/resolutions', init)).status).toBe(413);
  });
});

describe('A browser’s preflight', () => {
  const preflight = (path: string, origin: string) =>
    index.app.request(path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

  it('is answered for pages of registered origins, without ambient credentials', async () => {
    const response = await preflight('/v1/resolutions', permitsOrigin);
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(permitsOrigin);
    expect(response.headers.get('access-control-allow-methods')).toBe('POST');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each(['https://elsewhere.example', 'null', `${permitsOrigin}:444`])('is refused for %s', async (origin) => {
    const response = await preflight('/v1/resolutions', origin);
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(['/v1/submissions', '/v1/records', '/v1/customers/x'])('is not answered at %s, which is for backends', async (path) => {
    const response = await preflight(path, permitsOrigin);
    expect(response.status).toBe(405);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});
