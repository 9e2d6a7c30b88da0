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
import { type PreparedIdentity, prepareIdentity } from './prepared.ts';
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

/** Scores two identities, in either order alike. A person and an organisation are never one. */
export function scorePair(a: MatchIdentity, b: MatchIdentity, model: Model = builtInModel): Score {
  return explainPrepared(prepareIdentity(a), prepareIdentity(b), { model });
}

/** The score alone, in natural log odds: −Infinity for a person and an organisation. */
export function score(model: Model, a: MatchIdentity, b: MatchIdentity): number {
  return scorePrepared(prepareIdentity(a), prepareIdentity(b), { model });
}

/** The same as {@link scorePair}, with the model first. */
export function explain(model: Model, a: MatchIdentity, b: MatchIdentity): Score {
  return scorePair(a, b, model);
}

/** The score of two prepared identities in natural log odds, for a population of this size where given. */
export function scorePrepared(a: PreparedIdentity, b: PreparedIdentity, scale: Scale): number {
  return scoreRecords(withoutSource(a), withoutSource(b), scale);
}

/** The same of two that know their source, or that they have none. */
export function scoreRecords(a: PreparedRecord, b: PreparedRecord, scale: Scale): number {
  if (a.kind !== b.kind) return -Infinity;
  const ready = readyFor(scale, a.kind);
  fill(ready, a, b);
  return scorePairLevels(ready.compiled, ready.pair);
}

/** The score of two prepared identities, explained. */
export function explainPrepared(a: PreparedIdentity, b: PreparedIdentity, scale: Scale): Score {
  if (a.kind !== b.kind) return { bits: -Infinity, probability: 0, priorBits: -Infinity, evidence: [] };
  const ready = readyFor(scale, a.kind);
  fill(ready, withoutSource(a), withoutSource(b));
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

/** Sources say nothing here: whoever is looked up comes from none. */
function withoutSource(identity: PreparedIdentity): PreparedRecord {
  return { ...identity, source: -1 };
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

/**
 * Shares the score out to the fields. The sum over several classes is not a sum of fields, so each field gets its part along the
 * straight way from no evidence to all of it (Aumann and Shapley's value), and the parts sum to the whole.
 */
function explainPair(model: CompiledKind, pair: ComparedPair): Score {
  const weights = model.fields.flatMap((field, index) => {
    const code = pair.levels[index] ?? 0;
    if (code === 0) return [];
    pair.sums.fill(0);
    addField(model, index, pair);
    return [{ index, name: field.name, level: levelLabels[field.kind][code - 1] ?? '', sums: pair.sums.slice() }];
  });
  const shares = meanClassShares(model.logPriors, weights);
  const bits = scorePairLevels(model, pair) / Math.LN2;
  const evidence = weights.map(({ index, name, level, sums }): FieldEvidence => {
    const [m = 0, u = 0, h = 0, n = 0] = sums;
    const against = (shares[1] ?? 0) * u + (shares[2] ?? 0) * h + (shares[3] ?? 0) * n;
    return {
      field: name,
      level,
      bits: (m - against + weighPolicies(model, pair, index)) / Math.LN2,
      againstStranger: (m - u) / Math.LN2,
      againstHousehold: (m - h) / Math.LN2,
    };
  });
  const [m = 0, u = 0, h = 0, n = 0] = model.logPriors;
  const priorBits = (m - logSum(u, h, n)) / Math.LN2;
  return { bits, probability: 1 / (1 + 2 ** -bits), priorBits, evidence: summingTo(bits - priorBits, evidence) };
}

/** The same evidence, the field with most to say corrected so that all sum to `total`. */
function summingTo(total: number, evidence: readonly FieldEvidence[]): readonly FieldEvidence[] {
  const rest = total - evidence.reduce((sum, { bits }) => sum + bits, 0);
  const most = evidence.reduce(
    (best, { bits }, index) => (Math.abs(bits) > Math.abs(evidence[best]?.bits ?? 0) ? index : best),
    0,
  );
  return evidence.map((field, index) => (index === most ? { ...field, bits: field.bits + rest } : field));
}

/** Steps of the way over which class shares are averaged; what that leaves over goes to the field with most to say. */
const steps = 32;

/** How large a part each other class has of the alternative, on average over the way from no evidence to all of it. */
function meanClassShares(priors: Float64Array, weights: readonly { readonly sums: Float64Array }[]): Float64Array {
  const means = new Float64Array(4);
  const totals = [1, 2, 3].map((part) => weights.reduce((sum, { sums }) => sum + (sums[part] ?? 0), 0));
  for (let step = 0; step < steps; step++) {
    const at = (step + 0.5) / steps;
    const logs = totals.map((total, index) => (priors[index + 1] ?? 0) + at * total);
    const whole = logSum(logs[0] ?? 0, logs[1] ?? 0, logs[2] ?? 0);
    for (const [index, log] of logs.entries()) means[index + 1] = (means[index + 1] ?? 0) + Math.exp(log - whole) / steps;
  }
  return means;
}
