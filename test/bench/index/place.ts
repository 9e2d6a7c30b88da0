/** Where `bench:index` works: a database of its own on each engine, kept or not, and the environment that tells processes of it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashSecret } from '../../../src/service/registry.ts';
import type { Driver } from '../../../src/store/driver.ts';
import { createPgliteDriver } from '../../../src/store/pglite.ts';
import { createPostgresDriver } from '../../../src/store/postgres.ts';
import { ended, startIn, usualPostgres } from '../../store/postgres-server.ts';
import { cpuSecondsOfFamily } from './cpu-time.ts';

export type EngineName = 'PostgreSQL' | 'PGlite';

export interface Place {
  readonly engine: EngineName;
  readonly environment: Readonly<Record<string, string>>;
  /** For one who works beside no process: PGlite takes one at a time. */
  readonly openDriver: (connections: number) => Promise<Driver>;
  /** Bytes on the disk. */
  readonly size: () => Promise<number>;
  /** What the database's own processes took so far; nought where it is a part of whoever works with it. */
  readonly databaseCpuSeconds: () => number;
  /** Stops the database, and removes it where it is not to be kept. */
  readonly leave: () => Promise<void>;
}

export const secret = 'bench-secret';
const permissions = ['match', 'customers', 'submission', 'records'];
const registry = {
  authority: 'GBX',
  services: [
    {
      id: 'bench',
      name: 'Bench',
      profile: 'gb',
      origins: ['https://bench.example'],
      secretHash: hashSecret(secret),
      permissions,
      purposes: { identity: 'to measure' },
    },
  ],
};

/** A place in this folder, or in a new one that goes when the place is left. */
export async function openPlace(engine: EngineName, kept?: string): Promise<Place> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'citizen-bench-'));
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  writeFileSync(join(folder, 'registry.json'), JSON.stringify(registry));
  const base = { CITIZEN_ID_REGISTRY: join(folder, 'registry.json'), CITIZEN_ID_DATA: data, PORT: '0' };
  const leave = () => (kept === undefined ? rmSync(folder, { recursive: true, force: true }) : undefined);
  if (engine === 'PGlite') {
    return {
      engine,
      environment: { ...base, DATABASE_URL: '' },
      openDriver: () => createPgliteDriver({ folder: data }),
      size: async () => Number(execFileSync('du', ['-sb', data], { encoding: 'utf8' }).split('\t')[0]),
      databaseCpuSeconds: () => 0,
      leave: async () => leave(),
    };
  }
  const { url, child } = await startServer(folder);
  return {
    engine,
    environment: { ...base, DATABASE_URL: url },
    openDriver: async (connections) => createPostgresDriver({ url, connections }),
    size: () => databaseSize(url),
    databaseCpuSeconds: () => cpuSecondsOfFamily(child.pid),
    leave: async () => {
      await ended(child);
      leave();
    },
  };
}

/** Writes to the disk as in production (fsync on), with a gigabyte of shared buffers. */
const durable = ['fsync=on', 'shared_buffers=1GB', 'max_wal_size=4GB', 'wal_compression=lz4', 'maintenance_work_mem=256MB'];

/** A server's own user must get to its folder. */
async function startServer(folder: string) {
  if (usualPostgres === undefined || 'url' in usualPostgres) throw new Error('The bench needs PostgreSQL installed here');
  const server = join(folder, 'postgresql');
  if (!existsSync(server)) mkdirSync(server);
  chmodSync(folder, 0o755);
  return startIn(server, usualPostgres.binaries, durable);
}

async function databaseSize(url: string): Promise<number> {
  const driver = createPostgresDriver({ url, connections: 1 });
  const [row] = await driver.attempt((connection) =>
    connection.query<{ bytes: number }>('select pg_database_size(current_database())::float8 as bytes'),
  );
  await driver.close();
  return row?.bytes ?? 0;
}
