/**
 * What the levels of a pair weigh in each class, and the score that follows. The one place with the arithmetic: a look-up, training and
 * explanation use it, and pair-scores.ts does the same for the millions of pairs of a batch. Score = ln(λM·Πm) − ln(λR·Πu + λH·Πh + λN·Πn).
 */
import type { CompiledCircumstance, CompiledField, CompiledKind, Variant } from './compiled-model.ts';

/** A pair compared. The same object is filled anew for each pair of a batch. */
export interface ComparedPair {
  readonly levels: Uint8Array;
  /** By comparison: the logarithm of the share of people with the value both have; 0 where the level is not exact or has no frequency. */
  readonly logShares: Float64Array;
  /** The logarithm of the share of people with the full name both have; 0 where unknown. */
  logFullName: number;
  /** The logarithm of how many times more unrelated people share this address than one usually; 0 where unknown. */
  logCrowd: number;
  /** The logarithm of how many times likelier than usual these are two people of one name and household; 0 where unknown. */
  logNamesakes: number;
  /** What the classes (m, u, h, n) sum to so far, in nats. */
  readonly sums: Float64Array;
}

/** A pair to fill, for a model of so many comparisons. */
export function createPair(fields: number): ComparedPair {
  return {
    levels: new Uint8Array(fields),
    logShares: new Float64Array(fields),
    logFullName: 0,
    logCrowd: 0,
    logNamesakes: 0,
    sums: new Float64Array(4),
  };
}

export function holds({ fields, masks }: CompiledCircumstance, { levels }: ComparedPair): boolean {
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] ?? -1;
    const code = field < 0 ? 0 : (levels[field] ?? 0);
    if (code === 0 || ((masks[index] ?? 0) & (1 << code)) === 0) return false;
  }
  return true;
}

/** Which variant of a comparison counts for a pair: 0 for its own levels, from 1 its conditions. */
export function variantOf(field: CompiledField, pair: ComparedPair): number {
  const { variants } = field;
  for (let index = 1; index < variants.length; index++) {
    const variant = variants[index];
    if (variant !== undefined && holds(variant.when, pair)) return index;
  }
  return 0;
}

/** Adds to the pair's sums what one comparison's level weighs, in nats. */
export function addField(model: CompiledKind, index: number, pair: ComparedPair): void {
  const code = pair.levels[index] ?? 0;
  const field = model.fields[index];
  if (code === 0 || field === undefined) return;
  const variant = field.variants[field.variants.length === 1 ? 0 : variantOf(field, pair)];
  if (variant === undefined) return;
  const { logs } = variant;
  const { sums } = pair;
  const logShare = variant.usesFrequencies ? (pair.logShares[index] ?? 0) : 0;
  const at = 4 * code;
  sums[0] = (sums[0] ?? 0) + (logs[at] ?? 0);
  if (logShare === 0) {
    sums[1] = (sums[1] ?? 0) + (logs[at + 1] ?? 0);
    sums[2] = (sums[2] ?? 0) + (logs[at + 2] ?? 0);
    sums[3] = (sums[3] ?? 0) + (logs[at + 3] ?? 0);
  } else {
    const [stranger, household, neighbour] = weighShare(variant, code, logShare);
    sums[1] = (sums[1] ?? 0) + stranger;
    sums[2] = (sums[2] ?? 0) + household;
    sums[3] = (sums[3] ?? 0) + neighbour;
  }
  if (index === model.place) sums[3] = (sums[3] ?? 0) + pair.logCrowd;
  if (index === model.family && pair.logFullName !== 0) addFullName(model, pair);
}

/**
 * What agreement in a value of this share weighs for strangers, a household and neighbours. Strangers agree by chance, p(v); members of a
 * household on purpose, or by the same chance.
 */
export function weighShare({ probabilities }: Variant, code: number, logShare: number): readonly [number, number, number] {
  const share = Math.exp(logShare);
  const household = probabilities[2]?.[code] ?? 1;
  const neighbours = probabilities[3]?.[code] ?? 1;
  return [logShare, Math.log(household + (1 - household) * share), Math.log(neighbours + (1 - neighbours) * share)];
}

/** Forename and surname are not independent: the full name may be commoner than the two shares say. */
function addFullName(model: CompiledKind, { logShares, logFullName, sums }: ComparedPair): void {
  const independent = (logShares[model.given] ?? 0) + (logShares[model.family] ?? 0);
  const more = logFullName - independent;
  if (more <= 0) return;
  sums[1] = (sums[1] ?? 0) + more;
  sums[3] = (sums[3] ?? 0) + more;
}

/** Sets the pair's sums to the logarithm of each class's prior and evidence. */
export function sumClasses(model: CompiledKind, pair: ComparedPair): void {
  pair.sums.set(model.logPriors);
  for (let index = 0; index < model.fields.length; index++) addField(model, index, pair);
  pair.sums[2] = (pair.sums[2] ?? 0) + pair.logNamesakes;
}

/** The policies that apply to one field, in nats; to all fields where none is given. */
export function weighPolicies(model: CompiledKind, pair: ComparedPair, field = -1): number {
  let nats = 0;
  for (const policy of model.policies) {
    if (field >= 0 && policy.field !== field) continue;
    if (!holds(policy.when, pair) || policy.unless.some((circumstance) => holds(circumstance, pair))) continue;
    nats += policy.nats;
  }
  return nats;
}

/** The natural logarithm of the odds that a pair is one person's. */
export function scorePairLevels(model: CompiledKind, pair: ComparedPair): number {
  sumClasses(model, pair);
  const { sums } = pair;
  const against = logSum(sums[1] ?? 0, sums[2] ?? 0, sums[3] ?? 0);
  return (sums[0] ?? 0) - against + (model.policies.length === 0 ? 0 : weighPolicies(model, pair));
}

/** ln(eᵃ + eᵇ + eᶜ), safe for far apart values. */
export function logSum(a: number, b: number, c: number): number {
  const greatest = Math.max(a, b, c);
  return greatest + Math.log(Math.exp(a - greatest) + Math.exp(b - greatest) + Math.exp(c - greatest));
}

/** Natural log odds as a probability, 0 to 1. */
export function toProbability(nats: number): number {
  return 1 / (1 + Math.exp(-nats));
}

/** A probability as natural log odds; ±Infinity at 0 and 1. */
export function toNats(probability: number): number {
  return Math.log(probability / (1 - probability));
}
