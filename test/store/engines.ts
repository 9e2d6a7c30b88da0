/** Every engine that a store test runs on, as a table for `describe.each`; PostgreSQL only where there is one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from '../../src/store/driver.ts';
import { createPgliteDriver } from '../../src/store/pglite.ts';
import { createPostgresDriver } from '../../src/store/postgres.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/transactions.ts';
import { hasPostgres, startPostgresServer } from './postgres-server.ts';

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

const pglite: Engine = {
  name: 'PGlite',
  open: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'citizen-pglite-'));
    const driver = await createPgliteDriver({ folder });
    const store = await openStore(driver);
    const remove = async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { store, driver, remove };
  },
};

const postgres: Engine = {
  name: 'PostgreSQL',
  open: async () => {
    const server = await startPostgresServer();
    const driver = createPostgresDriver({ url: await server.createDatabase() });
    const store = await openStore(driver);
    const remove = async () => {
      await store.close();
      await server.stop();
    };
    return { store, driver, remove };
  },
};

export const engines: readonly Engine[] = hasPostgres ? [pglite, postgres] : [pglite];

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
];

/** How many rows each table holds: equal before and after means that nothing was written. Locks are no data. */
export async function countRows(driver: Driver): Promise<Readonly<Record<string, number>>> {
  const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [row] = await driver.attempt((connection) => connection.query<Record<string, number>>(`select ${counts.join(', ')}`));
  return row ?? {};
}
