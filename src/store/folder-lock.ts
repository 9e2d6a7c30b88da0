/**
 * One live process per data folder. PGlite has no lock of its own, and two processes on one folder lose writes without a word.
 *
 * The lock is an empty file whose name says who holds it: machine, process and when that process started. A contender puts
 * its own file there first and looks for others second, so of two that come at once at most one can find itself alone. A file
 * is removed by its own process, or by anybody once that process is dead: a live process's lock is never taken.
 */
import { execFileSync } from 'node:child_process';
import { createHash, randomInt } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '../protocol/error.ts';

/** A process by number, and when it started: numbers are used again. */
interface Holder {
  readonly machine: string;
  readonly pid: number;
  readonly started: string;
}

const attempts = 5;
const namePattern = /^lock\.([0-9a-f]{12})\.([0-9]+)\.([0-9a-f]+)$/;

/** Takes the folder for this process; answers how to give it back. Rejects with `STORE_LOCKED` when a live process has it. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const own = await thisProcess();
  const path = join(folder, nameOf(own));
  for (let attempt = 1; ; attempt += 1) {
    await createLock(path, folder);
    const other = await liveHolder(folder, own);
    if (other === undefined) return () => rm(path, { force: true });
    await rm(path, { force: true });
    if (attempt === attempts) throw locked(folder, other);
    // Two that came at once have both stepped back: a random pause lets one of them in.
    await pause(randomInt(20, 120));
  }
}

async function createLock(path: string, folder: string): Promise<void> {
  try {
    await writeFile(path, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw locked(folder, await thisProcess());
    throw new StoreError('STORE_FAILED', `The data folder ${folder} cannot be written to`);
  }
}

function locked(folder: string, holder: Holder): StoreError {
  return new StoreError(
    'STORE_LOCKED',
    `The data folder ${folder} is in use by process ${holder.pid}. Stop that first; if it runs on another machine that is gone for good, delete ${nameOf(holder)} in the folder.`,
  );
}

/** The first other holder that is alive, or may be. Files of the dead are cleared away. */
async function liveHolder(folder: string, own: Holder): Promise<Holder | undefined> {
  for (const name of await readdir(folder)) {
    const holder = holderOf(name);
    if (holder === undefined || name === nameOf(own)) continue;
    if (await mayBeAlive(holder, own)) return holder;
    await rm(join(folder, name), { force: true });
  }
  return undefined;
}

/** Of another machine nothing can be known, nor of a process whose start may not be read: both count as alive. */
async function mayBeAlive(holder: Holder, own: Holder): Promise<boolean> {
  if (holder.machine !== own.machine) return true;
  if (!exists(holder.pid)) return false;
  const started = await startOf(holder.pid);
  return started === undefined || started === holder.started;
}

function exists(pid: number): boolean {
  try {
    // Signal 0 is sent to nobody: it only asks (kill(2)).
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function thisProcess(): Promise<Holder> {
  const started = await startOf(process.pid);
  if (started === undefined)
    throw new StoreError('STORE_FAILED', 'The start time of this process cannot be told, so a data folder cannot be locked');
  return { machine: createHash('sha256').update(hostname()).digest('hex').slice(0, 12), pid: process.pid, started };
}

function nameOf(holder: Holder): string {
  return `lock.${holder.machine}.${holder.pid}.${holder.started}`;
}

function holderOf(name: string): Holder | undefined {
  const [, machine, pid, started] = namePattern.exec(name) ?? [];
  if (machine === undefined || pid === undefined || started === undefined) return undefined;
  return { machine, pid: Number(pid), started };
}

/** A token for when the process started, the same whenever it is asked for; undefined where it cannot be told. */
async function startOf(pid: number): Promise<string | undefined> {
  const told = process.platform === 'linux' ? await startOnLinux(pid) : startByProcessStatus(pid);
  return told === undefined ? undefined : createHash('sha256').update(told).digest('hex').slice(0, 16);
}

/** Field 22 of /proc/<pid>/stat, in ticks since this boot (proc(5)); a zombie holds nothing any more, so it gets a start of its own. */
async function startOnLinux(pid: number): Promise<string | undefined> {
  try {
    const [boot, stat] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The command's name, field 2, is in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : `${boot.trim()} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

function startByProcessStatus(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    }).trim();
  } catch {
    return undefined;
  }
}
