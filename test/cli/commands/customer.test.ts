/** `citizen-index customer`: an export holds what is held, an erasure takes it away, and the audit trail says who did so and why. */
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { customerCommand } from '../../../src/cli/commands/customer.ts';
import { customerExportSchema, erasureAnswerSchema } from '../../../src/protocol/data-subject-schemas.ts';
import { openStore } from '../../../src/store/transactions.ts';
import { openForProcess } from '../../store/engines.ts';
import { createTestIndex, credentialsOf, entriesOf, jsonOf, masterSecret, post, registryText } from '../../service/test-index.ts';
import { createTestTerminal } from '../test-terminal.ts';

let folder: string;
let database: Awaited<ReturnType<typeof openForProcess>>;
let customerId: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customer-'));
  await writeFile(join(folder, 'registry.json'), registryText);
  vi.stubEnv('CITIZEN_ID_REGISTRY', join(folder, 'registry.json'));
  vi.stubEnv('CITIZEN_ID_SECRET', Buffer.from(masterSecret).toString('base64'));
  database = await openForProcess();
  for (const [name, value] of Object.entries(database.environment)) vi.stubEnv(name, value);
  const store = await openStore(await database.openDriver());
  const body = post({ caseReference: 'C1', fields: entriesOf(1) }, credentialsOf('permits'));
  customerId = String((await jsonOf(await createTestIndex(store).app.request('/v1/submissions', body)))['customerId']);
  await store.close();
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.remove();
  await rm(folder, { recursive: true });
});

async function run(...words: readonly string[]): Promise<unknown> {
  const terminal = createTestTerminal();
  await customerCommand.run([...words, '--staff', 'clerk-7', '--reason', 'letter 12'], terminal);
  return JSON.parse(terminal.printed());
}

describe('citizen-index customer', () => {
  it('exports all that is held, and then erases it', async () => {
    const whole = customerExportSchema.parse(await run('export', customerId.toLowerCase()));
    expect(whole.records.map(({ entries }) => entries['name.family'])).toEqual([entriesOf(1)['name.family']]);
    const again = customerExportSchema.parse(await run('export', customerId));
    expect(again.accesses).toContainEqual(
      expect.objectContaining({ operation: 'citizen-index customer export', staff: 'clerk-7', reason: 'letter 12' }),
    );
    expect(erasureAnswerSchema.parse(await run('erase', customerId))).toEqual({ customerId, erasedRecords: 1, kept: [] });
    await expect(run('export', customerId)).rejects.toThrow('Nobody has this ID');
  }, 60_000);

  it.each<readonly [string, readonly string[]]>([
    ['a verb that is none', ['forget', 'TST-0000', '--staff', 'a', '--reason', 'b']],
    ['what is no ID', ['export', 'Somebody', '--staff', 'a', '--reason', 'b']],
    ['an export that nobody answers for', ['export', 'TST-0000']],
  ])('refuses %s, and repeats nothing of it', async (_, words) => {
    const refused = customerCommand.run(words, createTestTerminal());
    await expect(refused).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.not.stringContaining('Somebody') as unknown,
    });
  });
});
