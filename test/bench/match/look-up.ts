/**
 * Looks records up that were held back, one by one, among the customers that the others make: how often the right one is found at a
 * precision of .999, among how many candidates, and how long it takes in memory. At .999 a set of 5,000 allows three wrong links, and whether
 * the fourth scores a little more or less moves the recall by points: so sets are also taken together, by one threshold for all.
 */
import { createLookUp, dedupe, type LookUp, type Model, trainModel } from '../../../src/matching/index.ts';
import { meanAndWidth } from './report.ts';
import type { LabelledSet } from './sets.ts';

interface LookedUp {
  /** Natural log odds of the best customer. */
  readonly score: number;
  readonly isRight: boolean;
  readonly candidates: number;
  readonly isAmongCandidates: boolean;
}

/** What a set's look-ups found. */
export interface LookUps {
  readonly results: readonly LookedUp[];
  /** How many of them are of people who are among the customers. */
  readonly asked: number;
}

/** Holds `count` records back and prints what looking them up among the others' customers finds. */
export function measureLookUp(set: LabelledSet, count: number): LookUps {
  const held = holdBack(set, count);
  const found = dedupe(held.records, { councilPolicy: isCouncils(set) });
  const customers = found.clustersFor(0.999);
  return lookUpHeld(set, held, { model: found.model, customers, owners: ownersOf(customers, held.kept, set.truth.people) });
}

/** The mean of several sets, half the width of its 95 % interval, and all sets as if they were one. */
export function printLookUps(name: string, sets: readonly LookUps[]): void {
  const recalls = [0.999, 0.99].map((precision) => sets.map((set) => recallAt(set, precision).recall));
  const means = recalls.map(meanAndWidth).map(({ mean, width }) => `${mean.toFixed(4)} ± ${width.toFixed(4)}`);
  const together = { results: sets.flatMap(({ results }) => results), asked: sets.reduce((sum, { asked }) => sum + asked, 0) };
  console.log(
    `look-up, ${name}, mean of ${sets.length}: recall at precision .999 ${means[0]}, .99 ${means[1]}; together ${tellRecalls(together)}${name === 'council' ? ' (.999: must .95, moonshot .98)' : ''}`,
  );
}

/**
 * The same among customers that are put together rightly, by a model trained on a small file: so that files of many sizes can be measured
 * without a batch of each.
 */
export function measureLookUpAmong(set: LabelledSet, model: Model, count: number): LookUps {
  const held = holdBack(set, count);
  const customers = Int32Array.from(held.kept, (index) => set.truth.people[index] ?? -1);
  return lookUpHeld(set, held, { model, customers, owners: ownersOf(customers, held.kept, set.truth.people) });
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

function lookUpHeld(set: LabelledSet, { isHeld, kept, records }: Held, { model, customers, owners }: Index): LookUps {
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
      `${tellRecalls({ results, asked })}; right customer among ${mean.toFixed(1)} candidates ${(among / asked).toFixed(4)}; CPU ms p50 ${at(least, 0.5)}, p99 ${at(least, 0.99)} at the least of ${rounds} rounds, p99 ${at(all, 0.99)} of all`,
  );
  console.log(`  keys: ${model.kinds.person.lookUpKeys?.join(' ') ?? 'the usual ones'}`);
  return { results, asked };
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

/** At a precision by a threshold chosen on the truth, with how many wrong links that allows; and at the engine's own .999. */
function tellRecalls({ results, asked }: LookUps): string {
  const best = [0.999, 0.99].map((precision) => {
    const { recall, wrong } = recallAt({ results, asked }, precision);
    return `.${String(precision).slice(2)} ${recall.toFixed(4)} (${wrong} wrong)`;
  });
  const sure = results.filter(({ score }) => score >= Math.log(999));
  const wrong = sure.filter(({ isRight }) => !isRight).length;
  const own = `${((sure.length - wrong) / asked).toFixed(4)} (${wrong} wrong of ${sure.length})`;
  return `recall of ${asked} at precision ${best.join(', ')}, at p ≥ .999 ${own}`;
}

/** The highest recall of any threshold that keeps the precision, and how many links are wrong there. */
function recallAt({ results, asked }: LookUps, precision: number): { readonly recall: number; readonly wrong: number } {
  let [right, wrong] = [0, 0];
  let best = { recall: 0, wrong: 0 };
  for (const { score, isRight } of [...results].sort((a, b) => b.score - a.score)) {
    if (score === -Infinity) break;
    if (isRight) right++;
    else wrong++;
    if (right / (right + wrong) >= precision) best = { recall: right / asked, wrong };
  }
  return best;
}
