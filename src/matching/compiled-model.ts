/**
 * A model made ready for arithmetic: probabilities as logarithms to base 2, levels by label. Not the model itself (model.ts), which
 * stays plain data; this is made from it once and remembered. Refuses a model that cannot answer for every level.
 */
import {
  type Agreement,
  type Circumstance,
  type Comparison,
  type ComparisonName,
  comparisonNames,
  levelLabels,
  type LevelLabel,
  type LevelProbabilities,
  type Model,
} from './model.ts';

/** Logarithms to base 2 of the three probabilities. */
export interface Weights {
  readonly m: number;
  readonly u: number;
  readonly h: number;
}

/** What a circumstance asks, as a list: walked for every pair. */
type CompiledCircumstance = readonly { readonly name: ComparisonName; readonly labels: readonly LevelLabel[] }[];

interface CompiledPolicy {
  readonly field: ComparisonName;
  readonly when: CompiledCircumstance;
  readonly unless: readonly CompiledCircumstance[];
  readonly bits: number;
}

/** Two identities compared: the levels, and the values whose frequency counts where both have the same. */
export interface Compared {
  readonly agreement: Agreement;
  readonly values: { readonly [Name in ComparisonName]?: string | undefined };
}

interface CompiledLevel {
  readonly weights: Weights;
  /** h as a probability: frequencies are added to it. */
  readonly household: number;
  readonly conditions: readonly {
    readonly when: CompiledCircumstance;
    readonly weights: Weights;
    readonly setsStranger: boolean;
    readonly household: number;
  }[];
}

interface CompiledComparison {
  readonly levels: ReadonlyMap<LevelLabel, CompiledLevel>;
  readonly shares: ReadonlyMap<string, number> | undefined;
  readonly otherwise: number;
}

export interface CompiledModel {
  readonly logMatch: number;
  readonly logStranger: number;
  readonly logHousehold: number;
  readonly comparisons: { readonly [Name in ComparisonName]: CompiledComparison };
  readonly policies: readonly CompiledPolicy[];
}

const remembered = new WeakMap<Model, CompiledModel>();

/** Compiles a model; throws a `TypeError` that names the comparison and level at fault. */
export function compileModel(model: Model): CompiledModel {
  const known = remembered.get(model);
  if (known) return known;
  if (model.format !== 1)
    throw new TypeError(`Matching model format ${String(model.format)} is not known; this version reads format 1`);
  const { population, samePerson, household } = model.prior;
  if (!(population > samePerson + household && samePerson > 0 && household > 0)) {
    throw new TypeError('Matching model prior: population must exceed samePerson + household, both above 0');
  }
  for (const { label, field, when } of model.policies) {
    if (when[field] === undefined)
      throw new TypeError(`Matching model policy ${label}: its field must be among its circumstances`);
  }
  const compiled: CompiledModel = {
    logMatch: Math.log2(samePerson / population),
    logHousehold: Math.log2(household / population),
    logStranger: Math.log2(1 - (samePerson + household) / population),
    comparisons: {
      given: compileComparison(model, 'given'),
      family: compileComparison(model, 'family'),
      'date-of-birth': compileComparison(model, 'date-of-birth'),
      place: compileComparison(model, 'place'),
      'email-address': compileComparison(model, 'email-address'),
      'telephone-number': compileComparison(model, 'telephone-number'),
    },
    policies: model.policies.map(({ field, when, unless, nats }) => ({
      field,
      when: compileCircumstance(when),
      unless: unless.map(compileCircumstance),
      bits: nats / Math.LN2,
    })),
  };
  remembered.set(model, compiled);
  return compiled;
}

/** What a comparison's level weighs, given how the others came out; nothing where the comparison gave none. */
export function weighField(model: CompiledModel, { agreement, values }: Compared, name: ComparisonName): Weights | undefined {
  const label = agreement[name];
  if (label === undefined) return undefined;
  const comparison = model.comparisons[name];
  const level = comparison.levels.get(label);
  if (level === undefined) throw new TypeError(`Matching model has no level ${label} for ${name}`);
  const condition = level.conditions.find(({ when }) => holds(when, agreement));
  const { weights, household } = condition ?? level;
  const value = label === 'exact' ? values[name] : undefined;
  if (value === undefined || comparison.shares === undefined || condition?.setsStranger) return weights;
  const share = comparison.shares.get(value) ?? comparison.otherwise;
  return { m: weights.m, u: Math.log2(share), h: Math.log2(household + (1 - household) * share) };
}

/** The policies that apply to one field, as bits; to all fields where none is named. */
export function weighPolicies(model: CompiledModel, agreement: Agreement, field?: ComparisonName): number {
  let bits = 0;
  for (const policy of model.policies) {
    if (field !== undefined && policy.field !== field) continue;
    if (!holds(policy.when, agreement) || policy.unless.some((circumstance) => holds(circumstance, agreement))) continue;
    bits += policy.bits;
  }
  return bits;
}

function holds(circumstance: CompiledCircumstance, agreement: Agreement): boolean {
  for (const { name, labels } of circumstance) {
    const label = agreement[name];
    if (label === undefined || !labels.includes(label)) return false;
  }
  return true;
}

function compileCircumstance(circumstance: Circumstance): CompiledCircumstance {
  return comparisonNames.flatMap((name) => {
    const labels: readonly LevelLabel[] | undefined = circumstance[name];
    return labels === undefined ? [] : [{ name, labels }];
  });
}

function compileComparison(model: Model, name: ComparisonName): CompiledComparison {
  const comparison: Comparison = model.comparisons[name];
  const levels = new Map<LevelLabel, CompiledLevel>();
  for (const level of comparison.levels) {
    const conditions = (comparison.conditions ?? []).flatMap(({ when, levels: replaced }) => {
      const own = replaced[level.label];
      return own
        ? [{ when: compileCircumstance(when), ...compileLevel({ ...level, ...own }), setsStranger: own.u !== undefined }]
        : [];
    });
    levels.set(level.label, { ...compileLevel(level), conditions });
  }
  for (const label of levelLabels[name]) {
    if (!levels.has(label)) throw new TypeError(`Matching model ${model.id} lacks level ${label} of ${name}`);
  }
  const { frequencies } = comparison;
  return { levels, shares: frequencies && new Map(Object.entries(frequencies.shares)), otherwise: frequencies?.otherwise ?? 1 };
}

function compileLevel(level: LevelProbabilities & { label: LevelLabel }): { weights: Weights; household: number } {
  for (const part of ['m', 'u', 'h'] as const) {
    if (!(level[part] > 0 && level[part] <= 1))
      throw new TypeError(`Matching model level ${level.label}: ${part} must be above 0 and at most 1`);
  }
  return { weights: { m: Math.log2(level.m), u: Math.log2(level.u), h: Math.log2(level.h) }, household: level.h };
}
