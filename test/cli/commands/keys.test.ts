/** `citizen-index keys`: a database is brought from one secret to another, and the command says where it stands. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keysCommand } from '../../../src/cli/commands/keys.ts';
import { openForProcess } from '../../store/engines.ts';
import { createTestTerminal } from '../test-terminal.ts';

const [first, second] = [7, 8].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [string, string];
let folder: string;
let database: Awaited<ReturnType<typeof openForProcess>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
  await writeFile(join(folder, 'registry.json'), '{}');
  vi.stubEnv('CITIZEN_ID_REGISTRY', join(folder, 'registry.json'));
  database = await openForProcess();
  for (const [name, value] of Object.entries(database.environment)) vi.stubEnv(name, value);
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.remove();
  await rm(folder, { recursive: true });
});

async function run(secrets: string, ...words: readonly string[]): Promise<string> {
  vi.stubEnv('CITIZEN_ID_SECRET', secrets);
  const terminal = createTestTerminal();
  await keysCommand.run(words, terminal);
  return [terminal.printed(), ...terminal.notes()].join('');
}

describe('citizen-index keys', () => {
  it('says that nothing has to be re-keyed, and what has to be once there is another secret', async () => {
    expect(await run(first, 'status')).toContain('Nothing has to be re-keyed');
    expect(await run(`${second}\n${first}`, 'status')).toContain('keys rekey');
  }, 60_000);

  it('tidies after re-keying only, and re-keys without the old secret only where that is said to be lost', async () => {
    await expect(run(`${second}\n${first}`, 'tidy')).rejects.toThrow(/First the new keys/);
    await expect(run(second, 'rekey')).rejects.toThrow(/is not here/);
    expect(await run(second, 'rekey', '--secret-lost')).toContain('0 records have the new keys');
    expect(await run(second, 'tidy')).toContain('0 records have no keys but the new ones');
    expect(await run(second, 'status')).toContain('Nothing has to be re-keyed');
  }, 60_000);

  it.each<readonly [string, readonly string[]]>([
    ['a verb that is none', ['renew']],
    ['a lost secret where nothing is re-keyed', ['tidy', '--secret-lost']],
  ])('refuses %s', async (_, words) => {
    await expect(run(first, ...words)).rejects.toThrow();
  });
});
