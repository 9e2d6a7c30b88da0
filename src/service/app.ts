/**
 * The Customer Index over HTTP: hono under the table of routes. Everything that holds for every route is here: who may call,
 * from where, how much, how long, and that whatever goes wrong comes out as a problem document and says nothing of anybody.
 */
import { Hono, type Context } from 'hono';
import { StoreError } from '../protocol/error.ts';
import { admit } from './access.ts';
import { actAs, type Actor } from './acting.ts';
import { readBody } from './body.ts';
import type { ServiceContext } from './context.ts';
import { describeError } from './log.ts';
import { openApiDocument } from './openapi.ts';
import { problem, problemDocument, statusOf, type Problem } from './problem.ts';
import { createRefusalTurns } from './refusals-in-turn.ts';
import { answer, type Answer, type Call, type Dialect, type Route } from './route.ts';
import { caseRoute, historyRoute, splitRoute, undoRoute } from './routes/customer-changes.ts';
import { changesRoute } from './routes/changes.ts';
import { erasureRoute, exportRoute } from './routes/data-subjects.ts';
import { customersRoute } from './routes/customers.ts';
import { fhirMatchRoute } from './routes/fhir-match.ts';
import { healthRoute, readyRoute } from './routes/health.ts';
import { keySetRoute } from './routes/key-set.ts';
import { matchRoute } from './routes/match.ts';
import { nameSearchRoute } from './routes/name-search.ts';
import { recordsRoute } from './routes/records.ts';
import { resolutionsRoute } from './routes/resolutions.ts';
import { restrictionRoute } from './routes/restriction.ts';
import {
  decideReviewTaskRoute,
  openReviewTaskRoute,
  reviewLabelsRoute,
  reviewTaskRoute,
  reviewTasksRoute,
} from './routes/review.ts';
import { submissionsRoute } from './routes/submissions.ts';
import { tokenRoute } from './routes/token.ts';

/** Every route of the index but its own description. */
export const routes: readonly Route[] = [
  resolutionsRoute,
  submissionsRoute,
  caseRoute,
  matchRoute,
  fhirMatchRoute,
  // Before the one whose path has a parameter in the same place.
  nameSearchRoute,
  recordsRoute,
  customersRoute,
  historyRoute,
  exportRoute,
  erasureRoute,
  changesRoute,
  splitRoute,
  undoRoute,
  restrictionRoute,
  reviewTasksRoute,
  openReviewTaskRoute,
  reviewTaskRoute,
  decideReviewTaskRoute,
  reviewLabelsRoute,
  tokenRoute,
  keySetRoute,
  healthRoute,
  readyRoute,
];

/** `service`: the authenticated one's id, for the log. */
interface Environment {
  Variables: { service?: string };
}

type IndexRequest = Context<Environment>;

type Handler = (request: IndexRequest) => Promise<Answer | Problem>;

/** The whole index as a hono app; `app.fetch` serves it. */
export function createApp(context: ServiceContext): Hono<Environment> {
  const app = new Hono<Environment>();
  const refusalTurn = createRefusalTurns();
  const respond = (route: string, handle: Handler, dialect?: Dialect) => async (request: IndexRequest) => {
    const response = await respondTo(context, request, { route, handle, dialect });
    if (isRefusal(response) && request.get('service') === undefined) await refusalTurn();
    return response;
  };
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    const isForPages = route.access.kind === 'page-or-service';
    const handle: Handler = (request) => run(context, route, request);
    app.on(route.method, path, respond(route.path, handle, route.dialect));
    if (isForPages) app.options(path, (request) => preflight(context, request, route));
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const offered = routes.filter((route) => route.path === path);
    app.all(path.replace(/\{(\w+)\}/g, ':$1'), respond(path, methodNotAllowed(offered), offered[0]?.dialect));
  }
  const description = answer(200, openApiDocument(routes));
  const describe: Handler = async () => description;
  app.get('/openapi.json', respond('/openapi.json', describe));
  app.all('/openapi.json', respond('/openapi.json', methodNotAllowed([{ method: 'GET', access: { kind: 'anybody' } }])));
  const nothingHere: Handler = async () => problem('not-found');
  app.notFound(respond('(unknown)', nothingHere));
  return app;
}

function isRefusal({ status }: Response): boolean {
  return status >= 400 && status < 500;
}

/** Whatever else somebody sends is no label of its own. */
const knownMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

interface Handling {
  readonly route: string;
  readonly handle: Handler;
  readonly dialect?: Dialect | undefined;
}

