/**
 * Which column of a file is what: `map.json`, checked against the standard's field names and the file's header. Every mistake names
 * the column. Reading the values is the standard's (`normaliseRecord`).
 */
import { readFile } from 'node:fs/promises';
import { CommandError } from './command.ts';

/** Column of the file → field of the standard, in the order of the map. */
export type ColumnMap = readonly (readonly [column: string, field: string])[];

/** Where in a row each mapped value stands. */
export interface BoundColumns {
  /** Position of the record's own number; undefined where the file has none. */
  readonly recordId?: number;
  readonly source?: number;
  /** Everything that says who somebody is. */
  readonly fields: readonly { readonly position: number; readonly field: string }[];
}

const addressParts = 'houseNumber street line1 line2 town region postcode country uprn'.split(' ');

/** What a column may be mapped to, besides `identifier.<name>` and `category.<name>`. */
export const mappableFields: readonly string[] = [
  'recordId',
  'source',
  ...'full given middle family suffix'.split(' ').map((part) => `name.${part}`),
  'dateOfBirth',
  ...'day month year'.split(' ').map((part) => `dateOfBirth.${part}`),
  'postalAddress',
  ...addressParts.map((part) => `postalAddress.${part}`),
  'emailAddress',
  'telephoneNumber',
];

/** Reads `map.json`. Throws `CommandError` that names the column at fault. */
export async function readColumnMap(file: string): Promise<ColumnMap> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`${file}, the map of columns, cannot be read`);
  });
  return parseColumnMap(text, file);
}

/** The map's text. Throws `CommandError`. */
export function parseColumnMap(text: string, file: string): ColumnMap {
  const entries = Object.entries(parseObject(text, file)).map(([column, field]): [string, string] => {
    if (typeof field !== 'string')
      throw new CommandError(`${file} must map the column "${column}" to the name of a field, a text`);
    if (!isMappable(field))
      throw new CommandError(`${file} maps the column "${column}" to "${field}", which is no field${suggestion(field)}`);
    return [column, field];
  });
  const columns = new Map<string, string>();
  for (const [column, field] of entries) {
    const other = columns.get(field);
    if (other !== undefined) throw new CommandError(`${file} maps both "${other}" and "${column}" to "${field}"`);
    columns.set(field, column);
  }
  if (entries.every(([, field]) => field === 'recordId' || field === 'source')) {
    throw new CommandError(`${file} maps no column that says who somebody is, such as name.given, dateOfBirth or emailAddress`);
  }
  return entries;
}

/** The fields of the map that say who somebody is, in its order. */
export function identityFields(map: ColumnMap): string[] {
  return map.map(([, field]) => field).filter((field) => field !== 'recordId' && field !== 'source');
}

/** Finds the mapped columns in a header. Throws `CommandError` for one that is missing or there twice. */
export function bindColumns(map: ColumnMap, header: readonly string[], file: string): BoundColumns {
  const bound = map.map(([column, field]) => ({ position: findColumn(header, column, file), field }));
  const positionOf = (wanted: string) => bound.find(({ field }) => field === wanted)?.position;
  const [recordId, source] = [positionOf('recordId'), positionOf('source')];
  return {
    ...(recordId === undefined ? {} : { recordId }),
    ...(source === undefined ? {} : { source }),
    fields: bound.filter(({ field }) => field !== 'recordId' && field !== 'source'),
  };
}

/** Where a column stands in a header. Throws `CommandError` where it is not there, or there twice. */
export function findColumn(header: readonly string[], column: string, file: string): number {
  const position = header.indexOf(column);
  if (position < 0) throw new CommandError(`${file} has no column "${column}". Its columns: ${listOf(header)}`);
  if (header.includes(column, position + 1)) throw new CommandError(`${file} has two columns "${column}"`);
  return position;
}

/** The values of one row by field: only those that are there. */
export function valuesOf(cells: readonly string[], { fields }: BoundColumns): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { position, field } of fields) {
    const cell = cells[position];
    if (cell !== undefined && cell !== '') values[field] = cell;
  }
  return values;
}

function parseObject(text: string, file: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new CommandError(`${file} is not JSON. It must be one object: {"column": "field", …}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CommandError(`${file} must be one object: {"column": "field", …}`);
  return value;
}

function isMappable(field: string): boolean {
  return mappableFields.includes(field) || /^(?:identifier|category)\.[\w-]{1,64}$/u.test(field);
}

/** The field that was probably meant: equal without case, or the one that ends alike. */
function suggestion(field: string): string {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/gu, '');
  const meant =
    mappableFields.find((name) => plain(name) === plain(field)) ??
    mappableFields.find(
      (name) => plain(name).endsWith(plain(field)) || plain(field).endsWith(plain(name.split('.').at(-1) ?? name)),
    );
  return meant === undefined
    ? `. Fields: ${mappableFields.join(', ')}, identifier.<name>, category.<name>`
    : `. Did you mean "${meant}"?`;
}

function listOf(header: readonly string[]): string {
  const shown = header.slice(0, 30).map((name) => `"${name.slice(0, 40)}"`);
  return header.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}
