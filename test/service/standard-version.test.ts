/** Page, host and index need not change on one day: the present version of the standard and the one before are taken, no other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedVersions, standardVersion } from '../../src/standard/version.ts';
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

let database: TestDatabase;
let index: TestIndex;
const [engine] = engines;

beforeAll(async () => {
  if (engine === undefined) throw new Error('No engine');
  database = await engine.open();
  index = createTestIndex(database.store);
}, 300_000);
afterAll(() => database.remove());

const resolveAs = (version: string) =>
  index.app.request(
    '/v1/resolutions',
    post({ ...resolveRequest('permits', personOf(1)), standardVersion: version }, { origin: permitsOrigin }),
  );
const submitAs = (version: string) =>
  index.app.request(
    '/v1/submissions',
    post({ caseReference: `case ${version}`, identity: personOf(1), standardVersion: version }, credentialsOf('permits')),
  );

describe('the version of the standard', () => {
  it('is the present one first, with one before it', () => {
    expect(acceptedVersions[0]).toBe(standardVersion);
    expect(acceptedVersions.length).toBe(2);
  });

  it.each(acceptedVersions)('%s is taken from an element and from a host', async (version) => {
    expect((await resolveAs(version)).status).toBe(201);
    const submitted = await submitAs(version);
    expect(submitted.status).toBe(200);
    expect((await jsonOf(submitted))['standardVersion']).toBe(standardVersion);
  });

  it.each(['0.9', '1.2', '2.0'])('%s is refused with a problem that says which are taken', async (version) => {
    for (const response of [await resolveAs(version), await submitAs(version)]) {
      expect(response.status).toBe(400);
      const document = await jsonOf(response);
      expect(document['type']).toBe('urn:citizen-id:problem:standard-version-refused');
      expect(document['detail']).toContain(acceptedVersions.join(' and '));
    }
  });

  it('may be left out by a host, as hosts of the first version do', async () => {
    const request = post({ caseReference: 'case without version', identity: personOf(2) }, credentialsOf('permits'));
    expect((await index.app.request('/v1/submissions', request)).status).toBe(200);
  });
});
