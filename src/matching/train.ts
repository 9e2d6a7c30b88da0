/**
 * Trains a model on records, without labels: levels and class sizes by expectation-maximisation, in two rounds of term frequencies
 * (first each record for a person, then each confident group), and the blocking keys that pay. The same records and seed give the
 * same model to the last byte, in whatever order they come.
 */
import type { CalendarDate } from '../standard/calendar-date.ts';
import { formatPartialDate } from '../standard/legacy/date-of-birth.ts';
import { blockCapFor, createCandidateFinder, without } from './candidates.ts';
import { blockingVersion } from './blocking.ts';
import type { PreparedRecord } from './compare.ts';
import { compileKind } from './compiled-model.ts';
import { learn, type LearningOptions } from './em.ts';
import { countFrequencies, countPeople, type GroupedRows, groupRows, type ValueColumns, valueColumnsOf } from './frequencies.ts';
import { learnKeys } from './learn-keys.ts';
import { type Comparison, type ComparisonName, type CustomerKind, type KindModel, type Model } from './model.ts';
import { scorePairs, visitPairs } from './pair-scores.ts';
import { comparePairs, joinSets, type PairSet } from './pair-set.ts';
import type { Records } from './record-batches.ts';
import { countPairs, prepareRecords, type PreparedRecords, type RecordTable } from './record-table.ts';
import { birthdayContradicted, fewBirthdaysKeys, startingOrganisationModel, startingPersonModel } from './starting-model.ts';
import { withStrangers } from './strangers.ts';
import { digestOf, filledOf, type LevelShares, levelSharesOf, mergeKinds } from './training-range.ts';
import { createUnionFind } from './union-find.ts';
import { toNats } from './weigh.ts';
import { createBytes, createInt32s } from './large-lists.ts';

/** What each part of the recipe buys can be seen by leaving it out; a council leaves none out. */
export interface Ablation {
  readonly withoutHousehold?: boolean;
  readonly withoutConditions?: boolean;
  readonly withoutTermFrequency?: boolean;
}

export interface TrainOptions {
  /** What the records are, in words, and the day it is, for the model's provenance. */
  readonly on?: string;
  readonly today?: CalendarDate;
  /**
   * Whether a birthday that plainly differs, with no contact that agrees, counts 8 nats more against: for councils, where namesakes
   * are many and birthdays checked. Default false.
   */
  readonly councilPolicy?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly without?: Ablation;
}

/** How far a stage has come, 0 to 1. */
export interface Progress {
  readonly stage: 'normalise' | 'block' | 'train' | 'score' | 'cluster';
  readonly done: number;
}

/** Told when a stage has ended, to be timed: training blocks and compares too. */
export type Lap = (stage: Progress['stage']) => void;

/** A digest of fewer records could be guessed. */
const leastToDigest = 100;
/** Fewer records of a kind than this teach nothing: the starting figures stand. */
const leastRecords = 20;
/** Of larger files than this, the pairs of so many records teach; all candidates are then found by the keys that were learned. */
const recordsToLearnFrom = 15_000;
/** And of no more pairs than about this, however many neighbours and namesakes a record has: half as many teach the same of a huge file. */
const [pairsToLearnFrom, pairsToLearnFromOfMany] = [600_000, 300_000];
/** From this probability on a pair is a target of the keys. */
const confident = 0.95;
/**
 * In a file of more records than this, a key that finds fewer such pairs among those it adds than one in a thousand is not followed: such
 * keys are four in five of all pairs compared, and what they find mostly comes together by way of another record. Where few have a
 * birthday, of a file of any size, it is one in 40,000: keys that find fewer are half of all pairs, and find one in two thousand true ones.
 */
const manyRecords = 300_000;
const leastPaid = 1 / 1000;
const leastPaidWithFewBirthdays = 1 / 40_000;
/** Kinds of key that a look-up follows at most: each is kept for every record of an index. */
const mostLookUpKeys = 10;
/** From this probability on two records count as one person for a next round's frequencies: split people make values look common. */
const countedAsOne = 0.6;

/** Trains a model on these records. A file too small or too thin gives the starting figures, and no error. */
export function trainModel(records: Records, options: TrainOptions = {}): Model {
  return trainOn(prepareRecords(records), options).model;
}

export interface Trained {
  readonly model: Model;
  /** The compared candidates of each kind, where they are all of the file's and need not be looked for again. */
  readonly compared: ReadonlyMap<CustomerKind, PairSet>;
}

