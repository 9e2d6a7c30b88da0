/**
 * Where training starts: figures set by hand, before any record was seen. They rank well by themselves; training calibrates them,
 * and they are the prior that it never wholly leaves. Data only. Those that differ from a measured prototype's say why.
 */
import { isComparisonKind, kindOf, levelLabels } from './model.ts';
import type { Comparison, ComparisonKind, ComparisonName, Condition, KindModel, Level, Policy } from './model.ts';
import { familyNameShares, givenNameShares, otherFamilyShare, otherGivenShare } from './name-frequencies.ts';

/** m, u, h, n by level. */
type Figures = Readonly<Record<string, readonly [number, number, number, number]>>;

const figures: Readonly<Record<ComparisonKind, Figures>> = {
  given: {
    exact: [0.8, 0.0015, 0.011, 0.0001],
    slip: [0.035, 0.0006, 0.0012, 0.0006],
    part: [0.045, 0.001, 0.006, 0.001],
    nickname: [0.045, 0.003, 0.004, 0.003],
    initial: [0.03, 0.01, 0.02, 0.01],
    typo: [0.014, 0.002, 0.004, 0.002],
    middle: [0.008, 0.0005, 0.006, 0.0005],
    crossed: [0.006, 0.00001, 0.0001, 0.00001],
    'crossed-initial': [0.002, 0.00005, 0.0001, 0.00005],
    weak: [0.006, 0.002, 0.003, 0.002],
    differ: [0.008, 0.97834, 0.9426, 0.97974],
    generation: [0.001, 0.001, 0.002, 0.001],
  },
  family: {
    exact: [0.86, 0.0006, 0.7, 0.0005],
    typo: [0.06, 0.0015, 0.05, 0.0015],
    part: [0.015, 0.0005, 0.02, 0.0005],
    weak: [0.015, 0.01, 0.01, 0.01],
    differ: [0.05, 0.9874, 0.22, 0.9875],
  },
  'date-of-birth': {
    exact: [0.868, 0.00004, 0.006, 0.00001],
    // Both on 1 January of one year: rarer than an equal birthday among strangers, but systems write it for want of better.
    'first-of-january': [0.012, 0.000008, 0.00004, 0.000008],
    swapped: [0.01, 0.00003, 0.0001, 0.00003],
    'one-character': [0.045, 0.0013, 0.0013, 0.0013],
    'two-characters': [0.015, 0.02, 0.015, 0.02],
    partial: [0.01, 0.0045, 0.004, 0.0045],
    // Where one of the two says 1 January, or a year alone: as likely as such records are, times one in seventy among strangers.
    'year-only': [0.02, 0.0004, 0.001, 0.0004],
    'same-year': [0.005, 0.012, 0.03, 0.012],
    differ: [0.015, 0.962122, 0.94356, 0.962152],
  },
  place: {
    exact: [0.6, 0.00003, 0.7, 0.6],
    strong: [0.12, 0.00006, 0.14, 0.15],
    postcode: [0.03, 0.0004, 0.05, 0.2],
    address: [0.02, 0.00005, 0.03, 0.04],
    weak: [0.03, 0.02, 0.02, 0.009],
    differ: [0.2, 0.97946, 0.06, 0.001],
  },
  'email-address': {
    exact: [0.8, 0.000002, 0.08, 0.0005],
    near: [0.06, 0.00001, 0.01, 0.0001],
    'same-letters': [0.04, 0.0002, 0.03, 0.0002],
    differ: [0.1, 0.999788, 0.88, 0.9992],
  },
  'telephone-number': {
    mobile: [0.85, 0.000002, 0.06, 0.001],
    'mobile-typo': [0.05, 0.00002, 0.005, 0.0001],
    'mobile-differ': [0.1, 0.999978, 0.935, 0.9989],
    // A landline is the household's: it speaks against a stranger and hardly against a relative.
    landline: [0.75, 0.00001, 0.65, 0.05],
    'landline-typo': [0.05, 0.00003, 0.045, 0.003],
    'landline-differ': [0.2, 0.99996, 0.305, 0.947],
  },
  'organisation-name': {
    // Two firms of one address may be kin; two of one name are one.
    exact: [0.75, 0.0001, 0.0005, 0.0001],
    near: [0.12, 0.0002, 0.005, 0.0002],
    part: [0.08, 0.002, 0.2, 0.002],
    weak: [0.03, 0.02, 0.2, 0.02],
    differ: [0.02, 0.9777, 0.5945, 0.9777],
  },
  identifier: {
    exact: [0.92, 0.000001, 0.001, 0.000001],
    'one-character': [0.04, 0.00002, 0.0005, 0.00002],
    'two-characters': [0.01, 0.0005, 0.001, 0.0005],
    differ: [0.03, 0.999479, 0.9975, 0.999479],
  },
  category: {
    exact: [0.8, 0.1, 0.5, 0.15],
    near: [0.04, 0.005, 0.01, 0.005],
    'shared-word': [0.04, 0.02, 0.05, 0.02],
    differ: [0.12, 0.875, 0.44, 0.825],
  },
  source: {
    same: [0.2, 0.2, 0.2, 0.2],
    other: [0.8, 0.8, 0.8, 0.8],
  },
};

