/**
 * What a matching model is: data, serialisable and versioned, that says how likely each comparison level is among records of one
 * person (m), among strangers (u) and among different people of one household (h). Not the figures themselves
 * (built-in-model.ts) and not the arithmetic (score.ts). Training writes the same shape.
 */

/** The comparisons, by the names that evidence carries. `given` and `family` are two views of the standard's `name`; `place` is all of `postalAddress`. */
export const comparisonNames = ['given', 'family', 'date-of-birth', 'place', 'email-address', 'telephone-number'] as const;
export type ComparisonName = (typeof comparisonNames)[number];

/** The labels that each comparison can give. A missing value on either side gives none: no evidence. */
export const levelLabels = {
  given: ['exact', 'slip', 'part', 'nickname', 'initial', 'typo', 'middle', 'crossed', 'weak', 'differ', 'generation'],
  family: ['exact', 'typo', 'part', 'weak', 'differ'],
  'date-of-birth': ['exact', 'first-of-january', 'swapped', 'one-character', 'two-characters', 'partial', 'same-year', 'differ'],
  place: ['exact', 'strong', 'postcode', 'address', 'weak', 'differ'],
  'email-address': ['exact', 'near', 'same-letters', 'differ'],
  'telephone-number': ['mobile', 'mobile-typo', 'mobile-differ', 'landline', 'landline-typo', 'landline-differ'],
} as const;

export type LevelLabel<Name extends ComparisonName = ComparisonName> = (typeof levelLabels)[Name][number];

/** Which level held in each comparison; a comparison with a value missing is left out. */
export type Agreement = { readonly [Name in ComparisonName]?: LevelLabel<Name> };

/** Probabilities, each above 0 and at most 1: of this level among records of one person, among strangers, within one household. */
export interface LevelProbabilities {
  readonly m: number;
  readonly u: number;
  readonly h: number;
}

export interface Level<Name extends ComparisonName = ComparisonName> extends LevelProbabilities {
  readonly label: LevelLabel<Name>;
}

/** Holds when every comparison it names came out at one of the labels given for it. */
export type Circumstance = { readonly [Name in ComparisonName]?: readonly LevelLabel<Name>[] };

/**
 * Probabilities that replace a level's own when `when` holds: an e-mail address is made from the name, so that a near one says
 * little where the names agree; a birthday shared within a household means twins, who do not share a forename.
 */
export interface Condition<Name extends ComparisonName = ComparisonName> {
  readonly label: string;
  readonly when: Circumstance;
  readonly levels: { readonly [Label in LevelLabel<Name>]?: Partial<LevelProbabilities> };
}

/**
 * How common values are among people, by folded value: `Smith` says less than `Featherstonehaugh`. Replaces u of the exact level;
 * h becomes h + (1 − h)·share: relatives agree on purpose, or by the same chance as strangers.
 */
export interface Frequencies {
  readonly shares: Readonly<Record<string, number>>;
  /** The share of a value that is not listed. */
  readonly otherwise: number;
}

export interface Comparison<Name extends ComparisonName = ComparisonName> {
  readonly levels: readonly Level<Name>[];
  /** The first condition that holds for a level and names it counts. */
  readonly conditions?: readonly Condition<Name>[];
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

/** What is known before anything is compared, for one identity against an index. */
export interface Prior {
  /** How many customers the index holds, about. */
  readonly population: number;
  /** How many of them are expected to be this person: at most 1 where the index has no doubles. */
  readonly samePerson: number;
  /** How many of them are expected to belong to this person's household. */
  readonly household: number;
}

export interface Model {
  /** Version of this shape. A reader refuses one that it does not know. */
  readonly format: 1;
  /** Which figures these are, for audit: two models with the same id hold the same figures. */
  readonly id: string;
  readonly prior: Prior;
  readonly comparisons: { readonly [Name in ComparisonName]: Comparison<Name> };
  readonly policies: readonly Policy[];
}
