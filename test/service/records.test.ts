/** Loading source systems, and reading a customer with the provenance of every value. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { customerViewSchema, recordsAnswerSchema } from '../../src/protocol/schemas.ts';
import type { RecordsAnswer } from '../../src/protocol/records.ts';
import { countRows, engines, type TestDatabase } from '../store/engines.ts';
import { createTestIndex, credentialsOf, entriesOf, jsonOf, personOf, post, type TestIndex } from './test-index.ts';

const loader = credentialsOf('loader');

describe.each(engines)('Records on $name', ({ open }) => {
  let database: TestDatabase;
  let index: TestIndex;
  beforeAll(async () => {
    database = await open();
    index = createTestIndex(database.store);
  }, 300_000);
  afterAll(() => database.remove());
  beforeEach(() => {
    index.used.length = 0;
  });

  const load = async (records: readonly object[], source = 'library'): Promise<RecordsAnswer> => {
    const response = await index.app.request('/v1/records', post({ source, records }, loader));
    return recordsAnswerSchema.parse(await response.json());
  };
  const record = (recordId: string, person: number, changes: object = {}) => ({
    recordId,
    fields: entriesOf(person),
    ...changes,
  });
  const view = (customerId: string) => index.app.request(`/v1/customers/${customerId}`, { headers: loader });

  it('into an empty index are clustered in one batch, across sources', async () => {
    const records = [record('1', 1), record('2', 2), record('A', 1, { source: 'council-tax' })];
    const { results, customers } = await load(records);
    expect(results.map(({ recordId }) => recordId)).toEqual(['1', '2', 'A']);
    expect([results[0]?.customerId === results[2]?.customerId, customers]).toEqual([true, 2]);
    expect(index.used).toContain('matching.clusterRecords');
    expect(index.used).not.toContain('matching.decide');
  });

  it('into a filled index are linked to whom it holds', async () => {
    const { results, customers } = await load([record('B1', 1), record('B3', 3)], 'housing');
    const [known] = (await load([record('1', 1)])).results;
    expect([results[0]?.customerId, customers]).toEqual([known?.customerId, 3]);
    expect(index.used).not.toContain('matching.clusterRecords');
  });

  it('of one person that come together into a filled index find each other', async () => {
    const people = [record('T1', 21), record('T2', 22), record('T3', 21), record('T4', 1), record('T5', 21)];
    const { results } = await load(people, 'transport');
    const [first, other, again, known, last] = results.map(({ customerId }) => customerId);
    expect([again, last]).toEqual([first, first]);
    const [library] = (await load([record('1', 1)])).results;
    expect([known, new Set([first, other, known]).size]).toEqual([library?.customerId, 3]);
  });

  it('that come a hundred at a time find those before them, near and far, and a known customer claimed by several', async () => {
    const [known] = (await load([record('1', 1)])).results;
    const changed = async () =>
      (await database.store.transaction((unit) => unit.findCustomer(known?.customerId ?? '')))?.version ?? 0;
    const before = await changed();
    // Of sixty people, some twice; the known one first, in the middle and at the end.
    const people = Array.from({ length: 100 }, (_, place) => ([0, 50, 99].includes(place) ? 1 : 1_000 + (place % 60)));
    const { results } = await load(
      people.map((person, place) => record(`H${place}`, person)),
      'hundred',
    );
    const byPerson = new Map<number, Set<string>>();
    for (const [place, person] of people.entries()) {
      const customerIds = byPerson.get(person) ?? new Set();
      byPerson.set(person, customerIds.add(results[place]?.customerId ?? ''));
    }
    expect([...byPerson.values()].filter(({ size }) => size !== 1)).toEqual([]);
    expect(new Set(results.map(({ customerId }) => customerId)).size).toBe(byPerson.size);
    expect(byPerson.get(1)).toEqual(new Set([known?.customerId]));
    expect(await changed()).toBe(before + 1);
  });

  it('in the words of an old system are read leniently', async () => {
    const fields = { 'name.full': 'QUILLBY, Mr Oren', dateOfBirth: '03/02/1961', postalAddress: '4 Test Road, Testham, LS1 4AP' };
    const [result] = (await load([{ recordId: 'old', fields }])).results;
    const body = customerViewSchema.parse(await (await view(result?.customerId ?? '')).json());
    expect(body.values).toMatchObject([
      { field: 'name', value: { given: 'Oren', family: 'Quillby' } },
      { field: 'date-of-birth', value: { year: 1961, month: 2, day: 3 } },
      { field: 'postal-address', value: { line1: '4 Test Road', town: 'Testham', postcode: 'LS1 4AP' } },
    ]);
  });

  it('loaded again change nothing', async () => {
    const before = await countRows(database.driver);
    const [first, again] = [await load([record('B1', 1), record('B3', 3)], 'housing'), await load([record('B1', 1)], 'housing')];
    expect(again.results[0]?.customerId).toBe(first.results[0]?.customerId);
    expect(await countRows(database.driver)).toEqual(before);
  });

  it('that changed replace what they said and stay with their customer', async () => {
    const [before] = (await load([record('B3', 3)], 'housing')).results;
    const changed = { ...entriesOf(3), 'postalAddress.line1': '77 Moved Road', 'postalAddress.postcode': 'LS9 9ZZ' };
    const [after] = (await load([{ recordId: 'B3', recordedAt: '2026-05-01', fields: changed }], 'housing')).results;
    const body = customerViewSchema.parse(await (await view(after?.customerId ?? '')).json());
    expect(after?.customerId).toBe(before?.customerId);
    expect(body.values.filter(({ field }) => field === 'postal-address')).toMatchObject([
      { value: { line1: '77 Moved Road' }, source: 'housing', recordId: 'B3', recordedAt: '2026-05-01T00:00:00.000Z' },
    ]);
  });

  it('lose a bad value with a warning, and stay', async () => {
    const fields = { ...entriesOf(4), 'dateOfBirth.month': '13', emailAddress: 'nowhere at all', 'name.given': 'Not\u0000kept' };
    const [result] = (await load([{ recordId: 'bad', fields }])).results;
    const body = customerViewSchema.parse(await (await view(result?.customerId ?? '')).json());
    expect(result?.warnings).toEqual([
      { code: 'email-address/unreadable', path: 'emailAddress' },
      // A day and a year without a month: kept among what was written.
      { code: 'load/kept-as-written', path: 'dateOfBirth' },
    ]);
    expect(body.values).toMatchObject([
      { field: 'name', value: { given: 'Not kept', family: entriesOf(4)['name.family'] } },
      { field: 'postal-address', value: { postcode: entriesOf(4)['postalAddress.postcode'] } },
    ]);
    expect(body.values).toHaveLength(2);
  });

  it('of which nothing can be read are kept all the same', async () => {
    const [result] = (await load([{ recordId: 'empty', fields: { 'name.given': '\ud800', other: 'x' } }])).results;
    expect((await view(result?.customerId ?? '')).status).toBe(200);
  });

  it('and submissions show in the customer with assurance, source, number and date, oldest first', async () => {
    const [result] = (await load([record('P5', 5, { recordedAt: '2020-01-02T03:04:05+01:00' })])).results;
    const body = { caseReference: 'case 5', identity: personOf(5) };
    const submitted = await jsonOf(await index.app.request('/v1/submissions', post(body, credentialsOf('permits'))));
    const customer = customerViewSchema.parse(await (await view(result?.customerId ?? '')).json());
    expect(submitted['customerId']).toBe(customer.customerId);
    expect(customer.status).toBe('confirmed');
    expect(customer.values.filter(({ field }) => field === 'date-of-birth')).toEqual([
      {
        field: 'date-of-birth',
        value: personOf(5).dateOfBirth,
        assurance: 'source-system',
        source: 'library',
        recordId: 'P5',
        recordedAt: '2020-01-02T02:04:05.000Z',
      },
      {
        field: 'date-of-birth',
        value: personOf(5).dateOfBirth,
        assurance: 'self-asserted',
        source: 'permits',
        recordId: 'case 5',
        recordedAt: '2026-06-15T10:00:00.000Z',
      },
    ]);
  });

  it('are found under the customer ID as people type it', async () => {
    const [result] = (await load([record('P5', 5)])).results;
    const typed = (result?.customerId ?? '').toLowerCase().replaceAll('-', '').replaceAll('0', 'o');
    expect((await view(typed)).status).toBe(200);
  });
});

describe.each(engines)('A first load on $name', ({ name, open }) => {
  it('keeps every record, and makes a customer of each person', async () => {
    const database = await open();
    const { app } = createTestIndex(database.store);
    const records = Array.from({ length: 400 }, (_, number) => ({
      recordId: String(number),
      fields: entriesOf(number % 240),
      source: `system-${Math.floor(number / 240)}`,
    }));
    const started = performance.now();
    const response = await app.request('/v1/records', post({ source: 'none', records }, loader));
    const seconds = (performance.now() - started) / 1000;
    const { customers } = recordsAnswerSchema.parse(await response.json());
    const rows = await countRows(database.driver);
    await database.remove();
    console.log(
      `first load on ${name}: 400 records, ${rows['match_key']} keys, ${customers} customers in ${seconds.toFixed(1)} s`,
    );
    expect(rows['record']).toBe(400);
    expect(customers).toBeGreaterThan(236);
    expect(customers).toBeLessThan(244);
  }, 120_000);
});
