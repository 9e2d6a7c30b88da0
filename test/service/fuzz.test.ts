/**
 * Requests made up from the OpenAPI document: whatever comes in, nothing of ours fails, every refusal is a valid problem document, and
 * every answer has the status and the shape that the document promises. Some hundred in every build; `npm run test:long` has 100,000.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/service/app.ts';
import { openApiDocument } from '../../src/service/openapi.ts';
import type { Permission } from '../../src/service/registry.ts';
import type { Route } from '../../src/service/route.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import { valueOf, type Schema } from './schema-arbitrary.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  jsonOf,
  permitsOrigin,
  personOf,
  post,
  reviewerHeaders,
  secrets,
  staffHeaders,
  type ServiceId,
  type TestIndex,
} from './test-index.ts';

const numRuns = Number(process.env['CITIZEN_ID_FUZZ_RUNS'] ?? 300);

type Json = Readonly<Record<string, unknown>>;
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inside, name) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, name) : undefined),
    value,
  );

const document: Json = JSON.parse(JSON.stringify(openApiDocument(routes))) as Json;
const schemaNamed = (reference: string) => at(document, ...reference.replace('#/', '').split('/')) as Schema;
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'openapi');
const faultsOf = (reference: string, body: unknown) => {
  const validate = ajv.getSchema(`openapi${reference}`);
  if (validate === undefined) throw new Error(`The document has no ${reference}`);
  return validate(body) === true ? [] : (validate.errors ?? []);
};

const [engine] = engines;
let database: TestDatabase;
let index: TestIndex;
let customerIds: readonly string[] = [];
beforeAll(async () => {
  if (engine === undefined) throw new Error('No engine');
  database = await engine.open();
  index = createTestIndex(database.store);
  const records = [1, 2, 3].map((number) => ({ recordId: String(number), fields: entriesOf(number) }));
  const loaded = await jsonOf(
    await index.app.request('/v1/records', post({ source: 'library', records }, credentialsOf('loader'))),
  );
  customerIds = [...JSON.stringify(loaded).matchAll(/"customerId":"([^"]+)"/g)].map(([, id = '']) => id);
}, 300_000);
afterAll(() => database.remove());

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const person = fc.nat(8);
const serviceId = fc.constantFrom(...(Object.keys(secrets) as ServiceId[]));
const likely = {
  identity: person.map(personOf),
  fields: person.map(entriesOf),
  caseReference: fc.constantFrom('1', '2', '3'),
  standardVersion: fc.constantFrom('1.0', '1.1'),
  profile: fc.constant('gb'),
  service: serviceId,
  name: person.map((number) => personOf(number).name?.family),
  version: fc.constant(1),
};

type Headers = Readonly<Record<string, string>>;

/** Who may call what, so that most calls come in. */
const callers: Readonly<Record<Permission, readonly Headers[]>> = {
  submission: [credentialsOf('permits'), credentialsOf('bins')],
  disclosure: [credentialsOf('desk')],
  records: [credentialsOf('loader')],
  customers: [credentialsOf('loader'), staffHeaders()],
  match: [credentialsOf('reader'), staffHeaders(), staffHeaders('shelter')],
  'restricted-people': [staffHeaders('shelter')],
  review: [reviewerHeaders('clerk-7'), reviewerHeaders('clerk-8')],
  'data-subjects': [{ ...credentialsOf('guardian'), 'index-staff': 'clerk-9', 'index-reason': 'their request' }],
  changes: [credentialsOf('copies')],
};

const headersFor = ({ access }: Route) =>
  fc.record({
    caller: fc.oneof(
      { arbitrary: fc.constantFrom<Headers>(...(access.kind === 'anybody' ? [{}] : callers[access.permission])), weight: 8 },
      {
        arbitrary: fc.constantFrom<Headers>({}, { authorization: 'Bearer x.y.z' }, credentialsOf('permits', 'wrong')),
        weight: 1,
      },
      { arbitrary: serviceId.map((id) => credentialsOf(id)), weight: 1 },
    ),
    purpose: fc.constantFrom('identity', 'identity', 'identity', 'identity', 'nhs-number', 'arrears identity', '', 'x'),
    origin: fc.constantFrom(permitsOrigin, permitsOrigin, 'null', 'https://elsewhere.example'),
    key: fc.option(text.map(encodeURIComponent), { nil: undefined }),
  });

