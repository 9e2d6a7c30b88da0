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
import { type Compared, type CompiledModel, compileModel, weighField, weighPolicies } from './compiled-model.ts';
import { type Agreement, comparisonNames, type Model } from './model.ts';
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
  return explain(compareIdentities(prepareIdentity(a), prepareIdentity(b)), compileModel(model));
}

/** The bits alone, for batches: the same figure without its explanation. */
export function scoreBits(left: PreparedIdentity, right: PreparedIdentity, model: CompiledModel): number {
  return scoreCompared(compareIdentities(left, right), model);
}

/** Which level holds in each comparison; nothing where either side lacks the value. */
export function compareIdentities(a: PreparedIdentity, b: PreparedIdentity): Compared {
  const agreement: MutableAgreement = a.name && b.name ? { ...compareNames(a.name, b.name) } : {};
  if (a.birthday && b.birthday) agreement['date-of-birth'] = compareDatesOfBirth(a.birthday, b.birthday);
  if (a.place && b.place) setLevel(agreement, 'place', comparePlaces(a.place, b.place));
  if (a.emailAddress && b.emailAddress) agreement['email-address'] = compareEmailAddresses(a.emailAddress, b.emailAddress);
  if (a.telephoneNumber && b.telephoneNumber) {
    setLevel(agreement, 'telephone-number', compareTelephoneNumbers(a.telephoneNumber, b.telephoneNumber));
  }
  // Where the level is exact both have the same value; a single name may stand in either part.
  const { given, family } = a.name ?? {};
  return { agreement, values: { given: (given ?? family)?.form, family: (family ?? given)?.form } };
}

/** Odds in bits as a probability, 0 to 1. */
export function toProbability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** A probability as odds in bits; ±Infinity at 0 and 1. */
export function toBits(probability: number): number {
  return Math.log2(probability / (1 - probability));
}

function scoreCompared(compared: Compared, model: CompiledModel): number {
  let [match, stranger, household] = [model.logMatch, model.logStranger, model.logHousehold];
  for (const name of comparisonNames) {
    const weights = weighField(model, compared, name);
    if (weights === undefined) continue;
    match += weights.m;
    stranger += weights.u;
    household += weights.h;
  }
  return match - logSum(stranger, household) + weighPolicies(model, compared.agreement);
}

/**
 * Shares the score out to the fields. The sum over two classes is not a sum of fields, so each field gets its part along the
 * straight way from no evidence to all of it (Aumann and Shapley's value): the mean weight of either class on that way has a
 * closed form, and the parts sum to the whole exactly.
 */
function explain(compared: Compared, model: CompiledModel): Score {
  const { agreement } = compared;
  const fields = comparisonNames.flatMap((name) => {
    const [level, weights] = [agreement[name], weighField(model, compared, name)];
    return level === undefined || weights === undefined ? [] : [{ name, level, ...weights }];
  });
  const slope = fields.reduce((total, { u, h }) => total + u - h, 0);
  const strangerShare = meanLogistic(model.logStranger - model.logHousehold, slope);
  const evidence = fields.map(({ name, level, m, u, h }): FieldEvidence => ({
    field: name,
    level,
    bits: m - strangerShare * u - (1 - strangerShare) * h + weighPolicies(model, agreement, name),
    againstStranger: m - u,
    againstHousehold: m - h,
  }));
  const bits = scoreCompared(compared, model);
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

type MutableAgreement = { -readonly [Name in keyof Agreement]: Agreement[Name] };

function setLevel<Name extends keyof Agreement>(
  agreement: MutableAgreement,
  name: Name,
  label: Exclude<Agreement[Name], undefined> | undefined,
): void {
  if (label !== undefined) agreement[name] = label;
}
