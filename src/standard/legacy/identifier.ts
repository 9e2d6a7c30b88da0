/**
 * Tidies the codes and categories of a legacy record. Not whether a code keeps its own rule: two records that hold the same wrong
 * one still agree.
 */
import type { Change } from './change.ts';
import type { Columns } from './legacy-identity.ts';
import { isPlaceholder, readValue } from './legacy-text.ts';

type Values = Readonly<Record<string, string>>;

/** Reads every `identifier.<name>`: capitals and digits alone, as codes are compared. Undefined where there are none. */
export function normaliseIdentifiers(columns: Columns, changes: Change[]): Values | undefined {
  return readAll(columns, 'identifier.', (path) => normaliseIdentifier(columns, path, changes));
}

/** Reads every `category.<name>`, tidied. Undefined where there are none. */
export function normaliseCategories(columns: Columns, changes: Change[]): Values | undefined {
  return readAll(columns, 'category.', (path) => readValue(columns, path, changes));
}

function readAll(columns: Columns, prefix: string, read: (path: string) => string): Values | undefined {
  let values: Record<string, string> | undefined;
  for (const path in columns) {
    if (!path.startsWith(prefix) || path.length === prefix.length) continue;
    const value = read(path);
    if (value !== '') (values ??= {})[path.slice(prefix.length)] = value;
  }
  return values;
}

/** One code, or nothing where it is one character over and over. */
export function normaliseIdentifier(columns: Columns, path: string, changes: Change[]): string {
  const from = readValue(columns, path, changes);
  if (from === '') return '';
  const to = from
    .toUpperCase()
    .replace(/(?<=^\d+)\.0$/u, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .normalize('NFC');
  if (to === '' || isPlaceholder(to) || /^(.)\1{3,}$/u.test(to) || /^0?123456789\d?$/u.test(to)) {
    changes.push({ path, from, code: 'identifier/placeholder' });
    return '';
  }
  if (to !== from) changes.push({ path, from, to, code: 'identifier/rewritten' });
  return to;
}