interface Request {
  readonly route: Route;
  readonly path: string;
  readonly init: RequestInit;
}

/** What a request to this route may be; with the right method and path, as others are the table's in refusals.test.ts. */
function requestTo(route: Route): fc.Arbitrary<Request> {
  const parameter = fc.oneof({ arbitrary: fc.nat(5).map((number) => customerIds[number] ?? '1'), weight: 3 }, text, fc.uuid());
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const query = fc.dictionary(
    fc.constantFrom('limit', 'after', 'status', 'assertion', 'x'),
    fc.oneof(text, fc.constantFrom('1', '50', 'jwt', 'open')),
    { maxKeys: 2 },
  );
  return fc
    .record({
      parameters: fc.tuple(...names.map(() => parameter)),
      query: fc.option(query, { nil: {} }),
      headers: headersFor(route),
      body: bodyOf(route),
    })
    .map(({ parameters, query: asked, headers: { caller, purpose, origin, key }, body }) => {
      const path = names.reduce(
        (whole, name, place) => whole.replace(`{${name}}`, encodeURIComponent(parameters[place] ?? '')),
        route.path,
      );
      const init: RequestInit = {
        method: route.method,
        headers: {
          ...caller,
          ...(purpose === '' ? {} : { 'index-purpose': purpose }),
          origin,
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(body && { 'content-type': body.type }),
        },
        ...(body && { body: body.text }),
      };
      return { route, path: `${path}?${new URLSearchParams(asked).toString()}`, init };
    });
}

function bodyOf({ body }: Route): fc.Arbitrary<{ readonly type: string; readonly text: string } | undefined> {
  const types = Object.entries(body?.schemas ?? {});
  if (types.length === 0) return fc.constant(undefined);
  const made = types.map(([type, { name }]) => {
    const value = valueOf(schemaNamed(`#/components/schemas/${name}`), { resolve: schemaNamed, likely });
    return value.map((content) => ({ type, text: type.includes('urlencoded') ? formOf(content) : JSON.stringify(content) }));
  });
  const broken = fc.record({
    type: fc.constantFrom(...types.map(([type]) => type), 'text/plain'),
    text: fc.oneof(text, fc.constantFrom('{', '[]', 'null', '"')),
  });
  return fc.oneof({ arbitrary: fc.oneof(...made), weight: 12 }, { arbitrary: broken, weight: 1 });
}

const formOf = (content: unknown) =>
  new URLSearchParams(
    Object.entries(Object(content) as object).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ).toString();

describe('Whatever comes in', () => {
  it(`is answered as the document promises, ${numRuns} times`, async () => {
    const statuses = new Map<string, number>();
    // What a route's requests may be is worked out once for each: for each request anew it takes longer than all that is tried.
    const requests = fc.oneof(...routes.map(requestTo));
    const faults: unknown[] = [];
    await fc.assert(
      fc.asyncProperty(requests, async ({ route, path, init }) => {
        const response = await index.app.request(path, init);
        const operation = at(document, 'paths', route.path, route.method.toLowerCase());
        // Of a path that a parameter broke up there is another route, or none.
        const isOwn = new URL(path, 'http://localhost').pathname.split('/').length === route.path.split('/').length;
        const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
        const reference = at(operation, 'responses', String(response.status), 'content', type, 'schema', '$ref');
        const body: unknown = await response.json();
        const key = `${String(response.status)}`;
        statuses.set(key, (statuses.get(key) ?? 0) + 1);
        if (response.status >= 500)
          throw new Error(`${route.description.operationId}: ${response.status}\n${index.lines.at(-2) ?? ''}`);
        if (typeof reference === 'string') faults.push(...faultsOf(reference, body));
        else if (isOwn && response.status !== 404) faults.push([route.description.operationId, response.status, type]);
        expect(faults).toEqual([]);
      }),
      { numRuns },
    );
    console.log(`fuzz: ${numRuns} requests, by status: ${JSON.stringify(Object.fromEntries([...statuses].sort()))}`);
    // Requests that are all refused would try nothing. One in a hundred gets as far as 422, and of a few hundred perhaps none.
    const usual = ['200', '400', '401', '403', ...(numRuns < 3_000 ? [] : ['422'])];
    expect([...statuses.keys()]).toEqual(expect.arrayContaining(usual));
  }, 3_600_000);
});
