/**
 * The least that a search must say: a name or a date of birth, and at least one thing more. A surname alone is no search but a
 * walk through the register, and a telephone number alone tells who answers it.
 */
import type { PointedIssue } from '../protocol/problem.ts';
import { fieldsByName } from '../standard/fields/all-fields.ts';
import type { FieldName, Identity, PostalAddress } from '../standard/identity.ts';

const leading: readonly FieldName[] = ['name', 'date-of-birth'];

/** What the search lacks, each as one issue whose `oneOf` lists the fields that would do; empty where it says enough. */
export function missingFromSearch(identity: Identity): readonly PointedIssue[] {
  const given = Object.values(fieldsByName).filter((field) => isTelling(identity, field.name));
  const hasLeading = given.some(({ name }) => leading.includes(name));
  if (!hasLeading) return [missing(leading)];
  if (given.length > 1) return [];
  const others = Object.values(fieldsByName).map(({ name }) => name);
  return [missing(others.filter((name) => !given.some((field) => field.name === name)))];
}

function missing(fields: readonly FieldName[]): PointedIssue {
  return { code: 'search/missing', path: 'identity', pointer: '/identity', params: { oneOf: fields.join(' ') } };
}

/** An initial or a town is no name and no address to search by. */
function isTelling(identity: Identity, field: FieldName): boolean {
  if (field === 'name') {
    const { given = '', family = '', full = '' } = identity.name ?? {};
    return [given, family, full].some((part) => part.length > 1);
  }
  if (field === 'postal-address') return isPlace(identity.postalAddress ?? { kind: 'written' });
  return identity[fieldsByName[field].key] !== undefined;
}

function isPlace({ line1, town, postcode }: PostalAddress): boolean {
  return postcode !== undefined || (line1 !== undefined && town !== undefined);
}
