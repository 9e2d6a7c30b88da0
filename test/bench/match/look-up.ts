/**
 * Looks records up that were held back, one by one, among the customers that the others make: how often the right one is found at a
 * precision of .999, among how many candidates, and how long it takes in memory.
 */
import { createLookUp, dedupe, type LookUp, type Model, trainModel } from '../../../src/matching/index.ts';
import type { LabelledSet } from './sets.ts';

interface LookedUp {
  /** Natural log odds of the best customer. */
  readonly score: number;
  readonly isRight: boolean;
  readonly candidates: number;
  readonly isAmongCandidates: boolean;
}

/** Holds `count` records back and prints what looking them up among the others' customers finds. */
export function measureLookUp(set: LabelledSet, count: number): void {
  const held = holdBack(set, count);
  const found = dedupe(held.records, { councilPolicy: isCouncils(set) });
  const customers = found.clustersFor(0.999);
  lookUpHeld(set, held, { model: found.model, customers, owners: ownersOf(customers, held.kept, set.truth.people) });
}

/**
 * The same among customers that are put together rightly, by a model trained on a small file: so that files of many sizes can be measured
 * without a batch of each.
 */
export function measureLookUpAmong(set: LabelledSet, model: Model, count: number): void {
  const held = holdBack(set, count);
  const customers = Int32Array.from(held.kept, (index) => set.truth.people[index] ?? -1);
  lookUpHeld(set, held, { model, customers, owners: ownersOf(customers, held.kept, set.truth.people) });
}

/** A model to look up with. */
export function trainForLookUp(set: LabelledSet): Model {
  return trainModel(set.records, { councilPolicy: isCouncils(set) });
}

/** As a batch of the set is measured. */
function isCouncils({ name }: LabelledSet): boolean {
  return name.startsWith('council');
}

interface Held {
  readonly isHeld: (index: number) => boolean;
  readonly kept: readonly number[];
  readonly records: LabelledSet['records'];
}

function holdBack({ records }: LabelledSet, count: number): Held {
  const step = Math.max(Math.floor(records.length / count), 4);
  const isHeld = (index: number): boolean => index % step === 0 && index / step < count;
  const kept = records.flatMap((_, index) => (isHeld(index) ? [] : [index]));
  return { isHeld, kept, records: kept.flatMap((index) => records[index] ?? []) };
}

interface Index {
  readonly model: Model;
  /** Of each kept record. */
  readonly customers: Int32Array;
  /** Whose each customer is. */
  readonly owners: readonly number[];
}

function lookUpHeld(set: LabelledSet, { isHeld, kept, records }: Held, { model, customers, owners }: Index): void {
  const began = process.cpuUsage();
  const index: LookUp = createLookUp(
    records.map(({ identity }, place) => ({ customerId: String(customers[place]), identity })),
    { model },
  );
  const { user, system } = process.cpuUsage(began);
  const known = new Set(kept.map((record) => set.truth.people[record]));
  const results: LookedUp[] = [];
  let asked = 0;
  for (const [place, { identity }] of set.records.entries()) {
    const person = set.truth.people[place] ?? -1;
    if (!isHeld(place)) continue;
    if (known.has(person)) asked++;
    const candidates = index.findCandidates(identity);
    const [best] = candidates;
    results.push({
      score: best?.score ?? -Infinity,
      isRight: owners[Number(best?.customerId)] === person,
      candidates: candidates.length,
      isAmongCandidates: candidates.some(({ customerId }) => owners[Number(customerId)] === person),
    });
  }
  const { least, all } = timeLookUps(
    index,
    set.records.filter((_, place) => isHeld(place)),
  );
  const mean = results.reduce((sum, { candidates }) => sum + candidates, 0) / results.length;
  const among = results.filter(({ isAmongCandidates }) => isAmongCandidates).length;
  console.log(
    `look-up, ${set.name}: ${results.length} records among ${records.length} of ${index.customers} customers, ` +
      `${(index.keys / records.length).toFixed(1)} keys a record, made in ${((user + system) / 1e6).toFixed(1)} CPU s; ` +
      `recall at precision .999 ${recallAt(results, asked, 0.999).toFixed(4)}, ` +
      `.99 ${recallAt(results, asked, 0.99).toFixed(4)}; right customer among ${mean.toFixed(1)} candidates ${(among / asked).toFixed(4)}; CPU ms p50 ${at(least, 0.5)}, p99 ${at(least, 0.99)} at the least of ${rounds} rounds, p99 ${at(all, 0.99)} of all`,
  );
  console.log(`  keys: ${model.kinds.person.lookUpKeys?.join(' ') ?? 'the usual ones'}`);
}

const rounds = 3;

/**
 * CPU milliseconds of each look-up, lowest first: of every round, and of each record the least. On a machine with other work to do the slowest
 * of all are those that were interrupted, whatever was looked up; the least of each is what the look-up itself takes.
 */
function timeLookUps(index: LookUp, records: LabelledSet['records']): { readonly least: number[]; readonly all: number[] } {
  const all: number[] = [];
  const least = records.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [place, { identity }] of records.entries()) {
      const begin = process.cpuUsage();
      index.findCandidates(identity);
      const { user, system } = process.cpuUsage(begin);
      const spent = (user + system) / 1000;
      all.push(spent);
      least[place] = Math.min(least[place] ?? Infinity, spent);
    }
  }
  const inOrder = (times: number[]): number[] => times.sort((a, b) => a - b);
  return { least: inOrder(least), all: inOrder(all) };
}

function at(times: readonly number[], share: number): string {
  return (times[Math.floor(times.length * share)] ?? NaN).toFixed(3);
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
