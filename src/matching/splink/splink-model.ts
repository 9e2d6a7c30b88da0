/**
 * Reads a model that Splink 4 saved, and scores pairs of records with it, to the same match weights: for whoever comes from there, and to
 * hold the two beside each other. It is not turned into a model of this engine: Splink knows no household and has levels of its own.
 */
import type { FieldEvidence } from '../../standard/match-evidence.ts';
import { type CompileOptions, compileCondition, type Condition, type SplinkRecord, UnsupportedCondition } from './condition.ts';
import type { TermFrequencies } from './term-frequencies.ts';

export interface SplinkModel {
  /** The columns that the model compares. */
  readonly columns: readonly string[];
  /** Those whose term frequencies count: to be passed to `countTermFrequencies`. */
  readonly termFrequencyColumns: readonly string[];
  /** Scores two records. A column without frequencies is not adjusted. */
  score(left: SplinkRecord, right: SplinkRecord, frequencies?: TermFrequencies): SplinkScore;
}

/** `matchWeight` is Splink's: log₂ of the odds, prior included. `evidence` and `priorBits` sum to it; a column that is missing gives none. */
export interface SplinkScore {
  readonly matchWeight: number;
  readonly probability: number;
  readonly priorBits: number;
  readonly evidence: readonly FieldEvidence[];
}

/** A model that cannot be read: the message names the comparison and the level. */
export class SplinkModelError extends Error {
  override readonly name = 'SplinkModelError';
}

interface Level {
  readonly label: string;
  /** Undefined: holds for everything that is left. */
  readonly condition: Condition | undefined;
  /** Says nothing: a value is missing. */
  readonly isMissing: boolean;
  readonly m: number;
  readonly u: number;
  readonly frequency?: { readonly column: string; readonly weight: number; readonly leastShare: number };
}

interface Comparison {
  readonly name: string;
  readonly levels: readonly Level[];
}

/** What Splink puts in for a level that it says its training never saw, in words where the figure would stand. */
const neverSeen = 1e-6;
/** Where no m is saved at all, Splink starts from this for the topmost level; the others share the rest. */
const startingTopM = 0.95;

/** Reads the JSON that Splink's `save_model_to_json` writes. Throws `SplinkModelError`. */
export function fromSplinkModel(json: unknown, options: Partial<CompileOptions> = {}): SplinkModel {
  const model = objectOf(json, 'the model');
  const prior = numberIn(model, 'probability_two_random_records_match', 'the model');
  if (prior === undefined) throw new SplinkModelError('the model has no probability_two_random_records_match');
  const compileOptions = { textOf: options.textOf ?? ((text: string) => text) };
  const comparisons = listIn(model, 'comparisons', 'the model').map((comparison) => readComparison(comparison, compileOptions));
  const levels = comparisons.flatMap((comparison) => comparison.levels);
  return {
    columns: [...new Set(levels.flatMap(({ condition }) => [...(condition?.columns ?? [])]))],
    termFrequencyColumns: [...new Set(levels.flatMap(({ frequency }) => (frequency ? [frequency.column] : [])))],
    score(left, right, frequencies = {}) {
      const evidence = comparisons.flatMap((comparison) => weigh(comparison, [left, right], frequencies));
      const priorBits = Math.log2(prior / (1 - prior));
      const matchWeight = evidence.reduce((sum, { bits }) => sum + bits, priorBits);
      return { matchWeight, probability: 1 / (1 + 2 ** -matchWeight), priorBits, evidence };
    },
  };
}

/** The evidence of the first level that holds; none where a value is missing. */
function weigh(
  { name, levels }: Comparison,
  pair: readonly [SplinkRecord, SplinkRecord],
  frequencies: TermFrequencies,
): FieldEvidence[] {
  const level = levels.find(({ condition }) => condition?.holds(...pair) ?? true);
  if (level === undefined || level.isMissing) return [];
  const bits = Math.log2(level.m / level.u) + frequencyBits(level, pair, frequencies);
  return [{ field: name, level: level.label, bits, againstStranger: bits, againstHousehold: bits }];
}

