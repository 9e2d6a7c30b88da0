/**
 * Find or create: which customer a person just seen is. The one place where matching and the store meet.
 * The caller holds the locks of the match keys; everything is written in its transaction or not at all.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Outcome } from '../protocol/submission.ts';
import type { Identity } from '../standard/identity.ts';
import type { FieldEvidence, MatchGrade } from '../standard/match-evidence.ts';
import type { FirstLink } from '../store/history.ts';
import type { NewReviewTask } from '../store/review.ts';
import type { CandidateBounds, FoundCandidates, NewCustomer, StoredMatchKey, StoredRecord, StoreUnit } from '../store/store.ts';
import { oneByOne, together } from '../store/together.ts';
import type { Decision } from '../matching/index.ts';
import { spendBudgets } from './budgets.ts';
import { createCandidatePool, type CandidatePool } from './candidate-pool.ts';
import { canonicalJson } from './canonical-json.ts';
import type { MatchKeySet, ServiceContext } from './context.ts';
import { createCustomerId } from './customer-id.ts';
import { shortHash } from './keys.ts';
import { matchableCandidates, matchablePart } from './matchable.ts';
import { createRecordId } from './record-id.ts';
import { keepToRulings } from './rulings.ts';

/** A record that has no customer yet. */
export type PersonSeen = Omit<StoredRecord, 'recordId' | 'customerId'>;

/** `matchKeys` are the hashed keys of the identity. `purposes`: what people may be looked for, of whoever hands the person in. */
export interface PersonToLink {
  readonly seen: PersonSeen;
  readonly matchKeys: readonly string[];
  readonly purposes: readonly string[];
}

export interface Linked {
  readonly recordId: string;
  readonly customerId: string;
  readonly outcome: Outcome;
  readonly grade: MatchGrade;
  /** Against the best candidate, where there was one and it is nobody at risk. */
  readonly explanation?: readonly FieldEvidence[];
}

const bounds: CandidateBounds = { customersPerKey: 200, customers: 400, recordsPerCustomer: 40 };

/** Looked for in one statement, and written in one: while these are decided on, the database finds those behind and writes those before. */
const peopleAtATime = 25;

/** More than a reviewer looks at. */
const mostCandidatesInTask = 10;

/** The keys that a person is found by, hashed so that the database alone says nothing. */
export function matchKeysOf(context: ServiceContext, identity: Identity): readonly string[] {
  const own = context.matching.blockingKeys(identity).map((key) => shortHash(context.keys.matching, key));
  const { comingKeys } = context;
  return comingKeys === undefined ? own : [...new Set([...own, ...hashedKeys(comingKeys, identity)])];
}

/** The keys of one set. */
export function hashedKeys({ secret, blockingKeys }: MatchKeySet, identity: Identity): readonly string[] {
  return blockingKeys(identity).map((key) => shortHash(secret, key));
}

/** Decides who this is, and stores the record with the customer that it belongs to. `matchKeys` are locked. */
export async function linkPerson(context: ServiceContext, unit: StoreUnit, person: PersonToLink): Promise<Linked> {
  const [linked] = await linkPeople(context, unit, [person]);
  if (linked === undefined) throw new TypeError('One person in, one out');
  return linked;
}

/** The same for many, one after the other, each in the knowledge of those before. */
export async function linkPeople(
  context: ServiceContext,
  unit: StoreUnit,
  people: readonly PersonToLink[],
): Promise<readonly Linked[]> {
  const linking = { context, unit, pool: createCandidatePool(), writes: createWrites() };
  const groups = inGroups(people);
  const linked: Linked[] = [];
  const lookUps = groups.map((group) => lookUp(context, unit, group));
  await oneByOne(lookUps, async (sought, index) => {
    for (const { found, ...wanted } of sought)
      linked.push(found === undefined ? linkUnmatched(linking, wanted.person) : await linkFound(linking, wanted, found));
    // All at once and in one order, or two loads would wait for each other.
    if (index === groups.length - 1) await unit.claimCustomers(linking.writes.claims);
    await write(unit, linking.writes);
    // Other callers are answered between the records of a long load.
    if (groups.length > 1) await breathe();
  });
  return linked;
}

function inGroups(people: readonly PersonToLink[]): readonly (readonly PersonToLink[])[] {
  const count = Math.ceil(people.length / peopleAtATime);
  return Array.from({ length: count }, (_, index) => people.slice(index * peopleAtATime, (index + 1) * peopleAtATime));
}

/** The group's people, each with what of them may be looked for and what was found. */
async function lookUp(context: ServiceContext, unit: StoreUnit, group: readonly PersonToLink[]): Promise<readonly Sought[]> {
  const wanted = group.map((person) => wantedOf(context, person));
  const [within, found] = await together([
    withinBudget(context, unit, group),
    unit.searchCandidates(
      wanted.map(({ matchKeys }) => matchKeys),
      bounds,
    ),
  ]);
  return wanted.map((one, index) => ({ ...one, found: within[index] === true ? found[index] : undefined }));
}

interface Linking {
  readonly context: ServiceContext;
  readonly unit: StoreUnit;
  readonly pool: CandidatePool;
  readonly writes: Writes;
}

/** What of a person may be looked for, and by which keys. */
interface Wanted {
  readonly person: PersonToLink;
  readonly identity: Identity;
  readonly matchKeys: readonly string[];
}

function wantedOf(context: ServiceContext, person: PersonToLink): Wanted {
  const { seen, matchKeys, purposes } = person;
  const identity = matchablePart(context.policy, seen.identity, { source: seen.source, purposes });
  if (identity === seen.identity) return { person, identity, matchKeys };
  return { person, identity, matchKeys: matchKeysOf(context, identity).filter((key) => matchKeys.includes(key)) };
}

