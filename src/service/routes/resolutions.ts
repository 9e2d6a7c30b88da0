/** `POST /v1/resolutions`: an identity in, a reference out. */
import type { ResolveRequest } from '../../protocol/resolution.ts';
import { resolutionSchema, resolveRequestSchema } from '../../protocol/schemas.ts';
import { formatIdentity, parseIdentity, type Identity } from '../../standard/identity.ts';
import { offeredFields } from '../../standard/offered-fields.ts';
import { todayOf, type ServiceContext } from '../context.ts';
import { pointInto, problem, type Problem } from '../problem.ts';
import type { Service } from '../registry.ts';
import { checkShape } from '../request-shape.ts';
import { resolveAnonymously, resolveDisclosed } from '../resolve.ts';
import { answer, readJson, type Answer, type Call, type Route } from '../route.ts';
import { pickFields } from '../visible-records.ts';
import { refuseVersion } from '../standard-version.ts';

const longestIdempotencyKey = 255;

export const resolutionsRoute: Route = {
  method: 'POST',
  path: '/v1/resolutions',
  access: { kind: 'page-or-service', permission: 'disclosure' },
  body: { schemas: { 'application/json': { name: 'ResolveRequest', schema: resolveRequestSchema } }, limit: 16 * 1024 },
  timeLimit: 4_000,
  description: {
    operationId: 'resolve',
    summary:
      'Hands in an identity for a reference. Tells a page nothing else; a service with the permission "disclosure" is told the customer.',
    answer: { status: 201, name: 'Resolution', schema: resolutionSchema },
    problems: ['origin-refused', 'identity-invalid', 'standard-version-refused'],
    headers: { 'Idempotency-Key': 'The same key with the same body gets the same reference.' },
  },
  handle,
};

async function handle(call: Call, context: ServiceContext): Promise<Answer | Problem> {
  const body = readJson(call.body);
  if (body === undefined) return problem('request-malformed');
  const checked = checkShape(resolveRequestSchema, body);
  if (!checked.ok) return problem('request-invalid', { issues: checked.issues });
  const request = checked.value;
  const service = call.service ?? serviceOfPage(context, call, request);
  if (service?.id !== request.service) return refuse(call);
  const outdated = refuseVersion(request.standardVersion);
  if (outdated) return outdated;
  const refusal = checkRequest(context, service, { request, idempotencyKey: call.idempotencyKey });
  if (refusal) return refusal;
  const { idempotencyKey } = call;
  const permitted = { ...request, ...permittedParts(service, request) };
  const resolve = call.service === undefined ? resolveAnonymously : resolveDisclosed;
  return answer(
    201,
    await resolve(context, { service, request: permitted, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) }),
  );
}

/** The service that the request names, where the page that asks is one of its own. */
function serviceOfPage(context: ServiceContext, call: Call, request: ResolveRequest): Service | undefined {
  const service = context.registry.services.get(request.service);
  return call.origin !== undefined && service?.origins.includes(call.origin) ? service : undefined;
}

function refuse(call: Call): Problem {
  if (call.service === undefined) return problem('origin-refused');
  return problem('permission-missing', { detail: 'The credentials are those of another service than the request names.' });
}

/** Without the identifiers that the service states no purpose for: nobody keeps them, sealed or not. */
function permittedParts({ profile }: Service, { identity, onBehalfOf }: ResolveRequest) {
  const permitted = (whole: Identity) => pickFields(whole, (field) => profile.fieldsByName[field] !== undefined);
  return { identity: permitted(identity), ...(onBehalfOf === undefined ? {} : { onBehalfOf: permitted(onBehalfOf) }) };
}

interface Asked {
  readonly request: ResolveRequest;
  readonly idempotencyKey: string | undefined;
}

function checkRequest(context: ServiceContext, service: Service, { request, idempotencyKey }: Asked): Problem | undefined {
  if (idempotencyKey !== undefined && (idempotencyKey === '' || idempotencyKey.length > longestIdempotencyKey)) {
    return problem('request-invalid', { detail: `An Idempotency-Key has 1 to ${longestIdempotencyKey} characters.` });
  }
  if (request.profile !== service.profile.id) {
    const issue = { code: 'request/unknown-profile', path: 'profile', pointer: '/profile' } as const;
    return problem('request-invalid', {
      detail: `The service is registered with the profile "${service.profile.id}".`,
      issues: [issue],
    });
  }
  return (
    checkIdentity(context, service, { base: '/identity', identity: request.identity }) ??
    checkIdentity(context, service, { base: '/onBehalfOf', identity: request.onBehalfOf ?? {} })
  );
}

/** Whatever is there must keep the standard; what must be there is said with the submission. */
function checkIdentity(context: ServiceContext, service: Service, at: { base: string; identity: Identity }): Problem | undefined {
  const today = todayOf(service.profile.id, context.now());
  const parsed = parseIdentity(formatIdentity(at.identity, service.profile), service.profile, {
    today,
    fields: offeredFields[service.profile.id],
    requiredFields: [],
  });
  if (parsed.ok) return undefined;
  return problem('identity-invalid', { issues: pointInto(at.base, parsed.issues, (path) => path.split('.')) });
}
