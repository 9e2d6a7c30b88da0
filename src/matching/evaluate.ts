/**
 * How good a linkage is against a known truth: precision, recall and calibration of its pairs and of its clusters. Pure figures, exact.
 * Nothing here trains, or lets the linkage see the truth; the walk down the thresholds is evaluate-sweeps.ts.
 */
import { type Merge, type ScoredPairs, sweepClusters, sweepPairs, type Visit } from './evaluate-sweeps.ts';
import { countTruePairs, type Judge, judgeBy, shareOf, type Truth } from './evaluate-truth.ts';

/** What is needed of a linkage; scores are natural log odds. Record numbers are positions in the records that were linked. */
export interface EvaluatedLinkage {
  /** What blocking proposed, each pair once. */
  readonly candidates: { readonly left: Int32Array; readonly right: Int32Array };
  /** What was scored, each pair once: the candidates at least. */
  readonly pairs: ScoredPairs;
  readonly merges: readonly Merge[];
  /** Cluster number of each record, where an operator asks for a precision and nobody knows the truth. */
  clustersFor(precision: number): Int32Array;
  readonly cpuSeconds: StageSeconds;
}

/** CPU seconds, of all threads. */
export interface StageSeconds {
  readonly normalise: number;
  readonly block: number;
  readonly train: number;
  readonly score: number;
  readonly cluster: number;
}

/** Precision is 1 where nothing was linked, recall is 1 where there was nothing to find. */
export interface Rates {
  readonly precision: number;
  readonly recall: number;
}

export interface Figures extends Rates {
  readonly f1: number;
}

/** Over all thresholds, and at three: by the key's probability or above. */
export interface ThresholdFigures {
  /** At the threshold with the highest F1, chosen on the truth. */
  readonly best: Figures;
  readonly at: { readonly '0.5': Figures; readonly '0.9': Figures; readonly '0.99': Figures };
  /** The highest recall of any threshold that keeps this precision, chosen on the truth; 0 where none does. */
  readonly recallAtPrecision: { readonly '0.99': number; readonly '0.999': number };
}

/** Scored pairs with a probability from `from` to below `to` (1 is in the last band): the mean of it, and the share that is right. */
export interface CalibrationBand {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  readonly predicted: number;
  readonly observed: number;
}

export interface Evaluation {
  readonly records: number;
  readonly people: number;
  readonly truePairs: number;
  /** The share of the true pairs that blocking proposed. */
  readonly blockingRecall: number;
  readonly pairs: ThresholdFigures;
  /** A pair is linked when both records are in one cluster. */
  readonly clusters: ThresholdFigures;
  /** What a precision chosen by an operator comes to in fact, over pairs within clusters. */
  readonly selfSet: { readonly '0.99': Rates; readonly '0.999': Rates };
  /** Bands without a pair are left out. */
  readonly calibration: readonly CalibrationBand[];
  readonly cpuSeconds: StageSeconds & { readonly total: number };
}

/** All figures of one linkage. Throws a `RangeError` where truth and linkage do not fit. */
export function evaluate(linkage: EvaluatedLinkage, truth: Truth): Evaluation {
  const truePairs = countTruePairs(truth);
  const judge = judgeBy(truth);
  const { block, cluster, normalise, score, train } = linkage.cpuSeconds;
  return {
    records: truth.people.length,
    people: new Set(truth.people.filter((person) => person >= 0)).size,
    truePairs,
    blockingRecall: shareOf(countRight(linkage.candidates, judge), truePairs),
    pairs: thresholdFigures(truePairs, (visit) => sweepPairs(linkage.pairs, judge, visit)),
    clusters: thresholdFigures(truePairs, (visit) => sweepClusters(linkage.merges, truth, visit)),
    selfSet: {
      '0.99': rateClusters(linkage.clustersFor(0.99), truth),
      '0.999': rateClusters(linkage.clustersFor(0.999), truth),
    },
    calibration: calibrate(linkage.pairs, judge),
    cpuSeconds: { normalise, block, train, score, cluster, total: normalise + block + train + score + cluster },
  };
}

