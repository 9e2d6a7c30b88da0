/** The audit trail: every look at a customer is in it and nobody in plain words; and whatever is done to it is found, with its place. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actAs } from '../../src/service/acting.ts';
import { digestOfCustomer } from '../../src/service/audit.ts';
import { checkAudit, type AuditReport, type Finding } from '../../src/service/audit-check.ts';
import { StoreError } from '../../src/protocol/error.ts';
import type { Driver } from '../../src/store/driver.ts';
import { openStore } from '../../src/store/transactions.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import { createTestIndex, credentialsOf, entriesOf, jsonOf, post, staffHeaders, type TestIndex } from './test-index.ts';

const engine = engines.at(-1);
/** In the trail that something is done to, a hundred under each seal; `CITIZEN_ID_AUDIT_ROWS=200000` is the whole gate. */
const rowsToCheck = Number(process.env['CITIZEN_ID_AUDIT_ROWS'] ?? 600);

describe(`The audit trail on ${engine?.name}`, () => {
  let database: TestDatabase;
  let index: TestIndex;
  let cases = 0;
  beforeAll(async () => {
    if (engine === undefined) throw new Error('No engine');
    database = await engine.open();
  }, 300_000);
  afterAll(() => database.remove());
  beforeEach(async () => {
    await run('truncate audit_entry, audit_seal, audit_checkpoint');
    index = createTestIndex(database.store);
  });

  const run = (text: string, values: readonly (string | number)[] = []) =>
    database.driver.attempt((connection) => connection.query<{ chain: string; number: number; content: string }>(text, values));
  const check = (expected?: string): Promise<AuditReport> => checkAudit(database.store, index.context.keys, expected);
  const entries = () => run('select chain, number, content::text as content from audit_entry order by number');
  const submit = async (person: number) => {
    cases += 1;
    const body = { caseReference: `case-${cases}`, fields: entriesOf(person) };
    return String((await jsonOf(await index.app.request('/v1/submissions', post(body, credentialsOf('permits')))))['customerId']);
  };
  /** Many entries, a seal after each hundred, without the work of a submission. */
  const fill = async (count: number) => {
    const { context, audit } = index;
    for (let done = 0; done < count; done += 100) {
      const look = (_: unknown, place: number) =>
        actAs({ operation: 'test' }, () => context.store.singly((unit) => unit.recordsOf(`customer-${done + place}`)));
      await Promise.all(Array.from({ length: 100 }, look));
      await audit.seal();
    }
  };

  it('says who wrote and who read a customer, for what and why, and nothing of the customer in plain words', async () => {
    const customerId = await submit(1);
    await index.app.request(`/v1/customers/${customerId}`, { headers: staffHeaders() });
    const rows = await entries();
    const customer = digestOfCustomer(index.context.keys, customerId);
    expect(rows.map(({ content }): unknown => JSON.parse(content))).toMatchObject([
      { operation: 'submit', service: 'permits', written: [customer], read: [] },
      {
        operation: 'viewCustomer',
        service: 'counter',
        staff: 'clerk-7',
        reason: 'case 1042',
        purposes: ['identity'],
        written: [],
        read: [customer],
      },
    ]);
    const text = JSON.stringify(rows);
    for (const word of [customerId, ...Object.values(entriesOf(1))])
      expect(text.toLowerCase()).not.toContain(`"${word.toLowerCase()}"`);
  });

  it('has an entry for every write that was kept and none for one that was not', async () => {
    await submit(1);
    const failed = index.context.store.transaction(async (unit) => {
      await unit.addCustomers([{ customerId: 'nobody', status: 'confirmed', createdAt: new Date() }]);
      throw new Error('the caller’s own');
    });
    await expect(failed).rejects.toThrow('the caller’s own');
    const conflicting = index.context.store.transaction((unit) => unit.claimCustomer('no-such-customer', 1));
    await expect(conflicting).rejects.toMatchObject({ code: 'STORE_CONFLICT' });
    await submit(2);
    await index.audit.seal();
    expect(await entries()).toHaveLength(2);
    expect(await check()).toMatchObject({ findings: [], entries: 2, unsealed: 0, seals: 1 });
  });

  it('is whole after concurrent work, sealed while that goes on', async () => {
    const work = Array.from({ length: 60 }, (_, person) => submit(person % 20));
    await Promise.all([...work, index.audit.seal(), index.audit.seal()]);
    await index.audit.seal();
    expect(await check()).toMatchObject({ findings: [], unsealed: 0 });
  });

  it('puts back, before it seals, the looks that a crash of the database took off its disk', async () => {
    const look = (customerId: string) =>
      actAs({ operation: 'test' }, () => index.context.store.singly((unit) => unit.recordsOf(customerId)));
    await Promise.all(['first', 'second', 'third'].map(look));
    const before = await entries();
    await run('delete from audit_entry where number > 1');
    await index.audit.seal();
    expect(await entries()).toEqual(before);
    expect(await check()).toMatchObject({ findings: [], entries: 3, unsealed: 0, seals: 1 });
  });

  it('is sealed later where the transaction that seals never began, and what was sent behind its beginning stands', async () => {
    let begins = true;
    const withoutBegin: Driver['attempt'] = (work) =>
      database.driver.singly((connection) => {
        const query: typeof connection.query = async (...asked) => {
          await connection.query(...asked);
          throw new StoreError('STORE_FAILED', 'Cancelled', { sqlState: '57014', constraint: undefined, table: undefined });
        };
        return work({ ...connection, query });
      });
    const attempt: Driver['attempt'] = (work) => (begins ? database.driver.attempt(work) : withoutBegin(work));
    index = createTestIndex(await openStore({ ...database.driver, attempt }));
    await submit(1);
    begins = false;
    await expect(index.audit.seal()).rejects.toMatchObject({ code: 'STORE_FAILED' });
    begins = true;
    expect(await index.audit.seal()).toMatch(/^1:/);
    expect((await check()).findings).toEqual([]);
  });

  it('puts back no look that a seal stands over', async () => {
    await fill(100);
    await run('delete from audit_entry where number = 50');
    await fill(100);
    expect((await check()).findings).toMatchObject([{ what: 'removed', table: 'audit_entry', number: 50 }]);
  });

  it(`tells of ${rowsToCheck} entries one that was edited, one that was removed, the last that were cut off, and a seal that was changed, each with its place`, async () => {
    await fill(rowsToCheck);
    const [{ chain = '' } = {}] = await run('select chain, 0 as number, null as content from audit_entry limit 1');
    const started = performance.now();
    expect(await check()).toMatchObject({ findings: [], entries: rowsToCheck });
    console.log(`audit: ${rowsToCheck} entries verified in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    const [edited, removed] = [Math.floor(rowsToCheck / 5) + 3, Math.floor(rowsToCheck / 2) + 56];
    await run(`update audit_entry set content = replace(content::text, 'test', 'best')::json where number = $1`, [edited]);
    await run('delete from audit_entry where number = $1', [removed]);
    await run('delete from audit_entry where number > $1', [rowsToCheck - 2]);
    await run(`update audit_seal set content = replace(content::text, '"to":300', '"to":299')::json where number = 3`);
    expect(byPlace((await check()).findings)).toEqual([
      { what: 'edited', table: 'audit_entry', chain, number: edited },
      { what: 'removed', table: 'audit_entry', chain, number: removed },
      { what: 'removed', table: 'audit_entry', chain, number: rowsToCheck - 1 },
      { what: 'removed', table: 'audit_entry', chain, number: rowsToCheck },
      { what: 'edited', table: 'audit_seal', chain, number: 3 },
    ]);
  }, 900_000);

  it('tells an entry that another took the place of, and one that was written without the secret', async () => {
    await fill(100);
    const [{ chain = '' } = {}] = await entries();
    await run(
      'update audit_entry set content = other.content, code = other.code from audit_entry as other where other.number = 8 and audit_entry.number = 7',
    );
    await run(`insert into audit_entry (chain, number, content, code) values ($1, 101, '{}', 'AAAAAAAAAAAAAAAAAAAAAA')`, [chain]);
    expect((await check()).findings).toEqual([
      { what: 'edited', table: 'audit_entry', chain, number: 7 },
      { what: 'edited', table: 'audit_entry', chain, number: 101 },
    ]);
  });

  it('tells an end that was cut off: entries by their seal, seals by their checkpoint, checkpoints by one kept elsewhere', async () => {
    await fill(300);
    const [{ chain = '' } = {}] = await entries();
    const { lastCheckpoint } = await check();
    await run('delete from audit_entry where number > 298');
    expect((await check()).findings).toEqual(
      [299, 300].map((number) => ({ what: 'removed', table: 'audit_entry', chain, number })),
    );
    await run('delete from audit_entry where number > 200');
    await run('delete from audit_seal where number = 3');
    expect((await check()).findings).toEqual([{ what: 'cut-off', table: 'audit_seal', chain, number: 3 }]);
    await run('delete from audit_checkpoint where number = 3');
    expect((await check()).findings).toEqual([]);
    expect((await check(lastCheckpoint)).findings).toEqual([{ what: 'cut-off', table: 'audit_checkpoint', number: 3 }]);
  });

  it('is no use to whoever has another secret', async () => {
    await fill(100);
    const { findings } = await checkAudit(database.store, { ...index.context.keys, audit: new Uint8Array(32) });
    expect(findings.length).toBeGreaterThan(100);
  });
});

const byPlace = (findings: readonly Finding[]) =>
  [...findings].sort((a, b) => (a.table < b.table ? -1 : a.table > b.table ? 1 : a.number - b.number));
