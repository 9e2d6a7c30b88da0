/**
 * Scores the pairs of a set, millions of them, to the last bit as weigh.ts scores each: what depends on a pair's levels alone is told once
 * for all pairs at these levels, and what a share weighs once for all values that have it. No rule of its own.
 */
import type { CompiledKind } from './compiled-model.ts';
import { createFloat64s } from './large-lists.ts';
import { type LevelPatterns, levelPatternsOf } from './level-patterns.ts';
import { logNamesakesOf } from './namesakes.ts';
import type { PairSet } from './pair-set.ts';
import { type RowShares, rowSharesOf } from './row-shares.ts';
import { type ComparedPair, createPair, logSum, scorePairLevels, variantOf, weighPolicies, weighShare } from './weigh.ts';

/** Scores every pair of the set with a model of the same comparisons, in natural log odds. */
export function scorePairs(set: PairSet, model: CompiledKind): Float64Array {
  const score = createScorer(set, model);
  const scores = createFloat64s(set.size);
  for (let index = 0; index < set.size; index++) scores[index] = score(index);
  return scores;
}

/** Calls `visit` with the pairs that score so much at least: most of a batch cannot, whatever they share, and cost a look at their levels. */
export function visitPairs(
  set: PairSet,
  { model, least }: { readonly model: CompiledKind; readonly least: number },
  visit: (index: number) => void,
): void {
  const { numbers } = levelPatternsOf(set);
  const mayReach = findReaching(set, model, least);
  const score = createScorer(set, model);
  for (let index = 0; index < set.size; index++) {
    if (mayReach[numbers[index] ?? 0] === 1 && score(index) >= least) visit(index);
  }
}

/** Of each pattern, whether a pair may score so much: as if it agreed in the rarest values, and its address were the least crowded. */
function findReaching(set: PairSet, model: CompiledKind, least: number): Uint8Array {
  const { frequencies, namesakes } = set;
  const lowest = (logs: Float64Array | undefined): number => logs?.reduce((low, log) => Math.min(low, log), 0) ?? 0;
  const rarest = model.fields.map((_, field) => lowest(frequencies?.logShares[field]));
  const [leastCrowd, leastNamesakes] = [lowest(frequencies?.logCrowds), lowest(namesakes?.logs)];
  const patterns = levelPatternsOf(set);
  const mayReach = new Uint8Array(patterns.size);
  const best = createPair(model.fields.length);
  for (let pattern = 0; pattern < patterns.size; pattern++) {
    fillLevels(patterns, pattern, best);
    for (const [field, { exact }] of model.fields.entries()) {
      best.logShares[field] = exact[best.levels[field] ?? 0] === 1 ? (rarest[field] ?? 0) : 0;
    }
    best.logNamesakes = best.levels[model.birthday] === 0 ? leastNamesakes : 0;
    best.logCrowd = best.levels[model.place] === 1 ? leastCrowd : 0;
    mayReach[pattern] = scorePairLevels(model, best) >= least ? 1 : 0;
  }
  return mayReach;
}

function fillLevels({ levels }: LevelPatterns, pattern: number, pair: ComparedPair): void {
  const fields = pair.levels.length;
  for (let field = 0; field < fields; field++) pair.levels[field] = levels[pattern * fields + field] ?? 0;
}

/** The score of a pair of the set by its place. */
function createScorer(set: PairSet, model: CompiledKind): (index: number) => number {
  const { left, right, frequencies, namesakes } = set;
  const { numbers } = levelPatternsOf(set);
  const shares = rowSharesOf(frequencies, model.fields.length);
  const { cells, asks, fixed, policies, logs, shareStarts, shareLogs } = weighPatterns(set, model, shares);
  const { family, given, place } = model;
  const fields = model.fields.length;
  const [priorSame = 0, priorStranger = 0, priorHousehold = 0, priorNeighbour = 0] = model.logPriors;
  const logShareOf = (row: number, field: number): number =>
    shares.logs[field]?.[shares.numbers[row * fields + field] ?? -1] ?? 0;
  const fullNameOf = (row: number): number => {
    const log = frequencies?.logFullNames?.[frequencies.columns.fullNames.ids[row] ?? -1] ?? 0;
    return log === 0 ? 0 : Math.max(log - (logShareOf(row, given) + logShareOf(row, family)), 0);
  };
  const crowdOf = (row: number): number => frequencies?.logCrowds?.[frequencies.columns.byField[place]?.ids[row] ?? -1] ?? 0;
  return (index) => {
    const pattern = numbers[index] ?? 0;
    const asked = asks[pattern] ?? 0;
    if (asked === 0) return fixed[pattern] ?? 0;
    const row = left[index] ?? 0;
    let [same, stranger] = [priorSame, priorStranger];
    let [household, neighbour] = [priorHousehold, priorNeighbour];
    for (let field = 0; field < fields; field++) {
      const cell = cells[pattern * fields + field] ?? 0;
      if (cell === 0) continue;
      const share = cell < 0 ? (shares.numbers[row * fields + field] ?? -1) : -1;
      const at = 4 * Math.abs(cell);
      same += logs[at] ?? 0;
      const weights = share < 0 ? logs : shareLogs;
      const from = share < 0 ? at + 1 : 3 * ((shareStarts[-cell] ?? 0) + share);
      stranger += weights[from] ?? 0;
      household += weights[from + 1] ?? 0;
      neighbour += weights[from + 2] ?? 0;
      if (field === place && (asked & asksCrowd) !== 0) neighbour += crowdOf(row);
      if (field === family && (asked & asksFullName) !== 0) {
        const more = fullNameOf(row);
        stranger += more;
        neighbour += more;
      }
    }
    if (namesakes && (asked & asksNamesakes) !== 0) household += logNamesakesOf(namesakes, row, right[index] ?? 0);
    return same - logSum(stranger, household, neighbour) + (policies[pattern] ?? 0);
  };
}

