/**
 * Brings a database up to date: the numbered files in migrations/, each run once, in order, recorded with a digest.
 * Safe to start many processes at once: the migrations run under a row lock.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { StoreError } from '../protocol/error.ts';
import type { Connection } from './driver.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly digest: string;
}

type InTransaction = <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;

const folder = new URL('./migrations/', import.meta.url);

/** Applies what is missing. A file that was changed after it was applied is refused, since nobody can tell what the database holds. */
export async function migrate(inTransaction: InTransaction): Promise<void> {
  const migrations = await readMigrations();
  await inTransaction(createMigrationTable);
  await inTransaction(async (connection) => {
    const applied = await lockApplied(connection);
    // An index of a large table takes as long as it takes; what was begun again at each start would never end.
    await connection.script('set local statement_timeout = 0');
    for (const migration of migrations) await apply(connection, migration, applied.get(migration.number));
  });
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return { number: Number.parseInt(name, 10), name, text, digest: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function createMigrationTable(connection: Connection): Promise<void> {
  await connection.script(
    'create table if not exists migration (number integer primary key, name text not null, digest text not null, applied_at timestamptz not null)',
  );
}

/** Row 0 is the lock: whoever updates it holds it until its transaction ends. */
async function lockApplied(connection: Connection): Promise<ReadonlyMap<number, string>> {
  await connection.query(
    `insert into migration (number, name, digest, applied_at) values (0, 'lock', '', $1) on conflict (number) do update set digest = ''`,
    [new Date()],
  );
  const rows = await connection.query<{ number: number; digest: string }>(
    'select number, digest from migration where number > 0',
  );
  return new Map(rows.map((row) => [row.number, row.digest]));
}

async function apply(connection: Connection, migration: Migration, appliedDigest: string | undefined): Promise<void> {
  if (appliedDigest === migration.digest) return;
  if (appliedDigest !== undefined) {
    throw new StoreError('STORE_FAILED', `Migration ${migration.name} was changed after it was applied; write a new one instead`);
  }
  await connection.script(migration.text);
  await connection.query('insert into migration (number, name, digest, applied_at) values ($1, $2, $3, $4)', [
    migration.number,
    migration.name,
    migration.digest,
    new Date(),
  ]);
}
