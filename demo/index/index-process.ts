/**
 * The Customer Index as a process of its own: started, watched, started again when it dies, and stopped. Knows nothing of
 * what the index does, but for the line by which it says where it listens.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { repositoryFolder } from '../settings.ts';

export interface IndexProcess {
  /** Where the index answers now; undefined while it does not run. */
  readonly url: () => string | undefined;
  readonly start: () => Promise<void>;
  /** Resolves once the process is gone. It is not started again. */
  readonly stop: () => Promise<void>;
}

export interface IndexProcessOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** All that the index prints. */
  readonly logFile: string;
  readonly tell: (sentence: string) => void;
  readonly onListening: () => void;
}

const shortestPause = 500;
const longestPause = 10_000;
/** Tries of the first start: an index that was just killed may take a moment to let go of the data folder. */
const firstTries = 4;

export function createIndexProcess(options: IndexProcessOptions): IndexProcess {
  const log = createWriteStream(options.logFile, { flags: 'w', mode: 0o600 });
  let child: ChildProcess | undefined;
  let url: string | undefined;
  let wanted = false;
  let failures = 0;
  let restart: NodeJS.Timeout | undefined;

  /** Resolves when the index listens, rejects when it ends before. */
  async function launch(): Promise<void> {
    const launched = spawnIndex(options.environment);
    child = launched;
    launched.stderr?.pipe(log, { end: false });
    launched.once('exit', (code, signal) => {
      const hadListened = url !== undefined;
      url = undefined;
      child = undefined;
      if (wanted && hadListened) startAgain(signal ?? `exit code ${code}`);
    });
    url = await listeningUrl(launched, (line) => log.write(`${line}\n`));
    failures = 0;
    options.onListening();
  }

  function startAgain(why: string): void {
    const pause = pauseAfter(failures);
    failures += 1;
    options.tell(`The Customer Index stopped (${why}); starting it again in ${pause} ms. Its log: ${options.logFile}`);
    restart = setTimeout(() => void launch().catch(() => wanted && startAgain('it did not start')), pause);
  }

  async function launchFirst(): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await launch();
      } catch (error) {
        if (tried === firstTries || !wanted) throw error;
        await delay(pauseAfter(tried - 1));
      }
    }
  }

  return {
    url: () => url,
    start: async () => {
      wanted = true;
      if (!child) await launchFirst();
    },
    stop: async () => {
      wanted = false;
      clearTimeout(restart);
      if (child) await endProcess(child);
    },
  };
}

const pauseAfter = (failures: number) => Math.min(shortestPause * 2 ** failures, longestPause);

function spawnIndex(environment: NodeJS.ProcessEnv): ChildProcess {
  const leaveWithParent = new URL('./leave-with-parent.ts', import.meta.url).href;
  return spawn(process.execPath, ['--import', 'tsx', '--import', leaveWithParent, 'src/service/main.ts'], {
    cwd: repositoryFolder,
    env: environment,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

function listeningUrl(child: ChildProcess, print: (line: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('the index has no standard output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      print(line);
      const url = readListening(line);
      if (url) resolve(url);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('The Customer Index ended before it listened')));
  });
}

/** The address in `{"event":"listening","url":"http://…"}`; undefined for every other line. */
function readListening(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry: unknown = JSON.parse(line);
    const isListening = typeof entry === 'object' && entry !== null && 'event' in entry && entry.event === 'listening';
    return isListening && 'url' in entry && typeof entry.url === 'string' ? entry.url : undefined;
  } catch {
    return undefined;
  }
}

/** Asks first; insists after five seconds. */
async function endProcess(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(insist);
}
