/**
 * A batch: which records are one person's, all at once, for a first load or a legacy file; or which of one file are in another.
 * Prepares, blocks, scores and clusters, each stage timed. Not the one-record look-up (decide.ts).
 */
import { agglomerate, type Merge } from './agglomerate.ts';
import { rowComparerOf } from './batch-comparer.ts';
import { blockCapFor, createCandidateFinder } from './candidates.ts';
import { compileKind } from './compiled-model.ts';
import { countFrequencies, groupRows, valueColumnsOf } from './frequencies.ts';
import type { CustomerKind, KindModel, Model } from './model.ts';
import { namesakesOf } from './namesakes.ts';
import { comparePairs, fillFromRows, type PairSet } from './pair-set.ts';
import { joinRecords, type Records } from './record-batches.ts';
import { type PlaceholderReport, type PreparedRecords, prepareRecords, type RecordTable } from './record-table.ts';
import { filledOf, type LevelShares, levelSharesOf, mergeKinds, type RangeWarning, rangeWarnings } from './training-range.ts';
import { peopleOf, type Progress, scoreWith, trainOn, type TrainOptions } from './train.ts';
import { createUnionFind } from './union-find.ts';
import { createPair, scorePairLevels, toNats, toProbability } from './weigh.ts';
import { createFloat64s, createInt32s } from './large-lists.ts';

export interface LinkageOptions extends TrainOptions {
  /** A trained model; one is trained on the records themselves where absent. */
  readonly model?: Model;
  /** Record numbers that are one person's by decision, and that are not. Apart wins. */
  readonly together?: readonly (readonly [number, number])[];
  readonly apart?: readonly (readonly [number, number])[];
  readonly linkage?: 'average' | 'closure';
  /** Seconds from any start, to time the stages by. Default: CPU seconds of the process, where there is one; the clock on the wall in a browser. */
  readonly clock?: () => number;
}

/** What a batch found. Records are named by their place among those given. */
export interface Linkage {
  readonly size: number;
  readonly model: Model;
  /** Every pair compared, `left` before `right`; `score` in natural log odds. */
  readonly pairs: { readonly left: Int32Array; readonly right: Int32Array; readonly score: Float64Array };
  /** The pairs that blocking found. */
  readonly candidates: { readonly left: Int32Array; readonly right: Int32Array };
  /** Merges of groups, best first. */
  readonly merges: readonly Merge[];
  readonly placeholders: readonly PlaceholderReport[];
  /** Where a model was given: how the records differ from those it was trained on. */
  readonly warnings: readonly RangeWarning[];
  /** A number per record, equal for one person's, from 0 by first appearance: all merges of at least this probability. */
  readonly clustersAt: (probability: number) => Int32Array;
  /** The same at the lowest cut at which links are still expected to be right in this share. Throws a `RangeError` outside .5 to 1. */
  readonly clustersFor: (precision: number) => Int32Array;
  readonly cpuSeconds: Readonly<Record<Progress['stage'], number>>;
}

/** Finds the records of the same person within one set, made ready before or not. */
export function dedupe(records: Records, options: LinkageOptions = {}): Linkage {
  return linkAll(records, options);
}

export interface LinkOptions extends LinkageOptions {
  /** Which of the two sets hold nobody twice: then two of its records are never one person's. Default: neither. */
  readonly withoutDoubles?: 'first' | 'second' | 'both';
}

/**
 * Finds the people of one set in another: pairs are across the two alone. Records are named by their place among those of the first
 * and then those of the second. Records of one set come together where each fits the other set's, unless it holds nobody twice. Throws a
 * `TypeError` for sets that were made ready by two preparers.
 */
export function link(first: Records, second: Records, options: LinkOptions = {}): Linkage {
  const sides = new Uint8Array(first.length + second.length).fill(1, first.length);
  return linkAll(joinRecords(first, second), options, sides);
}

