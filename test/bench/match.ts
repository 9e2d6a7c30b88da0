/**
 * Measures the matching engine: `npm run bench:match`. The benchmark files beside Splink's stored figures (in the folder that
 * CITIZEN_ID_BENCHMARKS names), fresh seeds of synthetic people with intervals, recall by origin of names, accents, look-up of one new
 * record, ablation, calibration. Not a test: nothing fails here. Every figure is of records that no threshold was chosen on, but "best" and
 * R@, which choose theirs on the truth, as Splink's do.
 *
 * Without options each part runs in a process of its own, one after the other; what is measured next, and since when, goes to standard error.
 *
 *   --seeds a,b,c   seeds of synthetic people       --people 33314   how many
 *   --only benchmarks|council|hard|florida|look-up|accents|ablation|speed|large      one part, or several with commas between
 *                   speed: CPU seconds by stage, pairs and memory of that many people; large: of 642,000 records, and a look-up among them
 *   --look-up                       how a look-up grows, among 64,000 and 642,000 records, and nothing else; with --people 1038000 among 2
 *                                   million alone, which takes node --max-old-space-size=12000 --import tsx test/bench/match.ts
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Ablation, dedupe, evaluate, type Evaluation, recallByGroup } from '../../src/matching/index.ts';
import type { Setting } from '../../src/testing/index.ts';
import { measureLookUp, measureLookUpAmong, printLookUps, trainForLookUp } from './match/look-up.ts';
import { figuresOf, printCalibration, printHeading, printMean, printRow } from './match/report.ts';
import { benchmarkNames, drawAccentedSet, drawSet, type LabelledSet, readBenchmark, withoutFolding } from './match/sets.ts';
import { splinkFigures } from './match/splink.ts';
import { type Measured, printTargets } from './match/targets.ts';

/** They are 64,000 records. */
const usualPeople = 33_314;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: 'alder,birch,cedar' },
    people: { type: 'string', default: String(usualPeople) },
    only: { type: 'string' },
    large: { type: 'boolean', default: false },
    'look-up': { type: 'boolean', default: false },
  },
});
const seeds = values.seeds.split(',');
const people = Number(values.people);

/** What is measured where nothing is asked for, in this order. */
const usualParts = ['benchmarks', 'council', 'hard', 'florida', 'look-up', 'accents', 'ablation', 'speed'];

function measure(set: LabelledSet, without: Ablation & { readonly linkage?: 'closure' } = {}): Evaluation {
  const { linkage, ...rest } = without;
  tell(`${[set.name, ...Object.keys(without)].join(', ')}: ${set.records.length} records`);
  const found = dedupe(set.records, {
    without: rest,
    councilPolicy: set.name.startsWith('council'),
    ...(linkage && { linkage }),
  });
  const evaluation = evaluate(found, set.truth);
  const { cpuSeconds } = evaluation;
  lastClusters = found.clustersFor(0.99);
  likelyClusters = found.clustersAt(0.5);
  lastPairs = found.pairs.left.length;
  return { ...evaluation, cpuSeconds: { ...cpuSeconds, total: cpuSeconds.total + set.normaliseSeconds } };
}
let lastClusters: Int32Array = new Int32Array(0);
let likelyClusters: Int32Array = new Int32Array(0);
let lastPairs = 0;

function reportBenchmarks(): void {
  printHeading();
  for (const name of benchmarkNames) {
    const set = readBenchmark(name);
    if (set === undefined) {
      console.log(`${name} is left out: CITIZEN_ID_BENCHMARKS names no folder that holds it`);
      continue;
    }
    const evaluation = measure(set);
    printRow(name, figuresOf(evaluation));
    const splink = splinkFigures(name);
    if (splink) printRow('  Splink', splink);
    printCalibration(evaluation);
    printTargets(name, [{ evaluation, recalls: new Map() }]);
  }
}

function reportSetting(setting: Setting): void {
  printHeading();
  const rows: (readonly number[])[] = [];
  const measured: Measured[] = [];
  for (const seed of seeds) {
    const set = drawSet(setting, seed, people);
    const evaluation = measure(set);
    rows.push(figuresOf(evaluation));
    printRow(set.name, figuresOf(evaluation));
    console.log(
      `  ${set.records.length} records, ${lastPairs} pairs compared (${(lastPairs / set.records.length).toFixed(1)} a record)`,
    );
    printCalibration(evaluation);
    printOrigins(set, lastClusters, 'at the self-set precision .99');
    measured.push({ evaluation, recalls: printOrigins(set, likelyClusters, 'at p ≥ .5') });
  }
  printMean(setting, rows);
  printTargets(setting, measured);
}

/** Recall of each origin with enough pairs, worst first. */
function printOrigins(set: LabelledSet, clusters: Int32Array, where: string): ReadonlyMap<string, number> {
  const recalls = [...recallByGroup(clusters, set.truth, set.groups)]
    .filter(([, { truePairs }]) => truePairs >= 300)
    .map(([origin, { recall }]): [string, number] => [origin, recall])
    .sort((a, b) => a[1] - b[1]);
  console.log(`  recall by origin ${where}: ${recalls.map(([origin, recall]) => `${origin} ${recall.toFixed(3)}`).join(', ')}`);
  return new Map(recalls);
}

