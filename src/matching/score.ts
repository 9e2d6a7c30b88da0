/**
 * The score of a pair: how much more likely two identities are one customer's than two customers', in bits, explained field by field.
 * Four classes (same person, stranger, another of the household, an unrelated person of the same address): what a household shares is
 * likely there too, so place, surname, landline and mailbox cap themselves together instead of adding up. Not a decision: decide.ts.
 */
import type { FieldEvidence } from '../standard/match-evidence.ts';
import { builtInModel } from './built-in-model.ts';
import { createComparer, type Comparer, type PreparedRecord, valueReaderOf } from './compare.ts';
import { assertKnownFormat, type CompiledKind, compileKind } from './compiled-model.ts';
import type { MatchIdentity } from './match-record.ts';
import { type CustomerKind, type KindModel, levelLabels, type Model } from './model.ts';
import { type PreparedAlone, prepareIdentity } from './prepared.ts';
import { addField, type ComparedPair, createPair, logSum, scorePairLevels, weighPolicies } from './weigh.ts';

/** `bits` is the log₂ of the odds, prior included; `probability` those odds as 0 to 1; evidence and `priorBits` sum to `bits`. */
export interface Score {
  readonly bits: number;
  readonly probability: number;
  readonly priorBits: number;
  readonly evidence: readonly FieldEvidence[];
}

/** A model, and the size of the population where it is another than the model's own. */
export interface Scale {
  readonly model: Model;
  readonly population?: number;
}

/** A smaller index is taken for one of this size: who is asked about may not be in it at all. */
export const leastPopulation = 1024;

/**
 * Scores two identities, in either order alike. A person and an organisation are never one. By these two alone: where one has no birthday,
 * a batch also weighs what others of their name and address tell of a father and his son (namesakes.ts), and may score them otherwise; so
 * does a look-up (look-up.ts), by all customers that it holds.
 */
export function scorePair(a: MatchIdentity, b: MatchIdentity, model: Model = builtInModel): Score {
  return explainPrepared(prepareIdentity(a), prepareIdentity(b), { model });
}

/** The score alone, in natural log odds: −Infinity for a person and an organisation. */
export function score(model: Model, a: MatchIdentity, b: MatchIdentity): number {
  const [one, other] = [prepareIdentity(a), prepareIdentity(b)];
  if (one.kind !== other.kind) return -Infinity;
  const ready = readyFor({ model }, one.kind);
  fill(ready, one, other);
  return scorePairLevels(ready.compiled, ready.pair);
}

/** The same as {@link scorePair}, with the model first. */
export function explain(model: Model, a: MatchIdentity, b: MatchIdentity): Score {
  return scorePair(a, b, model);
}

/** The score of two prepared identities, explained. */
export function explainPrepared(a: PreparedAlone, b: PreparedAlone, scale: Scale): Score {
  if (a.kind !== b.kind) return { bits: -Infinity, probability: 0, priorBits: -Infinity, evidence: [] };
  const ready = readyFor(scale, a.kind);
  fill(ready, a, b);
  return explainPair(ready.compiled, ready.pair);
}

interface Ready {
  readonly compiled: CompiledKind;
  readonly compare: Comparer;
  /** What reads each field's value, whose frequency counts. */
  readonly readers: readonly ((record: PreparedRecord) => string | undefined)[];
  /** Filled anew for each pair. */
  readonly pair: ComparedPair;
}

const remembered = new WeakMap<KindModel, Map<number, Ready>>();

function readyFor({ model, population }: Scale, kind: CustomerKind): Ready {
  assertKnownFormat(model);
  const own = model.kinds[kind];
  const size = population ?? own.prior.population;
  const sizes = remembered.get(own) ?? new Map<number, Ready>();
  remembered.set(own, sizes);
  const known = sizes.get(size);
  if (known) return known;
  const compiled = compileKind(own, size);
  const ready = {
    compiled,
    compare: createComparer(compiled.names),
    readers: compiled.names.map(valueReaderOf),
    pair: createPair(compiled.names.length),
  };
  sizes.set(size, ready);
  return ready;
}

function fill({ compiled, compare, readers, pair }: Ready, left: PreparedRecord, right: PreparedRecord): void {
  compare(left, right, pair.levels);
  for (let index = 0; index < compiled.fields.length; index++) {
    const field = compiled.fields[index];
    const isExact = field?.logShareOf !== undefined && field.exact[pair.levels[index] ?? 0] === 1;
    const value = isExact ? readers[index]?.(left) : undefined;
    pair.logShares[index] = value === undefined ? 0 : (field?.logShareOf?.(value) ?? 0);
  }
}

/** The score with how much the fields had to say, for or against, in bits: what many records of one customer are weighed by. */
export interface Weighed {
  readonly bits: number;
  readonly weight: number;
}

