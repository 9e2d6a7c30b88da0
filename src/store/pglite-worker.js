/**
 * The thread that PGlite runs in, so that a long statement never stops the service from answering. Plain JavaScript, checked
 * through JSDoc: a worker is started by its file name, and Node 20 has no loader for TypeScript there.
 *
 * Takes {@link Call}s and answers each with {@link Answer}. What PGlite throws stays here but for its SQLSTATE, constraint and table.
 */
import { PGlite } from '@electric-sql/pglite';
import { parentPort, workerData } from 'node:worker_threads';

/** @typedef {{ id: number, kind: 'query', text: string, values: unknown[] } | { id: number, kind: 'script', text: string } | { id: number, kind: 'close' }} Call */
/** @typedef {{ sqlState: string | undefined, constraint: string | undefined, table: string | undefined }} Failure */
/** @typedef {{ id: number, rows: unknown[] } | { id: number, failure: Failure }} Answer */

const port = parentPort;
if (port === null) throw new Error('pglite-worker.js runs as a worker thread only');

/** The main thread's first call is answered once this has settled. */
const opening = PGlite.create({ dataDir: workerData.folder, relaxedDurability: false });
// Without a handler the rejection would end the thread before the first call could be told about it.
opening.catch(() => undefined);

port.on('message', (/** @type {Call} */ call) => {
  run(call).then(
    (rows) => port.postMessage({ id: call.id, rows }),
    (error) => port.postMessage({ id: call.id, failure: failureOf(error) }),
  );
});

/** @param {Call} call @returns {Promise<unknown[]>} */
async function run(call) {
  const database = await opening;
  if (call.kind === 'query') return (await database.query(call.text, call.values)).rows;
  if (call.kind === 'script') await database.exec(call.text);
  if (call.kind === 'close') await database.close();
  return [];
}

/** @param {unknown} error @returns {Failure} */
function failureOf(error) {
  const part = (/** @type {string} */ key) => {
    const value = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return { sqlState: part('code'), constraint: part('constraint'), table: part('table') };
}
