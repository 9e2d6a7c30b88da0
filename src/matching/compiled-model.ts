/**
 * A model of one kind made ready for arithmetic: natural logarithms by level code. Not the model itself (model.ts), which stays plain
 * data; this is made from it once. Refuses a model that cannot answer for every level.
 */
import { codeOf } from './compare.ts';
import {
  type Circumstance,
  type Comparison,
  type ComparisonKind,
  type ComparisonName,
  kindOf,
  type KindModel,
  type Level,
  levelLabels,
  matchClasses,
  type Model,
} from './model.ts';

/** For each comparison asked, a bit per level code: holds when every one has its bit. Walked for every pair. */
export interface CompiledCircumstance {
  readonly fields: readonly number[];
  readonly masks: readonly number[];
}

/** A comparison's levels, or a condition's: probabilities by class and code, and their logarithms. */
export interface Variant {
  readonly label: string;
  readonly when: CompiledCircumstance;
  readonly usesFrequencies: boolean;
  /** `[class][code]`; code 0 is no evidence, 1. */
  readonly probabilities: readonly Float64Array[];
  /** The logarithms, `4 · code + class`: those of one level side by side, as they are read millions of times. */
  readonly logs: Float64Array;
}

export interface CompiledField {
  readonly name: ComparisonName;
  readonly kind: ComparisonKind;
  /** How many codes there are, 0 for missing included. */
  readonly codes: number;
  /** 1 for codes at which both have the same value. */
  readonly exact: Uint8Array;
  /** The comparison's own levels first, then its conditions' in order. */
  readonly variants: readonly Variant[];
  /** The model's own shares of values, as logarithms; undefined where frequency does not count. */
  readonly logShareOf: ((value: string) => number) | undefined;
}

export interface CompiledPolicy {
  readonly field: number;
  readonly when: CompiledCircumstance;
  readonly unless: readonly CompiledCircumstance[];
  readonly nats: number;
}

export interface CompiledKind {
  readonly names: readonly ComparisonName[];
  readonly fields: readonly CompiledField[];
  readonly policies: readonly CompiledPolicy[];
  /** Logarithms of the shares of the four classes among all pairs. */
  readonly logPriors: Float64Array;
  readonly given: number;
  readonly family: number;
  readonly place: number;
  readonly birthday: number;
}

/** Labels of levels that hold only where both sides have the same value. */
const exactLabels: readonly string[] = ['exact', 'mobile', 'landline'];

/** Compiles one kind of a model; throws a `TypeError` that names the comparison and level at fault. */
export function compileKind(kind: KindModel, population = kind.prior.population): CompiledKind {
  const names = inOrder(Object.keys(kind.comparisons));
  return {
    names,
    fields: names.map((name) => compileField(name, kind, names)),
    policies: kind.policies.map(({ label, field, when, unless, nats }) => {
      if (when[field] === undefined)
        throw new TypeError(`Matching model policy ${label}: its field must be among its circumstances`);
      return {
        field: names.indexOf(field),
        when: compileCircumstance(when, names),
        unless: unless.map((circumstance) => compileCircumstance(circumstance, names)),
        nats,
      };
    }),
    logPriors: logPriorsOf(kind, population),
    given: names.indexOf('given'),
    family: names.indexOf('family'),
    place: names.indexOf('place'),
    birthday: names.indexOf('date-of-birth'),
  };
}

/** One order whatever the model's, names before contacts: sums come out the same to the last bit, and evidence as people read it. */
function inOrder(names: readonly ComparisonName[]): readonly ComparisonName[] {
  const kinds = Object.keys(levelLabels);
  const placeOf = (name: ComparisonName): number => kinds.indexOf(kindOf(name) ?? '');
  return [...names].sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
}

/** Throws a `TypeError` for a model of another format. */
export function assertKnownFormat(model: Model): void {
  if (model.format !== 2)
    throw new TypeError(`Matching model format ${String(model.format)} is not known; this version reads format 2`);
}

