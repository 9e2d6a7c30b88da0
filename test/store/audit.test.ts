/** Entries of the audit trail that no caller waits for the disk with. What the trail says and how it is checked is the service's. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { storeEngines, useDatabase } from './engines.ts';

describe.each(storeEngines)('Audit entries on $name', ({ open }) => {
  const database = useDatabase(open);

  const entriesOf = (chain: string, ...numbers: readonly number[]) =>
    numbers.map((number) => ({ chain, number, content: `{"look":${number}}`, code: `code-${number}` }));
  const listed = (chain: string) => database.store.singly((unit) => unit.listAuditEntries(chain, 0, 10));

  it('are there for everybody once they were added, flushed or not', async () => {
    const chain = randomUUID();
    await database.store.singly((unit) => unit.addAuditEntriesUnflushed(entriesOf(chain, 1, 2)));
    expect(await listed(chain)).toEqual(entriesOf(chain, 1, 2));
  });

  it('leave the setting as it was for whoever comes next on the connection', async () => {
    await database.store.singly((unit) => unit.addAuditEntriesUnflushed(entriesOf(randomUUID(), 1)));
    // Against the connection's own start: an earlier look may have come by.
    const [found] = await database.driver.singly((connection) =>
      connection.query<{ setting: string; reset_val: string }>(
        "select setting, reset_val from pg_settings where name = 'synchronous_commit'",
      ),
    );
    expect(found?.setting).toBe(found?.reset_val);
    expect(found?.reset_val).not.toBe('off');
  });

  it('are restored where they are gone, and nowhere else', async () => {
    const chain = randomUUID();
    await database.store.singly((unit) => unit.addAuditEntries(entriesOf(chain, 1, 3)));
    const other = { chain, number: 1, content: '{"look":"another"}', code: 'another' };
    await database.store.transaction((unit) => unit.restoreAuditEntries([other, ...entriesOf(chain, 2, 3)]));
    expect(await listed(chain)).toEqual(entriesOf(chain, 1, 2, 3));
  });

  it('are restored without a word where there are none', async () => {
    await expect(database.store.transaction((unit) => unit.restoreAuditEntries([]))).resolves.toBeUndefined();
  });
});
