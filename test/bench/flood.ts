/**
 * How honest callers fare beside slow and greedy ones: `npm run bench:flood`. Submissions at concurrency 4 over HTTP, first alone, then beside
 * connections whose bodies trickle in a byte at a time, then beside a flood of calls without credentials. Prints p95 and its ratio to
 * quiet, against the goal of 3; nothing fails here. The flood runs on the same machine and takes its share of it.
 *
 *   --engine PostgreSQL   --seconds 10   --slow 200   --greedy 64
 */
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { secret, openPlace, type EngineName } from './index/place.ts';
import { lineOf, measure, type Measured } from './index/measure.ts';
import { startService } from './index/process.ts';
import { entriesOf } from '../service/test-index.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'PostgreSQL' },
    seconds: { type: 'string', default: '10' },
    slow: { type: 'string', default: '200' },
    greedy: { type: 'string', default: '64' },
  },
});
const engine: EngineName = values.engine === 'PGlite' ? 'PGlite' : 'PostgreSQL';
const authorization = `Basic ${Buffer.from(`bench:${secret}`).toString('base64')}`;
const goal = 3;

const place = await openPlace(engine);
const service = await startService(place);
const honest = new Agent({ keepAlive: true, maxSockets: 4 });
let cases = 0;
const submitted = () =>
  measure({
    concurrency: 4,
    seconds: Number(values.seconds),
    call: () => post(honest, '/v1/submissions', { caseReference: `flood-${(cases += 1)}`, fields: entriesOf(cases) }),
  });
const quiet = await submitted();
console.log(`${engine}, honest submissions × 4`);
console.log(`  quiet                   ${lineOf(quiet)}`);
const drip = trickle(Number(values.slow));
tell(`${values.slow} slow bodies`, await submitted());
drip.stop();
const flood = pour(Number(values.greedy));
tell(`a flood × ${values.greedy}`, await submitted());
console.log(`  (the flood was refused ${(await flood.stop()).toLocaleString('en-GB')} times)`);
honest.destroy();
await service.stop();
await place.leave();

function tell(beside: string, measured: Measured): void {
  const ratio = measured.p95 / quiet.p95;
  const verdict = ratio <= goal ? `within ${goal}` : `goal ${goal}: missed`;
  console.log(`  beside ${beside.padEnd(16)} ${lineOf(measured)}  (p95 ${ratio.toFixed(2)} × quiet, ${verdict})`);
}

/** Connections that promise a body and send a byte of it each second. */
function trickle(count: number): { readonly stop: () => void } {
  const { hostname, port } = new URL(service.url);
  const head = `POST /v1/resolutions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10000\r\n\r\n`;
  const sockets = Array.from({ length: count }, (): Socket => {
    const socket = connect(Number(port), hostname, () => socket.write(head));
    // The service cuts off whoever is too slow: that is what it should do.
    socket.on('error', () => undefined);
    return socket;
  });
  const timer = setInterval(() => sockets.forEach((socket) => socket.writable && socket.write(' ')), 1_000);
  return {
    stop: () => {
      clearInterval(timer);
      sockets.forEach((socket) => socket.destroy());
    },
  };
}

/** Calls that are refused, as fast as they are. */
function pour(count: number): { readonly stop: () => Promise<number> } {
  const greedy = new Agent({ keepAlive: true, maxSockets: count });
  let isOn = true;
  let refused = 0;
  const caller = async () => {
    for (; isOn; refused += 1) await post(greedy, '/v1/submissions', { caseReference: 'x' }, 401).catch(() => undefined);
  };
  const callers = Promise.all(Array.from({ length: count }, caller));
  return {
    stop: async () => {
      isOn = false;
      await callers;
      greedy.destroy();
      return refused;
    },
  };
}

/** Rejects with another status than the one that is looked for. */
function post(agent: Agent, path: string, body: unknown, status = 200): Promise<void> {
  const text = JSON.stringify(body);
  const credentials = status === 200 ? { authorization } : {};
  const headers = { ...credentials, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const sent = request(service.url + path, { agent, method: 'POST', headers }, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === status ? resolve() : reject(new Error(`status ${response.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
