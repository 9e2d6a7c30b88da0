/**
 * Searching for people on behalf of a trusted caller: who may this be, how likely, and why. Reads only. What is told of each
 * customer passes the policy, and people at risk are never given away. Not the anonymous path, which never comes here.
 */
import { fieldsByName } from '../standard/fields/all-fields.ts';
import type { Identity } from '../standard/identity.ts';
import type { MatchAnswer, MatchedCustomer, MatchRequest, NameSearchAnswer, NameSearchRequest } from '../protocol/match.ts';
import type { RankedCandidate } from '../matching/index.ts';
import type {
  CandidateBounds,
  CustomerStatus,
  FoundCandidates,
  NameSearchBounds,
  SaidRecord,
  StoreUnit,
  StoredCandidate,
} from '../store/store.ts';
import { nameWordsOf, wordsOf } from '../store/words.ts';
import type { Caller } from './caller.ts';
import type { ServiceContext } from './context.ts';
import { matchKeysOf } from './link.ts';
import { lookUpsTogether } from './look-ups-together.ts';
import { problem, type Problem } from './problem.ts';
import { matchableCandidates, matchablePart } from './matchable.ts';
import { missingFromSearch } from './search-minimum.ts';
import { tellsWhereabouts } from './sensitive-fields.ts';
import { summaryOf } from './best-values.ts';
import { visibleRecords, type HeldCustomer } from './visible-records.ts';

/** Wider than a submission's: a search may say less of the person than a form asks. */
const bounds: CandidateBounds = { customersPerKey: 400, customers: 600, recordsPerCustomer: 40 };
const nameBounds: NameSearchBounds = { records: 5_000, customers: 200 };
const usualMatches = 10;
const usualNames = 20;
const shortestFragment = 3;

/** Candidates for an identity, best first; a problem where it says too little. */
export async function searchByIdentity(
  context: ServiceContext,
  caller: Caller,
  request: MatchRequest,
): Promise<MatchAnswer | Problem> {
  const { purposes } = caller;
  const identity = matchablePart(context.policy, request.identity, { source: caller.service.id, purposes });
  const issues = missingFromSearch(identity);
  if (issues.length > 0) {
    const oneOf = String(issues[0]?.params?.['oneOf']).replaceAll(' ', ', ');
    return problem('search-too-thin', { detail: `Add at least one of: ${oneOf}.`, issues });
  }
  // Before the turn that tells of them: an engine of one connection takes one at a time.
  const found = await lookUpsTogether(context.store, bounds)(matchKeysOf(context, identity));
  return context.store.singly(async (unit) => {
    const tellable = withoutPeopleAtRisk({ caller, identity, candidates: found.candidates });
    const comparable = matchableCandidates(context.policy, tellable, purposes);
    const ranked = context.matching.decide(identity, comparable, { minimumStrength: 0, profile: request.profile }).ranked;
    const matches =
      request.onlyCertainMatches === true ? onlyCertain(ranked) : ranked.filter(({ grade }) => grade !== 'certainly-not');
    context.metrics.searched(caller.service.id, matches[0]?.grade ?? 'none');
    const limit = request.limit ?? usualMatches;
    const told = tellOf(unit, found, soleCertain(matches).slice(0, limit));
    const candidates = told.map((one) => describe(context, caller, one));
    return { candidates, isCut: found.isCut || matches.length > limit };
  });
}

/** Customers by the beginnings of their names, for a screen that lists them. */
export async function searchByName(
  context: ServiceContext,
  caller: Caller,
  request: NameSearchRequest,
): Promise<NameSearchAnswer | Problem> {
  const words = wordsOf(request.name);
  if (!words.some((word) => [...word].length >= shortestFragment)) {
    const issue = { code: 'search/name-too-short', path: 'name', pointer: '/name', params: { least: shortestFragment } } as const;
    return problem('search-too-thin', { detail: 'Give at least three letters of one name.', issues: [issue] });
  }
  return context.store.singly(async (unit) => {
    const customerIds = await unit.findByName(words, nameBounds);
    const held = await hold(unit, customerIds);
    const customers = [...held].flatMap(([customerId, { status, ...customer }]) => {
      const visible = visibleRecords(context, caller, customer);
      return bearsName(visible, words) ? [{ customerId, status, summary: summaryOf(visible) }] : [];
    });
    const limit = request.limit ?? usualNames;
    const sorted = customers.sort((a, b) => (sortText(a.summary) < sortText(b.summary) ? -1 : 1));
    return { customers: sorted.slice(0, limit), isCut: customerIds.length >= nameBounds.customers || sorted.length > limit };
  });
}

