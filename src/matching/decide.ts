/**
 * The decision: which customer an identity is, if any, for a chosen precision. Scores it against every record of each candidate.
 * Not the search for candidates (blocking.ts, and the store) and not the creation of anything.
 */
import type { FieldEvidence, MatchGrade } from '../standard/match-evidence.ts';
import { matchStrength, minimumMatchStrength } from '../standard/match-strength.ts';
import type { Identity } from '../standard/identity.ts';
import { builtInModelOf } from './built-in-model.ts';
import type { Model } from './model.ts';
import { type PreparedAlone, prepareAnew, prepareIdentity } from './prepared.ts';
import { againstRivals } from './rivals.ts';
import { explainPrepared, leastPopulation, type Scale, type Weighed, weighPrepared } from './score.ts';

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
  /** Of this customer alone, whoever else may be the one. */
  readonly probability: number;
  readonly bits: number;
  /** `certain` only where it is so beside all the others too: each that may be another person takes from it (rivals.ts). */
  readonly grade: MatchGrade;
  /** Of the record that speaks for this customer most; put into words when it is first asked for, as hardly any candidate is told of. */
  readonly evidence: readonly FieldEvidence[];
}

export interface Decision {
  /**
   * `existing`: one customer at or above the threshold, also beside all others. `review`: several, or one between .5 and it.
   * `insufficient`: too thin to link.
   */
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
  const ranked = rankAll(identity, candidates, yardstick);
  const [best] = ranked;
  if (matchStrength(identity) < minimumStrength) return { outcome: 'insufficient', grade: atMost('possible', best), ranked };
  const certain = ranked.filter(({ probability }) => probability >= precision);
  if (best?.grade === 'certain' && certain.length === 1)
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

/** How well one customer fits. Its records are prepared for this decision alone: to remember so many costs more than they do. */
interface Fit {
  readonly candidate: CandidateCustomer;
  readonly prepared: readonly PreparedAlone[];
  readonly bits: number;
  /** Of its records, which speaks for it most. */
  readonly best: PreparedAlone | undefined;
}

function rankAll(identity: Identity, candidates: readonly CandidateCustomer[], yardstick: Yardstick): RankedCandidate[] {
  const asked = prepareIdentity(identity);
  const fits = candidates
    .filter(({ records }) => records.length > 0)
    .map((candidate) => fitOf(asked, candidate, yardstick))
    .filter(({ bits }) => bits > -Infinity)
    .sort((a, b) => b.bits - a.bits || (a.candidate.customerId < b.candidate.customerId ? -1 : 1));
  const beside = besideRivals(fits, yardstick);
  const ranking = { asked, yardstick };
  return fits.map((fit) => rank(fit, beside.get(fit) ?? fit.bits, ranking));
}

function fitOf(asked: PreparedAlone, candidate: CandidateCustomer, scale: Scale): Fit {
  const prepared = candidate.records.map(prepareAnew);
  const scores = prepared.map((record) => weighPrepared(asked, record, scale));
  const most = scores.reduce((best, { bits }, index) => (bits > (scores[best]?.bits ?? -Infinity) ? index : best), 0);
  return { candidate, prepared, bits: together(scores), best: prepared[most] };
}

/** Scores over several records: .7 of the mean, each by how much it had to say, and .3 of the best. */
function together(scores: readonly Weighed[]): number {
  return 0.7 * weightedMean(scores) + 0.3 * scores.reduce((best, { bits }) => Math.max(best, bits), -Infinity);
}

/**
 * The bits that are left beside the others, where anybody would be certain alone. Not of whom somebody made in doubt: that is one of the
 * others, as yet unsaid which.
 */
function besideRivals(fits: readonly Fit[], { precision, ...scale }: Yardstick): ReadonlyMap<Fit, number> {
  const rivals = fits.filter(({ candidate }) => candidate.isProvisional !== true);
  if (!rivals.some(({ bits }) => probabilityOf(bits) >= precision)) return new Map();
  const nats = againstRivals(
    rivals.map(({ bits }) => bits * Math.LN2),
    (one, other) => areOne(rivals[one], rivals[other], scale),
  );
  return new Map(rivals.map((rival, place) => [rival, (nats[place] ?? 0) / Math.LN2]));
}

/** Records of each of two customers that are compared: to tell whether they are one, no more are needed. */
const mostCompared = 12;

/** The natural log odds that two candidates are one customer. */
function areOne(one: Fit | undefined, other: Fit | undefined, scale: Scale): number {
  const [ours = [], theirs = []] = [one, other].map((fit) => fit?.prepared.slice(0, mostCompared));
  return together(ours.flatMap((a) => theirs.map((b) => weighPrepared(a, b, scale)))) * Math.LN2;
}

interface Ranking {
  readonly asked: PreparedAlone;
  readonly yardstick: Yardstick;
}

/** `beside`: the bits that are left to it beside the others. */
function rank({ candidate: { customerId }, bits, best }: Fit, beside: number, { asked, yardstick }: Ranking): RankedCandidate {
  const { precision } = yardstick;
  const probability = probabilityOf(bits);
  const grade = gradeOf(probability, precision);
  let evidence: readonly FieldEvidence[] | undefined;
  return {
    customerId,
    probability,
    bits,
    grade: grade === 'certain' && probabilityOf(beside) < precision ? 'probable' : grade,
    get evidence() {
      evidence ??= best === undefined ? [] : explainPrepared(asked, best, yardstick).evidence;
      return evidence;
    },
  };
}

function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
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
