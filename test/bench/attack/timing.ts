/**
 * Whether the time of an answer tells who is in the index: people who are in it against people who are not, asked once each in random
 * order over one connection, with bodies made beforehand; and an A/A control of people who are not in it against others who are not.
 * Client, pages and index are three processes.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRandom } from '../../../src/testing/index.ts';
import { formOf, origin, resolveBody } from '../../attack/target.ts';
import { personOf } from '../../service/test-index.ts';

/** An area under the curve, whole interval, no farther from one half. */
const mostTold = 0.05;

interface Asking {
  readonly name: string;
  /** Made beforehand: only asking is timed. */
  readonly prepare: (person: number) => () => Promise<void>;
}

/** Prints a line for each way to ask; whether nobody can be told by it. */
export async function timeAnswers(times: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'timed-'));
  const index = await serve(['index', folder, String(times)]);
  const site = await serve(['site', folder, index.url]);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let holds = true;
  for (const [place, asking] of waysOver(agent, site.url).entries()) {
    const [hits, misses, control] = await timed(asking, times, place);
    const [told, same] = [compare(hits, misses), compare(control, misses)];
    console.log(
      `${asking.name}: hit/miss AUC ${wordsOf(told)}; A/A control ${wordsOf(same)}; n = ${times} each, median ${median(misses).toFixed(1)} ms`,
    );
    holds &&= Math.max(Math.abs(told.low - 0.5), Math.abs(told.high - 0.5)) <= mostTold;
  }
  agent.destroy();
  await Promise.all([site.stop(), index.stop()]);
  rmSync(folder, { recursive: true, force: true });
  return holds;
}

function waysOver(agent: Agent, url: string): readonly Asking[] {
  return [
    {
      name: 'anonymous resolve',
      prepare: (person) => {
        const body = Buffer.from(JSON.stringify(resolveBody(personOf(person))));
        const headers = { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' };
        return async () => void (await call(agent, `${url}/index/v1/resolutions`, { headers, body, status: 201 }));
      },
    },
    {
      name: 'form up to its confirmation',
      prepare: (person) => {
        const body = Buffer.from(new URLSearchParams(formOf(personOf(person))).toString());
        const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: url };
        return async () => {
          const location = await call(agent, `${url}/missed-bin`, { headers, body, status: 303 });
          await call(agent, new URL(location, url).href, { headers: {}, status: 200 });
        };
      },
    },
  ];
}

/** Of hits, misses and the control. No person is asked about twice. */
async function timed({ prepare }: Asking, times: number, round: number): Promise<readonly [number[], number[], number[]]> {
  const random = createRandom(13 + round);
  const classes = [[], [], []] as [number[], number[], number[]];
  // People in the index come once for each way; those who are not have numbers of their own.
  const personAt = (place: number, number: number) => (place === 0 ? number : place * 100_000 + round * 10_000 + number);
  for (let warming = 0; warming < 50; warming += 1) await prepare(400_000 + round * 1_000 + warming)();
  const asked = classes.flatMap((list, place) =>
    Array.from({ length: times }, (_, number) => ({ list, ask: prepare(personAt(place, number)) })),
  );
  for (let last = asked.length - 1; last > 0; last -= 1) {
    const other = random.integer(0, last);
    const [a, b] = [asked[last], asked[other]];
    if (a && b) [asked[last], asked[other]] = [b, a];
  }
  for (const { list, ask } of asked) {
    const started = performance.now();
    await ask();
    list.push(performance.now() - started);
  }
  return classes;
}

interface Call {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  readonly status: number;
}

/** Answers where the answer leads. Rejects with another status. */
function call(agent: Agent, url: string, { headers, body, status }: Call): Promise<string> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const length = body === undefined ? {} : { 'content-length': body.length };
    const sent = request(url, { agent, method, headers: { ...headers, ...length } }, (response) => {
      response.resume();
      const { location = '' } = response.headers;
      response.on('end', () =>
        response.statusCode === status ? resolve(location) : reject(new Error(`status ${response.statusCode} at ${method}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

interface Area {
  readonly area: number;
  readonly low: number;
  readonly high: number;
}

/** Mann and Whitney's: how often a time of `a` is longer than one of `b`, with its interval of 95 %. */
function compare(a: readonly number[], b: readonly number[]): Area {
  const all = [...a.map((time) => ({ time, isA: true })), ...b.map((time) => ({ time, isA: false }))].sort(
    (one, two) => one.time - two.time,
  );
  const ranks = all.reduce((sum, { isA }, place) => (isA ? sum + place + 1 : sum), 0);
  const area = (ranks - (a.length * (a.length + 1)) / 2) / (a.length * b.length);
  const half = 1.96 * Math.sqrt((a.length + b.length + 1) / (12 * a.length * b.length));
  return { area, low: area - half, high: area + half };
}

const wordsOf = ({ area, low, high }: Area) => `${area.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function serve(words: readonly string[]): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const script = fileURLToPath(new URL('./serve.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    void ended.then(() => reject(new Error(`${words[0]} did not start`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, stop };
}
