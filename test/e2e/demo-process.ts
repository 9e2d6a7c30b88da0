/** Runs the demo as `npm start` does, on a free port and a data folder of its own, and hears all that it prints. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface DemoProcess {
  readonly url: string;
  readonly dataFolder: string;
  /** Milliseconds until everything could be opened. */
  readonly startedIn: number;
  /** All that the demo and its index have printed. */
  readonly printed: () => Promise<string>;
  readonly stopIndex: () => Promise<void>;
  readonly startIndex: () => Promise<void>;
  /** The way the index's process hangs when its machine does: it takes connections and never answers. */
  readonly freezeIndex: () => Promise<void>;
  readonly thawIndex: () => Promise<void>;
  /** Resolves to the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Milliseconds: it fills its index first, which takes minutes where much else runs. */
export const longestStart = 600_000;

const repository = fileURLToPath(new URL('../..', import.meta.url));

export const createDataFolder = () => mkdtemp(path.join(tmpdir(), 'citizen-id-e2e-'));
export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });

/** Resolves once the demo has printed what to open. */
export async function startDemoProcess(dataFolder: string, environment: NodeJS.ProcessEnv = {}): Promise<DemoProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts'], {
    cwd: repository,
    env: { ...process.env, PORT: '0', CITIZEN_ID_DATA: dataFolder, DATABASE_URL: '', NODE_ENV: undefined, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  await until(() => output.includes('kill -USR2') || child.exitCode !== null, longestStart);
  const url = /http:\/\/localhost:\d+/.exec(output)?.[0];
  const indexLog = () => readFile(path.join(dataFolder, 'index.log'), 'utf8').catch(() => '');
  if (url === undefined) throw new Error(`The demo did not start:\n${output}\n${await indexLog()}`);

  const toggled = async (sentence: string) => {
    const before = output.length;
    child.kill('SIGUSR2');
    await until(() => output.slice(before).includes(sentence), 60_000);
  };
  return {
    url,
    dataFolder,
    startedIn: performance.now() - started,
    printed: async () => output + (await indexLog()),
    stopIndex: () => toggled('is stopped'),
    startIndex: () => toggled('runs again'),
    freezeIndex: async () => void process.kill(await indexProcessOf(child), 'SIGSTOP'),
    thawIndex: async () => void process.kill(await indexProcessOf(child), 'SIGCONT'),
    stop: (signal = 'SIGTERM') => endOf(child, signal),
  };
}

/** The one child of the demo's process; Linux only. */
async function indexProcessOf(demo: ChildProcess): Promise<number> {
  const children = await readFile(`/proc/${demo.pid}/task/${demo.pid}/children`, 'utf8');
  const [id] = children
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  if (id === undefined) throw new Error('The demo has no index running');
  return Number(id);
}

async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.kill(signal);
  return ended;
}

/** Milliseconds for a TypeScript process that does nothing: about 300 on a machine at rest, and a measure of its load. */
export async function timeEmptyProcess(): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', '--eval', '0'], { cwd: repository });
  await new Promise((resolve) => child.once('exit', resolve));
  return performance.now() - started;
}

/** Waits until something is so; throws when the time is over. */
export async function until(isSo: () => boolean | Promise<boolean>, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Not so within ${milliseconds} ms`);
    await delay(50);
  }
}