/** Each part of the recipe left out in turn, on one seed. */
function reportAblation(): void {
  const set = drawSet('council', seeds[0] ?? 'alder', people);
  const parts: readonly (readonly [string, Ablation & { readonly linkage?: 'closure' }])[] = [
    ['all', {}],
    ['no household', { withoutHousehold: true }],
    ['no conditional e-mail', { withoutConditions: true }],
    ['transitive closure', { linkage: 'closure' }],
    ['no term frequency', { withoutTermFrequency: true }],
  ];
  printHeading();
  for (const [name, without] of parts) printRow(name, figuresOf(measure(set, without)));
  reportAccents(withoutFolding, 'no folding');
}

/** Recall of people whose names have letters beyond a to z, and of the others; both at the self-set precision .99. */
function reportAccents(change = (set: LabelledSet): LabelledSet => set, label = 'accents'): void {
  const set = change(drawAccentedSet(seeds[0] ?? 'alder', people));
  measure(set);
  const groups = [...recallByGroup(lastClusters, set.truth, set.groups)];
  const [marks = 0, plain = 0] = groups.map(([, { recall }]) => 100 * recall);
  console.log(
    `  ${label}: ${groups.map(([group, { recall, truePairs }]) => `${group} ${recall.toFixed(4)} of ${truePairs}`).join(', ')}; ` +
      `gap ${(plain - marks).toFixed(2)} points (must 1.5, moonshot .3)`,
  );
}

/** What a batch costs, stage by stage, on this many people of a council: 33,314 are 64,000 records, 333,144 are 642,000. */
function reportSpeed(people: number, isTheLarge: boolean): void {
  const set = drawSet('council', isTheLarge ? 'large' : 'speed', people);
  const found = dedupe(set.records, { councilPolicy: true });
  const evaluation = evaluate(found, set.truth);
  const { normalise, ...stages } = found.cpuSeconds;
  const seconds = { normalise: normalise + set.normaliseSeconds, ...stages };
  const total = Object.values(seconds).reduce((sum, one) => sum + one, 0);
  const pairs = found.pairs.left.length;
  printHeading();
  printRow(set.name, figuresOf(evaluation));
  console.log(
    `  ${set.records.length} records, ${pairs} pairs (${(pairs / set.records.length).toFixed(1)} a record), ` +
      `${(process.resourceUsage().maxRSS / 1e6).toFixed(2)} GB at most; CPU s ` +
      `${Object.entries(seconds)
        .map(([stage, spent]) => `${stage} ${spent.toFixed(1)}`)
        .join(', ')}, total ${total.toFixed(1)}` +
      (isTheLarge ? ' (must 60, moonshot 25; Splink 31 to 34)' : ''),
  );
  if (isTheLarge) measureLookUp(set, 5000);
}

/** In the benchmark file, where it is at hand, and in synthetic records of every kind of file. */
function reportLookUp(): void {
  const benchmark = readBenchmark('council_60k');
  if (benchmark) measureLookUp(benchmark, 5000);
  for (const setting of ['council', 'hard', 'florida'] as const) {
    const found = seeds.map((seed) => {
      tell(`look-up, ${setting} ${seed}`);
      return measureLookUp(drawSet(setting, seed, people), 5000);
    });
    printLookUps(setting, found);
  }
}

/** One model, ever more customers; or so many as were asked for. */
function reportGrowth(): void {
  const model = trainForLookUp(drawSet('council', seeds[0] ?? 'alder', usualPeople));
  for (const size of people === usualPeople ? [usualPeople, 333_144] : [people]) {
    measureLookUpAmong(drawSet('council', `among ${size}`, size), model, 5000);
  }
}

/** A line of how far it has come, beside the tables. */
function tell(what: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);
}

/** Each in a process of its own, so that no part has the memory of those before it to look through. */
function reportEach(parts: readonly string[]): void {
  const [, script = '', ...options] = process.argv;
  for (const part of parts) {
    const run = spawnSync(process.execPath, [...process.execArgv, script, ...options, '--only', part], { stdio: 'inherit' });
    if (run.status !== 0) console.log(`${part} ended with ${run.status ?? run.signal}`);
  }
}

const reports: Readonly<Record<string, () => void>> = {
  benchmarks: reportBenchmarks,
  council: () => reportSetting('council'),
  hard: () => reportSetting('hard'),
  florida: () => reportSetting('florida'),
  'look-up': reportLookUp,
  accents: () => reportAccents(),
  ablation: reportAblation,
  speed: () => reportSpeed(people, false),
  large: () => reportSpeed(333_144, true),
};

function reportCost(): void {
  const { user, system } = process.cpuUsage();
  console.log(
    `in ${((user + system) / 60e6).toFixed(1)} CPU minutes, ${(process.resourceUsage().maxRSS / 1e6).toFixed(2)} GB of memory at most`,
  );
}

if (values.only === undefined && !values['look-up']) reportEach([...usualParts, ...(values.large ? ['large'] : [])]);
else {
  if (values['look-up']) reportGrowth();
  for (const part of values.only?.split(',') ?? []) reports[part]?.();
  reportCost();
}
