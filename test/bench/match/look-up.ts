/**
 * Looks records up that were held back, one by one, among the customers that the others make: how often the right one is found at a
 * precision of .999, among how many candidates, and how long it takes in memory.
 */
import { blockingKeys, dedupe, type MatchIdentity, type Model } from '../../../src/matching/index.ts';
import { prepareIdentity } from '../../../src/matching/prepared.ts';
import { scorePrepared } from '../../../src/matching/score.ts';
import type { LabelledSet } from './sets.ts';

interface LookedUp {
  /** Natural log odds of the best customer. */
  readonly score: number;
  readonly isRight: boolean;
  readonly candidates: number;
  readonly isAmongCandidates: boolean;
}

/** Holds `count` records back and prints what looking them up finds. */
export function measureLookUp(set: LabelledSet, count: number): void {
  const step = Math.max(Math.floor(set.records.length / count), 4);
  const isHeld = (index: number): boolean => index % step === 0 && index / step < count;
  const kept = set.records.flatMap((_, index) => (isHeld(index) ? [] : [index]));
  const records = kept.flatMap((index) => set.records[index] ?? []);
  const found = dedupe(records);
  const customers = found.clustersFor(0.999);
  const index = createIndex(
    records.map(({ identity }) => identity),
    customers,
  );
  const owners = ownersOf(customers, kept, set.truth.people);
  const known = new Set(kept.map((record) => set.truth.people[record]));
  const times: number[] = [];
  const results: LookedUp[] = [];
  let asked = 0;
  for (const [place, { identity }] of set.records.entries()) {
    const person = set.truth.people[place] ?? -1;
    if (!isHeld(place)) continue;
    if (known.has(person)) asked++;
    const begin = performance.now();
    const best = index.find(identity, found.model);
    times.push(performance.now() - begin);
    results.push({
      score: best.score,
      isRight: owners[best.customer] === person,
      candidates: best.candidates.size,
      isAmongCandidates: [...best.candidates].some((customer) => owners[customer] === person),
    });
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? NaN).toFixed(3);
  const mean = results.reduce((sum, { candidates }) => sum + candidates, 0) / results.length;
  const among = results.filter(({ isAmongCandidates }) => isAmongCandidates).length;
  console.log(
    `look-up, ${set.name}: ${results.length} records among ${records.length}; recall at precision .999 ${recallAt(results, asked, 0.999).toFixed(4)}, ` +
      `.99 ${recallAt(results, asked, 0.99).toFixed(4)}; right customer among ${mean.toFixed(1)} candidates ${(among / asked).toFixed(4)}; ms p50 ${at(0.5)}, p99 ${at(0.99)}`,
  );
}

/** Whose a customer is: the person with most of its records. */
function ownersOf(customers: Int32Array, kept: readonly number[], people: Int32Array): number[] {
  const counts = new Map<number, Map<number, number>>();
  for (const [place, customer] of customers.entries()) {
    const person = people[kept[place] ?? -1] ?? -1;
    const own = counts.get(customer) ?? new Map<number, number>();
    counts.set(customer, own.set(person, (own.get(person) ?? 0) + 1));
  }
  const owners: number[] = [];
  for (const [customer, own] of counts) owners[customer] = [...own].sort((a, b) => b[1] - a[1])[0]?.[0] ?? -1;
  return owners;
}

/** The highest recall of any threshold that keeps the precision. */
function recallAt(results: readonly LookedUp[], asked: number, precision: number): number {
  let [right, wrong, recall] = [0, 0, 0];
  for (const { score, isRight } of [...results].sort((a, b) => b.score - a.score)) {
    if (score === -Infinity) break;
    if (isRight) right++;
    else wrong++;
    if (right / (right + wrong) >= precision) recall = right / asked;
  }
  return recall;
}

interface Found {
  readonly customer: number;
  readonly score: number;
  readonly candidates: ReadonlySet<number>;
}

interface Index {
  readonly find: (identity: MatchIdentity, model: Model) => Found;
}

const mostCustomers = 2 ** 20;
/** A key of more customers than this says too little to follow. */
const largestBlock = 60;

/** Keys, hashed, with their customers, in one sorted array: what a store would keep in a table. */
function createIndex(identities: readonly MatchIdentity[], customers: Int32Array): Index {
  const entries: number[] = [];
  const records = new Map<number, number[]>();
  for (const [place, identity] of identities.entries()) {
    const customer = customers[place] ?? 0;
    const own = records.get(customer);
    if (own) own.push(place);
    else records.set(customer, [place]);
    for (const key of keysOf(identity)) entries.push(hash(key) * mostCustomers + customer);
  }
  const sorted = Float64Array.from(new Set(entries)).sort();
  return {
    find: (identity, model) => {
      const candidates = new Set<number>();
      for (const key of keysOf(identity)) {
        const from = hash(key) * mostCustomers;
        const first = lowerBound(sorted, from);
        const block: number[] = [];
        for (let at = first; (sorted[at] ?? Infinity) < from + mostCustomers && block.length <= largestBlock; at++)
          block.push((sorted[at] ?? 0) - from);
        if (block.length <= largestBlock) for (const customer of block) candidates.add(customer);
      }
      return bestOf(identity, candidates, { model, records, identities });
    },
  };
}

/** The same number as decide.ts: .7 of the mean and .3 of the best record of each customer. */
function bestOf(
  identity: MatchIdentity,
  candidates: ReadonlySet<number>,
  {
    model,
    records,
    identities,
  }: { model: Model; records: ReadonlyMap<number, readonly number[]>; identities: readonly MatchIdentity[] },
): Found {
  const asked = prepareIdentity(identity);
  let best: Found = { customer: -1, score: -Infinity, candidates };
  for (const customer of candidates) {
    const scores = (records.get(customer) ?? []).flatMap((place) => {
      const record = identities[place];
      return record ? [scorePrepared(asked, prepareIdentity(record), { model })] : [];
    });
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const score = 0.7 * mean + 0.3 * Math.max(...scores);
    if (score > best.score) best = { customer, score, candidates };
  }
  return best;
}

function keysOf(identity: MatchIdentity): readonly string[] {
  return blockingKeys(identity);
}

function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