function linkAll(records: Records, options: LinkOptions, sides?: Uint8Array): Linkage {
  const clock = createClock(options);
  const prepared = prepareRecords(records, sides);
  clock.lap('normalise');
  const trained = options.model ? undefined : trainOn(prepared, options, clock.lap);
  const model = options.model ?? trained?.model;
  if (model === undefined) throw new TypeError('There is no model');
  clock.lap('train');
  const levels = new Map<CustomerKind, LevelShares>();
  const parts = prepared.tables.map((table) => {
    const kind = withPopulation(model.kinds[table.kind], table.rows.length);
    const known = trained?.compared.get(table.kind);
    const compiled = compileKind(kind);
    const found = known ? undefined : findCandidates(table, kind.keys);
    clock.lap('block');
    const set = known ?? comparePairs(table, found ?? new Float64Array(0), compiled);
    const scored = scoreTable(table, { set: { ...set, namesakes: namesakesOf(set, table.rows) }, kind, options });
    clock.lap('score');
    if (options.model) levels.set(table.kind, levelSharesOf(scored.set, scored.scores, compiled));
    const part = clusterTable(table, { ...scored, kind, options });
    clock.lap('cluster');
    return part;
  });
  const warnings = options.model ? warningsOf(model, prepared, levels) : [];
  const { placeholders } = prepared;
  return toLinkage(parts, { size: records.length, model, placeholders, warnings, cpuSeconds: clock.seconds });
}

function warningsOf(
  model: Model,
  { size, tables }: PreparedRecords,
  levels: ReadonlyMap<CustomerKind, LevelShares>,
): RangeWarning[] {
  const filled = mergeKinds(new Map(tables.map((table) => [table.kind, filledOf(table, model.kinds[table.kind])])));
  return rangeWarnings(model.trained, { records: size, filled, levels: mergeKinds(levels) });
}

function findCandidates(table: RecordTable, keys: readonly string[]): Float64Array {
  return createCandidateFinder(table, keys, blockCapFor(table.rows.length)).together(keys);
}

/** In a file of so many records, each is compared with all others. A model trained elsewhere keeps its expectation of doubles. */
function withPopulation(kind: KindModel, records: number): KindModel {
  const { samePerson, household, neighbours } = kind.prior;
  const population = Math.max(records - 1, 5);
  const fit = (others: number): number => Math.min(others, population / 4);
  return { ...kind, prior: { population, samePerson: fit(samePerson), household: fit(household), neighbours: fit(neighbours) } };
}

interface ScoredTable {
  readonly set: PairSet;
  readonly scores: Float64Array;
}

/** Frequencies are of people, and who is one person is known after a first round: in training, or else here. */
function scoreTable(
  table: RecordTable,
  { set, kind, options }: { set: PairSet; kind: KindModel; options: LinkageOptions },
): ScoredTable {
  if (options.without?.withoutTermFrequency) return { set, scores: scoreWith({ ...set, frequencies: undefined }, kind) };
  if (set.frequencies) return { set, scores: scoreWith(set, kind) };
  const compiled = compileKind(kind);
  const columns = valueColumnsOf(table, compiled);
  const groups = groupRows(peopleOf({ ...set, frequencies: countFrequencies(columns, compiled) }, kind, table.rows.length));
  const counted = { ...set, frequencies: countFrequencies(columns, compiled, groups) };
  return { set: counted, scores: scoreWith(counted, kind) };
}

/** Pairs and merges of one kind, by record number. */
interface LinkedTable {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly score: Float64Array;
  readonly merges: readonly Merge[];
}

function clusterTable(table: RecordTable, part: ScoredTable & { kind: KindModel; options: LinkOptions }): LinkedTable {
  const { set, scores, options } = part;
  const { inputs } = table;
  const { together = [], apart = [] } = options;
  const rowsOf = together.length + apart.length > 0 ? rowsByInput(inputs) : undefined;
  const inRows = (pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] =>
    pairs.flatMap(([left, right]) => {
      const [a, b] = [rowsOf?.get(left), rowsOf?.get(right)];
      return a === undefined || b === undefined ? [] : [[a, b] as const];
    });
  const merges = agglomerate({
    size: table.rows.length,
    pairs: { left: set.left, right: set.right, score: scores },
    score: createRowScore(table, part),
    together: inRows(together),
    apart: inRows(apart),
    ...(options.linkage && { linkage: options.linkage }),
  });
  const input = (row: number): number => inputs[row] ?? 0;
  return {
    ...inOrderGiven(set, inputs),
    score: scores,
    merges: merges.map(({ left, right, score, pairs }) => ({ left: input(left), right: input(right), score, pairs })),
  };
}

