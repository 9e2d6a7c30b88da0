/** Migrations: each once, whoever starts; and never one that was changed behind a database's back. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPgliteStore } from '../../src/store/pglite.ts';
import { createPostgresDriver, openPostgresStore } from '../../src/store/postgres.ts';
import { openStore } from '../../src/store/transactions.ts';
import { hasPostgres, postgresNeeded, startPostgresServer, type PostgresServer } from './postgres-server.ts';
import { migratedFolder } from './shared-engines.ts';

const migrations = readdirSync(new URL('../../src/store/migrations/', import.meta.url));

describe('Migrations on PGlite', () => {
  it('leave a database as it is when it is opened again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'citizen-migrate-'));
    cpSync(await migratedFolder(), folder, { recursive: true });
    const first = await openPgliteStore({ folder });
    await first.transaction((unit) => unit.keepSetting('kept', 'yes'));
    await first.close();
    const second = await openPgliteStore({ folder });
    expect(await second.transaction((unit) => unit.keepSetting('kept', 'no'))).toBe('yes');
    await second.close();
    rmSync(folder, { recursive: true, force: true });
  }, 300_000);
});

describe.skipIf(!hasPostgres)(`Migrations on PostgreSQL${postgresNeeded}`, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgresServer();
  }, 300_000);
  afterAll(() => server.stop());

  it('run once where eight processes start at the same time', async () => {
    const url = await server.createDatabase();
    const stores = await Promise.all(Array.from({ length: 8 }, () => openPostgresStore({ url, connections: 1 })));
    await Promise.all(stores.map((store) => store.close()));
    const driver = createPostgresDriver({ url, connections: 1 });
    const applied = await driver.attempt((connection) =>
      connection.query<{ number: number }>('select number from migration where number > 0 order by number'),
    );
    await driver.close();
    expect(applied.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('refuse to go on where one that was applied has been changed', async () => {
    const url = await server.createDatabase();
    await (await openPostgresStore({ url })).close();
    const driver = createPostgresDriver({ url });
    await driver.attempt((connection) => connection.query(`update migration set digest = 'of another text' where number = 1`));
    await expect(openStore(driver)).rejects.toMatchObject({ code: 'STORE_FAILED' });
  });

  it('tell a server that is not there from one that refuses', async () => {
    const nobody = openPostgresStore({ url: 'postgres://nobody@localhost/none?host=/nowhere' });
    await expect(nobody).rejects.toMatchObject({ code: 'STORE_FAILED', sqlState: undefined });
  });
});
