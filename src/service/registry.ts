/**
 * The service registry: which services may use the index, from which pages, with which secret, for what. A JSON file that an
 * operator writes by hand, so every mistake in it is told with its place and what is allowed there.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { JWK } from 'jose';
import * as z from 'zod/mini';
import { ConfigurationError } from '../protocol/error.ts';
import { serviceIdSchema } from '../protocol/schemas.ts';
import { profiles } from '../standard/profiles.ts';
import { withPurposes } from '../standard/purposes.ts';
import type { Profile, ProfileId } from '../standard/profiles/profile.ts';
import { isAuthority } from './customer-id.ts';

/**
 * `submission`: hand in cases. `disclosure`: be told the customer on resolving. `records`: load. `customers`: read one by its ID.
 * `match`: search for people. `restricted-people`: see and mark people at risk. `review`: settle doubts, split customers, take back
 * what was wrong.
 */
export const permissions = [
  'submission',
  'disclosure',
  'records',
  'customers',
  'match',
  'restricted-people',
  'review',
  'data-subjects',
  'changes',
] as const;

export type Permission = (typeof permissions)[number];

export interface Service {
  /** Public: it stands in pages. */
  readonly id: string;
  readonly name: string;
  /** Reads of the identifiers those that `purposes` names: a National Insurance number only with a purpose `national-insurance-number`. */
  readonly profile: Profile;
  /** Of the pages that hold its form: `https://parking.example`. */
  readonly origins: readonly string[];
  /** `sha256:` and hex. The secret is random and long; a hash made for passwords would only be slower. Absent where it signs instead. */
  readonly secretHash?: string;
  /** The secret before, which counts beside the new one until then: an ISO 8601 instant. */
  readonly formerSecret?: { readonly hash: string; readonly until: string };
  /** Public keys (RFC 7517) that its client assertions are signed with. */
  readonly publicKeys: readonly JWK[];
  readonly permissions: readonly Permission[];
  /** Why it needs what it asks for, by the purpose's name. */
  readonly purposes: Readonly<Record<string, string>>;
  /** Whether members of staff call through it: then each call that reads people says who asks, and why. */
  readonly isStaffed: boolean;
}

export interface Registry {
  /** In front of every customer ID. */
  readonly authority: string;
  readonly services: ReadonlyMap<string, Service>;
  /** Of any service: what a preflight is answered by. */
  readonly origins: ReadonlySet<string>;
  /** Where staff sign in; absent where each staffed service answers for who its staff are. */
  readonly staff?: StaffRules;
}

/** The council's OpenID Connect provider, and what its roles may. */
export interface StaffRules {
  readonly issuer: string;
  /** Of the tokens: the client id of the staff screen, or of an API. */
  readonly audience: string;
  /** Claims by their path: `roles`, `realm_access.roles`. */
  readonly rolesClaim: string;
  readonly nameClaim: string;
  readonly roles: ReadonlyMap<string, readonly Permission[]>;
}

const profileIds = Object.keys(profiles).filter((id): id is ProfileId => Object.hasOwn(profiles, id));

/** As the header `Index-Purpose` names them. */
const purposeName = /^[a-z0-9][a-z0-9-]{0,63}$/;

const secretHash = z
  .string()
  .check(z.regex(/^sha256:[0-9a-f]{64}$/, 'must be "sha256:" and the secret’s SHA-256 in 64 small hexadecimal digits'));

const permissionList = z.array(z.enum(permissions, `must be some of: ${permissions.join(', ')}`));

const serviceShape = z.strictObject({
  id: z.string().check(rule((id) => serviceIdSchema.safeParse(id).success, 'must be 1 to 64 of a-z, 0-9, dot and hyphen')),
  name: z.string().check(z.minLength(1, 'must say what the service is called')),
  profile: z.enum(profileIds, `must be one of: ${profileIds.join(', ')}`),
  origins: z.array(
    z.string().check(rule(isOrigin, 'must be an origin such as "https://parking.example": scheme, host and port, no path')),
  ),
  secretHash: z.exactOptional(secretHash),
  formerSecret: z.exactOptional(z.strictObject({ hash: secretHash, until: z.iso.datetime({ offset: true }) })),
  publicKeys: z.exactOptional(
    z.array(
      z
        .looseObject({ kty: z.string() })
        .check(z.refine((key) => !('d' in key) && key.kty !== 'oct', 'must be a public key: this one holds a secret')),
    ),
  ),
  permissions: permissionList,
  purposes: z.record(z.string(), z.string().check(z.minLength(1, 'must say why'))).check(
    z.refine((purposes) => Object.keys(purposes).length > 0, 'must name at least one purpose, such as {"identity": "why"}'),
    z.refine(
      (purposes) => Object.keys(purposes).every((name) => purposeName.test(name)),
      'must be named in small letters, digits and hyphens',
    ),
  ),
  staffed: z.exactOptional(z.boolean('must be true or false')),
});

