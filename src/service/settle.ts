/**
 * Settling a submission: validates what was given, finds or creates the customer under lock, and keeps the answer, all in one
 * transaction. Idempotent by the service's case reference: a repeat gets the first answer, to the byte, whatever has expired since.
 */
import type { Issue } from '../standard/issue.ts';
import type { PointedIssue } from '../protocol/problem.ts';
import type { Outcome, SettledSubmission } from '../protocol/submission.ts';
import { formatIdentity, parseIdentity, type Entries, type Identity } from '../standard/identity.ts';
import { offeredFields } from '../standard/offered-fields.ts';
import { standardVersion } from '../standard/version.ts';
import type { StoreUnit } from '../store/store.ts';
import { together } from '../store/together.ts';
import { canonicalJson } from './canonical-json.ts';
import { todayOf, type ServiceContext } from './context.ts';
import { storableEntries } from './entries.ts';
import { everyKey, shortHash } from './keys.ts';
import { linkPerson, matchKeysOf, upToDate, type Linked } from './link.ts';
import { isReferenceOf } from './reference.ts';
import type { Service } from './registry.ts';
import { openResolution, type OpenedResolution } from './resolve.ts';
import type { SubmissionContent } from './submission-content.ts';

export interface SettleCall {
  readonly service: Service;
  readonly content: SubmissionContent;
}

/** `settled` holds the whole answer as JSON text; `repeat`: it is the one that the case got before. */
export type Settlement =
  | { readonly kind: 'settled'; readonly answer: string; readonly outcome: Outcome | 'repeat' }
  | { readonly kind: 'invalid'; readonly issues: readonly PointedIssue[] }
  | { readonly kind: 'case-conflict' | 'reference-refused' | 'reference-expired' };

/** What the case is about, once it is known to be good. */
interface Person {
  readonly identity: Identity;
  readonly entries: Entries;
  readonly resolved: OpenedResolution | undefined;
}

/** Settles one case. */
export async function settleSubmission(context: ServiceContext, call: SettleCall): Promise<Settlement> {
  const { service, content } = call;
  if (content.reference !== undefined && !isReferenceOf(context.keys, service.id, content.reference))
    return { kind: 'reference-refused' };
  const given = canonicalJson(content.given?.entries ?? content.reference);
  const contentDigests = everyKey(context.keys).map(({ digest }) => shortHash(digest, given));
  const [contentDigest = ''] = contentDigests;
  return context.store.transaction(async (unit) => {
    const person = await readPerson(context, unit, call);
    // What can no longer be read, an expired reference say, may belong to a case that was settled long ago.
    if ('kind' in person) return (await findRepeat(unit, call, contentDigests)) ?? person;
    const matchKeys = matchKeysOf(context, person.identity);
    const caseKey = shortHash(context.keys.matching, 'case', service.id, content.caseReference);
    // Asked for together, run one after the other: what is found is what stands once the keys are held.
    const [, repeated] = await together([unit.lockKeys([...matchKeys, caseKey]), findRepeat(unit, call, contentDigests)]);
    return repeated ?? (await settle(context, unit, { call, contentDigest, person, matchKeys }));
  });
}

async function findRepeat(
  unit: StoreUnit,
  { service, content }: SettleCall,
  contentDigests: readonly string[],
): Promise<Settlement | undefined> {
  const stored = await unit.findSubmission(service.id, content.caseReference);
  if (stored === undefined) return undefined;
  return contentDigests.includes(stored.contentDigest)
    ? { kind: 'settled', answer: stored.answer, outcome: 'repeat' }
    : { kind: 'case-conflict' };
}

/** What was typed wins over what was resolved; an expired reference is passed over where something was typed. */
async function readPerson(
  context: ServiceContext,
  unit: StoreUnit,
  { service, content }: SettleCall,
): Promise<Person | Settlement> {
  const { reference, given, requiredFields } = content;
  const resolved = reference === undefined ? undefined : await openResolution(context, unit, { reference, service: service.id });
  if (given === undefined && resolved === undefined) return { kind: 'reference-expired' };
  const entries = given?.entries ?? formatIdentity(resolved?.identity ?? {}, service.profile);
  const point = given?.point ?? ((issues: readonly Issue[]) => issues.map((issue) => ({ ...issue, pointer: '/reference' })));
  const parsed = parseIdentity(entries, service.profile, {
    today: todayOf(service.profile.id, context.now()),
    fields: offeredFields[service.profile.id],
    ...(requiredFields === undefined ? {} : { requiredFields }),
  });
  return parsed.ok ? { identity: parsed.value, entries, resolved } : { kind: 'invalid', issues: point(parsed.issues) };
}

interface Settling {
  readonly call: SettleCall;
  readonly contentDigest: string;
  readonly person: Person;
  readonly matchKeys: readonly string[];
}

async function settle(context: ServiceContext, unit: StoreUnit, settling: Settling): Promise<Settlement> {
  const { call, contentDigest, person } = settling;
  const alteredFields = person.resolved === undefined ? [] : differingFields(person.resolved.identity, person.identity);
  const told = alteredFields.length === 0 ? person.resolved?.linked : undefined;
  const linked = told === undefined ? await link(context, unit, settling) : await upToDate(unit, told);
  const answer = JSON.stringify(answerOf(linked, person.identity));
  await unit.addSubmission({
    service: call.service.id,
    caseReference: call.content.caseReference,
    contentDigest,
    customerId: linked.customerId,
    recordId: linked.recordId,
    alteredFields,
    answer,
    createdAt: context.now(),
  });
  return { kind: 'settled', answer, outcome: linked.outcome };
}

function link(context: ServiceContext, unit: StoreUnit, { call, contentDigest, person, matchKeys }: Settling): Promise<Linked> {
  const seen = {
    origin: 'submission' as const,
    source: call.service.id,
    sourceRecordId: call.content.caseReference,
    assurance: 'self-asserted' as const,
    profile: call.service.profile.id,
    recordedAt: context.now(),
    contentDigest,
    identity: person.identity,
    entries: storableEntries(person.entries, call.service.profile),
  };
  return linkPerson(context, unit, { seen, matchKeys, purposes: Object.keys(call.service.purposes) });
}

/** Names of the identity's members that are not the same in both: what was altered between resolving and submitting. */
function differingFields(resolved: Identity, arrived: Identity): readonly string[] {
  const canonical = (identity: Identity) => new Map(Object.entries(identity).map(([key, value]) => [key, canonicalJson(value)]));
  const [before, after] = [canonical(resolved), canonical(arrived)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)).sort();
}

function answerOf(linked: Linked, identity: Identity): SettledSubmission {
  const { customerId, outcome, grade, explanation } = linked;
  return { customerId, outcome, grade, identity, standardVersion, ...(explanation === undefined ? {} : { explanation }) };
}
