/** Budgets: an attacker who knows a name and an address learns no date of birth, and nobody is refused for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLedger } from '../../src/service/budgets.ts';
import { createRandom } from '../../src/testing/index.ts';
import type { CalendarDate } from '../../src/standard/calendar-date.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import {
  createTestIndex,
  credentialsOf,
  jsonOf,
  permitsOrigin,
  personOf,
  post,
  resolveRequest,
  type TestIndex,
} from './test-index.ts';

const limits = { perTarget: 6, perService: 100_000, overall: 100_000 };
const people = 5;
/** Of which the budget bears six. Each makes a provisional customer that all the later ones are compared with. */
const guesses = 15;

describe.each(engines)('Budgets on $name', ({ open }) => {
  let database: TestDatabase;
  let index: TestIndex;
  beforeAll(async () => {
    database = await open();
    index = createTestIndex(database.store, {}, { limits });
  }, 300_000);
  afterAll(() => database.remove());

  let cases = 0;
  const submit = async (person: number, dateOfBirth: CalendarDate | undefined = personOf(person).dateOfBirth, on = index) => {
    const body = { caseReference: `guess-${(cases += 1)}`, identity: { ...personOf(person), dateOfBirth } };
    return jsonOf(await on.app.request('/v1/submissions', post(body, credentialsOf('permits'))));
  };

  it(`leave an attacker with ${guesses} guesses at each of ${people} dates of birth with none of them, though every outcome were shown`, async () => {
    const random = createRandom(4711);
    let recovered = 0;
    for (let person = 0; person < people; person += 1) {
      const known = (await submit(person))['customerId'];
      for (let guess = 0; guess < guesses; guess += 1) {
        const dateOfBirth = { year: random.integer(1940, 1999), month: random.integer(1, 12), day: random.integer(1, 28) };
        const answer = await submit(person, dateOfBirth);
        if (answer['customerId'] === known) recovered += 1;
      }
      // By now even the right date says nothing: without a budget this one would be linked.
      const { name, postalAddress, dateOfBirth } = personOf(person);
      const typed = { ...personOf(person), name: { ...name, given: `${name?.given}e` }, postalAddress, dateOfBirth };
      const body = { caseReference: `typed-${person}`, identity: typed };
      const last = await jsonOf(await index.app.request('/v1/submissions', post(body, credentialsOf('permits'))));
      if (last['customerId'] === known) recovered += 1;
      expect([last['outcome'], last['customerId'] === known, last['explanation']]).toEqual(['review', false, undefined]);
    }
    console.log(`attacker: ${recovered} of ${people} dates of birth recovered in ${guesses} guesses each`);
    expect(recovered).toBe(0);
  });

  it('cost nobody anything who submits the same identity again', async () => {
    const first = await submit(50);
    const answers = [];
    for (let again = 0; again < limits.perTarget + 3; again += 1) answers.push(await submit(50));
    expect(new Set(answers.map(({ customerId }) => customerId))).toEqual(new Set([first['customerId']]));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['existing']));
  });

  it('come back after thirty days', async () => {
    index.advance(31 * 86_400_000);
    expect(await submit(0)).toMatchObject({ outcome: 'existing' });
  });

  it('of a service are shared by several processes, and send what is over them to review', async () => {
    const mean = { ...limits, perService: 3 };
    const [one, other] = [
      createTestIndex(database.store, {}, { limits: mean }),
      createTestIndex(database.store, {}, { limits: mean }),
    ];
    one.advance(90 * 86_400_000);
    other.advance(90 * 86_400_000);
    const outcomes = [];
    for (const [person, on] of [
      [60, one],
      [61, one],
      [62, one],
    ] as const)
      outcomes.push((await submit(person, undefined, on))['outcome']);
    await one.context.ledger.settle();
    await other.context.ledger.settle();
    outcomes.push((await submit(63, undefined, other))['outcome']);
    expect(outcomes).toEqual(['new', 'new', 'new', 'review']);
  });

  it('that cannot be settled now are settled later', async () => {
    let isDown = true;
    const store = {
      ...database.store,
      transaction: (async (work) => {
        if (isDown) throw new Error('down');
        return database.store.transaction(work);
      }) as typeof database.store.transaction,
    };
    const now = () => new Date('2031-01-01T00:00:00Z');
    const ledger = createLedger(store, { now, limits: { ...limits, perService: 1 } });
    expect(ledger.spend('anybody')).toBe(true);
    await expect(ledger.settle()).rejects.toThrow('down');
    isDown = false;
    await ledger.settle();
    expect(ledger.spend('anybody')).toBe(false);
  });

  it('do not touch the anonymous answer', async () => {
    index.used.length = 0;
    const page = post(resolveRequest('permits', personOf(0)), { origin: permitsOrigin });
    const body = await jsonOf(await index.app.request('/v1/resolutions', page));
    expect(Object.keys(body)).toEqual(['reference', 'expiresAt']);
    expect(index.used).toEqual(['keepResolution']);
  });
});
