/** Which calls get a process with more room, and that it is the same program to whoever calls. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsRoom } from '../../src/cli/roomy-process.ts';

let folder = '';
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'citizen-id-room-'));
  await writeFile(at('small.csv'), 'id\n1\n');
  await writeFile(at('large.csv'), 'id\n1\n');
  // Nothing but a hole: it takes no room on the disk.
  await truncate(at('large.csv'), 20_000_000);
});
afterAll(() => rm(folder, { recursive: true }));

describe('a call of the program', () => {
  it.each([
    ['evaluate', 'large.csv', true],
    ['link', 'large.csv', true],
    ['evaluate', 'small.csv', false],
    // Not there, a folder, a name longer than any: the command says so.
    ['evaluate', 'none.csv', false],
    ['evaluate', '.', false],
    ['evaluate', 'x'.repeat(5000), false],
    ['load', 'large.csv', true],
    ['load', 'small.csv', false],
    // Nothing of a batch.
    ['audit', 'large.csv', false],
  ])('%s %.20s needs room: %s', (command, file, expected) => {
    expect(needsRoom([command, at(file), '--json'])).toBe(expected);
  });

  it('comes to the same in a process with room: what it says and how it ends', async () => {
    const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const evaluate = promisify(execFile)(process.execPath, ['--import', 'tsx', main, 'evaluate', at('large.csv')]);
    await expect(evaluate).rejects.toMatchObject({ code: 2, stdout: '' });
    await expect(evaluate).rejects.toThrow('--truth');
  });
});
