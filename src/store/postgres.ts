/**
 * The store on PostgreSQL 15 or later: for production. What is said again and again is prepared once on each connection: planning a
 * look-up takes longer than running it. A pooler in transaction mode may stand between where it knows prepared statements, as
 * PgBouncer from 1.21 on, or else with `preparesStatements: false`.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { StoreError } from '../protocol/error.ts';
import { beginAt, failureOf, storeErrorOf } from './driver.ts';
import type { Connection, Driver, IsolationLevel } from './driver.ts';
import { hold, type NameOf } from './postgres-client.ts';
import type { Store } from './store.ts';
import { openStore } from './transactions.ts';

export interface PostgresOptions {
  /** `postgres://user@host:5432/database`, as libpq reads it. */
  readonly url: string;
  /** The most connections at a time; 16 unless told. */
  readonly connections?: number;
  /** READ COMMITTED unless told. For databases that offer only a higher one; costs repetitions where many write at once. */
  readonly isolation?: IsolationLevel;
  /** True unless told. */
  readonly preparesStatements?: boolean;
}

/** Connects, migrates, and answers the store. Rejects with a `StoreError` when the server cannot be reached. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  return openStore(createPostgresDriver(options));
}

/** The driver alone, without the index's tables. Connects when it is first used. */
export function createPostgresDriver(options: PostgresOptions): Driver {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 16,
    connectionTimeoutMillis: 15_000,
    application_name: 'citizen-index',
    // Statements that are asked for together go out together, and are run in that order all the same.
    pipeline: true,
  });
  const begin = `${beginAt(options.isolation ?? 'read committed')}; ${limits}`;
  const nameOf = options.preparesStatements === false ? () => undefined : createNames();
  // An idle connection that the server closes is replaced on the next call; unheard, the event would end the process.
  pool.on('error', ignore);
  const single = singleStatements({ pool, nameOf });
  return {
    attempt: (work) => attempt({ pool, nameOf }, begin, work),
    singly: (work) => work(single),
    close: () => pool.end(),
  };
}

/**
 * A process that hangs must not hold its keys for ever. Set inside the transaction: as settings of the connection, a pooler
 * in transaction mode would refuse them.
 */
const limits = `set local statement_timeout = '60s'; set local idle_in_transaction_session_timeout = '60s'`;

interface Connecting {
  readonly pool: pg.Pool;
  readonly nameOf: NameOf;
}

/** So many are kept on each connection; the index has about a hundred. */
const mostPrepared = 300;

/** The same name for the same words, in every process: a pooler hands connections from one to another. */
function createNames(): NameOf {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostPrepared) return known;
    const name = createHash('sha256').update(text).digest('base64url');
    names.set(text, name);
    return name;
  };
}

async function attempt<T>({ pool, nameOf }: Connecting, begin: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const client = await wrapped(pool.connect());
  // A server that goes away between two statements says so in an event, which unheard would end the process; the next statement fails.
  client.on('error', ignore);
  const held = hold(client, nameOf);
  let usable = false;
  try {
    held.begin(begin);
    const result = await work(held.connection);
    await held.commit();
    usable = true;
    return result;
  } catch (error) {
    usable = await held.rollback().then(
      () => true,
      () => false,
    );
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(!usable);
  }
}

/** Each statement on whichever connection is free: none is held while the caller thinks. */
function singleStatements({ pool, nameOf }: Connecting): Connection {
  const run = async <Result>(statement: (connection: Connection) => Promise<Result>): Promise<Result> => {
    const client = await wrapped(pool.connect());
    client.on('error', ignore);
    let usable = false;
    try {
      const result = await statement(hold(client, nameOf).connection);
      usable = true;
      return result;
    } catch (error) {
      // One that refused a statement takes the next; one that is gone has no SQLSTATE to tell, or told that it goes.
      usable = error instanceof StoreError && error.sqlState !== undefined && !/^(?:57P|08)/.test(error.sqlState);
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(!usable);
    }
  };
  const write: Connection['write'] = async (text, values) => void (await run((connection) => connection.query(text, values)));
  return {
    query: (text, values) => run((connection) => connection.query(text, values)),
    write,
    add: write,
    script: (text) => run((connection) => connection.script(text)),
  };
}

function ignore(): void {}

async function wrapped<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw error instanceof StoreError ? error : storeErrorOf(failureOf(error));
  }
}
