/**
 * The least that a search must say: a name or a date of birth, and at least one thing more. A surname alone is no search but a
 * walk through the register, and a telephone number alone tells who answers it.
 */
import type { PointedIssue } from '../protocol/problem.ts';
import { fieldsByName } from '../standard/fields/all-fields.ts';
import type { FieldName, Identity, PostalAddress } from '../standard/identity.ts';

const leading: readonly FieldName[] = ['name', 'organisation', 'date-of-birth'];
/** What narrows a search beside them. Another name of the same person, or that it is a person at all, does not. */
const narrowing: readonly FieldName[] = [
  'postal-address',
  'mailing-address',
  'email-address',
  'telephone-number',
  'national-insurance-number',
  'nhs-number',
  'driver-license',
  'social-security-number',
  'individual-taxpayer-number',
];

/** What the search lacks, each as one issue whose `oneOf` lists the fields that would do; empty where it says enough. */
export function missingFromSearch(identity: Identity): readonly PointedIssue[] {
  const given = [...leading, ...narrowing].filter((name) => isTelling(identity, name));
  if (!given.some((name) => leading.includes(name))) return [missing(leading)];
  const isNarrow = given.some((name) => narrowing.includes(name)) || (given.length > 1 && given.includes('date-of-birth'));
  if (isNarrow) return [];
  const others = given.includes('date-of-birth') ? leading : (['date-of-birth'] as const);
  return [missing([...others, ...narrowing].filter((name) => !given.includes(name)))];
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
  if (field === 'postal-address') return isPlace(identity.postalAddress);
  if (field === 'mailing-address') return isPlace(identity.mailingAddress);
  return identity[fieldsByName[field].key] !== undefined;
}

function isPlace({ line1, town, postcode }: Partial<PostalAddress> = {}): boolean {
  return postcode !== undefined || (line1 !== undefined && town !== undefined);
}
