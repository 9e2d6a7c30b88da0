/**
 * Learns level probabilities and class sizes from pairs without labels: expectation-maximisation over the four classes, on candidate
 * pairs, with class sizes relative to all pairs (what blocking left out are strangers). Priors and guards keep what EM learns from
 * wandering: families would otherwise teach it that one person's birthday differs.
 */
import type { PairSet } from './pair-set.ts';
import { fillPair } from './pair-set.ts';
import { type CompiledField, type CompiledKind, compileKind } from './compiled-model.ts';
import { type Comparison, type ComparisonKind, type KindModel, type Level, levelLabels, matchClasses } from './model.ts';
import { type ComparedPair, createPair, sumClasses, variantOf } from './weigh.ts';

export interface LearningOptions {
  /** Rounds of expectation and maximisation. Default 25; fewer where nothing changes any more. */
  readonly iterations?: number;
  /** How many pairs a prior counts for. Default 30. */
  readonly strength?: number;
  /** All pairs of the file that the set is a sample of the candidates of. */
  readonly allPairs: number;
  /** The share of the candidates that the set is. */
  readonly share: number;
  /** Records, to tell a record's expected number of doubles by. */
  readonly records: number;
  /** Learn no household and no neighbours, to show what they buy. */
  readonly withoutHousehold?: boolean;
}

/** Counts by field, variant, class and code. */
type Counts = readonly (readonly Float64Array[])[];

/** The model whose probabilities make the pairs likeliest, near the starting one. */
export function learn(start: KindModel, pairs: PairSet, options: LearningOptions): KindModel {
  const { iterations = 25 } = options;
  let model = start;
  let last = 0;
  const ratio = Math.min(1, mostPairs / pairs.size);
  const share = options.share * ratio;
  let walked: Walked = { active: sampleOf(pairs.size, ratio), settled: undefined };
  for (let iteration = 0; iteration < iterations; iteration++) {
    const compiled = compileKind(model);
    const counted = expect(compiled, pairs, walked);
    const { counts, totals } = counted;
    if (iteration === settledAfter) walked = { active: counted.doubtful, settled: counted.strangers };
    model = maximise(start, model, { counts, totals, compiled, options: { ...options, share } });
    const matches = totals[0] ?? 0;
    if (iteration > 5 && Math.abs(matches - last) < 1e-4 * matches) break;
    last = matches;
  }
  return model;
}

/** More pairs than this teach nothing that these do not: of a larger set a sample is walked. */
const mostPairs = 250_000;

/** Numbers of a share of the pairs, spread evenly and the same ones every time. */
function sampleOf(size: number, ratio: number): Uint32Array {
  const all = Uint32Array.from({ length: size }, (_, index) => index);
  return ratio < 1 ? all.filter((index) => (Math.imul(index + 1, 0x9e3779b1) >>> 0) / 2 ** 32 < ratio) : all;
}

/** After so many rounds, pairs that are strangers' beyond doubt are walked no more: what they count for stays as it is. */
const settledAfter = 3;
const beyondDoubt = 1 - 1e-5;

/** Counts of pairs by field, variant, class and code, and the classes' sizes. */
interface Counted {
  readonly counts: Counts;
  readonly totals: Float64Array;
}

interface Walked {
  readonly active: Uint32Array;
  readonly settled: Counted | undefined;
}

function emptyCounts(fields: readonly CompiledField[]): Counts {
  return fields.map(({ codes, variants }) => variants.map(() => new Float64Array(matchClasses.length * codes)));
}

/** Shares every pair out among the classes and counts its levels for each. */
function expect(
  model: CompiledKind,
  pairs: PairSet,
  { active, settled }: Walked,
): Counted & { readonly doubtful: Uint32Array; readonly strangers: Counted } {
  const all: Counted = { counts: emptyCounts(model.fields), totals: new Float64Array(4) };
  const strangers: Counted = { counts: emptyCounts(model.fields), totals: new Float64Array(4) };
  const doubtful: number[] = [];
  const pair = createPair(model.fields.length);
  for (const index of active) {
    fillPair(pairs, index, pair);
    sumClasses(model, pair);
    const shares = pair.sums;
    normalise(shares);
    const isSettled = (shares[1] ?? 0) > beyondDoubt;
    if (!isSettled) doubtful.push(index);
    countPair(model, pair, isSettled ? strangers : all);
  }
  for (const part of settled === undefined ? [strangers] : [strangers, settled]) addTo(all, part);
  return { ...all, doubtful: Uint32Array.from(doubtful), strangers };
}

function addTo(all: Counted, part: Counted): void {
  for (let at = 0; at < 4; at++) all.totals[at] = (all.totals[at] ?? 0) + (part.totals[at] ?? 0);
  for (const [field, variants] of all.counts.entries()) {
    for (const [variant, cells] of variants.entries()) {
      const more = part.counts[field]?.[variant];
      for (let at = 0; at < cells.length; at++) cells[at] = (cells[at] ?? 0) + (more?.[at] ?? 0);
    }
  }
}

