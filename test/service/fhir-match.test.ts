/** FHIR's `$match` over our own route: what `/v1/match` answers, in FHIR's words, found valid by the published definitions of R4. */
import { Fhir } from 'fhir';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFhirIndex } from '../../src/adapters/fhir.ts';
import { foundPatientSchema, matchBundleSchema, operationOutcomeSchema } from '../../src/protocol/fhir-schemas.ts';
import { matchAnswerSchema } from '../../src/protocol/match-schemas.ts';
import type { FhirFoundPatient, FhirMatchBundle } from '../../src/protocol/fhir-match.ts';
import { toFhirPatient } from '../../src/standard/interchange/index.ts';
import type { Identity } from '../../src/standard/identity.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  jsonOf,
  personOf,
  post,
  readerHeaders,
  staffHeaders,
  type TestIndex,
} from './test-index.ts';

const published = new Fhir();
const faults = (resource: object) =>
  published.validate(resource).messages.filter(({ severity = '' }) => ['error', 'fatal'].includes(severity));

const [engine] = engines;
let database: TestDatabase;
let index: TestIndex;
beforeAll(async () => {
  if (engine === undefined) throw new Error('No engine');
  database = await engine.open();
  index = createTestIndex(database.store);
  const records = [1, 2, 3].map((number) => ({ recordId: String(number), fields: entriesOf(number) }));
  // Two of one house and one birthday: neither of them certain by that alone.
  const twins = ['Aldwin', 'Bertram'].map((given) => ({ recordId: given, fields: { ...entriesOf(7), 'name.given': given } }));
  const loaded = await index.app.request(
    '/v1/records',
    post({ source: 'library', records: [...records, ...twins] }, credentialsOf('loader')),
  );
  expect(loaded.status).toBe(200);
}, 300_000);
afterAll(() => database.remove());

type Parameter = Readonly<Record<string, unknown>>;
const parameters = (identity: Identity, ...more: readonly Parameter[]) => ({
  resourceType: 'Parameters',
  parameter: [{ name: 'resource', resource: toFhirPatient(identity).value }, ...more],
});
const ask = async (body: unknown, headers: Readonly<Record<string, string>> = readerHeaders) =>
  index.app.request('/fhir/Patient/$match', post(body, { 'content-type': 'application/fhir+json', ...headers }));
const found = async (...asked: Parameters<typeof ask>): Promise<FhirMatchBundle> => {
  const response = await ask(...asked);
  const body: unknown = await response.json();
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/fhir+json']);
  const answer = matchBundleSchema.parse(body);
  expect(faults(answer)).toEqual([]);
  return answer;
};
const sharedHome: Identity = { ...personOf(7), name: { family: personOf(7).name?.family ?? '' } };

