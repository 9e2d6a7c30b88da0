/** The processes that `bench:index` measures: the command that loads and the service, run as the build has them, and the memory they took. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cpuSecondsOf } from './cpu-time.ts';
import type { Place } from './place.ts';

const source = (name: string) => fileURLToPath(new URL(`../../../src/${name}`, import.meta.url));
const asBuilt = new URL('../as-built.js', import.meta.url).href;

export interface Ran {
  readonly seconds: number;
  /** The most memory that was resident, in bytes; on Linux only. */
  readonly memory: number;
  /** CPU seconds of its own, which others on the machine take nothing of; on Linux only. */
  readonly cpuSeconds: number;
  readonly words: string;
}

/** Runs `citizen-index` with these words; throws what it said where it failed. */
export async function runCommand(words: readonly string[], place: Place): Promise<Ran> {
  const started = performance.now();
  const child = start(['cli/main.ts', ...words], place, ofCommand);
  let said = '';
  let [memory, cpuSeconds] = [0, 0];
  child.stdout?.on('data', (data: Buffer) => (said += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  const watch = setInterval(() => {
    memory = Math.max(memory, residentOf(child));
    cpuSeconds = Math.max(cpuSeconds, cpuSecondsOf(child.pid));
  }, 250);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`citizen-index ${words.join(' ')}: ${said}`);
  return { seconds: (performance.now() - started) / 1000, memory, cpuSeconds, words: said.trim() };
}

export interface RunningService {
  readonly url: string;
  readonly pid: number | undefined;
  readonly stop: () => Promise<void>;
}

/** Starts the service; answers once it listens. */
export async function startService(place: Place): Promise<RunningService> {
  const child = start(['service/main.ts'], place);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-10_000);
      const found = /"event":"listening","url":"([^"]+)"/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
    void ended.then(() => reject(new Error(said)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, pid: child.pid, stop };
}

/** What the command would give itself in a process of its own, whose CPU time and memory could not be told from here. */
const ofCommand = ['--single-threaded-gc'];
/** The command's own room for what is new, and what the guide tells whoever runs the service to give it. */
const roomy = ['--max-old-space-size=4000', '--max-semi-space-size=64'];

function start([file = '', ...words]: readonly string[], { environment }: Place, options: readonly string[] = []): ChildProcess {
  const argv = [...roomy, ...options, '--import', asBuilt, source(file), ...words];
  return spawn(process.execPath, argv, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
}

function residentOf({ pid }: ChildProcess): number {
  try {
    return 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
