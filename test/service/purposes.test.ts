/**
 * Purposes: an identifier is read, kept, compared and shown only where a service's registration states a purpose of its name, and a
 * stored value is compared only where the policy lets values of its source be matched.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchAnswerSchema } from '../../src/protocol/match-schemas.ts';
import {
  customerViewSchema,
  recordsAnswerSchema,
  resolutionSchema,
  settledSubmissionSchema,
} from '../../src/protocol/schemas.ts';
import { readPolicy } from '../../src/service/policy.ts';
import type { Entries, Identity } from '../../src/standard/identity.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  jsonOf,
  permitsOrigin,
  personOf,
  post,
  resolveRequest,
  type ServiceId,
  type TestIndex,
} from './test-index.ts';

/** Valid by its check digit, and nobody's: the standard's own example. */
const nhsNumber = '9434765919';

const [engine] = engines;
let database: TestDatabase;
let index: TestIndex;
beforeAll(async () => {
  if (engine === undefined) throw new Error('No engine');
  database = await engine.open();
  index = createTestIndex(database.store);
}, 300_000);
afterAll(() => database.remove());

const submit = async (service: ServiceId, body: object) =>
  settledSubmissionSchema.parse(await jsonOf(await index.app.request('/v1/submissions', post(body, credentialsOf(service)))));
const load = async (service: ServiceId, source: string, fields: Entries) => {
  const body = { source, records: [{ recordId: '1', fields }] };
  const response = await index.app.request('/v1/records', post(body, credentialsOf(service)));
  return recordsAnswerSchema.parse(await response.json()).results[0]?.customerId ?? '';
};
const storedRows = () =>
  database.driver.attempt((connection) =>
    connection.query<{ row: string }>('select row_to_json(record)::text as row from record'),
  );
const match = async (identity: Identity, purpose: string, asked: TestIndex = index) => {
  const headers = { ...credentialsOf('clinic'), 'index-purpose': purpose };
  return asked.app.request('/v1/match', post({ profile: 'gb', standardVersion: '1.1', identity }, headers));
};

describe('An identifier in a submission', () => {
  const fields = { ...entriesOf(1), nhsNumber: '943 476 5919' };

  it('is neither read nor kept for a service that states no purpose for it', async () => {
    const { identity } = await submit('permits', { caseReference: 'no purpose', fields });
    expect(identity).toEqual(personOf(1));
    expect((await storedRows()).filter(({ row }) => /943 ?476 ?5919/.test(row))).toEqual([]);
  });

  it('is not even sealed for one, though the page hands it in as resolved', async () => {
    const request = resolveRequest('permits', { ...personOf(1), nhsNumber });
    const response = await index.app.request('/v1/resolutions', post(request, { origin: permitsOrigin }));
    const { reference } = resolutionSchema.parse(await response.json());
    expect((await submit('permits', { caseReference: 'resolved', reference })).identity).toEqual(personOf(1));
  });

  it('is read, in its canonical form, for one that states a purpose of its name', async () => {
    const { identity } = await submit('clinic', { caseReference: 'purpose', fields });
    expect(identity).toEqual({ ...personOf(1), nhsNumber });
    const asked = { caseReference: 'required', fields: entriesOf(2), requiredFields: 'name nhs-number' };
    const missing = await index.app.request('/v1/submissions', post(asked, credentialsOf('clinic')));
    expect(await jsonOf(missing)).toMatchObject({ issues: [{ code: 'nhs-number/missing' }] });
  });
});

describe('An identifier in a search', () => {
  const { name } = personOf(5);
  const asked: Identity = { ...(name && { name }), nhsNumber };
  let customerId = '';
  beforeAll(async () => {
    customerId = await load('clinic', 'surgery', { ...entriesOf(5), nhsNumber });
  });

  it('counts for the purpose of its name, and is as if it were not said for any other', async () => {
    const found = matchAnswerSchema.parse(await jsonOf(await match(asked, 'nhs-number')));
    expect(found.candidates[0]).toMatchObject({ customerId, summary: { nhsNumber } });
    expect((await match(asked, 'identity')).status).toBe(422);
  });

  it('is shown for the purpose of its name alone', async () => {
    const valuesFor = async (purpose: string) => {
      const headers = { ...credentialsOf('clinic'), 'index-purpose': purpose };
      const response = await index.app.request(`/v1/customers/${customerId}`, { headers });
      return customerViewSchema.parse(await response.json()).values.map(({ field }) => field);
    };
    expect(await valuesFor('identity')).not.toContain('nhs-number');
    expect(await valuesFor('identity nhs-number')).toContain('nhs-number');
  });
});

describe('A stored value', () => {
  const emailAddress = 'person7@example.org';
  const { name, dateOfBirth } = personOf(7);
  const asked: Identity = { ...(name && { name }), ...(dateOfBirth && { dateOfBirth }), emailAddress };
  const ruledBy = (sources: readonly string[]) => {
    const rules = [{ fields: ['email-address'], sources, allow: ['see'], because: 'given for newsletters alone' }];
    return createTestIndex(database.store, {}, { policy: readPolicy(JSON.stringify({ rules }), 'policy.json') });
  };
  const comparedBy = async (rules: TestIndex) => {
    const { candidates } = matchAnswerSchema.parse(await jsonOf(await match(asked, 'identity', rules)));
    return candidates[0]?.explanation.map(({ field }) => field) ?? [];
  };
  beforeAll(() => load('loader', 'newsletter', { ...entriesOf(7), emailAddress }));

  it('is compared where the policy says nothing of its source', async () => {
    expect(await comparedBy(ruledBy(['library']))).toContain('email-address');
  });

  it('is not compared where values of its source may not be matched', async () => {
    expect(await comparedBy(ruledBy(['newsletter']))).not.toContain('email-address');
  });

  it('links no submission either', async () => {
    // The name and the e-mail address alone would be a doubt to look at; by the name alone there is too little to compare.
    const fields = { 'name.given': name?.given ?? '', 'name.family': name?.family ?? '', emailAddress };
    const outcomeUnder = async (rules: TestIndex, caseReference: string) => {
      const body = { caseReference, fields, requiredFields: 'name' };
      const response = await rules.app.request('/v1/submissions', post(body, credentialsOf('permits')));
      return settledSubmissionSchema.parse(await response.json()).explanation?.map(({ field }) => field);
    };
    expect(await outcomeUnder(ruledBy(['newsletter']), 'ruled')).not.toContain('email-address');
    expect(await outcomeUnder(ruledBy(['library']), 'not ruled')).toContain('email-address');
  });
});
