/**
 * Learns level probabilities and class sizes from pairs without labels: expectation-maximisation over the four classes, on candidate
 * pairs, with class sizes relative to all pairs (what blocking left out are strangers). Priors and guards keep what EM learns from
 * wandering: families would otherwise teach it that one person's birthday differs.
 */
import { type DistinctPairs, distinctPairsOf, fillDistinct } from './distinct-pairs.ts';
import type { PairSet } from './pair-set.ts';
import { type CompiledField, type CompiledKind, compileKind } from './compiled-model.ts';
import { maximiseLevels } from './learned-levels.ts';
import { type Comparison, type KindModel, matchClasses } from './model.ts';
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
  const distinct = distinctPairsOf(pairs);
  let model = start;
  let last = 0;
  for (let iteration = 0; iteration < iterations; iteration++) {
    const compiled = compileKind(model);
    const { counts, totals } = expect(compiled, distinct);
    model = maximise(start, model, { counts, totals, compiled, options });
    const matches = totals[0] ?? 0;
    if (iteration > 5 && Math.abs(matches - last) < 1e-4 * matches) break;
    last = matches;
  }
  return model;
}

/** Counts of pairs by field, variant, class and code, and the classes' sizes. */
interface Counted {
  readonly counts: Counts;
  readonly totals: Float64Array;
}

/** Shares every pair out among the classes and counts its levels for each. */
function expect(model: CompiledKind, pairs: DistinctPairs): Counted {
  const counts = model.fields.map(({ codes, variants }) => variants.map(() => new Float64Array(matchClasses.length * codes)));
  const counted: Counted = { counts, totals: new Float64Array(matchClasses.length) };
  const pair = createPair(model.fields.length);
  for (let index = 0; index < pairs.size; index++) {
    fillDistinct(pairs, index, pair);
    sumClasses(model, pair);
    shareOut(pair.sums, pairs.counts[index] ?? 0);
    countPair(model, pair, counted);
  }
  return counted;
}

/** The pair's sums are by now what of it, and of all that are alike, falls to each class. */
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

/** Makes of the classes' logarithms their shares of so many pairs. */
function shareOut(logs: Float64Array, pairs: number): void {
  const greatest = Math.max(logs[0] ?? 0, logs[1] ?? 0, logs[2] ?? 0, logs[3] ?? 0);
  let sum = 0;
  for (let part = 0; part < 4; part++) {
    logs[part] = Math.exp((logs[part] ?? 0) - greatest);
    sum += logs[part] ?? 0;
  }
  for (let part = 0; part < 4; part++) logs[part] = (pairs * (logs[part] ?? 0)) / sum;
}

interface Expected {
  readonly counts: Counts;
  readonly totals: Float64Array;
  readonly compiled: CompiledKind;
  readonly options: LearningOptions;
}

/** Where most live with others, so few of one person's pairs meet these that what is learned of them would be relatives' and flatmates'. */
const keptAsStarted: ReadonlySet<string> = new Set(['forename-differs']);
const manyAtHome = 0.5;
/** Others of a record's household from which on a file is one of families. */
const leastHousehold = 0.05;

function maximise(start: KindModel, model: KindModel, expected: Expected): KindModel {
  const { counts, totals, compiled, options } = expected;
  const { allPairs, share, records, strength = 30 } = options;
  // Expected others of a record: pairs have two ends.
  const others = (part: number): number => Math.max(((totals[part] ?? 0) / share / Math.max(allPairs, 1)) * (records - 1), 1e-6);
  const hasFamilies = model.prior.household > leastHousehold;
  const areMostAtHome = model.prior.household > manyAtHome;
  const comparisons: Record<string, Comparison> = {};
  for (const [index, { name, kind }] of compiled.fields.entries()) {
    const [own, before] = [model.comparisons[name], start.comparisons[name]];
    if (own === undefined || before === undefined) continue;
    const conditions = own.conditions?.map((condition, number) => ({
      ...condition,
      levels:
        areMostAtHome && keptAsStarted.has(condition.label)
          ? condition.levels
          : maximiseLevels(before.conditions?.[number]?.levels ?? [], {
              kind,
              cells: counts[index]?.[number + 1],
              strangers: undefined,
              strength,
              hasFamilies,
              areMostAtHome,
            }),
    }));
    const levels = maximiseLevels(before.levels, {
      kind,
      cells: counts[index]?.[0],
      strangers: own.levels,
      strength,
      hasFamilies,
      areMostAtHome,
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