describe('POST /fhir/Patient/$match', () => {
  it('answers with the customers, grades and scores of /v1/match', async () => {
    const request = { profile: 'gb', standardVersion: '1.1', identity: personOf(2) };
    const own = matchAnswerSchema.parse(await jsonOf(await index.app.request('/v1/match', post(request, readerHeaders))));
    const { entry = [], total } = await found(parameters(personOf(2)));
    expect(total).toBe(own.candidates.length);
    expect(entry[0]).toEqual({
      resource: {
        ...toFhirPatient(personOf(2)).value,
        id: own.candidates[0]?.customerId,
        identifier: [{ system: 'urn:citizen-id:customer', value: own.candidates[0]?.customerId }],
      },
      search: {
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/match-grade', valueCode: 'certain' }],
        mode: 'match',
        score: own.candidates[0]?.probability,
      },
    });
  });

  it('finds nobody without an empty list, which FHIR has not', async () => {
    expect(await found(parameters(personOf(99)))).toEqual({ resourceType: 'Bundle', type: 'searchset', total: 0 });
  });

  it('keeps to the count and says that there are others, also where more are asked for than it tells', async () => {
    const { entry = [], total } = await found(parameters(sharedHome, { name: 'count', valueInteger: 1 }));
    expect([total, entry.length]).toEqual([1, 2]);
    expect(entry[1]).toMatchObject({
      resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'incomplete' }] },
      search: { mode: 'outcome' },
    });
    expect(await found(parameters(sharedHome, { name: 'count', valueInteger: 5_000 }))).toMatchObject({ total: 2 });
  });

  it('tells of certain matches alone where only those are asked for', async () => {
    const only = { name: 'onlyCertainMatches', valueBoolean: true };
    expect(await found(parameters(sharedHome, only))).toMatchObject({ total: 0 });
    expect(await found(parameters(personOf(3), only))).toMatchObject({ total: 1 });
  });

  it('says what of the patient it did not use', async () => {
    const { value: patient } = toFhirPatient(personOf(1));
    const body = { resourceType: 'Parameters', parameter: [{ name: 'resource', resource: { ...patient, gender: 'female' } }] };
    expect((await found(body)).entry?.at(-1)?.resource).toMatchObject({ issue: [{ diagnostics: 'Not used: gender' }] });
  });

  it.each<readonly [string, unknown, Readonly<Record<string, string>>, number, string]>([
    ['no credentials', parameters(personOf(1)), {}, 401, 'credentials-required'],
    ['credentials without the permission', parameters(personOf(1)), credentialsOf('permits'), 403, 'permission-missing'],
    ['no purpose', parameters(personOf(1)), credentialsOf('reader'), 400, 'purpose-missing'],
    ['no reason of staff', parameters(personOf(1)), credentialsOf('counter'), 400, 'reason-missing'],
    ['a surname alone', parameters({ name: { family: 'Sample' } }), readerHeaders, 422, 'search-too-thin'],
    [
      'no patient',
      { resourceType: 'Parameters', parameter: [{ name: 'count', valueInteger: 1 }] },
      readerHeaders,
      400,
      'request-invalid',
    ],
    [
      'two patients',
      { ...parameters(personOf(1)), parameter: [...parameters(personOf(1)).parameter, ...parameters(personOf(2)).parameter] },
      readerHeaders,
      400,
      'request-invalid',
    ],
    ['a count of nought', parameters(personOf(1), { name: 'count', valueInteger: 0 }), readerHeaders, 400, 'request-invalid'],
    ['a count in words', parameters(personOf(1), { name: 'count', valueInteger: 'one' }), readerHeaders, 400, 'request-invalid'],
    ['a bare Patient', toFhirPatient(personOf(1)).value, readerHeaders, 400, 'request-invalid'],
    [
      'a name longer than any',
      parameters({ ...personOf(1), name: { family: 'x'.repeat(300) } }),
      readerHeaders,
      400,
      'request-invalid',
    ],
  ])('refuses %s with an OperationOutcome', async (_, body, headers, status, code) => {
    const response = await ask(body, headers);
    const outcome = await jsonOf(response);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/fhir+json']);
    expect(operationOutcomeSchema.parse(outcome).issue[0]?.details?.coding?.[0]?.code).toBe(code);
    expect(faults(outcome)).toEqual([]);
  });

  it('says what a search lacks by every subset of what is known of a person', async () => {
    const { name, dateOfBirth, postalAddress } = personOf(1);
    const known = { name, dateOfBirth, postalAddress };
    const keys = ['name', 'dateOfBirth', 'postalAddress'] as const;
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async (_, bits) => {
        const some = Object.fromEntries(keys.filter((_key, place) => bits & (1 << place)).map((key) => [key, known[key]]));
        return (await ask(parameters(some))).status;
      }),
    );
    // Nothing, each alone, and every two: name and birthday, name and address, birthday and address; and all.
    expect(statuses).toEqual([422, 422, 422, 200, 422, 200, 200, 200]);
  });

  it('answers other methods and bodies in FHIR too', async () => {
    const other = await index.app.request('/fhir/Patient/$match');
    const text = await index.app.request('/fhir/Patient/$match', post('', { ...readerHeaders, 'content-type': 'text/plain' }));
    expect([other.status, text.status]).toEqual([405, 415]);
    expect(await jsonOf(other)).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'not-supported' }] });
  });

  it('is what the FHIR adapter speaks, for staff with a reason', async () => {
    const fhir = createFhirIndex({
      url: 'https://index.example/fhir',
      headers: staffHeaders(),
      fetch: async (url, init) => index.app.request(new URL(new Request(url).url).pathname, init),
    });
    const request = { service: 'desk', profile: 'gb', standardVersion: '1.1', identity: personOf(1) };
    const [candidate, ...others] = await fhir.findCandidates(request);
    expect(others).toEqual([]);
    expect(candidate).toMatchObject({ grade: 'certain', summary: personOf(1), explanation: [] });
  });

  it('gives nobody at risk away by an address', async () => {
    const { id: customerId = '' } = await firstPatient(personOf(3));
    const restriction = post({ isRestricted: true, hidesHistory: false }, staffHeaders('shelter'));
    expect((await index.app.request(`/v1/customers/${customerId}/restriction`, restriction)).status).toBe(200);
    expect(await found(parameters(personOf(3)))).toMatchObject({ total: 0 });
    const { name, dateOfBirth } = personOf(3);
    const patient = await firstPatient({ ...(name && { name }), ...(dateOfBirth && { dateOfBirth }) });
    expect(patient).toMatchObject({ id: customerId });
    expect(patient).not.toHaveProperty('address');
  });
});

async function firstPatient(identity: Identity): Promise<FhirFoundPatient> {
  return foundPatientSchema.parse((await found(parameters(identity))).entry?.[0]?.resource);
}
