/**
 * A throwaway PostgreSQL for tests: the server that `DATABASE_URL` names, or else one started from the binaries found here, in
 * a temporary folder on a Unix socket. Every test asks for a database of its own. Not for anything that should be kept.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface PostgresServer {
  /** The URL of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Drops what was created, and the server with it where it is ours. */
  stop(): Promise<void>;
}

const version = (folder: string) => Number(/postgresql\/(\d+)/.exec(folder)?.[1] ?? 0);

/** The folder that holds `initdb` and `postgres`: on the PATH, or where Debian puts them, newest first. */
function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((name) => join(debian, name, 'bin')) : [];
  const folders = [...versions.sort((a, b) => version(b) - version(a)), ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

const givenUrl = process.env['DATABASE_URL'];
const binaries = findBinaries();

/** Whether there is a PostgreSQL to test against. */
export const hasPostgres = givenUrl !== undefined || binaries !== undefined;

/** For the name of what is skipped without one. */
export const postgresNeeded = hasPostgres ? '' : ' (skipped: neither DATABASE_URL nor initdb and postgres were found)';

/** Uses the given server or starts one; takes a few seconds. */
export async function startPostgresServer(): Promise<PostgresServer> {
  if (givenUrl !== undefined) return serverAt(givenUrl, async () => undefined);
  if (binaries === undefined) throw new Error('No PostgreSQL was found: check hasPostgres first');
  const folder = mkdtempSync(join(tmpdir(), 'citizen-pg-'));
  const owner = ownerOf(folder);
  const data = join(folder, 'data');
  execFileSync(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...owner,
    cwd: folder,
    stdio: 'pipe',
  });
  // fsync off: the machine does not lose power in a test. What is killed is the service, not this server.
  const settings = ['-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=100'];
  const child = spawn(join(binaries, 'postgres'), ['-D', data, '-k', folder, ...settings], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  const stop = async () => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await untilItAnswers(url);
  return serverAt(url, stop);
}

/** PostgreSQL refuses to run as root, so there it runs as the user that its package made. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const owner = { uid: number('-u'), gid: number('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

function serverAt(url: string, stop: () => Promise<void>): PostgresServer {
  const created: string[] = [];
  return {
    createDatabase: async () => {
      const name = `citizen_test_${randomBytes(6).toString('hex')}`;
      await run(url, `create database ${name}`);
      created.push(name);
      const database = new URL(url);
      database.pathname = `/${name}`;
      return database.href;
    },
    stop: async () => {
      for (const name of created) await run(url, `drop database if exists ${name} with (force)`);
      await stop();
    },
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await run(url, 'select 1');
    } catch (error) {
      if (tries === 150) throw error;
      await pause(200);
    }
  }
}

/** SIGINT is PostgreSQL's fast shutdown. */
function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
