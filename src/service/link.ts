/**
 * Find or create: which customer a person just seen is. The one place where matching and the store meet.
 * The caller holds the locks of the match keys; everything is written in its transaction or not at all.
 */
import { randomUUID } from 'node:crypto';
import type { Outcome } from '../protocol/submission.ts';
import type { Identity } from '../standard/identity.ts';
import type { FieldEvidence, MatchGrade } from '../standard/match-evidence.ts';
import type { FirstLink } from '../store/history.ts';
import type { CandidateBounds, StoreUnit, StoredRecord } from '../store/store.ts';
import type { Decision } from '../matching/index.ts';
import { spendBudgets } from './budgets.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ServiceContext } from './context.ts';
import { createCustomerId } from './customer-id.ts';
import { shortHash } from './keys.ts';
import { matchableCandidates, matchablePart } from './matchable.ts';
import { keepToRulings } from './rulings.ts';

/** A record that has no customer yet. */
export type PersonSeen = Omit<StoredRecord, 'recordId' | 'customerId'>;

export interface Linked {
  readonly recordId: string;
  readonly customerId: string;
  readonly outcome: Outcome;
  readonly grade: MatchGrade;
  /** Against the best candidate, where there was one and it is nobody at risk. */
  readonly explanation?: readonly FieldEvidence[];
}

const bounds: CandidateBounds = { customersPerKey: 200, customers: 400, recordsPerCustomer: 40 };

/** More than a reviewer looks at. */
const mostCandidatesInTask = 10;

/** The keys that a person is found by, hashed so that the database alone says nothing. */
export function matchKeysOf(context: ServiceContext, identity: Identity): readonly string[] {
  return context.matching.blockingKeys(identity).map((key) => shortHash(context.keys.matching, key));
}

/** `matchKeys` are locked. `purposes`: what people may be looked for, of whoever hands the person in. */
export interface PersonToLink {
  readonly seen: PersonSeen;
  readonly matchKeys: readonly string[];
  readonly purposes: readonly string[];
}

/** Decides who this is, and stores the record with the customer that it belongs to. */
export async function linkPerson(context: ServiceContext, unit: StoreUnit, person: PersonToLink): Promise<Linked> {
  const { seen, matchKeys } = person;
  if (!(await mayBeMatched(context, unit, person))) return linkUnmatched(context, unit, seen);
  const { candidates, proposed } = await propose(context, unit, person);
  const decision = await keepToRulings(unit, { decision: proposed, candidates, identity: seen.identity });
  const known = candidates.find(({ customerId }) => customerId === decision.customerId);
  if (known) await unit.claimCustomer(known.customerId, known.version);
  const customerId = decision.customerId ?? (await addCustomer(context, unit, decision.outcome));
  const record = { ...seen, recordId: randomUUID(), customerId };
  await unit.addRecords([record]);
  await unit.addLinks([linkOf(context, record, decision)]);
  // Too thin to match on is too thin to be found by.
  if (decision.outcome !== 'insufficient') await addKeys(unit, record, matchKeys);
  // The same doubt again has its task already.
  if (decision.outcome === 'review' && decision.customerId === undefined)
    await addReviewTask(context, unit, { record, decision });
  const best = decision.ranked[0];
  // Whoever guesses at where a person at risk lives must not be told how near the guess was.
  const isTold = candidates.every(({ customerId, isRestricted }) => customerId !== best?.customerId || isRestricted !== true);
  const explanation = isTold ? best?.evidence : undefined;
  return {
    recordId: record.recordId,
    customerId,
    outcome: decision.outcome,
    grade: decision.grade,
    ...(explanation === undefined ? {} : { explanation }),
  };
}

/** Compares what may be compared, for the purposes at hand. */
async function propose(context: ServiceContext, unit: StoreUnit, { seen, matchKeys, purposes }: PersonToLink) {
  const identity = matchablePart(context.policy, seen.identity, { source: seen.source, purposes });
  const wanted = identity === seen.identity ? matchKeys : matchKeysOf(context, identity).filter((key) => matchKeys.includes(key));
  const candidates = await unit.findCandidates(wanted, bounds);
  const comparable = matchableCandidates(context.policy, candidates, purposes);
  // A source system's record cannot be asked for more: it is linked on what it has.
  const proposed = context.matching.decide(identity, comparable, seen.origin === 'source' ? { minimumStrength: 0 } : {});
  return { candidates, proposed };
}

/** A source system's records were not made up to find something out; whatever a form or a screen hands in may be. */
async function mayBeMatched(
  context: ServiceContext,
  unit: StoreUnit,
  { seen, matchKeys }: { readonly seen: PersonSeen; readonly matchKeys: readonly string[] },
): Promise<boolean> {
  if (seen.origin === 'source') return true;
  const contentDigest = shortHash(context.keys.budget, canonicalJson(seen.identity));
  return spendBudgets(context, unit, { service: seen.source, matchKeys, contentDigest });
}

/** Over budget: nobody is looked for, and nobody will be found by this record, until a person has looked at it. */
async function linkUnmatched(context: ServiceContext, unit: StoreUnit, seen: PersonSeen): Promise<Linked> {
  const decision: Decision = { outcome: 'review', grade: 'possible', ranked: [] };
  const record = { ...seen, recordId: randomUUID(), customerId: await addCustomer(context, unit, 'review') };
  await unit.addRecords([record]);
  await unit.addLinks([linkOf(context, record, decision)]);
  await addReviewTask(context, unit, { record, decision });
  return { recordId: record.recordId, customerId: record.customerId, outcome: decision.outcome, grade: decision.grade };
}

/** The same with the customer that the record is with by now: it may have been merged or split since it was linked. */
export async function upToDate(unit: StoreUnit, linked: Linked): Promise<Linked> {
  return { ...linked, customerId: (await unit.customerOf(linked.recordId)) ?? linked.customerId };
}

/** Why the record is with its customer. */
function linkOf(context: ServiceContext, { recordId, customerId }: StoredRecord, decision: Decision): FirstLink {
  const [best] = decision.ranked;
  return {
    recordId,
    customerId,
    cause: decision.outcome === 'existing' ? 'matched' : decision.outcome,
    ...(best === undefined ? {} : { weight: best.bits }),
    evidence: best?.evidence ?? [],
    modelVersion: context.matching.modelVersion,
    createdAt: context.now(),
  };
}

/** The record's keys, so that the next one about this person finds it. */
export async function addKeys(unit: StoreUnit, record: StoredRecord, matchKeys: readonly string[]): Promise<void> {
  const { customerId, recordId } = record;
  await unit.addMatchKeys(matchKeys.map((matchKey) => ({ matchKey, customerId, recordId })));
}

async function addCustomer(context: ServiceContext, unit: StoreUnit, outcome: Outcome): Promise<string> {
  const customerId = createCustomerId(context.registry.authority);
  const status = outcome === 'new' ? 'confirmed' : 'provisional';
  await unit.addCustomers([{ customerId, status, createdAt: context.now() }]);
  return customerId;
}

async function addReviewTask(
  context: ServiceContext,
  unit: StoreUnit,
  doubt: { readonly record: StoredRecord; readonly decision: Decision },
): Promise<void> {
  const { recordId, customerId } = doubt.record;
  const candidates = JSON.stringify(doubt.decision.ranked.slice(0, mostCandidatesInTask));
  await unit.addReviewTasks([{ taskId: randomUUID(), recordId, customerId, candidates, createdAt: context.now() }]);
}
