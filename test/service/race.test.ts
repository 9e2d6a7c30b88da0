/**
 * Many services submitting the same new people at once, with typing mistakes among them, make one customer of each person: on each
 * engine and isolation level. A few people in a build; `CITIZEN_ID_RACE_PEOPLE=500 CITIZEN_ID_ENGINES=all` is the whole gate.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entries } from '../../src/standard/identity.ts';
import { countRows, storeEngines, type TestDatabase } from '../store/engines.ts';
import { askUntilAnswered } from './ask-again.ts';
import { createTestIndex, credentialsOf, entriesOf, jsonOf, post, type TestIndex } from './test-index.ts';

const people = Number(process.env['CITIZEN_ID_RACE_PEOPLE'] ?? 12);
/** Of one case, all at once; `CITIZEN_ID_CASE_RACE=1000` is the whole gate. */
const repeats = Number(process.env['CITIZEN_ID_CASE_RACE'] ?? 60);
const connections = 16;
const timesEach = 4;

/** What four forms make of one person: as it is, a letter doubled, two letters swapped, and another case with a gap. */
const spellings: readonly ((entries: Entries) => Entries)[] = [
  (entries) => entries,
  (entries) => ({ ...entries, 'name.family': doubled(entries['name.family'] ?? '') }),
  (entries) => ({ ...entries, 'name.given': swapped(entries['name.given'] ?? '') }),
  (entries) => ({
    ...entries,
    'postalAddress.postcode': (entries['postalAddress.postcode'] ?? '').toLowerCase().replace(' ', ''),
  }),
];

const doubled = (name: string) => name.slice(0, 4) + name.charAt(3) + name.slice(4);
const swapped = (name: string) => name.slice(0, 2) + name.charAt(3) + name.charAt(2) + name.slice(4);

describe.each(storeEngines)('A race on $name', ({ name, open }) => {
  let database: TestDatabase;
  let index: TestIndex;
  beforeAll(async () => {
    database = await open();
    index = createTestIndex(database.store);
  }, 300_000);
  afterAll(() => database.remove());

  it(`of ${connections} callers over ${people} new people, ${timesEach} times each, makes exactly ${people} customers`, async () => {
    const calls = Array.from({ length: people * timesEach }, (_, call) => ({
      person: Math.floor(call / timesEach),
      spelling: call % timesEach,
    }));
    const customersOf = new Map<number, Set<unknown>>();
    const started = performance.now();
    let askedAgain = 0;
    const caller = async () => {
      for (let call = calls.shift(); call !== undefined; call = calls.shift()) {
        const { person, spelling } = call;
        const fields = spellings[spelling]?.(entriesOf(person)) ?? {};
        const body = { caseReference: `race-${person}-${spelling}`, fields };
        // Where all collide, or on a busy machine, there may be no time: whoever asks again is answered, and is still one customer.
        const submission = post(body, credentialsOf('permits'));
        const response = await askUntilAnswered(
          async () => index.app.request('/v1/submissions', submission),
          () => (askedAgain += 1),
        );
        const answer = await jsonOf(response);
        customersOf.set(person, (customersOf.get(person) ?? new Set()).add(answer['customerId']));
      }
    };
    await Promise.all(Array.from({ length: connections }, caller));
    const seconds = (performance.now() - started) / 1000;
    const { customer, record } = await countRows(database.driver);
    console.log(
      `race on ${name}: ${people * timesEach} submissions of ${people} people, ${connections} at a time: ${customer} customers in ${seconds.toFixed(1)} s, ${askedAgain} times told to ask again`,
    );
    expect([...customersOf.values()].filter((ids) => ids.size !== 1)).toEqual([]);
    expect([customer, record]).toEqual([people, people * timesEach]);
  }, 600_000);

  it(`of ${repeats} submissions of one case at once makes one customer, one record and one answer`, async () => {
    const before = await countRows(database.driver);
    const submission = post({ caseReference: 'one case', fields: entriesOf(9_999) }, credentialsOf('permits'));
    let askedAgain = 0;
    const answers = await Promise.all(
      Array.from({ length: repeats }, async () => {
        const response = await askUntilAnswered(
          async () => index.app.request('/v1/submissions', submission),
          () => (askedAgain += 1),
        );
        return [response.status, await response.text()] as const;
      }),
    );
    const after = await countRows(database.driver);
    const made = (['customer', 'record', 'submission'] as const).map((table) => (after[table] ?? 0) - (before[table] ?? 0));
    const given = [...new Set(answers.map(([status, text]) => `${status} ${text}`))];
    console.log(
      `one case on ${name}: ${repeats} at once, ${given.length} different answers, ${made[0]} customer, ${askedAgain} times told to ask again`,
    );
    expect(made).toEqual([1, 1, 1]);
    expect(given).toEqual([expect.stringMatching(/^200 .*"outcome":"new"/)]);
  }, 600_000);
});