/** Precision and recall of one division of the records into clusters. Throws a `RangeError` where the lengths differ. */
export function rateClusters(clusters: Int32Array, truth: Truth): Rates {
  if (clusters.length !== truth.people.length) throw new RangeError('truth and clusters must be of equal length');
  const linked = clusters.map((cluster, record) => ((truth.people[record] ?? -1) < 0 ? -1 : cluster));
  const right = countTruePairs({ ...truth, people: divideFurther(linked, truth.people) });
  return {
    precision: shareOf(right, countTruePairs({ ...truth, people: linked })),
    recall: shareOf(right, countTruePairs(truth)),
  };
}

/**
 * Recall of one division into clusters, apart for each group of people, in the groups' order by name. `groups` has one word per record; a
 * person is of the group of their first record. Groups with nothing to find are left out.
 */
export function recallByGroup(
  clusters: Int32Array,
  truth: Truth,
  groups: readonly string[],
): ReadonlyMap<string, { readonly truePairs: number; readonly recall: number }> {
  const groupOf = new Map<number, string>();
  for (const [record, person] of truth.people.entries()) if (!groupOf.has(person)) groupOf.set(person, groups[record] ?? '');
  const recalls = [...new Set(groupOf.values())].sort().map((group) => {
    const own = { ...truth, people: truth.people.map((person) => (groupOf.get(person) === group ? person : -1)) };
    return [group, { truePairs: countTruePairs(own), recall: rateClusters(clusters, own).recall }] as const;
  });
  return new Map(recalls.filter(([, { truePairs }]) => truePairs > 0));
}

/** Numbers that are equal where both cluster and person are. */
function divideFurther(clusters: Int32Array, people: Int32Array): Int32Array {
  const numbers = new Map<string, number>();
  return clusters.map((cluster, record) => {
    const person = people[record] ?? -1;
    if (cluster < 0 || person < 0) return -1;
    const key = `${cluster} ${person}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

function countRight({ left, right }: EvaluatedLinkage['candidates'], judge: Judge): number {
  let count = 0;
  for (let index = 0; index < left.length; index++) if (judge(left[index] ?? 0, right[index] ?? 0) === true) count++;
  return count;
}

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));
const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score));

function thresholdFigures(truePairs: number, sweep: (visit: Visit) => void): ThresholdFigures {
  const figuresOf = (right: number, wrong: number): Figures => ({
    precision: shareOf(right, right + wrong),
    recall: shareOf(right, truePairs),
    f1: shareOf(2 * right, right + wrong + truePairs),
  });
  // Above the highest score nothing is linked.
  const nothing = figuresOf(0, 0);
  const at = { '0.5': nothing, '0.9': nothing, '0.99': nothing };
  const recallAtPrecision = { '0.99': nothing.recall, '0.999': nothing.recall };
  let best = nothing;
  sweep((score, right, wrong) => {
    const figures = figuresOf(right, wrong);
    if (figures.f1 > best.f1) best = figures;
    for (const key of ['0.5', '0.9', '0.99'] as const) if (score >= logOdds(Number(key))) at[key] = figures;
    // Recall never falls on the way down: the latest is the highest.
    for (const key of ['0.99', '0.999'] as const) if (figures.precision >= Number(key)) recallAtPrecision[key] = figures.recall;
  });
  return { best, at, recallAtPrecision };
}

const bandEdges = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1] as const;

function calibrate({ left, right, score }: ScoredPairs, judge: Judge): CalibrationBand[] {
  const bands = bandEdges
    .slice(0, -1)
    .map((from, index) => ({ from, to: bandEdges[index + 1] ?? 1, pairs: 0, sum: 0, right: 0 }));
  for (let index = 0; index < score.length; index++) {
    const isRight = judge(left[index] ?? 0, right[index] ?? 0);
    if (isRight === undefined) continue;
    const probability = probabilityOf(score[index] ?? NaN);
    const band = bands.findLast(({ from }) => probability >= from);
    if (band === undefined) continue;
    band.pairs++;
    band.sum += probability;
    if (isRight) band.right++;
  }
  return bands
    .filter(({ pairs }) => pairs > 0)
    .map(({ from, to, pairs, sum, right: rights }) => ({ from, to, pairs, predicted: sum / pairs, observed: rights / pairs }));
}
