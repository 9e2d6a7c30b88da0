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
  return explainPair(ready);
}

interface Ready {
  readonly compiled: CompiledKind;
  readonly compare: Comparer;
  /** What reads each field's value, whose frequency counts. */
  readonly readers: readonly ((record: PreparedRecord) => string | undefined)[];
  /** Both filled anew for each pair. */
  readonly pair: ComparedPair;
  readonly shares: FieldShares;
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
    shares: createShares(compiled.names.length),
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
  const { bits } = shareOut(ready);
  const { count, bits: own } = ready.shares;
  let weight = 0;
  for (let at = 0; at < count; at++) weight += Math.abs(own[at] ?? 0);
  return { bits, weight };
}

function explainPair(ready: Ready): Score {
  const { bits, priorBits } = shareOut(ready);
  const { compiled, pair, shares } = ready;
  const evidence = Array.from(shares.indexes.subarray(0, shares.count), (index, at): FieldEvidence => {
    const { name = '', kind } = compiled.fields[index] ?? {};
    const [m = 0, u = 0, h = 0] = shares.sums.subarray(4 * at);
    return {
      field: name,
      level: kind === undefined ? '' : (levelLabels[kind][(pair.levels[index] ?? 0) - 1] ?? ''),
      bits: shares.bits[at] ?? 0,
      againstStranger: (m - u) / Math.LN2,
      againstHousehold: (m - h) / Math.LN2,
    };
  });
  return { bits, probability: 1 / (1 + 2 ** -bits), priorBits, evidence };
}

/** What the fields of a pair that both sides have, `count` of them, have to say. In lists that are made once: a search weighs hundreds of pairs. */
interface FieldShares {
  count: number;
  /** Their places in the model. */
  readonly indexes: Uint8Array;
  /** The part of each in each class (m, u, h, n), in nats: four numbers to a field. */
  readonly sums: Float64Array;
  /** The part of each in the score. */
  readonly bits: Float64Array;
}

function createShares(fields: number): FieldShares {
  return {
    count: 0,
    indexes: new Uint8Array(fields),
    sums: new Float64Array(4 * fields),
    bits: new Float64Array(fields),
  };
}

/**
 * Shares the score out to the fields. The sum over several classes is not a sum of fields, so each field gets its part along the
 * straight way from no evidence to all of it (Aumann and Shapley's value), and the parts sum to the whole.
 */
function shareOut({ compiled: model, pair, shares }: Ready): { bits: number; priorBits: number } {
  shares.count = 0;
  for (let index = 0; index < model.fields.length; index++) {
    if (pair.levels[index] === 0) continue;
    pair.sums.fill(0);
    addField(model, index, pair);
    shares.indexes[shares.count] = index;
    shares.sums.set(pair.sums, 4 * shares.count);
    shares.count++;
  }
  const { stranger, household, neighbours } = meanClassShares(model.logPriors, shares);
  for (let at = 0; at < shares.count; at++) {
    const [m, u] = [shares.sums[4 * at] ?? 0, shares.sums[4 * at + 1] ?? 0];
    const [h, n] = [shares.sums[4 * at + 2] ?? 0, shares.sums[4 * at + 3] ?? 0];
    const against = stranger * u + household * h + neighbours * n;
    shares.bits[at] = (m - against + weighPolicies(model, pair, shares.indexes[at])) / Math.LN2;
  }
  const bits = scorePairLevels(model, pair) / Math.LN2;
  const [m = 0, u = 0, h = 0, n = 0] = model.logPriors;
  const priorBits = (m - logSum(u, h, n)) / Math.LN2;
  makeSumTo(bits - priorBits, shares);
  return { bits, priorBits };
}

/** Corrects the field with most to say so that all sum to `total`. */
function makeSumTo(total: number, { count, bits }: FieldShares): void {
  let [rest, most] = [total, 0];
  for (let at = 0; at < count; at++) {
    const own = bits[at] ?? 0;
    rest -= own;
    if (Math.abs(own) > Math.abs(bits[most] ?? 0)) most = at;
  }
  if (count > 0) bits[most] = (bits[most] ?? 0) + rest;
}

/** Steps of the way over which class shares are averaged; what that leaves over goes to the field with most to say. */
const steps = 32;

/**
 * How large a part each other class has of the alternative, on average over the way from no evidence to all of it. Parts beside the
 * stranger's: with each step they grow by the same factor, so that no step needs a logarithm.
 */
function meanClassShares(priors: Float64Array, { count, sums }: FieldShares) {
  const [, stranger = 0, household = 0, neighbours = 0] = priors;
  let [towardsHousehold, towardsNeighbours] = [0, 0];
  for (let at = 0; at < 4 * count; at += 4) {
    towardsHousehold += (sums[at + 2] ?? 0) - (sums[at + 1] ?? 0);
    towardsNeighbours += (sums[at + 3] ?? 0) - (sums[at + 1] ?? 0);
  }
  const [byHousehold, byNeighbours] = [Math.exp(towardsHousehold / steps), Math.exp(towardsNeighbours / steps)];
  let h = Math.exp(household - stranger + towardsHousehold / steps / 2);
  let n = Math.exp(neighbours - stranger + towardsNeighbours / steps / 2);
  const means = { stranger: 0, household: 0, neighbours: 0 };
  for (let step = 0; step < steps; step++) {
    const part = 1 / (1 + h + n) / steps;
    means.stranger += part;
    means.household += part * h;
    means.neighbours += part * n;
    h *= byHousehold;
    n *= byNeighbours;
  }
  return means;
}
