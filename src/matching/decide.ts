/**
 * The decision: which customer an identity is, if any, for a chosen precision. Scores it against every record of each candidate.
 * Not the search for candidates (blocking.ts, and the store) and not the creation of anything.
 */
import type { FieldEvidence, MatchGrade } from '../standard/match-evidence.ts';
import { matchStrength, minimumMatchStrength } from '../standard/match-strength.ts';
import type { Identity } from '../standard/identity.ts';
import { builtInModelOf } from './built-in-model.ts';
import type { Model } from './model.ts';
import { prepareIdentity } from './prepared.ts';
import { explainPrepared, type Scale, type Weighed, weighPrepared } from './score.ts';

/** A customer that shares a blocking key, with all of its records. */
export interface CandidateCustomer {
  readonly customerId: string;
  readonly records: readonly Identity[];
  /** Made in doubt and waiting for review: being this customer settles nothing about whom else it may be. */
  readonly isProvisional?: boolean;
}

export interface DecideOptions {
  readonly model?: Model;
  /** The profile whose built-in model decides where no model is given. Default `gb`. */
  readonly profile?: string;
  /** The share of automatic links that must be right, .5 to 1: a link needs at least this probability. Default .999. */
  readonly precision?: number;
  /** The least `matchStrength` to link on. Default: the standard's minimum; 0 for records of a source system, which are linked on what they have. */
  readonly minimumStrength?: number;
  /** How many customers the index holds, about; the model's own figure by default. */
  readonly population?: number;
}

export interface RankedCandidate {
  readonly customerId: string;
  readonly probability: number;
  readonly bits: number;
  readonly grade: MatchGrade;
  /** Of the record that speaks for this customer most; put into words when it is first asked for, as hardly any candidate is told of. */
  readonly evidence: readonly FieldEvidence[];
}

export interface Decision {
  /** `existing`: one customer at or above the threshold. `review`: several, or one between .5 and it. `insufficient`: too thin to link. */
  readonly outcome: 'existing' | 'new' | 'review' | 'insufficient';
  readonly grade: MatchGrade;
  /** For `existing`; and for `review` where the same doubt was met before: then its provisional customer, and not one more. */
  readonly customerId?: string;
  /** Best first; equal ones by customer ID, so that the order never depends on the database's. */
  readonly ranked: readonly RankedCandidate[];
}

/** Decides for one identity. Throws a `RangeError` for a precision outside .5 to 1. */
export function decide(identity: Identity, candidates: readonly CandidateCustomer[], options: DecideOptions = {}): Decision {
  const { precision = 0.999, minimumStrength = minimumMatchStrength } = options;
  if (!(precision >= 0.5 && precision < 1)) throw new RangeError('precision must be at least 0.5 and below 1');
  const { profile = 'gb', model = builtInModelOf(profile), population } = options;
  const yardstick: Yardstick = { model, precision, ...(population !== undefined && { population: sizeFor(population) }) };
  const ranked = candidates
    .filter((candidate) => candidate.records.length > 0)
    .map((candidate) => rank(identity, candidate, yardstick))
    .filter((candidate) => candidate.bits > -Infinity)
    .sort((a, b) => b.bits - a.bits || (a.customerId < b.customerId ? -1 : 1));
  const [best] = ranked;
  if (matchStrength(identity) < minimumStrength) return { outcome: 'insufficient', grade: atMost('possible', best), ranked };
  const certain = ranked.filter((candidate) => candidate.grade === 'certain');
  if (best !== undefined && certain.length === 1)
    return { outcome: 'existing', grade: 'certain', customerId: best.customerId, ranked };
  if (best !== undefined && best.probability >= 0.5) {
    const metBefore = certain.find(({ customerId }) =>
      candidates.some((one) => one.customerId === customerId && one.isProvisional),
    );
    const customer = metBefore === undefined ? {} : { customerId: metBefore.customerId };
    return { outcome: 'review', grade: atMost('probable', best), ...customer, ranked };
  }
  return { outcome: 'new', grade: atMost('possible', best), ranked };
}

/**
 * The grade of a probability: `certain` from the precision up, `probable` from .5, `possible` from .01, else `certainly-not`
 * (fewer than one in a hundred such pairs is one person's).
 */
export function gradeOf(probability: number, precision: number): MatchGrade {
  if (probability >= precision) return 'certain';
  if (probability >= 0.5) return 'probable';
  return probability >= 0.01 ? 'possible' : 'certainly-not';
}

interface Yardstick extends Scale {
  readonly precision: number;
}

/** Scores an identity against one customer: .7 of the mean over its records, each by how much it had to say, and .3 of the best. */
function rank(
  identity: Identity,
  { customerId, records }: CandidateCustomer,
  { precision, ...scale }: Yardstick,
): RankedCandidate {
  const asked = prepareIdentity(identity);
  const scores = records.map((record) => weighPrepared(asked, prepareIdentity(record), scale));
  const best = scores.reduce((most, { bits }, index) => (bits > (scores[most]?.bits ?? -Infinity) ? index : most), 0);
  const bits = 0.7 * weightedMean(scores) + 0.3 * (scores[best]?.bits ?? -Infinity);
  const probability = 1 / (1 + 2 ** -bits);
  let evidence: readonly FieldEvidence[] | undefined;
  return {
    customerId,
    probability,
    bits,
    grade: gradeOf(probability, precision),
    get evidence() {
      evidence ??= explainPrepared(asked, prepareIdentity(records[best] ?? {}), scale).evidence;
      return evidence;
    },
  };
}

/**
 * A library card with a name alone can neither confirm nor deny, yet its score is the prior's, far below nought: an even mean would
 * let three such cards outvote a full record. So each record weighs by its evidence, for or against.
 */
function weightedMean(scores: readonly Weighed[]): number {
  let total = 0;
  let weights = 0;
  for (const { bits, weight } of scores) {
    const squared = weight ** 2 + 1e-6;
    total += squared * bits;
    weights += squared;
  }
  return total / weights;
}

/** A smaller index is taken for one of this size: who is asked about may not be in it at all. */
const leastPopulation = 1024;

/** The size of an index rounded to a power of two, so that a growing one does not compile a model per customer. */
function sizeFor(population: number): number {
  return 2 ** Math.round(Math.log2(Math.max(population, leastPopulation)));
}

const order: readonly MatchGrade[] = ['certainly-not', 'possible', 'probable', 'certain'];

/** The best candidate's grade, but no better than `most`: a doubtful case is not called certain because two customers are. */
function atMost(most: MatchGrade, best: RankedCandidate | undefined): MatchGrade {
  const grade = best?.grade ?? 'certainly-not';
  return order.indexOf(grade) > order.indexOf(most) ? most : grade;
}
