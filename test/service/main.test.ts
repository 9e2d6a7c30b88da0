/** The process: what it prints, how it stops, and when it refuses to start. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createIndexHome, type IndexHome, type IndexProcess } from './index-process.ts';
import { credentialsOf, entriesOf, post } from './test-index.ts';

describe('The index as a process', () => {
  let home: IndexHome;
  let index: IndexProcess;
  beforeAll(async () => {
    home = createIndexHome();
    index = await home.start();
  }, 60_000);
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
    const line = await vi.waitUntil(() => wholeLines().find((each) => each.includes('/v1/customers')), 5000);
    expect(JSON.parse(line)).toMatchObject({
      event: 'request',
      method: 'GET',
      route: '/v1/customers/{customerId}',
      status: 404,
    });
    expect(index.output()).not.toContain('SOME-BODY');
  });

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
    index = await home.start();
    const again = await fetch(`${index.url}/v1/submissions`, body);
    expect(await again.text()).toBe(first);
  }, 60_000);

  it('does not start with another secret than the database was made with', async () => {
    await index.end('SIGTERM');
    const other = Buffer.alloc(32, 1).toString('base64');
    await expect(home.start({ CITIZEN_ID_SECRET: other })).rejects.toThrow(/another secret/);
    index = await home.start();
  }, 60_000);

  it('says what is wrong with its registry', async () => {
    const file = join(home.folder, 'broken.json');
    writeFileSync(file, '{"authority":"x","services":[]}');
    await expect(home.start({ CITIZEN_ID_REGISTRY: file })).rejects.toThrow(/authority: must be two to six capital letters/);
  }, 30_000);
});

const statusOf = (call: Promise<Response>): Promise<number | string> =>
  call.then(
    ({ status }) => status,
    () => 'not arrived',
  );