/** Twins and nobody else in a household share a birthday, and twins do not share a forename. */
const forenameAgrees: Condition = {
  label: 'forename-agrees',
  when: { given: ['exact', 'part', 'nickname', 'crossed', 'crossed-initial', 'slip', 'middle'] },
  usesFrequencies: true,
  levels: levelsOf('date-of-birth', {
    ...figures['date-of-birth'],
    // Forenames have their decades: an equal birthday is likelier than otherwise.
    exact: [0.868, 0.00008, 0.0004, 0.00004],
    'first-of-january': [0.012, 0.000008, 0.000015, 0.000008],
    differ: [0.015, 0.962082, 0.949185, 0.962122],
  }),
};

/** Forenames and surnames have their origins: whoever bears one forename bears like surnames more often than others do. */
const sameForename: Condition = {
  label: 'forename-agrees',
  when: { given: ['exact', 'slip', 'nickname', 'part', 'middle', 'typo'] },
  usesFrequencies: true,
  levels: levelsOf('family', {
    ...figures.family,
    typo: [0.06, 0.003, 0.05, 0.003],
    part: [0.015, 0.003, 0.02, 0.003],
    differ: [0.05, 0.9834, 0.22, 0.9835],
  }),
};

/** One person's forename and surname are seldom both another: whoever is born on one day at one address is two people then. */
const otherForename: Condition = {
  label: 'forename-differs',
  when: { given: ['weak', 'differ'] },
  usesFrequencies: true,
  levels: levelsOf('family', {
    ...figures.family,
    exact: [0.92, 0.0006, 0.7, 0.0005],
    part: [0.02, 0.0005, 0.02, 0.0005],
    weak: [0.01, 0.01, 0.01, 0.01],
    differ: [0.005, 0.9874, 0.22, 0.9875],
    typo: [0.045, 0.0015, 0.05, 0.0015],
  }),
};

/** Two people of one name have addresses made from that name: only the whole address tells them apart. */
const namesAgree: Condition = {
  label: 'names-agree',
  when: { given: ['exact', 'part', 'slip', 'nickname'], family: ['exact', 'typo'] },
  usesFrequencies: false,
  levels: levelsOf('email-address', {
    // A mailbox is given out once, whoever it is named after.
    exact: [0.8, 0.00003, 0.08, 0.00005],
    near: [0.06, 0.02, 0.03, 0.02],
    'same-letters': [0.04, 0.25, 0.25, 0.25],
    differ: [0.1, 0.7295, 0.64, 0.7295],
  }),
};

/** Twins are the likeliest of all to share a mailbox: their parents'. */
const twins: Condition = {
  label: 'twins',
  when: { given: ['typo', 'weak', 'differ'], 'date-of-birth': ['exact'] },
  usesFrequencies: true,
  levels: levelsOf('email-address', {
    ...figures['email-address'],
    exact: [0.8, 0.000002, 0.3, 0.0005],
    differ: [0.1, 0.999788, 0.66, 0.9992],
  }),
};

/** So with their parents' number. */
const twinsNumber: Condition = {
  label: 'twins',
  when: twins.when,
  usesFrequencies: true,
  levels: levelsOf('telephone-number', {
    ...figures['telephone-number'],
    mobile: [0.85, 0.000002, 0.4, 0.001],
    'mobile-differ': [0.1, 0.999978, 0.595, 0.9989],
  }),
};

/**
 * Fathers and sons, and namesakes: a birthday that plainly differs outweighs a name and an address, unless a contact of one person's
 * own agrees and the birthday may be the mistake.
 */
export const birthdayContradicted: Policy = {
  label: 'birthday-contradicted',
  field: 'date-of-birth',
  when: { 'date-of-birth': ['same-year', 'differ'] },
  unless: [{ 'email-address': ['exact'] }, { 'telephone-number': ['mobile'] }],
  nats: -8,
};