/** The same for records that are prepared already. */
export function trainOn(prepared: PreparedRecords, options: TrainOptions = {}, lap: Lap = () => undefined): Trained {
  const compared = new Map<CustomerKind, PairSet>();
  const kinds: Record<CustomerKind, KindModel> = {
    person: startFor('person', [], options),
    organisation: startFor('organisation', [], options),
  };
  const levels = new Map<CustomerKind, LevelShares>();
  let pairs = 0;
  for (const table of prepared.tables) {
    const { model, set, levels: own } = trainTable(table, options, lap);
    kinds[table.kind] = model;
    pairs += set?.size ?? 0;
    if (set) compared.set(table.kind, set);
    if (own) levels.set(table.kind, own);
  }
  const filled = mergeKinds(new Map(prepared.tables.map((table) => [table.kind, filledOf(table, kinds[table.kind])])));
  const model: Model = {
    format: 2,
    id: `trained-${prepared.size}-${pairs}`,
    blockingVersion,
    kinds,
    precision: 0.999,
    trained: {
      on: options.on ?? 'records given',
      records: prepared.size,
      pairs,
      rounds: 2,
      filled,
      ...(options.today && { date: formatPartialDate(options.today) }),
      ...(prepared.size >= leastToDigest && { digest: digestOf(prepared) }),
      levels: mergeKinds(levels),
    },
  };
  return { model, compared };
}

/** The starting model for records that have these values. */
function startFor(kind: CustomerKind, rows: readonly PreparedRecord[], options: TrainOptions): KindModel {
  const others = extraComparisons(rows);
  const start = kind === 'person' ? startingPersonModel(others) : startingOrganisationModel(others);
  const keys = kind === 'person' && haveFewBirthdays(rows) ? [...start.keys, ...fewBirthdaysKeys] : start.keys;
  const policies = kind === 'person' && options.councilPolicy === true ? [birthdayContradicted] : [];
  return withoutParts({ ...start, keys, policies }, options.without);
}

/** The share of records with a birthday below which keys of names alone are worth their many pairs. */
const fewBirthdays = 0.75;

/** Of the pairs that training is sure of, the share that a batch's keys find; more where what is not sure is as often one person's. */
const [usualCoverage, coverageWithFewBirthdays] = [0.9995, 0.9999];

function haveFewBirthdays(rows: readonly PreparedRecord[]): boolean {
  const known = rows.reduce((sum, { birthday }) => sum + (birthday ? 1 : 0), 0);
  return rows.length > 0 && known < fewBirthdays * rows.length;
}

function withoutParts(model: KindModel, { withoutConditions, withoutHousehold }: Ablation = {}): KindModel {
  const comparisons = Object.entries(model.comparisons).map(([name, comparison]): [string, Comparison] => {
    const { conditions: _, ...rest } = comparison;
    return [name, withoutConditions ? rest : comparison];
  });
  const prior = withoutHousehold ? { ...model.prior, household: 1e-9, neighbours: 1e-9 } : model.prior;
  return { ...model, prior, comparisons: Object.fromEntries(comparisons) };
}

/** Comparisons that these records ask for besides the usual: identifiers, categories, and sources where there are several. */
function extraComparisons(rows: readonly PreparedRecord[]): ComparisonName[] {
  const names = new Set<string>();
  const sources = new Set<number>();
  for (const row of rows) {
    for (const name of Object.keys(row.identifiers)) names.add(name);
    for (const name of Object.keys(row.categories)) names.add(name);
    sources.add(row.source);
  }
  if (sources.size > 1) names.add('source');
  return [...names].sort();
}

interface TrainedTable {
  readonly model: KindModel;
  readonly levels?: LevelShares;
  readonly set?: PairSet;
}

