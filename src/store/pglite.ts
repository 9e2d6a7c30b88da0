/**
 * The store on embedded PGlite: for pilots, tests and trying out. One process, one connection, one transaction at a time.
 * An acknowledged write survives the death of the process; PGlite does not force writes to the disk, so not the loss of power.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StoreError } from '../protocol/error.ts';
import { beginAt, failureOf, storeErrorOf } from './driver.ts';
import type { Connection, Driver, Failure, SqlValue } from './driver.ts';
import { lockFolder } from './folder-lock.ts';
import type { Store } from './store.ts';
import { openStore } from './transactions.ts';
import { createTurns } from './turns.ts';

export interface PgliteOptions {
  /** Made when it is not there. The database lies in `database/` under it. */
  readonly folder: string;
}

/** Locks the folder, starts the database in its own thread, migrates. Rejects with `STORE_LOCKED` when a live process has the folder. */
export async function openPgliteStore(options: PgliteOptions): Promise<Store> {
  return openStore(await createPgliteDriver(options));
}

/** The driver alone, without the index's tables. */
export async function createPgliteDriver(options: PgliteOptions): Promise<Driver> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(options.folder);
  const thread = startThread(join(options.folder, 'database'));
  const close = async () => {
    await thread.close();
    await unlock();
  };
  // One transaction at a time: there is one connection.
  const inTurn = createTurns();
  return {
    attempt: (work) => inTurn(() => attempt(thread.connection, work)),
    singly: (work) => inTurn(() => work(thread.connection)),
    close,
  };
}

/** One connection: no level makes a difference. */
const begin = beginAt('read committed');

async function attempt<T>(connection: Connection, work: (connection: Connection) => Promise<T>): Promise<T> {
  await connection.script(begin);
  try {
    const result = await work(connection);
    await connection.script('commit');
    return result;
  } catch (error) {
    // When the thread is gone the rollback fails too; what went wrong first is what is told.
    await connection.script('rollback').catch(() => undefined);
    throw error;
  }
}

type Call = { kind: 'query'; text: string; values: readonly SqlValue[] } | { kind: 'script'; text: string } | { kind: 'close' };
type Answer = { id: number; rows: never[] } | { id: number; failure: Failure };

interface Waiting {
  readonly resolve: (rows: never[]) => void;
  readonly reject: (error: StoreError) => void;
}

function startThread(folder: string): { connection: Connection; close: () => Promise<void> } {
  // No flags of this process: a TypeScript loader among them would break the thread on Node 20.
  const worker = new Worker(new URL('./pglite-worker.js', import.meta.url), { workerData: { folder }, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let ended: StoreError | undefined;
  worker.on('message', (answer: Answer) => settle(waiting, answer));
  const end = (thrown: unknown) => {
    ended ??= storeErrorOf(failureOf(thrown));
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', end);
  worker.on('exit', end);
  const call = (message: Call) =>
    new Promise<never[]>((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      calls += 1;
      waiting.set(calls, { resolve, reject });
      worker.postMessage({ id: calls, ...message });
    });
  const write: Connection['write'] = async (text, values = []) => void (await call({ kind: 'query', text, values }));
  const connection: Connection = {
    query: (text, values = []) => call({ kind: 'query', text, values }),
    write,
    add: write,
    script: async (text) => void (await call({ kind: 'script', text })),
  };
  return { connection, close: () => closeThread(worker, call) };
}

function settle(waiting: Map<number, Waiting>, answer: Answer): void {
  const call = waiting.get(answer.id);
  waiting.delete(answer.id);
  if ('failure' in answer) call?.reject(storeErrorOf(failureOf({ ...answer.failure, code: answer.failure.sqlState })));
  else call?.resolve(answer.rows);
}

async function closeThread(worker: Worker, call: (message: Call) => Promise<never[]>): Promise<void> {
  await call({ kind: 'close' }).catch(() => undefined);
  await worker.terminate();
}
