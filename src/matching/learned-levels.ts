/**
 * What one comparison's levels are learned to be, from what was counted for each class: counts and prior together, within the guards that
 * keep families from teaching that one person's birthday differs. Not the counting: em.ts.
 */
import { type ComparisonKind, type Level, levelLabels, matchClasses } from './model.ts';

export interface LevelCounts {
  readonly kind: ComparisonKind;
  readonly cells: Float64Array | undefined;
  /** Where u was measured on random pairs, and is not learned. */
  readonly strangers: readonly Level[] | undefined;
  /** How many pairs the prior counts for. */
  readonly strength: number;
  readonly hasFamilies: boolean;
  /** Whether most live with others: juniors and twins are then to be met. */
  readonly areMostAtHome: boolean;
}

export function maximiseLevels(
  start: readonly Level[],
  { kind, cells, strangers, strength, hasFamilies, areMostAtHome }: LevelCounts,
): readonly Level[] {
  const columns = matchClasses.map((part, index) => {
    const prior = start.map((level) => level[part]);
    if (cells === undefined || (part === 'u' && strangers !== undefined)) return strangers?.map((level) => level[part]) ?? prior;
    if (part === 'n' && !sharedAtAddress.has(kind))
      return prior.map((value, at) => (isExact(kind, at) ? value : (strangers?.[at]?.u ?? value)));
    if (part === 'u' && !learnsStrangers.has(kind)) return prior;
    const counted = start.map((_, at) => cells[index * (start.length + 1) + at + 1] ?? 0);
    const learned = blend(kind, { prior, counted, weight: strength });
    if (part === 'h' && !sharedInHousehold.has(kind)) return withPurpose(kind, { prior, learned, areMostAtHome });
    if (part === 'u')
      return learned.map((value, at) => (isExact(kind, at) ? Math.min(value, mostShared * (prior[at] ?? 1)) : value));
    return part === 'm'
      ? guard(kind, learned, { prior, drift: hasFamilies ? mostDrift.amongFamilies : mostDrift.otherwise })
      : learned;
  });
  if (areMostAtHome && !sharedInHousehold.has(kind)) columns[2] = withMistakes(kind, columns);
  return start.map((level, at) => ({
    label: level.label,
    m: columns[0]?.[at] ?? level.m,
    u: columns[1]?.[at] ?? level.u,
    h: columns[2]?.[at] ?? level.h,
    n: columns[3]?.[at] ?? level.n,
  }));
}

const sharedInHousehold: ReadonlySet<ComparisonKind> = new Set([
  'family',
  'place',
  'email-address',
  'telephone-number',
  'category',
  'source',
]);
const sharedAtAddress: ReadonlySet<ComparisonKind> = new Set([
  'place',
  'email-address',
  'telephone-number',
  'category',
  'source',
]);

/** Kinds whose levels among strangers depend on a condition in a way that only the pairs themselves show: mailboxes made from names. */
const learnsStrangers: ReadonlySet<ComparisonKind> = new Set(['email-address']);

/**
 * Two of a household are two people: their forenames and birthdays are strangers', but for what agrees on purpose (juniors, twins),
 * and even of that not much more than expected. Left to itself this class would take in one person's records with a mistake.
 */
function withPurpose(
  kind: ComparisonKind,
  { prior, learned, areMostAtHome }: { prior: readonly number[]; learned: readonly number[]; areMostAtHome: boolean },
): number[] {
  const least = (areMostAtHome ? leastPurpose.atHome : leastPurpose.otherwise).get(kind) ?? 0;
  return prior.map((value, at) =>
    isExact(kind, at) ? Math.min(Math.max(learned[at] ?? value, least * value), mostPurpose * value) : value,
  );
}

/** A father and a son of one name are written with the same mistakes as one person: what is near their name is as likely as for one. */
function withMistakes(kind: ComparisonKind, [m = [], u = [], h = []]: readonly (readonly number[])[]): number[] {
  const exact = m.findIndex((_, at) => isExact(kind, at));
  const purpose = (h[exact] ?? 0) / (m[exact] ?? 1);
  return h.map((value, at) => (at === exact ? value : Math.max(value, (u[at] ?? 0) + purpose * (m[at] ?? 0))));
}

function isExact(kind: ComparisonKind, at: number): boolean {
  return ['exact', 'mobile', 'landline'].includes(levelLabels[kind][at] ?? '');
}

/** Places of the levels that make a distribution together: mobiles and landlines are compared each with their like. */
export function levelGroupsOf(kind: ComparisonKind): readonly (readonly number[])[] {
  const places = levelLabels[kind].map((_, at) => at);
  return kind === 'telephone-number' ? [places.slice(0, 3), places.slice(3)] : [places];
}

/** Counts and prior together, a distribution in each group of levels. */
function blend(
  kind: ComparisonKind,
  { prior, counted, weight }: { prior: number[]; counted: number[]; weight: number },
): number[] {
  const learned = [...prior];
  for (const group of levelGroupsOf(kind)) {
    const sum = (values: readonly number[]): number => group.reduce((total, at) => total + (values[at] ?? 0), 0);
    const [all, whole] = [sum(counted), sum(prior)];
    for (const at of group) {
      learned[at] = Math.max(((counted[at] ?? 0) + (weight * (prior[at] ?? 0)) / whole) / (all + weight), 1e-9);
    }
  }
  return learned;
}

/**
 * The most that one person's birthday or forename may be learned to contradict itself, as a multiple of the prior: little where there
 * are families, whose members would be taken for one person's mistakes; much where each has an address of their own.
 */
const mostDrift = { amongFamilies: 5, otherwise: 20 };
/** A mailbox is given out once, whoever it is named after: so many times the prior may namesakes be learned to share one. */
const mostShared = 10;
/** The same for what a household agrees in on purpose. */
const mostPurpose = 3;
/** And the least of it: fathers and sons, and twins, whose records look like one person's, are not all learned away. */
const leastPurpose: Readonly<Record<'atHome' | 'otherwise', ReadonlyMap<ComparisonKind, number>>> = {
  atHome: new Map([
    ['given', 1],
    ['date-of-birth', 1],
  ]),
  otherwise: new Map([
    ['given', 1],
    ['date-of-birth', 0.3],
  ]),
};
const guarded: ReadonlySet<ComparisonKind> = new Set(['given', 'date-of-birth', 'organisation-name', 'identifier']);
const contradicting: ReadonlySet<string> = new Set(['differ', 'weak', 'same-year', 'two-characters', 'generation']);

function guard(
  kind: ComparisonKind,
  learned: readonly number[],
  { prior, drift }: { prior: readonly number[]; drift: number },
): number[] {
  if (!guarded.has(kind)) return [...learned];
  const capped = learned.map((value, at) =>
    contradicting.has(levelLabels[kind][at] ?? '') ? Math.min(value, drift * (prior[at] ?? 1)) : value,
  );
  const [before, after] = [learned, capped].map((values) => values.reduce((sum, value) => sum + value, 0));
  // What was taken away goes to the exact level.
  capped[0] = (capped[0] ?? 0) + (before ?? 0) - (after ?? 0);
  return capped;
}
