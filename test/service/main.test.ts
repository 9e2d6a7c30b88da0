/** The process: what it prints, what it heeds while it runs, how it stops, and when it refuses to start. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { migratedFolder } from '../store/shared-engines.ts';
import { createIndexHome, type IndexHome, type IndexProcess } from './index-process.ts';
import { credentialsOf, entriesOf, post } from './test-index.ts';

describe('The index as a process', () => {
  let home: IndexHome;
  let index: IndexProcess;
  let metricsPort: number;
  beforeAll(async () => {
    home = createIndexHome(await migratedFolder());
    metricsPort = await freePort();
    index = await home.start({ CITIZEN_ID_METRICS_PORT: String(metricsPort) });
  }, 300_000);
  afterAll(async () => {
    await index.end('SIGKILL');
    home.remove();
  });

  it('prints where it listens as its first line, and answers there', async () => {
    expect(index.output().split('\n')[0]).toBe(JSON.stringify({ event: 'listening', url: index.url }));
    expect((await fetch(`${index.url}/healthz`)).status).toBe(200);
  });

  it('logs each call as a line of JSON, by the route’s pattern', async () => {
    await fetch(`${index.url}/v1/customers/TST-SOME-BODY-0000`, { headers: credentialsOf('loader') });
    // The answer may be here before the line is.
    const wholeLines = () => index.output().split('\n').slice(0, -1);
    const line = await vi.waitUntil(() => wholeLines().find((each) => each.includes('/v1/customers')), 15_000);
    expect(JSON.parse(line)).toMatchObject({
      event: 'request',
      method: 'GET',
      route: '/v1/customers/{customerId}',
      status: 404,
    });
    expect(index.output()).not.toContain('SOME-BODY');
  });

  it('tells its metrics on a port of their own, and not on that of the services', async () => {
    const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
    expect(await metrics.text()).toMatch(
      /^citizen_index_calls_total\{route="\/healthz",method="GET",status="200",problem=""\} 1$/m,
    );
    expect((await fetch(`${index.url}/metrics`)).status).toBe(404);
  });

  it('reads its registry again on SIGHUP, and goes on with the old one where the new one has mistakes', async () => {
    const file = join(home.folder, 'registry.json');
    const before = readFileSync(file, 'utf8');
    const statusOfLoader = async () =>
      (await fetch(`${index.url}/v1/records`, post({ source: 'a', records: [] }, credentialsOf('loader')))).status;
    const known = await statusOfLoader();
    const reload = async (text: string, event: string) => {
      const earlier = index.output().length;
      writeFileSync(file, text);
      index.send('SIGHUP');
      await vi.waitUntil(() => index.output().slice(earlier).includes(`"event":"${event}"`), 10_000);
    };
    await reload(before.replace('"id":"loader"', '"id":"loader-2"'), 'registry-reloaded');
    // 400: let in, with a list that is empty.
    expect([known, await statusOfLoader()]).toEqual([400, 401]);
    await reload(before, 'registry-reloaded');
    await reload('{"authority":', 'failed');
    expect(await statusOfLoader()).toBe(known);
    writeFileSync(file, before);
  }, 300_000);

  it('does not start a second time on the same data', async () => {
    await expect(home.start()).rejects.toThrow(/is in use by process \d+/);
  }, 30_000);

  it('finishes what is under way on SIGTERM, then stops with nothing wrong, and starts again with what it had', async () => {
    const body = post({ caseReference: 'last', fields: entriesOf(1) }, credentialsOf('permits'));
    const underWay = Array.from({ length: 20 }, () => fetch(`${index.url}/v1/submissions`, body));
    const first = await (await Promise.race(underWay)).text();
    const [exitCode, ...calls] = await Promise.all([index.end('SIGTERM'), ...underWay.map(statusOf)]);
    expect(exitCode).toBe(0);
    // A call that had not arrived yet finds the connection closed, and may be repeated; none gets half an answer.
    expect(calls.filter((status) => status !== 200 && status !== 'not arrived')).toEqual([]);
    expect(index.output()).toContain('"event":"stopped"');
    index = await home.start({ CITIZEN_ID_DRAIN_SECONDS: '8' });
    const again = await fetch(`${index.url}/v1/submissions`, body);
    expect(await again.text()).toBe(first);
  }, 300_000);

  it('told to drain, first says that it is not ready any more while it still answers, and then stops', async () => {
    const stopping = index.end('SIGTERM');
    await vi.waitUntil(() => index.output().includes('"event":"stopping"'), 7_500);
    const late = fetch(
      `${index.url}/v1/submissions`,
      post({ caseReference: 'late', fields: entriesOf(2) }, credentialsOf('permits')),
    );
    expect([(await fetch(`${index.url}/readyz`)).status, (await late).status]).toEqual([503, 200]);
    expect(await stopping).toBe(0);
  }, 300_000);

  it('does not start with another secret than the database was made with', async () => {
    const other = Buffer.alloc(32, 1).toString('base64');
    await expect(home.start({ CITIZEN_ID_SECRET: other })).rejects.toThrow(/another secret/);
    index = await home.start();
  }, 300_000);

  it('says what is wrong with its registry', async () => {
    const file = join(home.folder, 'broken.json');
    writeFileSync(file, '{"authority":"x","services":[]}');
    await expect(home.start({ CITIZEN_ID_REGISTRY: file })).rejects.toThrow(/authority: must be two to six capital letters/);
  }, 30_000);
});

describe('A process of the index that ends without being asked to stop', () => {
  let home: IndexHome;
  beforeAll(async () => {
    home = createIndexHome(await migratedFolder());
  }, 300_000);
  afterAll(() => home.remove());

  it('has written every line of its log', async () => {
    // Heeded before the process's own: the line of "stopping" is gathered in the same turn, and waits for the others of its moment.
    const endAtOnce = encodeURIComponent(`process.once('SIGTERM', () => setImmediate(() => process.exit(3)))`);
    const index = await home.start({ NODE_OPTIONS: `--import=data:text/javascript,${endAtOnce}` });
    expect(await index.end('SIGTERM')).toBe(3);
    await vi.waitUntil(() => /"event":"stopping".*\n$/.test(index.output()), 7_500);
  }, 300_000);
});

const statusOf = (call: Promise<Response>): Promise<number | string> =>
  call.then(
    ({ status }) => status,
    () => 'not arrived',
  );

/** Nobody else takes it in the moment between, as a rule. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
