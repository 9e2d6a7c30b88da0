/** The real service as a process of its own, to be killed: run from source, told through its environment. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registryText } from './test-index.ts';

const main = fileURLToPath(new URL('../../src/service/main.ts', import.meta.url));

/** One start of the process. */
export interface IndexProcess {
  readonly url: string;
  /** Everything written to standard output so far. */
  readonly output: () => string;
  /** Does not wait for what follows. */
  send(signal: 'SIGHUP' | 'SIGTERM'): void;
  /** Answers the exit code; null where a signal ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** A folder with a registry, for as many starts as the test wants. */
export interface IndexHome {
  readonly folder: string;
  start(environment?: Readonly<Record<string, string>>): Promise<IndexProcess>;
  remove(): void;
}

/**
 * Makes the folder; with a database of PGlite copied from `migrated` where given, as making one takes longer than most tests. Starting
 * rejects with what the process said on standard error when it does not come to listen.
 */
export function createIndexHome(migrated?: string): IndexHome {
  const folder = mkdtempSync(join(tmpdir(), 'citizen-index-'));
  if (migrated !== undefined) cpSync(migrated, join(folder, 'data'), { recursive: true });
  const registry = join(folder, 'registry.json');
  writeFileSync(registry, registryText);
  const base = { CITIZEN_ID_REGISTRY: registry, CITIZEN_ID_DATA: join(folder, 'data'), PORT: '0', DATABASE_URL: '' };
  return {
    folder,
    start: (environment = {}) => start({ ...process.env, ...base, ...environment }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function start(env: NodeJS.ProcessEnv): Promise<IndexProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const written = { output: '', errors: '' };
  child.stderr.on('data', (data: Buffer) => (written.errors += data.toString()));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      written.output += data.toString();
      const url = /"event":"listening","url":"([^"]+)"/.exec(written.output)?.[1];
      if (url !== undefined) resolve({ url, output: () => written.output, send, end });
    });
    void exited.then((code) => reject(new Error(`exit code ${code}: ${written.errors}`)));
  });

  function send(signal: NodeJS.Signals): void {
    child.kill(signal);
  }

  function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    child.kill(signal);
    return exited;
  }
}
