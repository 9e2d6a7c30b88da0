/**
 * Resolving: an identity comes in, a reference goes out. Anonymous: seals the identity and answers, and neither reads nor
 * knows anything of who is in the index. Disclosed, for registered staff services: finds or creates the customer as well.
 */
import * as z from 'zod/mini';
import type { Resolution, ResolveRequest } from '../protocol/resolution.ts';
import { fieldEvidenceSchema, matchGradeSchema, outcomeSchema } from '../protocol/schemas.ts';
import { fieldsByName } from '../standard/fields/all-fields.ts';
import { formatIdentity, type Identity } from '../standard/identity.ts';
import { identitySchema } from '../standard/identity-schema.ts';
import type { StoreUnit, StoredResolution } from '../store/store.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ServiceContext } from './context.ts';
import { shortHash } from './keys.ts';
import { linkPerson, matchKeysOf, upToDate, type Linked } from './link.ts';
import { createReference, hashReference } from './reference.ts';
import type { Service } from './registry.ts';
import { seal, unseal } from './seal.ts';

/** How long a reference stands: longer than anybody takes over a form's remaining pages in one sitting. */
export const referenceLifetime = 60 * 60 * 1000;

export interface ResolveCall {
  readonly service: Service;
  readonly request: ResolveRequest;
  readonly idempotencyKey?: string;
}

/** What a reference stands for: the identity, and for a disclosed one the customer that was told. */
export interface OpenedResolution {
  readonly identity: Identity;
  readonly linked?: Linked;
}

const linkedSchema: z.ZodMiniType<Linked> = z.object({
  recordId: z.string(),
  customerId: z.string(),
  outcome: outcomeSchema,
  grade: matchGradeSchema,
  explanation: z.exactOptional(z.array(fieldEvidenceSchema)),
});

const sealedSchema = z.object({
  identity: identitySchema,
  onBehalfOf: z.exactOptional(identitySchema),
  linked: z.exactOptional(linkedSchema),
});

/** For a page that nobody vouches for. Must stay blind to who is in the index: no customer, record or match key is read here. */
export async function resolveAnonymously(context: ServiceContext, call: ResolveCall): Promise<Resolution> {
  const reference = referenceFor(context, call);
  const resolution = sealResolution(context, call, { reference });
  const expiresAt = await context.store.transaction((unit) => unit.keepResolution(resolution));
  return { reference, expiresAt: expiresAt.toISOString() };
}

/** For a service that may know: finds or creates the customer under lock, and seals it with the identity. */
export async function resolveDisclosed(context: ServiceContext, call: ResolveCall): Promise<Resolution> {
  const reference = referenceFor(context, call);
  const matchKeys = matchKeysOf(context, call.request.identity);
  return context.store.transaction(async (unit) => {
    await unit.lockKeys([...matchKeys, hashReference(reference)]);
    const linked = await linkOnce(context, unit, { call, reference, matchKeys });
    const resolution = sealResolution(context, call, { reference, linked });
    const expiresAt = await unit.keepResolution(resolution);
    return { reference, expiresAt: expiresAt.toISOString(), customerId: linked.customerId, grade: linked.grade };
  });
}

/** What a reference of this service stands for; undefined once it has expired or was purged. */
export async function openResolution(
  context: ServiceContext,
  unit: StoreUnit,
  sealedFor: { readonly reference: string; readonly service: string },
): Promise<OpenedResolution | undefined> {
  const stored = await unit.findResolution(hashReference(sealedFor.reference));
  if (stored === undefined || stored.expiresAt <= context.now()) return undefined;
  return sealedSchema.parse(JSON.parse(unseal(context.keys, sealedFor, stored.sealed)));
}

/** A retry under one idempotency key gets the customer that the first call got. */
async function linkOnce(
  context: ServiceContext,
  unit: StoreUnit,
  resolving: { readonly call: ResolveCall; readonly reference: string; readonly matchKeys: readonly string[] },
): Promise<Linked> {
  const { call, reference, matchKeys } = resolving;
  const { service, request } = call;
  const opened = await openResolution(context, unit, { reference, service: service.id });
  if (opened?.linked !== undefined) return upToDate(unit, opened.linked);
  const entries = formatIdentity(request.identity, { fieldsByName });
  const resolvedAt = context.now();
  const seen = {
    origin: 'resolution' as const,
    source: service.id,
    // A retry long after the first reference expired makes the same reference for another record.
    sourceRecordId: `${hashReference(reference)} ${resolvedAt.toISOString()}`,
    assurance: 'staff-verified' as const,
    profile: service.profile.id,
    recordedAt: resolvedAt,
    contentDigest: digestOf(context, entries),
    identity: request.identity,
    entries,
  };
  return linkPerson(context, unit, { seen, matchKeys, purposes: Object.keys(service.purposes) });
}

function referenceFor(context: ServiceContext, { service, request, idempotencyKey }: ResolveCall): string {
  if (idempotencyKey === undefined) return createReference(context.keys, service.id);
  return createReference(context.keys, service.id, { idempotencyKey, contentDigest: digestOf(context, request) });
}

function sealResolution(
  context: ServiceContext,
  call: ResolveCall,
  held: { readonly reference: string; readonly linked?: Linked },
): StoredResolution {
  const { service, request } = call;
  const createdAt = context.now();
  const { identity, onBehalfOf } = request;
  const text = JSON.stringify({ identity, onBehalfOf, linked: held.linked });
  return {
    referenceHash: hashReference(held.reference),
    service: service.id,
    sealed: seal(context.keys, { reference: held.reference, service: service.id }, text),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + referenceLifetime),
  };
}

function digestOf(context: ServiceContext, value: unknown): string {
  return shortHash(context.keys.digest, canonicalJson(value));
}
