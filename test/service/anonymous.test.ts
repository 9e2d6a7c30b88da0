/**
 * The anonymous route tells nothing: not in what it answers for people who are in the index, are not, or are several; and it
 * cannot, since it asks nothing of the index.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { request as httpRequest } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { countRows, engines, type TestDatabase } from '../store/engines.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  permitsOrigin,
  personOf,
  post,
  resolveRequest,
  type TestIndex,
} from './test-index.ts';

const peoplePerClass = 200;
const [engine] = engines;

let database: TestDatabase;
let index: TestIndex;
let server: Server;

beforeAll(async () => {
  if (engine === undefined) throw new Error('No engine');
  database = await engine.open();
  index = createTestIndex(database.store);
  // 0–199 are in the index once, 400–599 twice as different customers whom nobody can tell apart; 200–399 are not in it.
  const found = Array.from({ length: peoplePerClass }, (_, number) => record(`a${number}`, number));
  const twice = found.flatMap((_, number) => [record(`b${number}`, 400 + number), record(`c${number}`, 400 + number)]);
  const ambiguous = createTestIndex(database.store, { clusterRecords: (identities) => identities.map((_, number) => number) });
  const loaded = await ambiguous.app.request(
    '/v1/records',
    post({ source: 'library', records: [...found, ...twice] }, credentialsOf('loader')),
  );
  expect(loaded.status).toBe(200);
  server = await new Promise<Server>((resolve) => {
    const listening = serve({ fetch: index.app.fetch, port: 0, hostname: '127.0.0.1' }, () => {
      if (!('closeIdleConnections' in listening)) throw new TypeError('HTTP/1.1 was expected');
      resolve(listening);
    });
  });
}, 120_000);

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await database.remove();
});

const record = (recordId: string, number: number) => ({ recordId, fields: entriesOf(number) });

/** Status line, every header in its order but Date, and the body, with reference and expiry masked. */
function rawAnswer(number: number): Promise<string> {
  const { port }: AddressInfo = addressOf(server);
  const body = JSON.stringify(resolveRequest('permits', personOf(number)));
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', origin: permitsOrigin };
    const sent = httpRequest({ port, host: '127.0.0.1', path: '/v1/resolutions', method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const withoutDate = response.rawHeaders.filter((_, place, all) => all[place - (place % 2)] !== 'Date');
        const masked = text
          .replace(/"reference":"[\w-]{32}"/, '"reference":"…"')
          .replace(/"expiresAt":"[\d-]+T[\d:.]+Z"/, '"expiresAt":"…"');
        resolve([response.statusCode, ...withoutDate, masked].join('\n'));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function addressOf(listening: Server): AddressInfo {
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new TypeError('A port was expected');
  return address;
}

async function answersFor(first: number): Promise<ReadonlySet<string>> {
  const answers = new Set<string>();
  for (let number = first; number < first + peoplePerClass; number += 1) answers.add(await rawAnswer(number));
  return answers;
}

describe('The anonymous answer', () => {
  it(`is the same bytes for ${peoplePerClass} people who are in the index, who are not, and who are several`, async () => {
    const classes = [await answersFor(0), await answersFor(200), await answersFor(400)];
    const all = new Set(classes.flatMap((answers) => [...answers]));
    expect([...all]).toEqual([expect.stringContaining('{"reference":"…","expiresAt":"…"}')]);
    console.log(`anonymous equality: ${3 * peoplePerClass} answers, ${all.size} distinct`);
  }, 120_000);

  it('would differ if it told: the three classes are found, new and in doubt when a service submits them', async () => {
    const outcomeOf = async (number: number) => {
      const submission = { caseReference: `class-${number}`, fields: entriesOf(number) };
      const response = await index.app.request('/v1/submissions', post(submission, credentialsOf('permits')));
      const body: unknown = await response.json();
      return body;
    };
    expect(await Promise.all([0, 200, 400].map(outcomeOf))).toMatchObject([
      { outcome: 'existing' },
      { outcome: 'new' },
      { outcome: 'review' },
    ]);
  });

  it('is given without a look at customers, records, match keys or matching: one sealed row is all that happens', async () => {
    const before = await countRows(database.driver);
    index.used.length = 0;
    await rawAnswer(7);
    expect(index.used).toEqual(['keepResolution']);
    expect(await countRows(database.driver)).toEqual({ ...before, resolution: (before['resolution'] ?? 0) + 1 });
  });
});
