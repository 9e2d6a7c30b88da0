/** The OpenAPI 3.1 document, made from the table of routes and the very schemas that check the calls. */
import * as z from 'zod/mini';
import { problemSchema } from '../protocol/schemas.ts';
import { standardVersion } from '../standard/version.ts';
import { callerHeaders } from './caller.ts';
import { statusOf, type ProblemKind } from './problem.ts';
import type { NamedSchema, Route } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

/** The document as a JSON value. */
export function openApiDocument(routes: readonly Route[]): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Customer Index',
      version: standardVersion,
      description: 'One person, one customer ID. Every error is a problem document (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: pathsOf(routes),
    components: {
      schemas: Object.fromEntries(namedSchemas(routes).map(({ name, schema }) => [name, jsonSchema(schema)])),
      securitySchemes: {
        service: { type: 'http', scheme: 'basic', description: 'The service’s public id and its secret.' },
        token: { type: 'http', scheme: 'bearer', description: 'An access token of POST /oauth/token.' },
      },
    },
  };
}

function pathsOf(routes: readonly Route[]): Json {
  const paths = new Map<string, Json>();
  for (const route of routes) paths.set(route.path, { ...paths.get(route.path), [route.method.toLowerCase()]: operation(route) });
  return Object.fromEntries(paths);
}

function namedSchemas(routes: readonly Route[]): readonly NamedSchema[] {
  const used = routes.flatMap(({ body, description, dialect }) => [
    ...Object.values(body?.schemas ?? {}),
    description.answer,
    ...(dialect === undefined ? [] : [dialect.problem]),
  ]);
  return [...used, { name: 'Problem', schema: problemSchema }];
}

/** JSON Schema 2020-12, which is what OpenAPI 3.1 holds; without the marker, which belongs at the top of a document. */
function jsonSchema(schema: z.ZodMiniType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return rest;
}

function operation(route: Route): Json {
  const { description, body } = route;
  return {
    operationId: description.operationId,
    summary: description.summary,
    security: securityOf(route),
    ...(parametersOf(route).length > 0 ? { parameters: parametersOf(route) } : {}),
    ...(body ? { requestBody: { required: true, content: contentOf(body.schemas) } } : {}),
    responses: {
      [description.answer.status]: {
        description: 'Done',
        content: contentOf({ [route.dialect?.mediaType ?? 'application/json']: description.answer }),
      },
      ...problemResponses(route),
    },
  };
}

function contentOf(schemas: Readonly<Record<string, NamedSchema>>): Json {
  return Object.fromEntries(Object.entries(schemas).map(([type, { name }]) => [type, { schema: reference(name) }]));
}

function securityOf({ access }: Route): readonly Json[] {
  if (access.kind === 'anybody') return [];
  const asService = [{ service: [] }, { token: [] }];
  return access.kind === 'page-or-service' ? [...asService, {}] : asService;
}

function parametersOf({ access, description }: Route): readonly Json[] {
  const place =
    (where: string, required: boolean) =>
    ([name, text]: [string, string]) => ({
      name,
      in: where,
      required,
      description: text,
      schema: { type: 'string' },
    });
  return [
    ...Object.entries(description.parameters ?? {}).map(place('path', true)),
    ...Object.entries(description.query ?? {}).map(place('query', false)),
    ...Object.entries(access.kind === 'trusted' ? callerHeaders : {}).map(place('header', false)),
    ...Object.entries(description.headers ?? {}).map(place('header', false)),
  ];
}

/** One response per status; several kinds of problem may share it. */
function problemResponses(route: Route): Json {
  const byStatus = new Map<number, string[]>();
  const { mediaType, problem } = route.dialect ?? { mediaType: 'application/problem+json', problem: { name: 'Problem' } };
  const content = { [mediaType]: { schema: reference(problem.name) } };
  for (const kind of kindsOf(route)) byStatus.set(statusOf(kind), [...(byStatus.get(statusOf(kind)) ?? []), kind]);
  return Object.fromEntries([...byStatus].map(([status, kinds]) => [status, { description: kinds.join(', '), content }]));
}

const trustedKinds = ['purpose-missing', 'purpose-refused', 'reason-missing', 'staff-refused', 'staff-unavailable'] as const;

function kindsOf({ access, body, description }: Route): readonly ProblemKind[] {
  return [
    ...(access.kind === 'anybody' ? [] : (['credentials-required', 'permission-missing'] as const)),
    ...(access.kind === 'trusted' ? trustedKinds : []),
    ...(body ? (['request-malformed', 'request-invalid', 'body-too-large', 'content-type-unsupported'] as const) : []),
    ...description.problems,
    'method-not-allowed',
    'internal-error',
    'store-unavailable',
    'time-limit-exceeded',
  ];
}

function reference(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}