/** Nothing is found of somebody who is over budget: nobody is looked for. */
type Sought = Wanted & { readonly found: FoundCandidates | undefined };

/** Compares what may be compared, for the purposes at hand. */
async function decideOn({ context, unit, pool }: Linking, { person, identity, matchKeys }: Wanted, found: FoundCandidates) {
  const { seen, purposes } = person;
  const candidates = pool.of(found, matchKeys);
  const comparable = matchableCandidates(context.policy, candidates, purposes);
  // A source system's record cannot be asked for more: it is linked on what it has.
  const proposed = context.matching.decide(identity, comparable, {
    profile: seen.profile,
    ...(seen.origin === 'source' && { minimumStrength: 0 }),
  });
  const decision = await keepToRulings(unit, { decision: proposed, candidates, identity: seen.identity });
  return { candidates, decision };
}

async function linkFound(linking: Linking, wanted: Wanted, found: FoundCandidates): Promise<Linked> {
  const { context, pool, writes } = linking;
  const { seen, matchKeys } = wanted.person;
  const { candidates, decision } = await decideOn(linking, wanted, found);
  const known = candidates.find(({ customerId }) => customerId === decision.customerId);
  const customerId = known?.customerId ?? addCustomer(linking, decision.outcome);
  if (known && !writes.made.has(customerId)) writes.claims.set(customerId, known.version);
  const record = { ...seen, recordId: createRecordId(context.now()), customerId };
  writes.records.push(record);
  writes.links.push(linkOf(context, record, decision));
  // Too thin to match on is too thin to be found by.
  if (decision.outcome !== 'insufficient') {
    writes.keys.push(...keysOf(record, matchKeys));
    pool.give({ record, matchKeys, isProvisional: decision.outcome !== 'new' });
  }
  // The same doubt again has its task already.
  if (decision.outcome === 'review' && decision.customerId === undefined) addReviewTask(linking, { record, decision });
  const best = decision.ranked[0];
  // Whoever guesses at where a person at risk lives must not be told how near the guess was.
  const isTold = candidates.every((candidate) => candidate.customerId !== best?.customerId || candidate.isRestricted !== true);
  const explanation = isTold ? best?.evidence : undefined;
  return {
    recordId: record.recordId,
    customerId,
    outcome: decision.outcome,
    grade: decision.grade,
    ...(explanation === undefined ? {} : { explanation }),
  };
}

/** For each whether it may be matched. */
async function withinBudget(
  context: ServiceContext,
  unit: StoreUnit,
  people: readonly PersonToLink[],
): Promise<readonly boolean[]> {
  const within: boolean[] = [];
  for (const person of people) within.push(await mayBeMatched(context, unit, person));
  return within;
}

/** A source system's records were not made up to find something out; whatever a form or a screen hands in may be. */
async function mayBeMatched(context: ServiceContext, unit: StoreUnit, { seen, matchKeys }: PersonToLink): Promise<boolean> {
  if (seen.origin === 'source') return true;
  const contentDigest = shortHash(context.keys.budget, canonicalJson(seen.identity));
  return spendBudgets(context, unit, { service: seen.source, matchKeys, contentDigest });
}

/** Over budget: nobody is looked for, and nobody will be found by this record, until a person has looked at it. */
function linkUnmatched(linking: Linking, { seen }: PersonToLink): Linked {
  const decision: Decision = { outcome: 'review', grade: 'possible', ranked: [] };
  const recordId = createRecordId(linking.context.now());
  const record = { ...seen, recordId, customerId: addCustomer(linking, 'review') };
  linking.writes.records.push(record);
  linking.writes.links.push(linkOf(linking.context, record, decision));
  addReviewTask(linking, { record, decision });
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
export function keysOf({ customerId, recordId }: StoredRecord, matchKeys: readonly string[]): readonly StoredMatchKey[] {
  return matchKeys.map((matchKey) => ({ matchKey, customerId, recordId }));
}

function addCustomer({ context, writes }: Linking, outcome: Outcome): string {
  const customerId = createCustomerId(context.registry.authority);
  const status = outcome === 'new' ? 'confirmed' : 'provisional';
  writes.made.add(customerId);
  writes.customers.push({ customerId, status, createdAt: context.now() });
  return customerId;
}

function addReviewTask(
  { context, writes }: Linking,
  doubt: { readonly record: StoredRecord; readonly decision: Decision },
): void {
  const { recordId, customerId } = doubt.record;
  const candidates = JSON.stringify(doubt.decision.ranked.slice(0, mostCandidatesInTask));
  writes.tasks.push({ taskId: randomUUID(), recordId, customerId, candidates, createdAt: context.now() });
}

/** What is decided and not written yet, and which customers are this transaction's. */
interface Writes {
  /** Made here. */
  readonly made: Set<string>;
  /** Those that were there before, by the version that was looked at. */
  readonly claims: Map<string, number>;
  readonly customers: NewCustomer[];
  readonly records: StoredRecord[];
  readonly links: FirstLink[];
  readonly keys: StoredMatchKey[];
  readonly tasks: NewReviewTask[];
}

function createWrites(): Writes {
  return { made: new Set(), claims: new Map(), customers: [], records: [], links: [], keys: [], tasks: [] };
}

/** Leaves nothing to write. */
async function write(unit: StoreUnit, { customers, records, links, keys, tasks }: Writes): Promise<void> {
  await together([
    customers.length > 0 && unit.addCustomers(customers.splice(0)),
    unit.addRecords(records.splice(0)),
    unit.addLinks(links.splice(0)),
    unit.addMatchKeys(keys.splice(0)),
    tasks.length > 0 && unit.addReviewTasks(tasks.splice(0)),
  ]);
}