/** The pair's sums are its shares among the classes by now. */
function countPair(model: CompiledKind, pair: ComparedPair, into: Counted): void {
  const shares = pair.sums;
  for (let part = 0; part < 4; part++) into.totals[part] = (into.totals[part] ?? 0) + (shares[part] ?? 0);
  for (let field = 0; field < model.fields.length; field++) {
    const code = pair.levels[field] ?? 0;
    const compiled = model.fields[field];
    if (code === 0 || compiled === undefined) continue;
    const variant = variantOf(compiled, pair);
    const cells = into.counts[field]?.[variant];
    const logShare = pair.logShares[field] ?? 0;
    const chance = compiled.variants[variant]?.usesFrequencies === true && logShare !== 0 ? Math.exp(logShare) : 0;
    if (cells) countLevel(cells, { compiled, variant, code, chance }, shares);
  }
}

interface CountedLevel {
  readonly compiled: CompiledField;
  readonly variant: number;
  readonly code: number;
  /** The share of people with the value both have; 0 where frequency does not count. */
  readonly chance: number;
}

/** Of an agreement within a household only that part counts that was on purpose: the rest is the chance that strangers have. */
function countLevel(cells: Float64Array, { compiled, variant, code, chance }: CountedLevel, shares: Float64Array): void {
  const { codes } = compiled;
  for (let part = 0; part < 4; part++) {
    let share = shares[part] ?? 0;
    if (part > 1 && chance > 0) {
      const purpose = compiled.variants[variant]?.probabilities[part]?.[code] ?? 1;
      share *= purpose / (purpose + (1 - purpose) * chance);
    }
    const cell = part * codes + code;
    cells[cell] = (cells[cell] ?? 0) + share;
  }
}

function normalise(logs: Float64Array): void {
  const greatest = Math.max(logs[0] ?? 0, logs[1] ?? 0, logs[2] ?? 0, logs[3] ?? 0);
  let sum = 0;
  for (let part = 0; part < 4; part++) {
    logs[part] = Math.exp((logs[part] ?? 0) - greatest);
    sum += logs[part] ?? 0;
  }
  for (let part = 0; part < 4; part++) logs[part] = (logs[part] ?? 0) / sum;
}

interface Expected {
  readonly counts: Counts;
  readonly totals: Float64Array;
  readonly compiled: CompiledKind;
  readonly options: LearningOptions;
}

function maximise(start: KindModel, model: KindModel, expected: Expected): KindModel {
  const { counts, totals, compiled, options } = expected;
  const { allPairs, share, records } = options;
  // Expected others of a record: pairs have two ends.
  const others = (part: number): number => Math.max(((totals[part] ?? 0) / share / Math.max(allPairs, 1)) * (records - 1), 1e-6);
  const hasFamilies = model.prior.household > leastHousehold;
  const comparisons: Record<string, Comparison> = {};
  for (const [index, { name, kind }] of compiled.fields.entries()) {
    const [own, before] = [model.comparisons[name], start.comparisons[name]];
    if (own === undefined || before === undefined) continue;
    const conditions = own.conditions?.map((condition, number) => ({
      ...condition,
      levels: maximiseLevels(before.conditions?.[number]?.levels ?? [], {
        kind,
        cells: counts[index]?.[number + 1],
        strangers: undefined,
        options,
        hasFamilies,
      }),
    }));
    const levels = maximiseLevels(before.levels, {
      kind,
      cells: counts[index]?.[0],
      strangers: own.levels,
      options,
      hasFamilies,
    });
    comparisons[name] = { ...own, levels, ...(conditions && { conditions }) };
  }
  return {
    ...model,
    prior: {
      population: Math.max(records - 1, 4),
      samePerson: Math.min(others(0), (records - 1) / 4),
      household: options.withoutHousehold ? 1e-9 : Math.min(others(2), (records - 1) / 4),
      neighbours: options.withoutHousehold ? 1e-9 : Math.min(others(3), (records - 1) / 4),
    },
    comparisons,
  };
}

interface LevelCounts {
  readonly kind: ComparisonKind;
  readonly cells: Float64Array | undefined;
  /** Where u was measured on random pairs, and is not learned. */
  readonly strangers: readonly Level[] | undefined;
  readonly options: LearningOptions;
  readonly hasFamilies: boolean;
}