/** The pairs by record number, the earlier record first. */
function inOrderGiven({ size, left, right }: PairSet, inputs: Int32Array): Pick<LinkedTable, 'left' | 'right'> {
  const pairs = { left: createInt32s(size), right: createInt32s(size) };
  for (let index = 0; index < size; index++) {
    const [one, other] = [inputs[left[index] ?? 0] ?? 0, inputs[right[index] ?? 0] ?? 0];
    pairs.left[index] = Math.min(one, other);
    pairs.right[index] = Math.max(one, other);
  }
  return pairs;
}

function rowsByInput(inputs: Int32Array): ReadonlyMap<number, number> {
  return new Map(Array.from(inputs, (input, row) => [input, row]));
}

/** Scores any two rows, also a pair that blocking missed. */
function createRowScore(
  table: RecordTable,
  { set, kind, options }: { set: PairSet; kind: KindModel; options: LinkOptions },
): (left: number, right: number) => number {
  const { sides } = table;
  const { withoutDoubles } = options;
  const isSingle = [0, 1].map((side) => withoutDoubles === 'both' || withoutDoubles === (side === 0 ? 'first' : 'second'));
  const compiled = compileKind(kind);
  const compare = rowComparerOf(table, compiled.names);
  const pair = createPair(compiled.names.length);
  return (left, right) => {
    if (sides && sides[left] === sides[right] && isSingle[sides[left] ?? 0] === true) return -Infinity;
    pair.levels.set(compare(left, right));
    fillFromRows(set, [left, right], pair);
    return scorePairLevels(compiled, pair);
  };
}

type Finding = Pick<Linkage, 'size' | 'model' | 'placeholders' | 'warnings' | 'cpuSeconds'>;

function toLinkage(parts: readonly LinkedTable[], finding: Finding): Linkage {
  const merges = parts.flatMap((part) => part.merges).sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
  const left = concatenate(
    parts.map((part) => part.left),
    createInt32s,
  );
  const right = concatenate(
    parts.map((part) => part.right),
    createInt32s,
  );
  const score = concatenate(
    parts.map((part) => part.score),
    createFloat64s,
  );
  return {
    ...finding,
    pairs: { left, right, score },
    candidates: { left, right },
    merges,
    clustersAt: (probability) => cutAt(merges, toNats(probability), finding.size),
    clustersFor: (precision) => cutAt(merges, cutFor(merges, precision), finding.size),
  };
}

function concatenate<List extends Int32Array | Float64Array>(parts: readonly List[], create: (size: number) => List): List {
  const whole = create(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The lowest score at which the pairs put together are still expected to be right often enough; merges best first. */
function cutFor(merges: readonly Merge[], precision: number): number {
  if (!(precision >= 0.5 && precision < 1)) throw new RangeError('precision must be at least 0.5 and below 1');
  let [wrong, all] = [0, 0];
  let cut = Infinity;
  for (const { score, pairs } of merges) {
    all += pairs;
    wrong += pairs * (1 - toProbability(score));
    if (wrong <= (1 - precision) * all) cut = score;
  }
  return cut;
}

function cutAt(merges: readonly Merge[], cut: number, size: number): Int32Array {
  const groups = createUnionFind(size);
  for (const { left, right, score } of merges) {
    if (score < cut) break;
    groups.join(left, right);
  }
  const numbers = new Map<number, number>();
  return Int32Array.from({ length: size }, (_, record) => {
    const root = groups.find(record);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}

interface Clock {
  readonly lap: (stage: Progress['stage']) => void;
  readonly seconds: Record<Progress['stage'], number>;
}

/** Whatever runs this: a browser has no `process`. */
const platform: { readonly process?: { readonly cpuUsage?: () => { readonly user: number; readonly system: number } } } =
  globalThis;

function readSeconds(): number {
  const used = platform.process?.cpuUsage?.();
  return used ? (used.user + used.system) / 1e6 : performance.now() / 1000;
}

/** Adds the time since the last lap to a stage. */
function createClock({ onProgress, clock = readSeconds }: LinkageOptions): Clock {
  const seconds = { normalise: 0, block: 0, train: 0, score: 0, cluster: 0 };
  let last = clock();
  return {
    seconds,
    lap: (stage) => {
      const now = clock();
      seconds[stage] += now - last;
      last = now;
      onProgress?.({ stage, done: 1 });
    },
  };
}
