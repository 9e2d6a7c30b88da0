/** The lock on a data folder: one live process, never two; and a dead one's lock is no lock. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/store/folder-lock.ts';

const lockModule = new URL('../../src/store/folder-lock.ts', import.meta.url).href;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'citizen-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that tries for the lock, says `held` or the error's code, and keeps what it has until it is killed. */
function contender(): { said: Promise<string>; kill: () => Promise<void> } {
  const program = `
    import { lockFolder } from ${JSON.stringify(lockModule)};
    const say = (word) => process.stdout.write(word);
    lockFolder(${JSON.stringify(folder)}).then(() => { say('held'); setInterval(() => {}, 1000); }, (error) => say(error.code));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = new Promise<string>((resolve) => child.stdout.once('data', (data: Buffer) => resolve(data.toString())));
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return { said, kill };
}

describe('The lock on a data folder', () => {
  it('is refused to a second process while the first one lives, and leaves the first one’s file alone', async () => {
    const unlock = await lockFolder(folder);
    const held = readdirSync(folder);
    const second = contender();
    expect(await second.said).toBe('STORE_LOCKED');
    await second.kill();
    expect(readdirSync(folder)).toEqual(held);
    await unlock();
  });

  it('is refused a second time within one process', async () => {
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    await unlock();
    await expect(lockFolder(folder)).resolves.toBeTypeOf('function');
  });

  it('is given back', async () => {
    const unlock = await lockFolder(folder);
    await unlock();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a process that was killed', async () => {
    const first = contender();
    expect(await first.said).toBe('held');
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    await first.kill();
    const unlock = await lockFolder(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    await unlock();
  });

  it('is taken over where the process’s number lives on in another process', async () => {
    const unlockFirst = await lockFolder(folder);
    const [own = ''] = readdirSync(folder);
    await unlockFirst();
    // The parent of this process is alive, but it did not start when this file says.
    writeFileSync(join(folder, own.replace(`.${process.pid}.`, `.${process.ppid}.`)), '');
    const unlock = await lockFolder(folder);
    expect(readdirSync(folder)).toEqual([own]);
    await unlock();
  });

  it('is never taken from another machine, of which nothing can be known', async () => {
    writeFileSync(join(folder, 'lock.0123456789ab.1.0123456789abcdef'), '');
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    expect(readdirSync(folder)).toEqual(['lock.0123456789ab.1.0123456789abcdef']);
  });

  it('goes to one process at most where several come at once', async () => {
    const contenders = Array.from({ length: 4 }, contender);
    const said = await Promise.all(contenders.map((each) => each.said));
    await Promise.all(contenders.map((each) => each.kill()));
    expect(said.filter((word) => word === 'held').length).toBeLessThanOrEqual(1);
    expect(said.filter((word) => word === 'STORE_LOCKED').length).toBeGreaterThanOrEqual(3);
  });
});