interface Searching {
  readonly caller: Caller;
  readonly identity: Identity;
  readonly candidates: readonly StoredCandidate[];
}

/**
 * Somebody who knows an address, a telephone number or an e-mail address must not learn whose it is by searching with it; so
 * people at risk are found by who they are and never by where. Taken out before anything is ranked, counted or cut.
 */
function withoutPeopleAtRisk({ caller, identity, candidates }: Searching): readonly StoredCandidate[] {
  const saysWhere = Object.values(fieldsByName).some(({ name, key }) => identity[key] !== undefined && tellsWhereabouts(name));
  if (!saysWhere || caller.service.permissions.includes('restricted-people')) return candidates;
  return candidates.filter(({ isRestricted }) => isRestricted !== true);
}

/** Two customers cannot both be certain: then neither is. */
function soleCertain(ranked: readonly RankedCandidate[]): readonly RankedCandidate[] {
  const several = ranked.filter(({ grade }) => grade === 'certain').length > 1;
  return several ? ranked.map((one) => (one.grade === 'certain' ? { ...one, grade: 'probable' } : one)) : ranked;
}

function onlyCertain(ranked: readonly RankedCandidate[]): readonly RankedCandidate[] {
  return soleCertain(ranked).filter(({ grade }) => grade === 'certain');
}

interface Told {
  readonly match: RankedCandidate;
  readonly candidate: StoredCandidate;
}

/** The matches, each with what was found of it. */
function tellOf(unit: StoreUnit, found: FoundCandidates, matches: readonly RankedCandidate[]): readonly Told[] {
  const wanted = new Set(matches.map(({ customerId }) => customerId));
  const told = unit.tellOf(found.candidates.filter(({ customerId }) => wanted.has(customerId)));
  return matches.flatMap((match) => {
    const candidate = told.find(({ customerId }) => customerId === match.customerId);
    return candidate === undefined ? [] : [{ match, candidate }];
  });
}

function describe(context: ServiceContext, caller: Caller, { match, candidate }: Told): MatchedCustomer {
  const { customerId, grade, probability, evidence } = match;
  const { said, status, isRestricted = false, hidesHistory = false } = candidate;
  const summary = summaryOf(visibleRecords(context, caller, { records: said, restriction: { isRestricted, hidesHistory } }));
  return { customerId, status, grade, probability, summary, explanation: evidence };
}

/** What the index holds of these customers, in the order asked for. */
async function hold(
  unit: StoreUnit,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, HeldCustomer & { readonly status: CustomerStatus }>> {
  const held = new Map<string, HeldCustomer & { readonly status: CustomerStatus }>();
  for (const { customer, records, restriction } of await unit.holdingsOf(customerIds, bounds.recordsPerCustomer)) {
    held.set(customer.customerId, { records, restriction, status: customer.status });
  }
  return new Map(
    customerIds.flatMap((customerId) => {
      const customer = held.get(customerId);
      return customer === undefined ? [] : [[customerId, customer]];
    }),
  );
}

/** One record bears all the words, by what this caller may see of it: a former name that is suppressed finds nobody. */
function bearsName(records: readonly SaidRecord[], words: readonly string[]): boolean {
  return records.some(({ identity }) => {
    const own = nameWordsOf(identity);
    return words.every((word) => own.some((one) => one.startsWith(word)));
  });
}

function sortText({ name = {} }: Identity): string {
  return [name.family ?? name.full ?? name.given, name.given].join(' ').toLowerCase();
}
