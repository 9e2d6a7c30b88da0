/** One name, planted everywhere a caller can put one, stands in no log line, no metric, no error and no answer that tells of an error. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/protocol/error.ts';
import { createPrometheusMetrics, type PrometheusMetrics } from '../../src/service/prometheus.ts';
import { toFhirPatient } from '../../src/standard/interchange/index.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  permitsOrigin,
  personOf,
  post,
  readerHeaders,
  resolveRequest,
  reviewerHeaders,
  staffHeaders,
  type TestIndex,
} from './test-index.ts';

const [engine] = engines;
const planted = 'Plantagenista';

let database: TestDatabase;
let index: TestIndex;
let metrics: PrometheusMetrics;
beforeAll(async () => {
  if (engine === undefined) throw new Error('No engine');
  database = await engine.open();
  metrics = createPrometheusMetrics(database.store);
  index = createTestIndex(database.store, {}, { metrics });
}, 300_000);
afterAll(() => database.remove());

const page = { origin: permitsOrigin };
const permits = credentialsOf('permits');
const loader = credentialsOf('loader');
const fields = entriesOf(1);

describe('A planted name', () => {
  const fieldsOf = {
    ...fields,
    'name.given': planted,
    'name.family': planted,
    'postalAddress.line1': `1 ${planted} Road`,
    emailAddress: `${planted}@example.org`,
  };
  const whoever = { ...personOf(1), name: { given: planted, family: planted } };
  const patient = { resourceType: 'Parameters', parameter: [{ name: 'resource', resource: toFhirPatient(whoever).value }] };
  const fhir = (body: object) => post(body, { ...readerHeaders, 'content-type': 'application/fhir+json' });
  const form = (fields: Readonly<Record<string, string>>) => ({ method: 'POST', body: new URLSearchParams(fields) });
  const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const unsigned = `${encoded({ alg: 'ES256' })}.${encoded({ iss: planted, sub: planted })}.${planted}`;
  const calls: readonly (readonly [string, RequestInit])[] = [
    ['/v1/submissions', post({ caseReference: planted, fields: fieldsOf }, permits)],
    ['/v1/records', post({ source: planted, records: [{ recordId: planted, fields: fieldsOf }] }, loader)],
    [
      '/v1/resolutions',
      post(resolveRequest('permits', { name: { given: planted, family: planted } }), { ...page, 'idempotency-key': planted }),
    ],
    [`/v1/customers/${planted}?name=${planted}`, { headers: loader }],
    ['/v1/match', post({ profile: 'gb', standardVersion: '1.1', identity: whoever }, readerHeaders)],
    ['/v1/match', post({ profile: planted, identity: { name: planted } }, readerHeaders)],
    ['/v1/customers/search', post({ name: planted }, { ...staffHeaders(), 'index-reason': planted })],
    ['/fhir/Patient/$match', fhir(patient)],
    ['/fhir/Patient/$match', fhir({ ...patient, parameter: [{ name: planted, resource: { resourceType: planted } }] })],
    ['/oauth/token', form({ grant_type: planted, client_id: planted, client_assertion: planted })],
    [
      '/oauth/token',
      form({ grant_type: 'client_credentials', client_assertion_type: assertionType, client_assertion: unsigned }),
    ],
    ['/v1/match', { ...post({}), headers: { authorization: `Bearer ${unsigned}` } }],
    [`/v1/review-tasks/${planted}`, { headers: reviewerHeaders(planted) }],
    [`/v1/changes?after=${planted}`, { headers: credentialsOf('copies') }],
    [`/v1/customers/${planted}/export`, { headers: { ...staffHeaders('guardian'), 'index-reason': planted } }],
    [`/${planted}`, {}],
  ];

  it('stands in no line of the log', async () => {
    for (const [path, init] of calls) await index.app.request(path, init);
    expect(index.lines.length).toBeGreaterThanOrEqual(calls.length);
    expect(index.lines.filter((line) => line.includes(planted))).toEqual([]);
    expect(index.lines.filter((line) => line.includes('"service":"permits"'))).toHaveLength(1);
  });

  it('stands in no refusal, in plain words or encoded', async () => {
    const refusals: string[] = [];
    for (const [path, init] of calls) {
      const response = await index.app.request(path, init);
      const text = await response.text();
      if (response.status >= 400) refusals.push(text);
    }
    expect(refusals.length).toBeGreaterThanOrEqual(8);
    const words = [planted, Buffer.from(planted).toString('base64url').slice(0, -2)];
    expect(refusals.filter((text) => words.some((word) => text.toLowerCase().includes(word.toLowerCase())))).toEqual([]);
  });

  it('stands in no metric', async () => {
    const text = await metrics.write();
    expect(text).toContain('citizen_index_calls_total{route="/fhir/Patient/$match"');
    expect(text.toLowerCase()).not.toContain(planted.toLowerCase());
  });

  it.each([
    // The row is found to be a second one only by the database: SQLSTATE 23505, with the key's values in its own message.
    [
      'a broken constraint',
      'alter table record add constraint planted check (source_record_id is null) not valid',
      'alter table record drop constraint planted',
      '23514',
    ],
    // A statement that the database cannot even plan: SQLSTATE 42703, with the statement in the driver's error.
    [
      'a column that is gone',
      'alter table record rename column entries to typed',
      'alter table record rename column typed to entries',
      '42703',
    ],
  ])('stands in no answer, log line or error when the database fails with %s', async (_, breakIt, mendIt, sqlState) => {
    await database.driver.attempt((connection) => connection.script(breakIt));
    index.lines.length = 0;
    const response = await index.app.request(
      '/v1/submissions',
      post({ caseReference: `${planted} again`, fields: fieldsOf }, permits),
    );
    const body = await response.text();
    await database.driver.attempt((connection) => connection.script(mendIt));
    expect([response.status, body]).toEqual([503, expect.stringContaining('store-unavailable')]);
    expect(index.lines.join('\n')).toContain(`"sqlState":"${sqlState}"`);
    expect([body, ...index.lines].filter((text) => text.includes(planted))).toEqual([]);
  });

  it('stands in no answer or log line when our own code fails with it in the message', async () => {
    const broken = createTestIndex(database.store, {
      decide: () => {
        throw new TypeError(`Cannot read ${planted}\n    at ${planted} (${planted}:1:1)\n at ${planted}`);
      },
    });
    const response = await broken.app.request('/v1/submissions', post({ caseReference: 'broken', fields: fieldsOf }, permits));
    expect(response.status).toBe(500);
    expect([await response.text(), ...broken.lines].filter((text) => text.includes(planted))).toEqual([]);
    expect(broken.lines.join('\n')).toContain('"errorName":"TypeError"');
  });

  it('stands in no error of the store', () => {
    const error = new StoreError('STORE_FAILED', 'refused', { table: 'record' });
    expect(error).not.toHaveProperty('cause');
    expect(Object.keys(error).sort()).toEqual(['code', 'constraint', 'name', 'sqlState', 'table']);
  });
});
