/** A flood of calls that are refused waits for itself: whoever is known, and whoever asks for what anybody may have, passes it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { engines, type TestDatabase } from '../store/engines.ts';
import { createTestIndex, credentialsOf, entriesOf, post, type TestIndex } from './test-index.ts';

let database: TestDatabase;
let index: TestIndex;
beforeAll(async () => {
  const [engine] = engines;
  if (engine === undefined) throw new Error('No engine');
  database = await engine.open();
  index = createTestIndex(database.store);
}, 300_000);
afterAll(() => database.remove());

it('answers those it knows before the rest of a flood is told no', async () => {
  const told: number[] = [];
  const call = async (path: string, init?: RequestInit) => {
    const { status } = await index.app.request(path, init);
    told.push(status);
  };
  const submission = { caseReference: 'in a flood', fields: entriesOf(1) };
  // The first of a process takes its time.
  await index.app.request(
    '/v1/submissions',
    post({ caseReference: 'before it', fields: entriesOf(2) }, credentialsOf('permits')),
  );
  const flood = Array.from({ length: 2_000 }, () => call('/v1/submissions', post(submission)));
  const known = [
    call('/v1/submissions', post(submission, credentialsOf('permits'))),
    // A known caller's own mistakes are told at once too.
    call('/v1/customers/TST-SOME-BODY-0000', { headers: credentialsOf('loader') }),
    call('/healthz'),
  ];
  await Promise.all([...flood, ...known]);
  expect(told.filter((status) => status === 401)).toHaveLength(flood.length);
  expect(told.slice(-500)).toEqual(Array.from({ length: 500 }, () => 401));
});
