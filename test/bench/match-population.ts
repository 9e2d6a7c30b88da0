/**
 * Measures matching on synthetic boroughs the model was not set on: `npx tsx test/bench/match-population.ts`. Prints, per seed, pairs and
 * clusters of a first load, then how often each variant of a person is decided rightly in a look-up. Not a test: nothing fails here.
 * `SEEDS=a,b,c` changes the seeds; `CITIZEN_ID_BENCHMARKS` (a folder with council_60k.csv) adds that file.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { blockingKeys, builtInModel, clusterRecords, decide, type Decision } from '../../src/matching/index.ts';
import { dedupe } from '../../src/matching/linkage.ts';
import { toProbability } from '../../src/matching/weigh.ts';
import type { Identity } from '../../src/standard/identity.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { parseRecord } from '../../src/standard/record.ts';
import {
  createPopulation,
  createRandom,
  drawPeople,
  flatmateOf,
  hasNickname,
  type Person,
  type Random,
  sonOf,
  twinOf,
  withAddressRespelled,
  withNickname,
  withoutContacts,
  withSurnameTypo,
} from '../../src/testing/index.ts';

const today = { year: 2025, month: 6, day: 1 };
const read = (fields: Readonly<Record<string, string>>): Identity => parseRecord(fields, profiles.gb, { today }).identity;

interface Labelled {
  readonly identities: readonly Identity[];
  readonly truth: readonly string[];
  readonly sources?: readonly string[];
}

function countPairs(groups: Iterable<string | number>): number {
  const sizes = new Map<string | number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2).padStart(6);

/** Pairs scored one by one: precision and recall at fixed thresholds, and the best F1 over all of them. */
function reportPairs({ identities, truth }: Labelled): void {
  const begin = performance.now();
  const { pairs } = dedupe(
    identities.map((identity, index) => ({ recordId: String(index), identity })),
    { model: builtInModel },
  );
  const end = performance.now();
  const scored = Array.from(pairs.score, (score, index) => ({
    score,
    isTrue: truth[pairs.left[index] ?? 0] === truth[pairs.right[index] ?? 0],
  }));
  const all = countPairs(truth);
  const found = scored.filter((pair) => pair.isTrue).length;
  console.log(`  blocking: ${scored.length} pairs, recall ${percent(found, all)} %, batch ${(end - begin).toFixed(0)} ms`);
  for (const threshold of [0.5, 0.95, 0.99, 0.999]) {
    const linked = scored.filter((pair) => toProbability(pair.score) >= threshold);
    const right = linked.filter((pair) => pair.isTrue).length;
    console.log(`  pairs at ${threshold}: precision ${percent(right, linked.length)} %, recall ${percent(right, all)} %`);
  }
  scored.sort((a, b) => b.score - a.score);
  let [right, best, recallAtTarget] = [0, 0, 0];
  for (const [index, { isTrue }] of scored.entries()) {
    right += isTrue ? 1 : 0;
    best = Math.max(best, (2 * right) / (index + 1 + all));
    if (right / (index + 1) >= 0.999) recallAtTarget = right / all;
  }
  console.log(`  pairs: best F1 ${best.toFixed(4)}, recall at precision .999 ${recallAtTarget.toFixed(4)}`);
}

function reportClusters({ identities, truth, sources }: Labelled): void {
  for (const precision of [0.95, 0.99, 0.999]) {
    const begin = performance.now();
    const clusters = clusterRecords(identities, { precision, ...(sources && { sources }) });
    const time = performance.now() - begin;
    const [linked, all] = [countPairs(clusters), countPairs(truth)];
    const right = countPairs(clusters.map((cluster, index) => `${cluster} ${truth[index] ?? ''}`));
    console.log(
      `  clusters at ${precision}: precision ${percent(right, linked)} %, recall ${percent(right, all)} %, ` +
        `F1 ${((2 * right) / (linked + all)).toFixed(4)}, ${(time / 1000).toFixed(1)} s`,
    );
  }
}

/** After a first load: the borough's own people ask, with all that they have and with what the systems have of it. */
function reportLookUps({ identities, truth, sources }: Labelled, people: readonly Person[]): void {
  for (const precision of [0.99, 0.999]) {
    const clusters = clusterRecords(identities, { precision, ...(sources && { sources }) });
    const index = createIndex(identities.map((identity, number) => [String(clusters[number] ?? -1), identity]));
    const owners = new Map<string, Set<string>>();
    for (const [number, cluster] of clusters.entries())
      owners.set(String(cluster), (owners.get(String(cluster)) ?? new Set()).add(truth[number] ?? ''));
    const outcomes = new Map<string, number>();
    for (const person of people.slice(0, 2000)) {
      const asked = read(person.entries);
      const { outcome, customerId = '' } = decide(asked, index(asked));
      const key =
        outcome !== 'existing' ? outcome : owners.get(customerId)?.has(person.personId) ? 'existing, right' : 'existing, WRONG';
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    }
    console.log(
      `  people looked up after a load at ${precision}: ${[...outcomes].map(([key, number]) => `${key} ${number}`).join(', ')} of 2000`,
    );
  }
}

