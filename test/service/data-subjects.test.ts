/** What people may ask for: all that is held about them, and that it goes; what a law keeps, what a rule ends, and who is told. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CustomerChangeList } from '../../src/protocol/data-subject.ts';
import { customerChangeListSchema, customerExportSchema, erasureAnswerSchema } from '../../src/protocol/data-subject-schemas.ts';
import { actAs } from '../../src/service/acting.ts';
import { checkAudit } from '../../src/service/audit-check.ts';
import { applyRetention } from '../../src/service/data-subjects.ts';
import { countRows, engines, type TestDatabase } from '../store/engines.ts';
import { createTestIndex, credentialsOf, entriesOf, jsonOf, post, staffHeaders, type TestIndex } from './test-index.ts';

const guardian = staffHeaders('guardian');

describe.each(engines)('Data subjects on $name', ({ open }) => {
  let database: TestDatabase;
  let index: TestIndex;
  beforeAll(async () => {
    database = await open();
    index = createTestIndex(database.store);
  }, 300_000);
  afterAll(() => database.remove());

  const submit = async (caseReference: string, person: number) => {
    const body = { caseReference, fields: entriesOf(person) };
    const answer = await jsonOf(await index.app.request('/v1/submissions', post(body, credentialsOf('permits'))));
    return String(answer['customerId']);
  };
  const load = async (recordId: string, person: number, source = 'library') => {
    const body = { source, records: [{ recordId, fields: entriesOf(person) }] };
    await index.app.request('/v1/records', post(body, credentialsOf('loader')));
  };
  const exported = (customerId: string) => index.app.request(`/v1/customers/${customerId}/export`, { headers: guardian });
  const erase = (customerId: string) =>
    index.app.request(`/v1/customers/${customerId}/erasure`, { method: 'POST', headers: guardian });
  const setRetention = (source: string, rule: { keepDays?: number; holdReason?: string }) =>
    index.context.store.transaction((unit) => unit.setRetention({ source, ...rule, setAt: index.context.now() }));

  it('an export holds every record, what it said before, the cases with their answers, and who looked', async () => {
    await load('E1', 1);
    const customerId = await submit('case E1', 1);
    await load('E1', 1);
    await index.app.request(`/v1/customers/${customerId}`, { headers: guardian });
    const whole = customerExportSchema.parse(await (await exported(customerId)).json());
    expect(whole.records.map(({ origin, source, entries }) => [origin, source, entries['name.family']])).toEqual([
      ['source', 'library', entriesOf(1)['name.family']],
      ['submission', 'permits', entriesOf(1)['name.family']],
    ]);
    expect(whole.answers).toMatchObject([{ service: 'permits', caseReference: 'case E1', answer: { customerId } }]);
    expect(whole.history.cases).toHaveLength(1);
    expect(whole.accesses.map(({ operation, staff }) => [operation, staff])).toContainEqual(['viewCustomer', 'clerk-7']);
  });

  it('an export needs a reason and the permission', async () => {
    const customerId = await submit('case E2', 2);
    const without = (headers: Record<string, string>) => index.app.request(`/v1/customers/${customerId}/export`, { headers });
    expect((await without(credentialsOf('guardian'))).status).toBe(400);
    expect((await without(staffHeaders('counter'))).status).toBe(403);
  });

  it('an erased customer is gone from every table, its ID is nobody’s, and the audit trail is whole', async () => {
    const before = await countRows(database.driver);
    await load('X1', 3);
    const customerId = await submit('case X1', 3);
    const answer = erasureAnswerSchema.parse(await (await erase(customerId)).json());
    expect(answer).toEqual({ customerId, erasedRecords: 2, kept: [] });
    const { customer, customer_event: _, ...after } = await countRows(database.driver);
    const { customer: earlier = 0, customer_event: __, ...rest } = before;
    expect([after, customer]).toEqual([rest, earlier + 1]);
    const view = await index.app.request(`/v1/customers/${customerId}`, { headers: guardian });
    expect([view.status, (await exported(customerId)).status, (await erase(customerId)).status]).toEqual([404, 404, 404]);
    expect(await submit('case X2', 3)).not.toBe(customerId);
    await index.audit.seal();
    expect((await checkAudit(database.store, index.context.keys)).findings).toEqual([]);
  });

  it('what a law holds is kept, and the answer says so', async () => {
    await setRetention('court-fees', { holdReason: 'an inquiry' });
    await load('H1', 4, 'court-fees');
    const customerId = await submit('case H1', 4);
    const answer = erasureAnswerSchema.parse(await (await erase(customerId)).json());
    expect(answer).toEqual({
      customerId,
      erasedRecords: 1,
      kept: [{ source: 'court-fees', records: 1, reason: 'an inquiry' }],
    });
    const whole = customerExportSchema.parse(await (await exported(customerId)).json());
    expect(whole.records.map(({ source }) => source)).toEqual(['court-fees']);
  });

  it('cases go once they are as old as their service’s rule, and none while a hold stands', async () => {
    const customerId = await submit('case R1', 5);
    await setRetention('permits', { keepDays: 30, holdReason: 'an inquiry' });
    index.advance(31 * 86_400_000);
    expect(await actAs({ operation: 'maintenance' }, () => applyRetention(index.context))).toBe(0);
    await setRetention('permits', { keepDays: 30 });
    expect(await applyRetention(index.context)).toBeGreaterThan(0);
    expect((await exported(customerId)).status).toBe(404);
    expect(await applyRetention(index.context)).toBe(0);
  });

  it('each change of a customer is told once, in order, page by page, without a value', async () => {
    const changes = async (query: string) => {
      const response = await index.app.request(`/v1/changes${query}`, { headers: credentialsOf('copies') });
      return customerChangeListSchema.parse(await response.json());
    };
    const submitted = [await submit('case C1', 61), await submit('case C2', 62)];
    const told: CustomerChangeList['changes'][number][] = [];
    let after = '';
    // A transaction that runs elsewhere on the server holds events back for a moment, and loses none.
    await vi.waitFor(async () => {
      const page = await changes(after === '' ? '?limit=3' : `?limit=3&after=${after}`);
      told.push(...page.changes);
      after = page.next ?? after;
      expect(told.map(({ customerId }) => customerId)).toEqual(expect.arrayContaining(submitted));
    }, 15_000);
    expect(told.filter(({ customerId }) => submitted.includes(customerId))).toMatchObject(
      submitted.map((customerId) => ({ customerId, operation: 'submit' })),
    );
    const refused = await index.app.request('/v1/changes?after=nowhere', { headers: credentialsOf('copies') });
    expect(refused.status).toBe(400);
  });
});
