/**
 * Writes a legacy identity as columns again, so that reading them gives the same identity: to hand on what was read, or to store
 * it. Not the form's entries (`formatIdentity`), which know no partial date.
 */
import type { Location, PersonName } from '../identity.ts';
import { formatPartialDate } from './date-of-birth.ts';
import type { Columns, LegacyIdentity, PartialDate } from './legacy-identity.ts';

/** `normaliseRecord(formatRecord(identity))` gives `identity`, whatever record it was read from. */
export function formatRecord(identity: LegacyIdentity): Columns {
  const { name, previousName, organisation, dateOfBirth, telephoneNumber, locations = [] } = identity;
  const columns: Record<string, string> = {};
  putName(columns, 'name', name);
  putName(columns, 'previousName', previousName);
  putAll(columns, 'organisation.', organisation);
  put(columns, 'dateOfBirth', dateOfBirth && writeDate(dateOfBirth));
  putAll(columns, 'postalAddress.', identity.postalAddress);
  putAll(columns, 'mailingAddress.', identity.mailingAddress);
  for (const [index, location] of locations.entries()) putLocation(columns, `locations.${index + 1}.`, location);
  putAll(columns, '', identity);
  put(columns, 'telephoneNumber', telephoneNumber?.typed);
  putAll(columns, 'identifier.', identity.identifiers);
  putAll(columns, 'category.', identity.categories);
  return columns;
}

/** A name of one part says that it is whole, or it would be split again. */
function putName(columns: Record<string, string>, prefix: string, name: PersonName | undefined): void {
  putAll(columns, `${prefix}.`, name);
  if (name?.given !== undefined && name.family === undefined && name.full === undefined) columns[`${prefix}.kind`] = 'single';
}

const useColumns = { 'bill-to': 'billTo', 'ship-to': 'shipTo', 'sold-to': 'soldTo' } as const;

function putLocation(columns: Record<string, string>, prefix: string, { address, uses, primaryFor }: Location): void {
  putAll(columns, prefix, address);
  for (const use of uses) columns[prefix + useColumns[use]] = primaryFor.includes(use) ? 'primary' : 'use';
}

function writeDate(date: PartialDate): string {
  const written = formatPartialDate(date).replace(/\?/gu, '0');
  return date.digits === undefined ? written : date.digits.replace(/^(.{4})(..)(..)$/u, '$1-$2-$3');
}

function put(columns: Record<string, string>, path: string, text: string | undefined): void {
  if (text !== undefined && text !== '') columns[path] = text;
}

function putAll(columns: Record<string, string>, prefix: string, values: object | undefined): void {
  for (const [part, text] of Object.entries(values ?? {})) if (typeof text === 'string') put(columns, prefix + part, text);
}