/** The same score as {@link explainPrepared}'s, with no reasons put into words: for the many of which hardly any is told. */
export function weighPrepared(a: PreparedAlone, b: PreparedAlone, scale: Scale): Weighed {
  if (a.kind !== b.kind) return { bits: -Infinity, weight: 0 };
  const ready = readyFor(scale, a.kind);
  fill(ready, a, b);
  const { bits, fields } = shareOut(ready.compiled, ready.pair);
  return { bits, weight: fields.reduce((sum, field) => sum + Math.abs(field.bits), 0) };
}

function explainPair(model: CompiledKind, pair: ComparedPair): Score {
  const { bits, priorBits, fields } = shareOut(model, pair);
  const evidence = fields.map(({ index, sums, bits: own }): FieldEvidence => {
    const { name = '', kind } = model.fields[index] ?? {};
    const [m = 0, u = 0, h = 0] = sums;
    return {
      field: name,
      level: kind === undefined ? '' : (levelLabels[kind][(pair.levels[index] ?? 0) - 1] ?? ''),
      bits: own,
      againstStranger: (m - u) / Math.LN2,
      againstHousehold: (m - h) / Math.LN2,
    };
  });
  return { bits, probability: 1 / (1 + 2 ** -bits), priorBits, evidence };
}

/** What one field has to say: its place in the model, its part in each class (m, u, h, n) in nats, and its share of the score in bits. */
interface FieldShare {
  readonly index: number;
  readonly sums: Float64Array;
  bits: number;
}

/**
 * Shares the score out to the fields. The sum over several classes is not a sum of fields, so each field gets its part along the
 * straight way from no evidence to all of it (Aumann and Shapley's value), and the parts sum to the whole.
 */
function shareOut(model: CompiledKind, pair: ComparedPair): { bits: number; priorBits: number; fields: readonly FieldShare[] } {
  const fields: FieldShare[] = [];
  for (let index = 0; index < model.fields.length; index++) {
    if (pair.levels[index] === 0) continue;
    pair.sums.fill(0);
    addField(model, index, pair);
    fields.push({ index, sums: pair.sums.slice(), bits: 0 });
  }
  const shares = meanClassShares(model.logPriors, fields);
  for (const field of fields) {
    const [m = 0, u = 0, h = 0, n = 0] = field.sums;
    const against = (shares[1] ?? 0) * u + (shares[2] ?? 0) * h + (shares[3] ?? 0) * n;
    field.bits = (m - against + weighPolicies(model, pair, field.index)) / Math.LN2;
  }
  const bits = scorePairLevels(model, pair) / Math.LN2;
  const [m = 0, u = 0, h = 0, n = 0] = model.logPriors;
  const priorBits = (m - logSum(u, h, n)) / Math.LN2;
  makeSumTo(bits - priorBits, fields);
  return { bits, priorBits, fields };
}

/** Corrects the field with most to say so that all sum to `total`. */
function makeSumTo(total: number, fields: readonly FieldShare[]): void {
  let rest = total;
  let most = fields[0];
  for (const field of fields) {
    rest -= field.bits;
    if (most !== undefined && Math.abs(field.bits) > Math.abs(most.bits)) most = field;
  }
  if (most !== undefined) most.bits += rest;
}

/** Steps of the way over which class shares are averaged; what that leaves over goes to the field with most to say. */
const steps = 32;

/**
 * How large a part each other class has of the alternative, on average over the way from no evidence to all of it. Parts beside the
 * stranger's: with each step they grow by the same factor, so that no step needs a logarithm.
 */
function meanClassShares(priors: Float64Array, weights: readonly { readonly sums: Float64Array }[]): Float64Array {
  const [, stranger = 0, household = 0, neighbours = 0] = priors;
  let [towardsHousehold, towardsNeighbours] = [0, 0];
  for (const { sums } of weights) {
    towardsHousehold += (sums[2] ?? 0) - (sums[1] ?? 0);
    towardsNeighbours += (sums[3] ?? 0) - (sums[1] ?? 0);
  }
  const [byHousehold, byNeighbours] = [Math.exp(towardsHousehold / steps), Math.exp(towardsNeighbours / steps)];
  let h = Math.exp(household - stranger + towardsHousehold / steps / 2);
  let n = Math.exp(neighbours - stranger + towardsNeighbours / steps / 2);
  const means = new Float64Array(4);
  for (let step = 0; step < steps; step++) {
    const part = 1 / (1 + h + n) / steps;
    means[1] = (means[1] ?? 0) + part;
    means[2] = (means[2] ?? 0) + part * h;
    means[3] = (means[3] ?? 0) + part * n;
    h *= byHousehold;
    n *= byNeighbours;
  }
  return means;
}