const serviceSchema = serviceShape.check(
  z.refine(
    ({ secretHash: hash, publicKeys = [] }) => hash !== undefined || publicKeys.length > 0,
    'must have a secretHash, or publicKeys that its client assertions are signed with',
  ),
);

const staffSchema = z.strictObject({
  issuer: z.string().check(rule((text) => URL.canParse(text) && /^https?:/.test(text), 'must be the provider’s issuer address')),
  audience: z.string().check(z.minLength(1, 'must name whom the tokens are for')),
  rolesClaim: z.exactOptional(z.string()),
  nameClaim: z.exactOptional(z.string()),
  roles: z.record(z.string(), permissionList),
});

const registrySchema = z.strictObject({
  authority: z.string().check(rule(isAuthority, 'must be two to six capital letters, such as "GBX"')),
  staff: z.exactOptional(staffSchema),
  services: z.array(serviceSchema).check(z.minLength(1, 'must list at least one service')),
});

function rule(holds: (text: string) => boolean, words: string) {
  return z.refine<string>(holds, words);
}

/** Reads and checks the file. Throws `ConfigurationError`, with every mistake and its place. */
export async function loadRegistry(file: string): Promise<Registry> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ConfigurationError(`The service registry ${file} cannot be read`);
  });
  return readRegistry(text, file);
}

/** A registry from its text; `file` is only named in errors. */
export function readRegistry(text: string, file: string): Registry {
  const checked = registrySchema.safeParse(parseJson(text, file), { error: z.locales.en().localeError });
  if (!checked.success) {
    const mistakes = checked.error.issues.map((issue) => `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`);
    throw new ConfigurationError(`The service registry ${file} has mistakes. ${mistakes.join('; ')}`);
  }
  const { authority, services, staff } = checked.data;
  const byId = new Map(services.map((service) => [service.id, serviceOf(service)]));
  if (byId.size < services.length)
    throw new ConfigurationError(`The service registry ${file} has mistakes. services: two have the same id`);
  return {
    authority,
    services: byId,
    origins: new Set(services.flatMap((service) => service.origins)),
    ...(staff === undefined ? {} : { staff: staffRulesOf(staff) }),
  };
}

function staffRulesOf({ rolesClaim = 'roles', nameClaim = 'sub', roles, ...rules }: z.infer<typeof staffSchema>): StaffRules {
  return { ...rules, rolesClaim, nameClaim, roles: new Map(Object.entries(roles)) };
}

function serviceOf({ staffed, profile, publicKeys = [], ...service }: z.infer<typeof serviceSchema>): Service {
  return { ...service, profile: withPurposes(profiles[profile], service.purposes), publicKeys, isStaffed: staffed ?? false };
}

/** The service whose credentials these are. Takes as long for an unknown id as for a wrong secret. */
export function authenticate(registry: Registry, { id, secret }: Credentials, now: Date): Service | undefined {
  const service = registry.services.get(id);
  const given = createHash('sha256').update(secret).digest();
  const isFormerGood = service?.formerSecret !== undefined && new Date(service.formerSecret.until) > now;
  const hashes = [service?.secretHash, isFormerGood ? service.formerSecret?.hash : undefined];
  const fits = hashes.map((hash = noHash) => timingSafeEqual(given, Buffer.from(hash.slice('sha256:'.length), 'hex')));
  return fits.includes(true) ? service : undefined;
}

export interface Credentials {
  readonly id: string;
  readonly secret: string;
}

/** Of no secret that anybody knows. */
const noHash = `sha256:${'0'.repeat(64)}`;

/** What stands in the registry for a secret. */
export function hashSecret(secret: string): string {
  return `sha256:${createHash('sha256').update(secret).digest('hex')}`;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigurationError(`The service registry ${file} is not JSON`);
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}
