/** Where `bench:index` works: a database of its own on each engine, and the environment that tells processes of it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashSecret } from '../../../src/service/registry.ts';
import type { Driver } from '../../../src/store/driver.ts';
import { createPgliteDriver } from '../../../src/store/pglite.ts';
import { createPostgresDriver } from '../../../src/store/postgres.ts';
import { startPostgresServer } from '../../store/postgres-server.ts';

export type EngineName = 'PostgreSQL' | 'PGlite';

export interface Place {
  readonly engine: EngineName;
  readonly environment: Readonly<Record<string, string>>;
  /** For one who works beside no process: PGlite takes one at a time. */
  readonly openDriver: (connections: number) => Promise<Driver>;
  /** Bytes on the disk. */
  readonly size: () => Promise<number>;
  readonly remove: () => Promise<void>;
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

/** A new place. The PostgreSQL server writes to the disk as in production (fsync on), with a gigabyte of shared buffers. */
export async function makePlace(engine: EngineName): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'citizen-bench-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  writeFileSync(join(folder, 'registry.json'), JSON.stringify(registry));
  const base = { CITIZEN_ID_REGISTRY: join(folder, 'registry.json'), CITIZEN_ID_DATA: data, PORT: '0' };
  if (engine === 'PGlite') {
    return {
      engine,
      environment: { ...base, DATABASE_URL: '' },
      openDriver: () => createPgliteDriver({ folder: data }),
      size: async () => Number(execFileSync('du', ['-sb', data], { encoding: 'utf8' }).split('\t')[0]),
      remove: async () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const server = await startPostgresServer(undefined, durable);
  const url = await server.createDatabase();
  return {
    engine,
    environment: { ...base, DATABASE_URL: url },
    openDriver: async (connections) => createPostgresDriver({ url, connections }),
    size: () => databaseSize(url),
    remove: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const durable = ['fsync=on', 'shared_buffers=1GB', 'max_wal_size=4GB', 'maintenance_work_mem=256MB'];

async function databaseSize(url: string): Promise<number> {
  const driver = createPostgresDriver({ url, connections: 1 });
  const [row] = await driver.attempt((connection) =>
    connection.query<{ bytes: number }>('select pg_database_size(current_database())::float8 as bytes'),
  );
  await driver.close();
  return row?.bytes ?? 0;
}