function logPriorsOf({ prior }: KindModel, population: number): Float64Array {
  const { samePerson, household, neighbours } = prior;
  const others = samePerson + household + neighbours;
  if (!(population > others && samePerson > 0 && household > 0 && neighbours > 0)) {
    throw new TypeError('Matching model prior: population must exceed samePerson + household + neighbours, all above 0');
  }
  const shares = [samePerson / population, 1 - others / population, household / population, neighbours / population];
  return Float64Array.from(shares, Math.log);
}

function compileField(name: ComparisonName, { comparisons }: KindModel, names: readonly ComparisonName[]): CompiledField {
  const kind = kindOf(name);
  const comparison = comparisons[name];
  if (kind === undefined || comparison === undefined) throw new TypeError(`There is no comparison of the name ${name}`);
  const labels: readonly string[] = levelLabels[kind];
  const own = compileVariant(comparison.levels, { name, kind, label: '', when: {}, names, usesFrequencies: true });
  const conditions = (comparison.conditions ?? []).map(({ levels, label, when, usesFrequencies }) =>
    compileVariant(levels, { name, kind, label, when, names, usesFrequencies }),
  );
  return {
    name,
    kind,
    codes: labels.length + 1,
    exact: Uint8Array.from(['', ...labels], (label) => (exactLabels.includes(label) ? 1 : 0)),
    variants: [own, ...conditions],
    logShareOf: compileFrequencies(comparison),
  };
}

function compileFrequencies({ frequencies }: Comparison): ((value: string) => number) | undefined {
  if (frequencies === undefined) return undefined;
  const logs = new Map(Object.entries(frequencies.shares).map(([value, share]) => [value, Math.log(share)]));
  const otherwise = Math.log(frequencies.otherwise);
  return (value) => logs.get(value) ?? otherwise;
}

interface VariantSettings {
  readonly name: ComparisonName;
  readonly kind: ComparisonKind;
  readonly label: string;
  readonly when: Circumstance;
  readonly names: readonly ComparisonName[];
  readonly usesFrequencies: boolean;
}

function compileVariant(levels: readonly Level[], settings: VariantSettings): Variant {
  const { name, kind, label, when, names, usesFrequencies } = settings;
  const probabilities = matchClasses.map(() => new Float64Array(levelLabels[kind].length + 1).fill(Number.NaN));
  for (const level of levels) {
    const code = codeOf(kind, level.label);
    for (const [index, part] of matchClasses.entries()) {
      if (!(level[part] > 0 && level[part] <= 1))
        throw new TypeError(`Matching model level ${level.label} of ${name}: ${part} must be above 0 and at most 1`);
      const row = probabilities[index];
      if (row) row[code] = level[part];
    }
  }
  for (const wanted of levelLabels[kind]) {
    if (Number.isNaN(probabilities[0]?.[codeOf(kind, wanted)]))
      throw new TypeError(`Matching model lacks level ${wanted} of ${name}`);
  }
  for (const row of probabilities) row[0] = 1;
  return {
    label,
    when: compileCircumstance(when, names),
    usesFrequencies,
    probabilities,
    logs: Float64Array.from({ length: 4 * (levelLabels[kind].length + 1) }, (_, at) =>
      Math.log(probabilities[at % 4]?.[Math.floor(at / 4)] ?? 1),
    ),
  };
}

/** A comparison that the model does not have never holds. */
function compileCircumstance(circumstance: Circumstance, names: readonly ComparisonName[]): CompiledCircumstance {
  const entries = Object.entries(circumstance);
  return {
    fields: entries.map(([name]) => names.indexOf(name)),
    masks: entries.map(([name, labels]) => {
      const kind = kindOf(name);
      return kind === undefined ? 0 : labels.reduce((mask, label) => mask | (1 << codeOf(kind, label)), 0);
    }),
  };
}
