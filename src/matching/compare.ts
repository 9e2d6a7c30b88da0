/**
 * Compares two prepared identities field by field into level codes: a byte per comparison, 0 where a value is missing on either
 * side, else the level's place in its kind's list of labels, from 1. Not what a level says: that is the model's.
 */
import { compareCategories } from './comparisons/category.ts';
import { compareDatesOfBirth } from './comparisons/date-of-birth.ts';
import { compareEmailAddresses } from './comparisons/email-address.ts';
import { compareIdentifiers } from './comparisons/identifier.ts';
import { compareNames, type NameAgreement, type PreparedName } from './comparisons/name.ts';
import { compareOrganisations } from './comparisons/organisation.ts';
import { comparePlaces } from './comparisons/postal-address.ts';
import { compareTelephoneNumbers } from './comparisons/telephone-number.ts';
import { type ComparisonKind, type ComparisonName, kindOf, levelLabels } from './model.ts';
import type { PreparedIdentity } from './prepared.ts';

/** A prepared identity and the number of its source; sources are compared where both are known (0 or more). */
export interface PreparedRecord extends PreparedIdentity {
  readonly source: number;
}

/** Writes one code per comparison. */
export type Comparer = (a: PreparedRecord, b: PreparedRecord, levels: Uint8Array) => void;

const codes = new Map(
  Object.entries(levelLabels).map(([kind, labels]) => [
    kind,
    new Map(labels.map((label, index) => [label as string, index + 1])),
  ]),
);

/** The code of a level, 1 or more; 0 for no level. Throws a `TypeError` for a label that the kind does not have. */
export function codeOf(kind: ComparisonKind, label: string | undefined): number {
  if (label === undefined) return 0;
  const code = codes.get(kind)?.get(label);
  if (code === undefined) throw new TypeError(`A comparison of ${kind} has no level ${label}`);
  return code;
}

/** A comparer for comparisons in this order. Names of no known kind are refused with a `TypeError`. */
export function createComparer(names: readonly ComparisonName[]): Comparer {
  const steps = names.map(createStep);
  return (a, b, levels) => {
    for (let index = 0; index < steps.length; index++) levels[index] = steps[index]?.(a, b) ?? 0;
  };
}

type Step = (a: PreparedRecord, b: PreparedRecord) => number;

function createStep(name: ComparisonName): Step {
  const kind = kindOf(name);
  switch (kind) {
    case 'given':
      return (a, b) => codeOf('given', namesOf(a, b).given);
    case 'family':
      return (a, b) => codeOf('family', namesOf(a, b).family);
    case 'date-of-birth':
      return (a, b) => (a.birthday && b.birthday ? codeOf(kind, compareDatesOfBirth(a.birthday, b.birthday)) : 0);
    case 'organisation-name':
      return (a, b) =>
        a.organisation && b.organisation ? codeOf(kind, compareOrganisations(a.organisation, b.organisation)) : 0;
    case 'place':
      return placeCode;
    case 'email-address':
      return (a, b) =>
        a.emailAddress && b.emailAddress ? codeOf(kind, compareEmailAddresses(a.emailAddress, b.emailAddress)) : 0;
    case 'telephone-number':
      return (a, b) =>
        a.telephoneNumber && b.telephoneNumber ? codeOf(kind, compareTelephoneNumbers(a.telephoneNumber, b.telephoneNumber)) : 0;
    case 'source':
      return (a, b) => (a.source < 0 || b.source < 0 ? 0 : a.source === b.source ? 1 : 2);
    case 'identifier':
      return (a, b) => {
        const [left, right] = [a.identifiers[name], b.identifiers[name]];
        return left === undefined || right === undefined ? 0 : codeOf(kind, compareIdentifiers(left, right));
      };
    case 'category':
      return (a, b) => {
        const [left, right] = [a.categories[name], b.categories[name]];
        return left === undefined || right === undefined ? 0 : codeOf(kind, compareCategories(left, right));
      };
    case undefined:
      throw new TypeError(`There is no comparison of the name ${name}`);
  }
}

const noNames: NameAgreement = {};
let lastNames: { readonly a: PreparedName; readonly b: PreparedName; readonly agreement: NameAgreement } | undefined;

/** Forename and surname come from one look; asked for twice in a row, it is made once. */
function namesOf(a: PreparedRecord, b: PreparedRecord): NameAgreement {
  if (a.name === undefined || b.name === undefined) return noNames;
  if (lastNames?.a !== a.name || lastNames.b !== b.name) {
    const hasOthers = a.otherNames !== undefined || b.otherNames !== undefined;
    lastNames = { a: a.name, b: b.name, agreement: hasOthers ? bestNames(a, b) : compareNames(a.name, b.name) };
  }
  return lastNames.agreement;
}

/** Of all the names of both, those two that agree best. */
function bestNames(a: PreparedRecord, b: PreparedRecord): NameAgreement {
  const [ours, theirs] = [a, b].map(({ name, otherNames = [] }) => (name ? [name, ...otherNames] : otherNames));
  const found = (ours ?? []).flatMap((left) => (theirs ?? []).map((right) => compareNames(left, right)));
  const badness = ({ given, family }: NameAgreement): number => codeOf('given', given) + 2 * codeOf('family', family);
  return found.reduce((best, one) => (badness(one) < badness(best) ? one : best), found[0] ?? noNames);
}

/** Of all the places of both, those two that agree best. */
function placeCode(a: PreparedRecord, b: PreparedRecord): number {
  if (a.otherPlaces === undefined && b.otherPlaces === undefined) {
    return a.place && b.place ? codeOf('place', comparePlaces(a.place, b.place)) : 0;
  }
  let best = 0;
  for (const left of [a.place, ...(a.otherPlaces ?? [])]) {
    for (const right of [b.place, ...(b.otherPlaces ?? [])]) {
      const code = left && right ? codeOf('place', comparePlaces(left, right)) : 0;
      if (code > 0 && (best === 0 || code < best)) best = code;
    }
  }
  return best;
}

/** The folded value whose frequency counts where a comparison's level is exact; undefined where it is missing or has none. */
export function valueOf(record: PreparedRecord, name: ComparisonName): string | undefined {
  return valueReaderOf(name)(record);
}

/** The same for many records: what reads the value of one comparison. */
export function valueReaderOf(name: ComparisonName): (record: PreparedRecord) => string | undefined {
  switch (kindOf(name)) {
    // A single name may stand in either part.
    case 'given':
      return (record) => (record.name?.given ?? record.name?.family)?.form;
    case 'family':
      return (record) => (record.name?.family ?? record.name?.given)?.form;
    case 'date-of-birth':
      return (record) => record.birthday?.digits;
    case 'organisation-name':
      return (record) => record.organisation?.key;
    case 'place':
      return (record) => record.place?.key;
    case 'email-address':
      return (record) => record.emailAddress?.address;
    case 'telephone-number':
      return (record) => record.telephoneNumber?.digits;
    case 'identifier':
      return (record) => record.identifiers[name];
    case 'category':
      return (record) => record.categories[name]?.form;
    case 'source':
    case undefined:
      return () => undefined;
  }
}
