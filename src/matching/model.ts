/**
 * What a matching model is: data, serialisable and versioned, that says how likely each comparison level is among records of one
 * person (m), among strangers (u), among different people of one household (h) and among unrelated people of one address (n).
 * Not the figures themselves (built-in-model.ts, train.ts) and not the arithmetic (compiled-model.ts).
 */

/** The labels that each kind of comparison can give, best first. A missing value on either side gives none: no evidence. */
export const levelLabels = {
  given: [
    'exact',
    'slip',
    'part',
    'nickname',
    'initial',
    'typo',
    'middle',
    'crossed',
    'crossed-initial',
    'weak',
    'differ',
    'generation',
  ],
  family: ['exact', 'typo', 'part', 'weak', 'differ'],
  'date-of-birth': [
    'exact',
    'first-of-january',
    'swapped',
    'one-character',
    'two-characters',
    'partial',
    'year-only',
    'same-year',
    'differ',
  ],
  place: ['exact', 'strong', 'postcode', 'address', 'weak', 'differ'],
  'email-address': ['exact', 'near', 'same-letters', 'differ'],
  'telephone-number': ['mobile', 'mobile-typo', 'mobile-differ', 'landline', 'landline-typo', 'landline-differ'],
  'organisation-name': ['exact', 'near', 'part', 'weak', 'differ'],
  identifier: ['exact', 'one-character', 'two-characters', 'differ'],
  category: ['exact', 'near', 'shared-word', 'differ'],
  source: ['same', 'other'],
} as const;

export type ComparisonKind = keyof typeof levelLabels;
export type LevelLabel<Kind extends ComparisonKind = ComparisonKind> = (typeof levelLabels)[Kind][number];

/**
 * A comparison's name: its kind, or for identifiers and categories the kind, a dot and what the source calls the value
 * (`identifier.library-card`). `given` and `family` are two views of the standard's `name`; `place` is all of `postalAddress`.
 */
export type ComparisonName = string;

/** The kind of a comparison, by its name; undefined where there is none of that name. */
export function kindOf(name: ComparisonName): ComparisonKind | undefined {
  const kind = name.split('.', 1)[0] ?? '';
  return isComparisonKind(kind) ? kind : undefined;
}

export function isComparisonKind(text: string): text is ComparisonKind {
  return Object.hasOwn(levelLabels, text);
}

/** The four classes that any two records belong to one of. */
export const matchClasses = ['m', 'u', 'h', 'n'] as const;
export type MatchClass = (typeof matchClasses)[number];

/** Probabilities of a level, each above 0 and at most 1: one person, strangers, one household, unrelated at one address. */
export type LevelProbabilities = { readonly [Class in MatchClass]: number };

export interface Level extends LevelProbabilities {
  readonly label: LevelLabel;
}

/** Holds when every comparison it names came out at one of the labels given for it. */
export type Circumstance = Readonly<Record<ComparisonName, readonly LevelLabel[]>>;

/**
 * Levels that stand in for a comparison's own when `when` holds: an e-mail address is made from the name, so that a near one says
 * little where the names agree; a birthday shared within a household means twins, who do not share a forename.
 */
export interface Condition {
  readonly label: string;
  readonly when: Circumstance;
  readonly levels: readonly Level[];
  /** Whether the value's frequency still counts where the level is exact. */
  readonly usesFrequencies: boolean;
}

/**
 * How common values are among people, by folded value: `Smith` says less than `Featherstonehaugh`. Replaces u and n of the exact
 * level; h becomes h + (1 − h)·share: relatives agree on purpose, or by the same chance as strangers.
 */
export interface Frequencies {
  readonly shares: Readonly<Record<string, number>>;
  /** The share of a value that is not listed. */
  readonly otherwise: number;
}

export interface Comparison {
  readonly levels: readonly Level[];
  /** The first condition that holds counts. */
  readonly conditions?: readonly Condition[];
  readonly frequencies?: Frequencies;
}

/** Evidence that no single level can hold: added, in nats, to `field` where `when` holds and none of `unless` does. */
export interface Policy {
  readonly label: string;
  readonly field: ComparisonName;
  readonly when: Circumstance;
  readonly unless: readonly Circumstance[];
  readonly nats: number;
}

/** What is known before anything is compared, for one record against a population. */
export interface Prior {
  /** How many records, or customers of an index, there are to be found among, about. */
  readonly population: number;
  /** How many of them are expected to be this person's. */
  readonly samePerson: number;
  /** How many of them are expected to belong to others of this person's household. */
  readonly household: number;
  /** How many of them are expected to belong to unrelated people of the same address. */
  readonly neighbours: number;
}

/** The model of one kind of customer; people and organisations are never compared with each other. */
export interface KindModel {
  readonly prior: Prior;
  readonly comparisons: Readonly<Record<ComparisonName, Comparison>>;
  readonly policies: readonly Policy[];
  /** Names of the blocking keys that candidates of a batch are found by (blocking-keys.ts). */
  readonly keys: readonly string[];
  /** The few of them that a look-up of one record follows; the usual ones where absent. */
  readonly lookUpKeys?: readonly string[];
}

export const customerKinds = ['person', 'organisation'] as const;
export type CustomerKind = (typeof customerKinds)[number];

/** How the figures came about, for audit; no value of any record. */
export interface Provenance {
  /** What it was trained on, in words. */
  readonly on: string;
  readonly records: number;
  readonly pairs: number;
  readonly rounds: number;
  /** Share of records that have each comparison's value: far other shares mean data out of the model's range. */
  readonly filled: Readonly<Record<ComparisonName, number>>;
  /** When, as YYYY-MM-DD, where whoever trained it said so. */
  readonly date?: string;
  /** Sixteen hexadecimal digits, the same for the same records in whatever order: which file it was, and nothing of what is in it. */
  readonly digest?: string;
  /** Of pairs that are almost surely one person's, the share at each level, in the order of its labels: what to expect of other data. */
  readonly levels?: Readonly<Record<ComparisonName, readonly number[]>>;
}

export interface Model {
  /** Version of this shape. A reader refuses one that it does not know. */
  readonly format: 2;
  /** Which figures these are, for audit: two models with the same id hold the same figures. */
  readonly id: string;
  readonly blockingVersion: number;
  readonly kinds: Readonly<Record<CustomerKind, KindModel>>;
  /** Below this share of expected wrong links nothing is linked: 1 − precision, default of a batch and a look-up. */
  readonly precision: number;
  readonly trained?: Provenance;
}