/** What the value's own share says beyond the average of the level. */
function frequencyBits(
  { frequency, u }: Level,
  [left, right]: readonly [SplinkRecord, SplinkRecord],
  frequencies: TermFrequencies,
): number {
  if (frequency === undefined) return 0;
  const { column, weight, leastShare } = frequency;
  const shareOf = (record: SplinkRecord) => frequencies[column]?.get(record[column] ?? '') ?? 0;
  const share = Math.max(shareOf(left), shareOf(right));
  return share === 0 ? 0 : weight * Math.log2(u / Math.max(share, leastShare));
}

function readComparison(json: unknown, options: CompileOptions): Comparison {
  const comparison = objectOf(json, 'a comparison');
  const name = textIn(comparison, 'output_column_name') ?? 'without a name';
  const levels = listIn(comparison, 'comparison_levels', `the comparison ${name}`);
  const read = levels.map((level) => readLevel(objectOf(level, `a level of ${name}`), name, options));
  const telling = read.filter(({ isMissing }) => !isMissing);
  const startingM = (index: number) => (index === 0 ? startingTopM : (1 - startingTopM) / Math.max(1, telling.length - 1));
  return { name, levels: read.map((level) => ({ ...level, m: level.m ?? startingM(telling.indexOf(level)) })) };
}

/** As saved: m may not have been. */
type SavedLevel = Omit<Level, 'm'> & { readonly m: number | undefined };

function readLevel(level: object, comparison: string, options: CompileOptions): SavedLevel {
  const sql = textIn(level, 'sql_condition') ?? '';
  const label = textIn(level, 'label_for_charts') ?? sql;
  const where = `the level "${label}" of ${comparison}`;
  const column = textIn(level, 'tf_adjustment_column');
  const weight = numberIn(level, 'tf_adjustment_weight', where) ?? 1;
  const leastShare = numberIn(level, 'tf_minimum_u_value', where) ?? 0;
  if (column !== undefined && !isExactOn(sql, column))
    throw new SplinkModelError(`${where} is not supported: its term frequency is of a column that it does not compare exactly`);
  const isMissing = Reflect.get(level, 'is_null_level') === true;
  const u = probabilityIn(level, 'u_probability', where);
  if (u === undefined && !isMissing) throw new SplinkModelError(`${where} has no u_probability`);
  return {
    label,
    condition: sql.trim().toUpperCase() === 'ELSE' ? undefined : compileNamed(sql, where, options),
    isMissing,
    m: probabilityIn(level, 'm_probability', where),
    u: u ?? 1,
    ...(column === undefined || weight === 0 ? {} : { frequency: { column, weight, leastShare } }),
  };
}

function compileNamed(sql: string, where: string, options: CompileOptions): Condition {
  try {
    return compileCondition(sql, options);
  } catch (error) {
    if (error instanceof UnsupportedCondition) throw new SplinkModelError(`${where} is not supported: ${error.message}`);
    throw error;
  }
}

/** `"surname_l" = "surname_r"`: only then is the level's own u what the share is measured against. */
function isExactOn(sql: string, column: string): boolean {
  return sql.replace(/["()\s]/g, '') === `${column}_l=${column}_r`;
}

/** Undefined where there is none. Splink writes a sentence instead of a figure where training never saw a level. */
function probabilityIn(level: object, key: string, where: string): number | undefined {
  const saved: unknown = Reflect.get(level, key);
  const value = typeof saved === 'string' ? neverSeen : numberIn(level, key, where);
  if (value !== undefined && !(value > 0 && value <= 1))
    throw new SplinkModelError(`${where}: ${key} must be above 0 and at most 1`);
  return value;
}

function objectOf(value: unknown, what: string): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SplinkModelError(`${what} must be an object`);
  return value;
}

function listIn(object: object, key: string, where: string): readonly unknown[] {
  const value: unknown = Reflect.get(object, key);
  if (!Array.isArray(value)) throw new SplinkModelError(`${where} has no list of ${key}`);
  return value;
}

function textIn(object: object, key: string): string | undefined {
  const value: unknown = Reflect.get(object, key);
  return typeof value === 'string' ? value : undefined;
}

function numberIn(object: object, key: string, where: string): number | undefined {
  const value: unknown = Reflect.get(object, key);
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || Number.isNaN(value)) throw new SplinkModelError(`${where}: ${key} must be a number`);
  return value;
}