/** Runs a handler to a response, whatever happens in it, and logs one line. */
async function respondTo(
  context: ServiceContext,
  request: IndexRequest,
  { route, handle, dialect }: Handling,
): Promise<Response> {
  const started = performance.now();
  const result = await handle(request).catch((thrown: unknown) => failed(context, thrown));
  const response =
    'kind' in result
      ? problemResponse(result, dialect)
      : jsonResponse(result.status, dialect?.mediaType ?? 'application/json', result.json);
  allowPage(context, request, response);
  const milliseconds = Math.round(performance.now() - started);
  const service = request.get('service');
  const caller = service === undefined ? {} : { service };
  const { method } = request.req;
  context.log({ event: 'request', method, route, status: response.status, milliseconds, ...caller });
  const refused = 'kind' in result ? { problem: result.kind } : {};
  context.metrics.answered({
    route,
    method: knownMethods.has(method) ? method : 'other',
    status: response.status,
    milliseconds,
    ...refused,
  });
  return response;
}

async function run(context: ServiceContext, route: Route, request: IndexRequest): Promise<Answer | Problem> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Problem>((resolve) => {
    timer = setTimeout(() => resolve(problem('time-limit-exceeded', { headers: { 'retry-after': '5' } })), route.timeLimit);
  });
  try {
    return await Promise.race([admitted(context, route, request), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function admitted(context: ServiceContext, route: Route, request: IndexRequest): Promise<Answer | Problem> {
  const admission = await admit(context, route.access, {
    authorization: request.req.header('authorization'),
    purpose: request.req.header('index-purpose'),
    staff: request.req.header('index-staff'),
    staffToken: request.req.header('index-staff-token'),
    reason: request.req.header('index-reason'),
  });
  if ('refusal' in admission) return admission.refusal;
  if (admission.service) request.set('service', admission.service.id);
  const body = route.body && (await readBody(request.req.raw, route.body));
  if (body && 'refusal' in body) return body.refusal;
  const call: Call = {
    service: admission.service,
    caller: admission.caller,
    origin: request.req.header('origin'),
    idempotencyKey: request.req.header('idempotency-key'),
    parameters: request.req.param(),
    query: request.req.query(),
    contentType: body?.contentType,
    body: body?.text ?? '',
  };
  return actAs(actorOf(route, call), () => route.handle(call, context));
}

function actorOf({ description }: Route, { service, caller }: Call): Actor {
  const { staff, reason, purposes } = caller ?? {};
  return {
    operation: description.operationId,
    ...(service === undefined ? {} : { service: service.id }),
    ...(staff === undefined ? {} : { staff }),
    ...(purposes === undefined ? {} : { purposes }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function failed(context: ServiceContext, thrown: unknown): Problem {
  context.log({ event: 'failed', ...describeError(thrown) });
  return thrown instanceof StoreError
    ? problem('store-unavailable', { headers: { 'retry-after': '1' } })
    : problem('internal-error');
}

function methodNotAllowed(offered: readonly Pick<Route, 'method' | 'access'>[]): Handler {
  const allow = offered.flatMap(({ method, access }) => [
    method,
    ...(method === 'GET' ? ['HEAD'] : []),
    ...(access.kind === 'page-or-service' ? ['OPTIONS'] : []),
  ]);
  return async () => problem('method-not-allowed', { headers: { allow: allow.join(', ') } });
}

function problemResponse(result: Problem, dialect: Dialect | undefined): Response {
  const [mediaType, body] =
    dialect === undefined ? ['application/problem+json', problemDocument(result)] : [dialect.mediaType, dialect.write(result)];
  const response = jsonResponse(statusOf(result.kind), mediaType, JSON.stringify(body));
  for (const [name, value] of Object.entries(result.headers ?? {})) response.headers.set(name, value);
  return response;
}

function jsonResponse(status: number, contentType: string, text: string): Response {
  const headers = { 'content-type': contentType, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  return new Response(text, { status, headers });
}

/** A page of a registered origin may read the answer, problems included; without credentials, so no cookie ever counts. */
function allowPage(context: ServiceContext, request: IndexRequest, response: Response): void {
  const route = routes.find(({ access, path }) => access.kind === 'page-or-service' && path === request.req.path);
  if (route === undefined) return;
  const origin = request.req.header('origin');
  response.headers.set('vary', 'Origin');
  if (origin !== undefined && context.registry.origins.has(origin)) response.headers.set('access-control-allow-origin', origin);
}

/** A JSON content type makes a browser ask first, and only a registered origin gets a yes: no page elsewhere changes anything here. */
async function preflight(context: ServiceContext, request: IndexRequest, route: Route): Promise<Response> {
  const origin = request.req.header('origin');
  if (origin === undefined || !context.registry.origins.has(origin)) {
    return respondTo(context, request, { route: route.path, handle: async () => problem('origin-refused') });
  }
  const headers = {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': route.method,
    'access-control-allow-headers': 'content-type, idempotency-key',
    'access-control-max-age': '600',
    vary: 'Origin',
  };
  return new Response(null, { status: 204, headers });
}