type Variant = readonly [name: string, vary: (person: Person, random: Random) => Person, isSame: boolean];
const variants: readonly Variant[] = [
  ['same again', (person) => person, true],
  ['surname typo', withSurnameTypo, true],
  ['nickname', withNickname, true],
  ['address respelled', withAddressRespelled, true],
  ['typo and respelled', (person, random) => withSurnameTypo(withAddressRespelled(person, random), random), true],
  ['twin', twinOf, false],
  ['son', sonOf, false],
  ['flatmate', flatmateOf, false],
];

/** A look-up of each variant in an index that holds the borough and the person, with contacts on both sides and without. */
function reportVariants(seed: string, count: number): void {
  const index = createIndex(
    createPopulation({ seed: `index-${seed}` }).records.map(({ fields, personId }) => [personId, read(fields)]),
  );
  const people = drawPeople(`variants-${seed}`, count * 2);
  for (const [name, vary, isSame] of variants) {
    for (const contacts of ['with contacts', 'without']) {
      const random = createRandom(`${seed} ${name}`);
      const subjects = people
        .filter((person) => name !== 'nickname' || hasNickname(person))
        .filter((person) => contacts === 'without' || person.emailAddress !== undefined || person.telephoneNumber !== undefined)
        .slice(0, count)
        .map((person) => (contacts === 'without' ? withoutContacts(person) : person));
      const decisions = subjects.map((person) => {
        const variant = vary(person, random);
        const known = read(person.entries);
        const asked = read((contacts === 'without' ? withoutContacts(variant) : variant).entries);
        return { decision: decide(asked, [...index(asked), { customerId: person.personId, records: [known] }]), person };
      });
      console.log(`  ${name.padEnd(20)} ${contacts.padEnd(14)} n=${subjects.length} ${tell(decisions, isSame)}`);
    }
  }
}

function tell(decisions: readonly { decision: Decision; person: Person }[], isSame: boolean): string {
  const outcomes = new Map<string, number>();
  for (const { decision, person } of decisions) {
    const key = decision.outcome === 'existing' && decision.customerId !== person.personId ? 'stranger' : decision.outcome;
    outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
  }
  const right = isSame
    ? (outcomes.get('existing') ?? 0)
    : decisions.length - (outcomes.get('existing') ?? 0) - (outcomes.get('stranger') ?? 0);
  return `right ${percent(right, decisions.length)} %  ${[...outcomes].map(([key, number]) => `${key} ${number}`).join(', ')}`;
}

/** An index of records by key, as a store would keep them. */
function createIndex(
  rows: readonly (readonly [string, Identity])[],
): (identity: Identity) => { customerId: string; records: Identity[] }[] {
  const records = new Map<string, Identity[]>();
  const holders = new Map<string, Set<string>>();
  for (const [customerId, identity] of rows) {
    records.set(customerId, [...(records.get(customerId) ?? []), identity]);
    for (const key of blockingKeys(identity)) holders.set(key, (holders.get(key) ?? new Set()).add(customerId));
  }
  return (identity) =>
    [...new Set(blockingKeys(identity).flatMap((key) => [...(holders.get(key) ?? [])]))].map((customerId) => ({
      customerId,
      records: records.get(customerId) ?? [],
    }));
}

/** council_60k.csv: no quotes in it, columns in this order. */
function readCouncilFile(file: string): Labelled {
  const rows = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const identities = rows.map(
    ([, , given = '', family = '', born = '', line1 = '', postcode = '', emailAddress = '', telephoneNumber = '']) =>
      read({
        'name.given': given,
        'name.family': family,
        dateOfBirth: born,
        'postalAddress.line1': line1,
        'postalAddress.postcode': postcode,
        emailAddress,
        telephoneNumber,
      }),
  );
  return { identities, truth: rows.map((row) => row[9] ?? ''), sources: rows.map((row) => row[1] ?? '') };
}

for (const seed of (process.env['SEEDS'] ?? 'amber,birch,cedar').split(',')) {
  const { records, people } = createPopulation({ seed });
  console.log(`borough "${seed}": ${records.length} records`);
  const labelled = {
    identities: records.map(({ fields }) => read(fields)),
    truth: records.map(({ personId }) => personId),
    sources: records.map(({ source }) => source),
  };
  reportPairs(labelled);
  reportClusters(labelled);
  reportLookUps(labelled, people);
  reportVariants(seed, Number(process.env['COUNT'] ?? 500));
}

const benchmarks = process.env['CITIZEN_ID_BENCHMARKS'];
const councilFile = benchmarks === undefined ? '' : path.join(benchmarks, 'council_60k.csv');
if (existsSync(councilFile)) {
  console.log('council_60k');
  const labelled = readCouncilFile(councilFile);
  reportPairs(labelled);
  reportClusters(labelled);
} else console.log('council_60k is left out: CITIZEN_ID_BENCHMARKS names no folder that holds it');
