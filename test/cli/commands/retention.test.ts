/** `citizen-index retention`: rules are set, replaced and listed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { retentionCommand } from '../../../src/cli/commands/retention.ts';
import { openForProcess } from '../../store/engines.ts';
import { createTestTerminal } from '../test-terminal.ts';

let folder: string;
let database: Awaited<ReturnType<typeof openForProcess>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retention-'));
  await writeFile(join(folder, 'registry.json'), '{}');
  vi.stubEnv('CITIZEN_ID_REGISTRY', join(folder, 'registry.json'));
  vi.stubEnv('CITIZEN_ID_SECRET', Buffer.alloc(32, 7).toString('base64'));
  database = await openForProcess();
  for (const [name, value] of Object.entries(database.environment)) vi.stubEnv(name, value);
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.remove();
  await rm(folder, { recursive: true });
});

async function run(...words: readonly string[]): Promise<string> {
  const terminal = createTestTerminal();
  await retentionCommand.run(words, terminal);
  return terminal.printed();
}

describe('citizen-index retention', () => {
  it('sets a rule, replaces it, and lists all of them', async () => {
    expect(await run('set', '--source', 'permits', '--keep-days', '400', '--hold', 'an inquiry')).toBe(
      'permits\tkept 400 days\theld: an inquiry\n',
    );
    await run('set', '--source', 'library');
    expect(await run('set', '--source', 'permits', '--keep-days', '365')).toBe(
      'library\tkept for ever\npermits\tkept 365 days\n',
    );
    expect(await run('list')).toBe('library\tkept for ever\npermits\tkept 365 days\n');
  }, 60_000);

  it.each<readonly [string, readonly string[]]>([
    ['a verb that is none', ['drop']],
    ['no source', ['set']],
    ['half a day', ['set', '--source', 'permits', '--keep-days', '1.5']],
  ])('refuses %s', async (_, words) => {
    await expect(retentionCommand.run(words, createTestTerminal())).rejects.toThrow();
  });
});
