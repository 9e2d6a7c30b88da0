/** Who may call: services by HTTP Basic credentials, pages by their Origin. */
import { readCaller, type Caller, type StatedHeaders } from './caller.ts';
import type { Access } from './route.ts';
import { problem, type Problem } from './problem.ts';
import { authenticate, type Registry, type Service } from './registry.ts';

const challenge = { 'www-authenticate': 'Basic realm="customer-index", charset="UTF-8"' };

/** `caller` on trusted routes. */
export type Admission = { readonly service: Service | undefined; readonly caller?: Caller } | { readonly refusal: Problem };

export interface AccessHeaders extends StatedHeaders {
  readonly authorization: string | undefined;
}

/** Decides by what the headers say; a page's Origin is checked against its service by the route, which knows that one. */
export function admit(registry: Registry, access: Access, headers: AccessHeaders): Admission {
  const { authorization } = headers;
  if (access.kind === 'anybody') return { service: undefined };
  if (access.kind === 'page-or-service' && authorization === undefined) return { service: undefined };
  const credentials = readBasic(authorization);
  const service = credentials && authenticate(registry, credentials.id, credentials.secret);
  if (service === undefined) return { refusal: problem('credentials-required', { headers: challenge }) };
  if (!service.permissions.includes(access.permission)) {
    return { refusal: problem('permission-missing', { detail: `This call needs the permission "${access.permission}".` }) };
  }
  if (access.kind !== 'trusted') return { service };
  const stated = readCaller(service, headers);
  return 'refusal' in stated ? stated : { service, caller: stated.caller };
}

/** RFC 7617: the id ends at the first colon, the secret may hold more of them. */
function readBasic(authorization: string | undefined): { id: string; secret: string } | undefined {
  const [, encoded] = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [, id, secret] = /^([^:]*):([^]*)$/.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}
