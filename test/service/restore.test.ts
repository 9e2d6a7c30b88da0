/**
 * Backup and restore, as the guide says: PostgreSQL dumped and read into an empty database while the index serves; PGlite stopped and its
 * folder copied. Customers, cases, references and the audit trail are what they were; of another secret's index it is none.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkAudit } from '../../src/service/audit-check.ts';
import { openPgliteStore } from '../../src/store/pglite.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import type { Store } from '../../src/store/store.ts';
import { migratedFolder, sharedPostgres } from '../store/shared-engines.ts';
import { findPostgresProgram, usualPostgres } from '../store/postgres-server.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  jsonOf,
  permitsOrigin,
  personOf,
  post,
  resolveRequest,
} from './test-index.ts';

const run = promisify(execFile);
const people = 6;
const submit = (index: ReturnType<typeof createTestIndex>, caseReference: string, body: object) =>
  index.app.request('/v1/submissions', post({ caseReference, ...body }, credentialsOf('permits')));

/** Fills an index; answers what must be true of any that was restored from it. */
async function fill(store: Store): Promise<(restored: Store) => Promise<void>> {
  const index = createTestIndex(store);
  const records = Array.from({ length: people }, (_, number) => ({ recordId: String(number), fields: entriesOf(number) }));
  await index.app.request('/v1/records', post({ source: 'library', records }, credentialsOf('loader')));
  const answers = await Promise.all(
    records.map(async ({ fields }, number) => (await submit(index, `case ${number}`, { fields })).text()),
  );
  const resolve = post(resolveRequest('permits', personOf(3)), { origin: permitsOrigin });
  const { reference } = await jsonOf(await index.app.request('/v1/resolutions', resolve));
  const checkpoint = await index.audit.seal();
  return async (restored) => {
    const again = createTestIndex(restored);
    expect(await checkAudit(restored, again.context.keys, checkpoint)).toMatchObject({ findings: [], unsealed: 0 });
    for (const [number, answer] of answers.entries())
      expect(await (await submit(again, `case ${number}`, { fields: entriesOf(number) })).text()).toBe(answer);
    const [, customerId] = /"customerId":"([^"]+)"/.exec(answers[3] ?? '') ?? [];
    expect(await jsonOf(await submit(again, 'by reference', { reference }))).toMatchObject({ customerId, outcome: 'existing' });
    await again.audit.seal();
    expect((await checkAudit(restored, again.context.keys, checkpoint)).findings).toEqual([]);
  };
}

const dump = findPostgresProgram('pg_dump');
const client = findPostgresProgram('psql');
const isSkipped = usualPostgres === undefined || dump === undefined || client === undefined;

describe('A backup', () => {
  it.skipIf(isSkipped)(
    'by pg_dump, read into an empty database, is the index as it was (skipped where PostgreSQL and its client programs are not found)',
    async () => {
      if (usualPostgres === undefined || dump === undefined || client === undefined) throw new Error('Checked above');
      const server = await sharedPostgres('PostgreSQL', usualPostgres);
      const folder = mkdtempSync(join(tmpdir(), 'citizen-backup-'));
      const file = join(folder, 'index.sql');
      const [url, emptyUrl] = [await server.createDatabase(), await server.createDatabase()];
      const store = await openPostgresStore({ url, connections: 8 });
      const check = await fill(store);
      await run(dump, ['--no-owner', '--file', file, url]);
      // Written after the backup: gone with it.
      await submit(createTestIndex(store), 'too late', { fields: entriesOf(900) });
      await run(client, ['--quiet', '--no-psqlrc', '--set', 'ON_ERROR_STOP=1', '--single-transaction', '--file', file, emptyUrl]);
      const restored = await openPostgresStore({ url: emptyUrl, connections: 8 });
      await check(restored);
      expect(await restored.transaction((unit) => unit.findSubmission('permits', 'too late'))).toBeUndefined();
      await Promise.all([store.close(), restored.close()]);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    300_000,
  );

  it('of PGlite, its folder copied while nothing runs, is the index as it was', async () => {
    const [folder, copy] = ['citizen-pglite-', 'citizen-copy-'].map((name) => mkdtempSync(join(tmpdir(), name))) as [
      string,
      string,
    ];
    cpSync(await migratedFolder(), folder, { recursive: true });
    const store = await openPgliteStore({ folder });
    const check = await fill(store);
    await store.close();
    cpSync(folder, copy, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    expect(existsSync(folder)).toBe(false);
    const restored = await openPgliteStore({ folder: copy });
    await check(restored);
    await restored.close();
    rmSync(copy, { recursive: true, force: true });
  }, 300_000);
});
