/**
 * Writes a legacy identity as columns again, so that reading them gives the same identity: to hand on what was read, or to store
 * it. Not the form's entries (`formatIdentity`), which know no partial date.
 */
import type { Columns, LegacyIdentity, PartialDate } from './legacy-identity.ts';
import { formatPartialDate } from './date-of-birth.ts';

/** `normaliseRecord(formatRecord(identity))` gives `identity`, whatever record it was read from. */
export function formatRecord(identity: LegacyIdentity): Columns {
  const { name, organisation, dateOfBirth, postalAddress, emailAddress, telephoneNumber, identifiers, categories } = identity;
  const columns: Record<string, string> = {};
  putAll(columns, 'name.', name);
  if (name?.family === undefined && name?.full === undefined) put(columns, 'name.kind', name?.given && 'single');
  putAll(columns, 'organisation.', organisation);
  put(columns, 'dateOfBirth', dateOfBirth && writeDate(dateOfBirth));
  putAll(columns, 'postalAddress.', postalAddress);
  put(columns, 'emailAddress', emailAddress);
  put(columns, 'telephoneNumber', telephoneNumber && telephoneNumber.typed);
  putAll(columns, 'identifier.', identifiers);
  putAll(columns, 'category.', categories);
  return columns;
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
