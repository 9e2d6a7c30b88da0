/** The service as a process of its own, over HTTP: searches, and submissions of people it does not know. */
import { randomInt } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Identity } from '../../../src/standard/identity.ts';
import { entriesOf } from '../../service/test-index.ts';
import { beside, type Goal, lineOf, measure } from './measure.ts';
import { cpuSecondsOf, ownCpuSeconds } from './cpu-time.ts';
import { secret, type Place } from './place.ts';
import { startService } from './process.ts';
import { readSearches } from './searches.ts';

const concurrency = 8;

/** On PostgreSQL, two cores and nobody else on them. */
const goals = {
  match: { words: 'at least 1,500/s, p99 at most 25 ms', isMet: ({ rate, p99 }) => rate >= 1_500 && p99 <= 25 },
  submit: { words: 'at least 400/s', isMet: ({ rate }) => rate >= 400 },
} as const satisfies Readonly<Record<string, Goal>>;
const authorization = `Basic ${Buffer.from(`bench:${secret}`).toString('base64')}`;

/** Prints a line of each, and of the floor: the least that the same server answers. */
export async function measureHttp(place: Place, { file, seconds }: { file: string; seconds: number }): Promise<void> {
  const searches = await readSearches(file);
  await forgetSpending(place);
  const service = await startService(place);
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const watch = {
    'in the index': () => cpuSecondsOf(service.pid),
    ...(place.engine === 'PostgreSQL' && { 'in the database': place.databaseCpuSeconds }),
    'in the caller': ownCpuSeconds,
  };
  const least = await measure({ concurrency, seconds, watch, call: () => call(agent, `${service.url}/healthz`) });
  console.log(`  GET /healthz × ${concurrency}          ${lineOf(least)}`);
  const match = (number: number) => call(agent, `${service.url}/v1/match`, searchOf(searches[number % searches.length] ?? {}));
  const matched = await measure({ concurrency, seconds, watch, call: match });
  console.log(`  POST /v1/match × ${concurrency}        ${lineOf(matched)}${beside(goals.match, matched)}`);
  console.log(`${' '.repeat(27)}p50 ${(matched.p50 / least.p50).toFixed(2)} × the floor`);
  const first = firstNumber();
  const submit = (number: number) =>
    call(agent, `${service.url}/v1/submissions`, { caseReference: `bench-${first + number}`, fields: entriesOf(first + number) });
  const submitted = await measure({ concurrency, seconds, watch, call: submit });
  console.log(`  POST /v1/submissions × ${concurrency}  ${lineOf(submitted)}${beside(goals.submit, submitted)}`);
  agent.destroy();
  await service.stop();
}

/** What runs before this one handed in today: over the day's budget nobody is looked for, which is another measurement. */
async function forgetSpending(place: Place): Promise<void> {
  const driver = await place.openDriver(1);
  await driver.attempt((connection) => connection.query('delete from spent_in_day'));
  await driver.close();
}

/** Cases and people that no run before has handed in where the data are kept; one hands in ten thousand and more. */
function firstNumber(): number {
  return randomInt(2 ** 40);
}

const searchOf = (identity: Identity) => ({ profile: 'gb', standardVersion: '1.1', identity });

/** node:http, as `fetch` costs the client more than the service. Posts what is given. Rejects where the answer is not a 200. */
function call(agent: Agent, url: string, body?: unknown): Promise<void> {
  const text = JSON.stringify(body) ?? '';
  const posting = { authorization, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  const [method, headers] = body === undefined ? ['GET', {}] : ['POST', posting];
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`status ${response.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
