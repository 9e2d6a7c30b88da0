/** Who may call: services by an access token or, in pilots, by id and secret; pages by their Origin; staff by their own provider's word. */
import { readAccessToken } from './access-token.ts';
import { readCaller, type Caller, type StatedHeaders } from './caller.ts';
import type { IndexKeys } from './keys.ts';
import type { Access } from './route.ts';
import { problem, type Problem } from './problem.ts';
import { authenticate, type Permission, type Registry, type Service } from './registry.ts';
import { readStaffToken } from './staff-token.ts';

const challenge = { 'www-authenticate': 'Basic realm="customer-index", charset="UTF-8"' };

/** `caller` on trusted routes. */
export type Admission = { readonly service: Service | undefined; readonly caller?: Caller } | { readonly refusal: Problem };

export interface AccessHeaders extends StatedHeaders {
  readonly authorization: string | undefined;
  /** Of a member of staff, from the council's own provider. */
  readonly staffToken: string | undefined;
}

/** What is needed to know who calls: the index's context has it. */
export interface Gate {
  readonly registry: Registry;
  readonly keys: IndexKeys;
  readonly now: () => Date;
}

/** Decides by what the headers say; a page's Origin is checked against its service by the route, which knows that one. */
export async function admit(gate: Gate, access: Access, headers: AccessHeaders): Promise<Admission> {
  const { authorization } = headers;
  if (access.kind === 'anybody') return { service: undefined };
  if (access.kind === 'page-or-service' && authorization === undefined) return { service: undefined };
  const service = await identify(gate, authorization);
  if (service === undefined) return { refusal: problem('credentials-required', { headers: challenge }) };
  if (!service.permissions.includes(access.permission)) return { refusal: withoutPermission(access.permission) };
  return access.kind === 'trusted' ? admitReader(gate, { service, permission: access.permission, headers }) : { service };
}

function withoutPermission(permission: Permission): Problem {
  return problem('permission-missing', { detail: `This call needs the permission "${permission}".` });
}

/** Where staff sign in with a provider that the registry knows, a member of staff may what both the service and their roles may. */
async function admitReader(gate: Gate, reading: Reading): Promise<Admission> {
  const { service, permission, headers } = reading;
  const rules = service.isStaffed ? gate.registry.staff : undefined;
  if (rules === undefined) return withCaller(service, headers);
  const member = headers.staffToken === undefined ? 'refused' : await readStaffToken(rules, headers.staffToken, gate.now());
  if (member === 'unavailable') return { refusal: problem('staff-unavailable', { headers: { 'retry-after': '5' } }) };
  if (member === 'refused') return { refusal: problem('staff-refused', { detail: 'Send the token in Index-Staff-Token.' }) };
  const permissions = service.permissions.filter((one) => member.permissions.has(one));
  if (!permissions.includes(permission)) return { refusal: withoutPermission(permission) };
  return withCaller({ ...service, permissions }, { ...headers, staff: encodeURIComponent(member.staff) });
}

interface Reading {
  readonly service: Service;
  readonly permission: Permission;
  readonly headers: AccessHeaders;
}

function withCaller(service: Service, headers: AccessHeaders): Admission {
  const stated = readCaller(service, headers);
  return 'refusal' in stated ? stated : { service, caller: stated.caller };
}

async function identify({ registry, keys, now }: Gate, authorization: string | undefined): Promise<Service | undefined> {
  const [, token] = /^Bearer +([A-Za-z0-9._-]{1,4096})$/i.exec(authorization ?? '') ?? [];
  if (token !== undefined) {
    const id = await readAccessToken(keys, token, now());
    return id === undefined ? undefined : registry.services.get(id);
  }
  const credentials = readBasic(authorization);
  return credentials && authenticate(registry, credentials, now());
}

/** RFC 7617: the id ends at the first colon, the secret may hold more of them. */
function readBasic(authorization: string | undefined): { id: string; secret: string } | undefined {
  const [, encoded] = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [, id, secret] = /^([^:]*):([^]*)$/.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}