function trainTable(table: RecordTable, options: TrainOptions, lap: Lap): TrainedTable {
  const records = table.rows.length;
  const bare = startFor(table.kind, table.rows, options);
  const prior = { ...bare.prior, population: Math.max(records, 10) };
  if (records < leastRecords) return { model: { ...bare, prior: { ...prior, samePerson: 0.7 } } };
  const start = withStrangers({ ...bare, prior: startingPrior(bare, records) }, table);
  lap('train');
  const finder = createCandidateFinder(table, start.keys, blockCapFor(records));
  const mostPairs = records > manyRecords ? pairsToLearnFromOfMany : pairsToLearnFrom;
  const { byKey, pairs, share } = finder.sample(Math.min(1, recordsToLearnFrom / records), mostPairs);
  lap('block');
  const compiled = compileKind(start);
  const columns = valueColumnsOf(table, compiled);
  const count = (groups?: GroupedRows) =>
    options.without?.withoutTermFrequency ? undefined : countFrequencies(columns, compiled, groups);
  const sample = comparePairs(table, pairs, compiled);
  const first: PairSet = { ...sample, frequencies: count() };
  const learning: LearningOptions = { allPairs: countPairs(table), share, records, ...options.without };
  const once = learn(start, first, learning);
  const scores = scoreWith(first, once);
  const levels = levelSharesOf(sample, scores, compiled);
  const isSure = areAtLeast(scores, toNats(confident));
  const isSparse = table.kind === 'person' && haveFewBirthdays(table.rows);
  const extent = {
    leastPay: isSparse ? leastPaidWithFewBirthdays : records > manyRecords ? leastPaid : 0,
    coverage: isSparse ? coverageWithFewBirthdays : usualCoverage,
  };
  const sureKeys = learnKeys({ pairsByKey: byKey, pairs, isTarget: isSure, ...extent });
  const targets = isSure.reduce((sum, one) => sum + one, 0);
  const lookUpKeys = learnKeys({ pairsByKey: byKey, pairs, isTarget: isSure, most: mostLookUpKeys, costOfKey: targets });
  lap('train');
  const candidates = share < 1 ? finder.together(sureKeys) : pairs;
  lap('block');
  const found = share < 1 ? comparePairs(table, candidates, compiled) : sample;
  lap('score');
  const people = peopleOf({ ...found, frequencies: first.frequencies }, once, records);
  const keys = learnKeys({ pairsByKey: byKey, pairs, isTarget: withinPeople(sample, people), known: sureKeys, ...extent });
  const groups = groupRows(people);
  const frequencies = count(groups);
  const twice = learn(start, { ...sample, frequencies }, learning);
  lap('train');
  const others = share < 1 ? without(finder.together(keys.slice(sureKeys.length)), candidates) : new Float64Array(0);
  lap('block');
  const all = others.length > 0 ? joinSets(found, comparePairs(table, others, compiled)) : found;
  lap('score');
  return { model: { ...withNames(twice, columns, groups), keys, lookUpKeys }, set: { ...all, frequencies }, levels };
}

/**
 * Of each pair, whether its records count as one person's, be it by way of others: what says little by itself, a moved person's initial
 * and surname, is what keys of sure pairs would miss.
 */
function withinPeople({ left, right }: PairSet, people: Int32Array): Uint8Array {
  const isWithin = createBytes(left.length);
  for (let index = 0; index < left.length; index++) {
    isWithin[index] = people[left[index] ?? 0] === people[right[index] ?? 0] ? 1 : 0;
  }
  return isWithin;
}

function areAtLeast(scores: Float64Array, least: number): Uint8Array {
  const are = createBytes(scores.length);
  for (let index = 0; index < scores.length; index++) are[index] = (scores[index] ?? 0) >= least ? 1 : 0;
  return are;
}

function startingPrior({ prior }: KindModel, records: number): KindModel['prior'] {
  const most = (records - 1) / 5;
  return {
    population: records - 1,
    samePerson: Math.min(1, most),
    household: Math.min(prior.household, most),
    neighbours: Math.min(prior.neighbours, most),
  };
}

/** Scores a set with a model of the same comparisons. */
export function scoreWith(set: PairSet, model: KindModel): Float64Array {
  return scorePairs(set, compileKind(model));
}

/** A number per record, equal for records that count as one person's. */
export function peopleOf(set: PairSet, model: KindModel, records: number): Int32Array {
  const groups = createUnionFind(records);
  const wanted = { model: compileKind(model), least: toNats(countedAsOne) };
  visitPairs(set, wanted, (index) => groups.join(set.left[index] ?? 0, set.right[index] ?? 0));
  const people = createInt32s(records);
  for (let row = 0; row < records; row++) people[row] = groups.find(row);
  return people;
}

/** Names kept in a model: those of so many people at least, the commonest first. */
const leastBearers = 3;
const mostNames = 1500;

/** The shares of common forenames and surnames go into the model; values of other fields are somebody's and do not. */
function withNames(model: KindModel, columns: ValueColumns, groups: GroupedRows): KindModel {
  const comparisons = { ...model.comparisons };
  const compiled = compileKind(model);
  for (const name of ['given', 'family']) {
    const [comparison, column] = [comparisons[name], columns.byField[compiled.names.indexOf(name)]];
    if (comparison === undefined || column === undefined || column.ids.length < 2000) continue;
    const bearers = countPeople(column, groups);
    const all = bearers.reduce((sum, count) => sum + count, 0);
    const common = Array.from(bearers, (count, id): [string, number] => [column.values[id] ?? '', count])
      .filter(([, count]) => count >= leastBearers)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, mostNames);
    const shares = Object.fromEntries(common.map(([value, count]) => [value, Number((count / all).toPrecision(4))]));
    const otherwise = Math.max(comparison.frequencies?.otherwise ?? 0, (common.at(-1)?.[1] ?? 1) / all);
    comparisons[name] = { ...comparison, frequencies: { shares, otherwise } };
  }
  return { ...model, comparisons };
}
