/**
 * The impostor: somebody who knows a person's name, address and date of birth submits as them, with an e-mail address and a
 * telephone number of their own, and then tries to reach the customer by those. Changes no value, gains no link.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerViewSchema, recordsAnswerSchema, settledSubmissionSchema } from '../../src/protocol/schemas.ts';
import type { Entries } from '../../src/standard/identity.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import { askUntilAnswered } from './ask-again.ts';
import { createTestIndex, credentialsOf, entriesOf, post, type TestIndex } from './test-index.ts';

const victims = 10;

describe.each(engines)('An impostor on $name', ({ name, open }) => {
  let database: TestDatabase;
  let index: TestIndex;
  let customerIds: readonly string[] = [];
  const contact = (victim: number): Entries => ({
    emailAddress: `impostor-${victim}@example.org`,
    telephoneNumber: `07700 9001${String(victim).padStart(2, '0')}`,
  });
  const submit = async (caseReference: string, fields: Entries) => {
    const body = { caseReference, fields, requiredFields: 'name' };
    const response = await askUntilAnswered(async () =>
      index.app.request('/v1/submissions', post(body, credentialsOf('permits'))),
    );
    return settledSubmissionSchema.parse(await response.json());
  };
  const best = async (customerId: string) => {
    const response = await askUntilAnswered(async () =>
      index.app.request(`/v1/customers/${customerId}`, { headers: credentialsOf('loader') }),
    );
    return customerViewSchema.parse(await response.json()).best;
  };

  beforeAll(async () => {
    database = await open();
    index = createTestIndex(database.store);
    const records = Array.from({ length: victims }, (_, victim) => ({
      recordId: String(victim),
      fields: { ...entriesOf(victim), emailAddress: `honest-${victim}@example.org` },
    }));
    const response = await index.app.request('/v1/records', post({ source: 'tax', records }, credentialsOf('loader')));
    customerIds = recordsAnswerSchema.parse(await response.json()).results.map(({ customerId }) => customerId);
  }, 300_000);
  afterAll(() => database.remove());

  it('who knows name, address and date of birth changes no confirmed value, and gains no link by what they added', async () => {
    const before = await Promise.all(customerIds.map(best));
    const linked: string[] = [];
    const gained: string[] = [];
    for (const [victim, customerId] of customerIds.entries()) {
      const first = await submit(`first-${victim}`, { ...entriesOf(victim), ...contact(victim) });
      if (first.customerId === customerId) linked.push(customerId);
      const { 'name.given': given = '', 'name.family': family = '' } = entriesOf(victim);
      const tries: readonly Entries[] = [
        // What the impostor planted, with less and less of what they knew.
        { 'name.given': given, 'name.family': family, ...contact(victim) },
        { ...entriesOf(victim + 1_000), 'name.given': given, 'name.family': family, ...contact(victim) },
        { ...entriesOf(victim + 1_000), ...contact(victim) },
      ];
      for (const [number, fields] of tries.entries()) {
        const later = await submit(`later-${victim}-${number}`, fields);
        if (later.customerId === customerId) gained.push(later.outcome);
      }
    }
    const after = await Promise.all(customerIds.map(best));
    const changed = after.flatMap((values, victim) =>
      values.filter(({ field, value }) =>
        before[victim]?.some(
          (one) => one.field === field && one.value !== value && JSON.stringify(one.value) !== JSON.stringify(value),
        ),
      ),
    );
    console.log(
      `impostor on ${name}: ${linked.length} of ${victims} linked knowing name, address and date of birth; ${changed.length} confirmed values changed, ${gained.length} of ${victims * 3} later links gained`,
    );
    // Otherwise nothing below would mean anything.
    expect(linked.length).toBeGreaterThan(0);
    expect(changed).toEqual([]);
    expect(gained).toEqual([]);
  });
});
