/**
 * What the test files of one run share, as starting a database takes longer than most tests: one server of each PostgreSQL, and a
 * PGlite folder that is migrated already, to be copied. Made by the first file that needs them; vitest.config names this file as
 * `globalSetup`, which clears all of it away at the end.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { openPgliteStore } from '../../src/store/pglite.ts';
import { databasesAt, startIn, startPostgresServer, type PostgresOrigin, type PostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of this run. */
    sharedEngines: string;
  }
}

/** Called by vitest before the first file. */
export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'citizen-engines-'));
  project.provide('sharedEngines', folder);
  return async () => {
    const processes = readdirSync(folder).filter((name) => name.endsWith('.pid'));
    await Promise.all(processes.map((name) => endServer(readFileSync(join(folder, name), 'utf8'))));
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The run's server of this kind. */
export async function sharedPostgres(name: string, origin: PostgresOrigin): Promise<PostgresServer> {
  if ('url' in origin) return startPostgresServer(origin);
  const ready = await made(`${name}.url`, async (file) => {
    const folder = mkdtempSync(join(tmpdir(), 'citizen-pg-'));
    const { url, child } = await startIn(folder, origin.binaries);
    writeFileSync(join(sharedFolder(), `${name}.pid`), `${child.pid} ${folder}`);
    writeFileSync(file, url);
  });
  return databasesAt(readFileSync(ready, 'utf8'));
}

/** A PGlite data folder with all tables and no rows; to be copied, never opened. */
export function migratedFolder(): Promise<string> {
  return made('pglite', async (folder) => {
    const store = await openPgliteStore({ folder });
    await store.close();
  });
}

const sharedFolder = () => inject('sharedEngines');

/** The path of something that is made once in a run: by whoever comes first, while the others wait. */
async function made(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(sharedFolder(), name);
  while (!existsSync(path)) {
    if (isFirst(`${path}.making`)) await make(`${path}.half`).then(() => renameSync(`${path}.half`, path), giveUp(path));
    else await pause(50);
  }
  return path;
}

/** Lets the next one try. */
const giveUp = (path: string) => (error: unknown) => {
  rmSync(`${path}.half`, { recursive: true, force: true });
  rmSync(`${path}.making`, { recursive: true, force: true });
  throw error;
};

function isFirst(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/** SIGINT is PostgreSQL's fast shutdown; it is no child of this process, so its end is seen by its number. */
async function endServer(line: string): Promise<void> {
  const [pid = '', folder = ''] = line.split(' ');
  try {
    process.kill(Number(pid), 'SIGINT');
    for (let tries = 0; tries < 100; tries += 1) {
      process.kill(Number(pid), 0);
      await pause(50);
    }
  } catch {
    // It is gone.
  }
  rmSync(folder, { recursive: true, force: true });
}