function maximiseLevels(
  start: readonly Level[],
  { kind, cells, strangers, options, hasFamilies }: LevelCounts,
): readonly Level[] {
  const { strength = 30 } = options;
  const columns = matchClasses.map((part, index) => {
    const prior = start.map((level) => level[part]);
    if (cells === undefined || (part === 'u' && strangers !== undefined)) return strangers?.map((level) => level[part]) ?? prior;
    if (part === 'n' && !sharedAtAddress.has(kind))
      return prior.map((value, at) => (isExact(kind, at) ? value : (strangers?.[at]?.u ?? value)));
    if (part === 'u' && !learnsStrangers.has(kind)) return prior;
    const counted = start.map((_, at) => cells[index * (start.length + 1) + at + 1] ?? 0);
    const learned = blend(kind, { prior, counted, weight: strength });
    if (part === 'h' && !sharedInHousehold.has(kind)) return withPurpose(kind, prior, learned);
    return part === 'm'
      ? guard(kind, learned, { prior, drift: hasFamilies ? mostDrift.amongFamilies : mostDrift.otherwise })
      : learned;
  });
  return start.map((level, at) => ({
    label: level.label,
    m: columns[0]?.[at] ?? level.m,
    u: columns[1]?.[at] ?? level.u,
    h: columns[2]?.[at] ?? level.h,
    n: columns[3]?.[at] ?? level.n,
  }));
}

const sharedInHousehold: ReadonlySet<ComparisonKind> = new Set([
  'family',
  'place',
  'email-address',
  'telephone-number',
  'category',
  'source',
]);
const sharedAtAddress: ReadonlySet<ComparisonKind> = new Set([
  'place',
  'email-address',
  'telephone-number',
  'category',
  'source',
]);

/** Kinds whose levels among strangers depend on a condition in a way that only the pairs themselves show: mailboxes made from names. */
const learnsStrangers: ReadonlySet<ComparisonKind> = new Set(['email-address']);

/**
 * Two of a household are two people: their forenames and birthdays are strangers', but for what agrees on purpose (juniors, twins),
 * and even of that not much more than expected. Left to itself this class would take in one person's records with a mistake.
 */
function withPurpose(kind: ComparisonKind, prior: readonly number[], learned: readonly number[]): number[] {
  const least = leastPurpose.get(kind) ?? 0;
  return prior.map((value, at) =>
    isExact(kind, at) ? Math.min(Math.max(learned[at] ?? value, least * value), mostPurpose * value) : value,
  );
}

function isExact(kind: ComparisonKind, at: number): boolean {
  return ['exact', 'mobile', 'landline'].includes(levelLabels[kind][at] ?? '');
}

/** Counts and prior together, a distribution in each group of levels: mobiles and landlines are compared each with their like. */
function blend(
  kind: ComparisonKind,
  { prior, counted, weight }: { prior: number[]; counted: number[]; weight: number },
): number[] {
  const groups =
    kind === 'telephone-number'
      ? [
          [0, 1, 2],
          [3, 4, 5],
        ]
      : [prior.map((_, at) => at)];
  const learned = [...prior];
  for (const group of groups) {
    const sum = (values: readonly number[]): number => group.reduce((total, at) => total + (values[at] ?? 0), 0);
    const [all, whole] = [sum(counted), sum(prior)];
    for (const at of group) {
      learned[at] = Math.max(((counted[at] ?? 0) + (weight * (prior[at] ?? 0)) / whole) / (all + weight), 1e-9);
    }
  }
  return learned;
}

/**
 * The most that one person's birthday or forename may be learned to contradict itself, as a multiple of the prior: little where there
 * are families, whose members would be taken for one person's mistakes; much where each has an address of their own.
 */
const mostDrift = { amongFamilies: 5, otherwise: 20 };
/** Others of a record's household from which on a file is one of families. */
const leastHousehold = 0.05;
/** The same for what a household agrees in on purpose. */
const mostPurpose = 3;
/** And the least of it: fathers and sons, and twins, whose records look like one person's, are not all learned away. */
const leastPurpose: ReadonlyMap<ComparisonKind, number> = new Map([
  ['given', 1],
  ['date-of-birth', 0.3],
]);
const guarded: ReadonlySet<ComparisonKind> = new Set(['given', 'date-of-birth', 'organisation-name', 'identifier']);
const contradicting: ReadonlySet<string> = new Set(['differ', 'weak', 'same-year', 'two-characters', 'generation']);

function guard(
  kind: ComparisonKind,
  learned: readonly number[],
  { prior, drift }: { prior: readonly number[]; drift: number },
): number[] {
  if (!guarded.has(kind)) return [...learned];
  const capped = learned.map((value, at) =>
    contradicting.has(levelLabels[kind][at] ?? '') ? Math.min(value, drift * (prior[at] ?? 1)) : value,
  );
  const [before, after] = [learned, capped].map((values) => values.reduce((sum, value) => sum + value, 0));
  // What was taken away goes to the exact level.
  capped[0] = (capped[0] ?? 0) + (before ?? 0) - (after ?? 0);
  return capped;
}
