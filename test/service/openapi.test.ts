/** The OpenAPI document: of the right shape, true of every route, and every answer keeps the schema that it promises. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { routes } from '../../src/service/app.ts';
import { openApiDocument } from '../../src/service/openapi.ts';
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
  staffHeaders,
  type TestIndex,
} from './test-index.ts';

const media = z.record(z.string(), z.strictObject({ schema: z.strictObject({ $ref: z.string() }) }));

/** As much of OpenAPI 3.1 as the document uses, strictly: whatever else stands in it is a mistake. */
const operationShape = z.strictObject({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.optional(
    z.array(
      z.strictObject({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean(),
        description: z.string(),
        schema: z.object({}),
      }),
    ),
  ),
  requestBody: z.optional(z.strictObject({ required: z.literal(true), content: media })),
  responses: z.record(z.string().check(z.regex(/^\d{3}$/)), z.strictObject({ description: z.string(), content: media })),
});

const documentShape = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.literal('/') })),
  paths: z.record(z.string().check(z.startsWith('/')), z.record(z.enum(['get', 'post']), z.optional(operationShape))),
  components: z.strictObject({ schemas: z.record(z.string(), z.looseObject({})), securitySchemes: z.looseObject({}) }),
});

describe('The OpenAPI document', () => {
  const text = JSON.stringify(openApiDocument(routes));
  const document = documentShape.parse(JSON.parse(text));

  it('holds every route and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) => (operation === undefined ? [] : `${method} ${path}`)),
    );
    expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method.toLowerCase()} ${path}`).sort());
    expect(new Set(routes.map(({ description }) => description.operationId)).size).toBe(routes.length);
  });

  it('refers to nothing that is not there, and holds nothing that is not referred to', () => {
    const referred = new Set([...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
    expect([...referred].sort()).toEqual(Object.keys(document.components.schemas).sort());
  });

  it('names every parameter of a path', () => {
    const named = routes.map(({ path, description }) =>
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => description.parameters?.[name ?? '']),
    );
    expect(named.flat().length).toBeGreaterThan(0);
    expect(named.flat().filter((text) => text === undefined)).toEqual([]);
  });

  it('says of records how many a call takes', () => {
    expect(document.components.schemas['RecordsRequest']).toMatchObject({ properties: { records: { maxItems: 50_000 } } });
  });
});

describe('An answer', () => {
  let database: TestDatabase;
  let index: TestIndex;
  beforeAll(async () => {
    const [engine] = engines;
    if (engine === undefined) throw new Error('No engine');
    database = await engine.open();
    index = createTestIndex(database.store);
  }, 300_000);
  afterAll(() => database.remove());

  const loaded = async () => {
    const records = [{ recordId: '1', fields: entriesOf(1) }];
    const body = await jsonOf(
      await index.app.request('/v1/records', post({ source: 'library', records }, credentialsOf('loader'))),
    );
    return String(/"customerId":"([^"]+)"/.exec(JSON.stringify(body))?.[1]);
  };

  it.each<readonly [string, () => Promise<Response> | Response]>([
    [
      'resolve',
      () => index.app.request('/v1/resolutions', post(resolveRequest('permits', personOf(2)), { origin: permitsOrigin })),
    ],
    ['resolve', () => index.app.request('/v1/resolutions', post(resolveRequest('desk', personOf(2)), credentialsOf('desk')))],
    [
      'submit',
      () => index.app.request('/v1/submissions', post({ caseReference: 'c', fields: entriesOf(2) }, credentialsOf('permits'))),
    ],
    [
      'loadRecords',
      () =>
        index.app.request(
          '/v1/records',
          post({ source: 's', records: [{ recordId: '2', fields: { emailAddress: 'x' } }] }, credentialsOf('loader')),
        ),
    ],
    ['viewCustomer', async () => index.app.request(`/v1/customers/${await loaded()}`, { headers: credentialsOf('loader') })],
    ['viewCustomer', async () => index.app.request(`/v1/customers/${await loaded()}`, { headers: staffHeaders() })],
    [
      'match',
      () => index.app.request('/v1/match', post({ ...resolveRequest('', personOf(1)), service: undefined }, staffHeaders())),
    ],
    ['searchByName', () => index.app.request('/v1/customers/search', post({ name: personOf(1).name?.family }, staffHeaders()))],
    [
      'restrict',
      async () =>
        index.app.request(
          `/v1/customers/${await loaded()}/restriction`,
          post({ isRestricted: false, hidesHistory: true }, staffHeaders('shelter')),
        ),
    ],
    ['health', () => index.app.request('/healthz')],
  ])('of %s keeps its schema, and nothing but its schema, under the status that is promised', async (operationId, call) => {
    const route = routes.find(({ description }) => description.operationId === operationId);
    const response = await call();
    const body: unknown = await response.json();
    expect(response.status).toBe(route?.description.answer.status);
    // Parsing drops what a schema does not know: so equal means that nothing more was told.
    expect(route?.description.answer.schema.parse(body)).toEqual(body);
  });

  it('of the description is the document', async () => {
    const response = await index.app.request('/openapi.json');
    expect([response.status, await response.json()]).toEqual([200, openApiDocument(routes)]);
  });

  it('to a page holds a reference and an expiry, and nothing else', async () => {
    const response = await index.app.request(
      '/v1/resolutions',
      post(resolveRequest('permits', personOf(3)), { origin: permitsOrigin }),
    );
    expect(Object.keys(await jsonOf(response))).toEqual(['reference', 'expiresAt']);
  });
});
