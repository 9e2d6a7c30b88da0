/**
 * The score of a pair: how much more likely two identities are one person's than two people's, in bits, explained field by field.
 * Score = log₂(λM·Πm) − log₂(λR·Πu + λH·Πh): three classes (same person, stranger, another of the household). What a household
 * shares is likely under H too, so place, surname, landline and mailbox cap themselves together instead of adding up.
 * Not a decision: decide.ts.
 */
import type { Identity } from '../standard/identity.ts';
import type { FieldEvidence } from '../standard/match-evidence.ts';
import { compareDatesOfBirth } from './comparisons/date-of-birth.ts';
import { compareEmailAddresses } from './comparisons/email-address.ts';
import { compareNames } from './comparisons/name.ts';
import { comparePlaces } from './comparisons/postal-address.ts';
import { compareTelephoneNumbers } from './comparisons/telephone-number.ts';
import { builtInModel } from './built-in-model.ts';
import { type CompiledModel, compileModel, weighField, weighPolicies } from './compiled-model.ts';
import { type Agreement, comparisonNames, type LevelLabel, type Model } from './model.ts';
import { type PreparedIdentity, prepareIdentity } from './prepared.ts';

/** `bits` is the log₂ of the odds, prior included; `probability` those odds as 0 to 1; evidence and `priorBits` sum to `bits`. */
export interface Score {
  readonly bits: number;
  readonly probability: number;
  readonly priorBits: number;
  readonly evidence: readonly FieldEvidence[];
}

/** Scores two identities, in either order alike. */
export function scorePair(a: Identity, b: Identity, model: Model = builtInModel): Score {
  const left = prepareIdentity(a);
  const right = prepareIdentity(b);
  return explain(compareIdentities(left, right), left, right, compileModel(model));
}

/** The bits alone, for batches: the same figure without its explanation. */
export function scoreBits(left: PreparedIdentity, right: PreparedIdentity, model: CompiledModel): number {
  const agreement = compareIdentities(left, right);
  let match = 0;
  let stranger = 0;
  let household = 0;
  for (const name of comparisonNames) {
    const label = agreement[name];
    if (label === undefined) continue;
    const weights = weighField(model, name, label, agreement, sharedValue(name, label, left));
    match += weights.m;
    stranger += weights.u;
    household += weights.h;
  }
  return (
    model.logMatch +
    match -
    logSum(model.logStranger + stranger, model.logHousehold + household) +
    weighPolicies(model, agreement)
  );
}

/** Which level holds in each comparison; nothing where either side lacks the value. */
export function compareIdentities(a: PreparedIdentity, b: PreparedIdentity): Agreement {
  const agreement: { -readonly [Name in keyof Agreement]: Agreement[Name] } =
    a.name && b.name ? compareNames(a.name, b.name) : {};
  if (a.birthday && b.birthday) agreement['date-of-birth'] = compareDatesOfBirth(a.birthday, b.birthday);
  if (a.place && b.place) setLevel(agreement, 'place', comparePlaces(a.place, b.place));
  if (a.emailAddress && b.emailAddress) agreement['email-address'] = compareEmailAddresses(a.emailAddress, b.emailAddress);
  if (a.telephoneNumber && b.telephoneNumber) {
    setLevel(agreement, 'telephone-number', compareTelephoneNumbers(a.telephoneNumber, b.telephoneNumber));
  }
  return agreement;
}

/** Odds in bits as a probability, 0 to 1. */
export function toProbability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** A probability as odds in bits; ±Infinity at 0 and 1. */
export function toBits(probability: number): number {
  return Math.log2(probability / (1 - probability));
}

/**
 * Shares the score out to the fields. The sum over two classes is not a sum of fields, so each field gets its part along the
 * straight way from no evidence to all of it (Aumann and Shapley's value): the mean weight of either class on that way has a
 * closed form, and the parts sum to the whole exactly.
 */
function explain(agreement: Agreement, left: PreparedIdentity, right: PreparedIdentity, model: CompiledModel): Score {
  const fields = comparisonNames.flatMap((name) => {
    const label = agreement[name];
    return label === undefined
      ? []
      : [{ name, label, weights: weighField(model, name, label, agreement, sharedValue(name, label, left)) }];
  });
  const sum = (part: 'm' | 'u' | 'h'): number => fields.reduce((total, field) => total + field.weights[part], 0);
  const strangerShare = meanLogistic(model.logStranger - model.logHousehold, sum('u') - sum('h'));
  const evidence = fields.map(({ name, label, weights }): FieldEvidence => {
    const policy = weighPolicies(model, agreement, name);
    return {
      field: name,
      level: label,
      bits: weights.m - strangerShare * weights.u - (1 - strangerShare) * weights.h + policy,
      againstStranger: weights.m - weights.u,
      againstHousehold: weights.m - weights.h,
    };
  });
  const bits = scoreBits(left, right, model);
  return {
    bits,
    probability: toProbability(bits),
    priorBits: model.logMatch - logSum(model.logStranger, model.logHousehold),
    evidence,
  };
}

/** The mean over t from 0 to 1 of the logistic, base 2, of `start + slope·t`. */
function meanLogistic(start: number, slope: number): number {
  if (Math.abs(slope) < 1e-9) return toProbability(start);
  return (logSum(0, start + slope) - logSum(0, start)) / slope;
}

/** log₂(2^a + 2^b), safe for far apart values. */
function logSum(a: number, b: number): number {
  const greater = Math.max(a, b);
  return greater + Math.log2(1 + 2 ** (Math.min(a, b) - greater));
}

/** The value both agree on, where its frequency counts. */
function sharedValue(name: string, label: LevelLabel, left: PreparedIdentity): string | undefined {
  if (label !== 'exact') return undefined;
  if (name === 'given') return (left.name?.given ?? left.name?.family)?.form;
  return name === 'family' ? (left.name?.family ?? left.name?.given)?.form : undefined;
}

function setLevel<Name extends keyof Agreement>(
  agreement: { -readonly [Key in keyof Agreement]: Agreement[Key] },
  name: Name,
  label: Exclude<Agreement[Name], undefined> | undefined,
): void {
  if (label !== undefined) agreement[name] = label;
}