/** A comparison as it starts, with its conditions and frequencies. */
function startingComparison(kind: ComparisonKind): Comparison {
  const levels = levelsOf(kind, figures[kind]);
  switch (kind) {
    case 'given':
      return { levels, frequencies: { shares: givenNameShares, otherwise: otherGivenShare } };
    case 'family':
      return {
        levels,
        conditions: [sameForename, otherForename],
        frequencies: { shares: familyNameShares, otherwise: otherFamilyShare },
      };
    case 'date-of-birth':
      return { levels, conditions: [forenameAgrees] };
    case 'email-address':
      return { levels, conditions: [namesAgree, twins] };
    case 'telephone-number':
      return { levels, conditions: [twinsNumber] };
    default:
      return { levels };
  }
}

const personComparisons = ['given', 'family', 'date-of-birth', 'place', 'email-address', 'telephone-number'];
const organisationComparisons = ['organisation-name', 'place', 'email-address', 'telephone-number'];

/** Keys that find nearly every pair of a file of any kind; training keeps those that pay. */
export const everyPersonKey: readonly string[] = (
  'names-year names-month-day names-decade names-sector names-district names-category given-category family-category initials-category categories-initials beginnings root-family-year root-family-sector ' +
  'birthday-family birthday-given birthday-root birthday-initials birthday-postcode birthday-sector birthday-category ' +
  'month-day-given-initial year-month-family postcode-given postcode-root postcode-family postcode-initials postcode-house ' +
  'postcode sector-family sector-given sector-initials sector-initials-year house-street-family house-street-given house-street-initials email-address mailbox telephone-number ' +
  'telephone-number-given identifier identifier-start rare-names rare-family rare-family-exact rare-given rare-birthday'
).split(' ');
/** Mostly of a name alone, which many share: only where few records have a birthday do they find what cheaper keys do not. */
export const fewBirthdaysKeys: readonly string[] = (
  'family-initials given-family-start root-family-start given-family-end given-birth-years sector-root-initials ' +
  'house-street-name rare-word rare-word-pairs rare-house-name rare-house-street'
).split(' ');
export const everyOrganisationKey: readonly string[] = (
  'names-sector names-category postcode-house house-street-family email-address mailbox telephone-number identifier ' +
  'organisation-words organisation-start rare-organisation-word rare-postcode'
).split(' ');

/** The model of people, with comparisons of these names besides the usual ones. */
export function startingPersonModel(others: readonly ComparisonName[] = []): KindModel {
  return {
    prior: { population: 100_000, samePerson: 0.7, household: 2, neighbours: 1 },
    comparisons: startingComparisons([...personComparisons, ...others]),
    policies: [birthdayContradicted],
    keys: everyPersonKey,
  };
}

export function startingOrganisationModel(others: readonly ComparisonName[] = []): KindModel {
  return {
    prior: { population: 10_000, samePerson: 0.7, household: 0.5, neighbours: 1 },
    comparisons: startingComparisons([...organisationComparisons, ...others]),
    policies: [],
    keys: everyOrganisationKey,
  };
}

function startingComparisons(names: readonly ComparisonName[]): Record<ComparisonName, Comparison> {
  const comparisons: Record<ComparisonName, Comparison> = {};
  const given = new Set(names);
  for (const name of names) {
    const kind = kindOf(name);
    if (kind === undefined) throw new TypeError(`There is no comparison of the name ${name}`);
    const comparison = startingComparison(kind);
    const { conditions = [], ...rest } = comparison;
    const known = conditions.filter(({ when }) => Object.keys(when).every((field) => given.has(field)));
    comparisons[name] = { ...rest, ...(known.length > 0 ? { conditions: known } : {}) };
  }
  return comparisons;
}

function levelsOf(kind: ComparisonKind, byLabel: Figures): readonly Level[] {
  return levelLabels[kind].map((label): Level => {
    const found = byLabel[label];
    if (found === undefined) throw new TypeError(`No figures for level ${label} of ${kind}`);
    const [m, u, h, n] = found;
    return { label, m, u, h, n };
  });
}

/** Names of comparisons that a set of records asks for, beyond the usual: its identifiers, categories and sources. */
export function isExtraComparison(name: ComparisonName): boolean {
  return isComparisonKind(name) ? name === 'source' : kindOf(name) === 'identifier' || kindOf(name) === 'category';
}
