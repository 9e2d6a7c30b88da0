/** The metrics: what was done is counted, by route, kind and service, and nobody's name is in them; and whether to send calls here. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrometheusMetrics, type PrometheusMetrics } from '../../src/service/prometheus.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import { createTestIndex, credentialsOf, entriesOf, personOf, post, readerHeaders, type TestIndex } from './test-index.ts';

const [engine] = engines;
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

const submit = (caseReference: string, fields: object) =>
  index.app.request('/v1/submissions', post({ caseReference, fields }, credentialsOf('permits')));
/** Of the metrics of our own. */
const lines = async () => (await metrics.write()).split('\n').filter((line) => line.startsWith('citizen_index'));

describe('The metrics', () => {
  it('count calls, refusals, outcomes and searches', async () => {
    await submit('1', entriesOf(1));
    await submit('1', entriesOf(1));
    await submit('2', entriesOf(1));
    await submit('3', {});
    await index.app.request('/v1/match', post({ profile: 'gb', standardVersion: '1.1', identity: personOf(1) }, readerHeaders));
    await index.app.request('/v1/match', post({}, readerHeaders));
    const told = await lines();
    expect(told).toEqual(
      expect.arrayContaining([
        'citizen_index_calls_total{route="/v1/submissions",method="POST",status="200",problem=""} 3',
        'citizen_index_calls_total{route="/v1/submissions",method="POST",status="422",problem="submission-invalid"} 1',
        'citizen_index_calls_total{route="/v1/match",method="POST",status="400",problem="request-invalid"} 1',
        'citizen_index_submissions_total{service="permits",outcome="new"} 1',
        'citizen_index_submissions_total{service="permits",outcome="repeat"} 1',
        'citizen_index_submissions_total{service="permits",outcome="existing"} 1',
        'citizen_index_searches_total{service="reader",best="certain"} 1',
        'citizen_index_database_up 1',
      ]),
    );
  });

  it('tell how many doubts wait', async () => {
    const { dateOfBirth: _, ...part } = personOf(1);
    await submit('doubt', { 'name.given': 'Other', 'name.family': part.name?.family, ...dateOf(1), ...addressOf(1) });
    const waiting = await index.context.store.transaction((unit) => unit.countOpenReviewTasks());
    expect(await lines()).toContain(`citizen_index_open_review_tasks ${waiting}`);
  });

  it('hold no path, no name and no method that a caller made up', async () => {
    const planted = 'Plantagenista';
    await index.app.request(`/v1/customers/${planted}?name=${planted}`, { headers: credentialsOf('loader') });
    await index.app.request(`/${planted}`, { method: planted });
    await submit(planted, { ...entriesOf(3), 'name.given': planted });
    const text = await metrics.write();
    expect(text).toContain('method="other"');
    expect(text.toLowerCase()).not.toContain(planted.toLowerCase());
  });
});

const pick = (number: number, prefix: string) =>
  Object.fromEntries(Object.entries(entriesOf(number)).filter(([name]) => name.startsWith(prefix)));
const dateOf = (number: number) => pick(number, 'dateOfBirth');
const addressOf = (number: number) => pick(number, 'postalAddress');

describe('Readiness', () => {
  it('ends with the word to stop, while calls are still answered', async () => {
    expect((await index.app.request('/readyz')).status).toBe(200);
    index.beginToStop();
    expect((await index.app.request('/readyz')).status).toBe(503);
    expect([(await index.app.request('/healthz')).status, (await submit('late', entriesOf(4))).status]).toEqual([200, 200]);
  });
});