/** What a pair's score asks beside its levels. */
const [asksShare, asksCrowd, asksFullName, asksNamesakes] = [1, 2, 4, 8];

/** A cell is a level of a comparison's variant; cell 0 is a missing value. */
interface PatternWeights {
  /** `pattern · fields + field`: the cell, as a negative number where the share of the value counts. */
  readonly cells: Int16Array;
  readonly asks: Uint8Array;
  /** By pattern, the score of a pair of which nothing is asked. */
  readonly fixed: Float64Array;
  /** By pattern. */
  readonly policies: Float64Array;
  /** By cell, what it weighs in each of the four classes: `4 · cell + class`. */
  readonly logs: Float64Array;
  /** For cells whose shares count: what each share weighs for strangers, a household and neighbours, `3 · (start + share) + class − 1`. */
  readonly shareStarts: Int32Array;
  readonly shareLogs: Float64Array;
}

function weighPatterns(set: PairSet, model: CompiledKind, shares: RowShares): PatternWeights {
  const patterns = levelPatternsOf(set);
  const fields = model.fields.length;
  const own = weighCells(model, shares);
  const cells = new Int16Array(patterns.size * fields);
  const asks = new Uint8Array(patterns.size);
  const [fixed, policies] = [new Float64Array(patterns.size), new Float64Array(patterns.size)];
  const pair = createPair(fields);
  const { levels } = pair;
  for (let pattern = 0; pattern < patterns.size; pattern++) {
    fillLevels(patterns, pattern, pair);
    let asked = set.namesakes && levels[model.birthday] === 0 ? asksNamesakes : 0;
    if (set.frequencies?.logCrowds && levels[model.place] === 1) asked |= asksCrowd;
    if (set.frequencies?.logFullNames && levels[model.given] === 1 && levels[model.family] === 1) asked |= asksFullName;
    for (const [field, compiled] of model.fields.entries()) {
      const code = levels[field] ?? 0;
      if (code === 0) continue;
      const cell = (own.starts[field] ?? 0) + variantOf(compiled, pair) * compiled.codes + code;
      const isShared = own.shareStarts[cell] !== -1;
      if (isShared) asked |= asksShare;
      cells[pattern * fields + field] = isShared ? -cell : cell;
    }
    asks[pattern] = asked;
    fixed[pattern] = scorePairLevels(model, pair);
    policies[pattern] = weighPolicies(model, pair);
  }
  return { ...own, cells, asks, fixed, policies };
}

/** The cells of a model, and what they weigh. */
interface CellWeights extends Pick<PatternWeights, 'logs' | 'shareStarts' | 'shareLogs'> {
  /** Where the cells of a comparison begin. */
  readonly starts: readonly number[];
}

function weighCells(model: CompiledKind, shares: RowShares): CellWeights {
  const starts: number[] = [];
  const logs: number[] = [];
  const shareStarts: number[] = [];
  const shareLogs: number[] = [];
  for (const [field, { codes, exact, variants }] of model.fields.entries()) {
    starts.push(shareStarts.length);
    const own = shares.logs[field] ?? [];
    for (const variant of variants) {
      for (let code = 0; code < codes; code++) {
        logs.push(...variant.logs.subarray(4 * code, 4 * code + 4));
        const isShared = variant.usesFrequencies && exact[code] === 1 && own.length > 0;
        shareStarts.push(isShared ? shareLogs.length / 3 : -1);
        if (isShared) for (const log of own) shareLogs.push(...weighShare(variant, code, log));
      }
    }
  }
  return {
    starts,
    logs: Float64Array.from(logs),
    shareStarts: Int32Array.from(shareStarts),
    shareLogs: Float64Array.from(shareLogs),
  };
}
