/**
 * Records of one kind, prepared once for a batch: in an order of their own (by source and record ID, so that the order they came in
 * changes nothing), equal parts held once, values numbered. Placeholders that only a whole file gives away become missing here.
 */
import { type PreparedRecord, valueReaderOf } from './compare.ts';
import type { MatchRecord } from './match-record.ts';
import { type ComparisonName, customerKinds, type CustomerKind } from './model.ts';
import { createPartPreparer } from './part-preparer.ts';
import { prepareRow } from './prepared.ts';

export interface RecordTable {
  readonly kind: CustomerKind;
  readonly rows: readonly PreparedRecord[];
  /** For each row the place of its record among those given. */
  readonly inputs: Int32Array;
  /** Where two files are linked, 0 or 1 for the file of each row: then only pairs across the files are looked for. */
  readonly sides?: Uint8Array;
}

/** How many pairs there are to be looked at: all, or those across two files. */
export function countPairs({ rows, sides }: RecordTable): number {
  if (sides === undefined) return (rows.length * (rows.length - 1)) / 2;
  const second = sides.reduce((sum, side) => sum + side, 0);
  return second * (rows.length - second);
}

/** A value taken for a placeholder: in how many records it stood. The value itself is nobody's to log. */
export interface PlaceholderReport {
  readonly field: ComparisonName;
  readonly records: number;
}

export interface PreparedRecords {
  readonly size: number;
  readonly tables: readonly RecordTable[];
  readonly placeholders: readonly PlaceholderReport[];
}

/** Prepares records of both kinds; `sides` has the file of each, 0 or 1, where two are linked. */
export function prepareRecords(records: readonly MatchRecord[], sides?: Uint8Array): PreparedRecords {
  const sources = new Map(sourcesOf(records).map((source, index) => [source, index]));
  const order = inOwnOrder(records, sources);
  const parts = createPartPreparer();
  const rows: Record<CustomerKind, MutableRow[]> = { person: [], organisation: [] };
  const inputs: Record<CustomerKind, number[]> = { person: [], organisation: [] };
  for (const input of order) {
    const record = records[input];
    if (record === undefined) continue;
    const source = record.source === undefined ? -1 : (sources.get(record.source) ?? -1);
    const row: MutableRow = prepareRow(record.identity, source, parts);
    rows[row.kind].push(row);
    inputs[row.kind].push(input);
  }
  const placeholders = customerKinds.flatMap((kind) => dropPlaceholders(rows[kind]));
  const tables = customerKinds.map((kind): RecordTable => {
    const own = Int32Array.from(inputs[kind]);
    return { kind, rows: rows[kind], inputs: own, ...(sides && { sides: Uint8Array.from(own, (input) => sides[input] ?? 0) }) };
  });
  return { size: records.length, tables: tables.filter((table) => table.rows.length > 0), placeholders };
}

/** A row while it is being made ready. */
type MutableRow = { -readonly [Part in keyof PreparedRecord]: PreparedRecord[Part] };

/** By source, those without one first, and record ID. */
function inOwnOrder(records: readonly MatchRecord[], sources: ReadonlyMap<string, number>): Int32Array {
  const names = records.map(({ recordId }) => recordId);
  const numbers = Int32Array.from(records, ({ source }) => (source === undefined ? -1 : (sources.get(source) ?? -1)));
  return Int32Array.from(records, (_, index) => index).sort(
    (left, right) =>
      (numbers[left] ?? 0) - (numbers[right] ?? 0) || compareTexts(names[left] ?? '', names[right] ?? '') || left - right,
  );
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function sourcesOf(records: readonly MatchRecord[]): string[] {
  const sources = new Set<string>();
  for (const { source } of records) if (source !== undefined) sources.add(source);
  return [...sources].sort();
}

/** A value in more records than this, and mostly beside different surnames, is nobody's. */
const placeholderRecords = 40;

/** Makes values missing that are far too common and carried by mostly different surnames. */
function dropPlaceholders(rows: readonly MutableRow[]): PlaceholderReport[] {
  const reports: PlaceholderReport[] = [];
  const names = new Set(['date-of-birth', 'email-address', 'telephone-number']);
  for (const row of rows) for (const name of Object.keys(row.identifiers)) names.add(name);
  for (const name of [...names].sort()) {
    // A birthday is shared by one in some 25,000 people; ten times that is no birthday.
    const least = placeholderRecords + (name === 'date-of-birth' ? rows.length / 2500 : 0);
    for (const holders of holdersOf(rows, name, least)) {
      if (!haveDifferentNames(holders)) continue;
      // The first of January stands for a year, and has a level of its own.
      if (name === 'date-of-birth' && holders[0]?.birthday?.isFirstOfJanuary === true) continue;
      for (const row of holders) dropValue(row, name);
      reports.push({ field: name, records: holders.length });
    }
  }
  return reports;
}

/** The rows of each value that more than so many have. */
function holdersOf(rows: readonly MutableRow[], name: ComparisonName, least: number): Iterable<readonly MutableRow[]> {
  const { ids, values } = columnOf(rows, valueReaderOf(name));
  const counts = new Uint32Array(values.length);
  for (const id of ids) if (id >= 0) counts[id] = (counts[id] ?? 0) + 1;
  const holders = new Map<number, MutableRow[]>();
  for (const [id, count] of counts.entries()) if (count > least) holders.set(id, []);
  for (let index = 0; index < ids.length && holders.size > 0; index++) {
    const row = rows[index];
    if (row) holders.get(ids[index] ?? -1)?.push(row);
  }
  return holders.values();
}

function haveDifferentNames(rows: readonly MutableRow[]): boolean {
  const names = new Set(rows.map((row) => row.name?.family?.form ?? row.name?.given?.form ?? row.organisation?.key));
  return names.size > 0.4 * rows.length || names.size > 100;
}

function dropValue(row: MutableRow, name: ComparisonName): void {
  if (name === 'date-of-birth') row.birthday = undefined;
  else if (name === 'email-address') row.emailAddress = undefined;
  else if (name === 'telephone-number') row.telephoneNumber = undefined;
  else row.identifiers = Object.fromEntries(Object.entries(row.identifiers).filter(([own]) => own !== name));
}

/** The values of one comparison, numbered by first appearance in the table; −1 where missing. */
export interface Column {
  readonly ids: Int32Array;
  readonly values: readonly string[];
}

export function columnOf(rows: readonly PreparedRecord[], read: (row: PreparedRecord) => string | undefined): Column {
  const numbers = new Map<string, number>();
  const ids = new Int32Array(rows.length).fill(-1);
  for (const [index, row] of rows.entries()) {
    const value = read(row);
    if (value === undefined) continue;
    const known = numbers.get(value);
    ids[index] = known ?? numbers.size;
    if (known === undefined) numbers.set(value, numbers.size);
  }
  return { ids, values: [...numbers.keys()] };
}

/** The full name both parts of which are known, folded. */
export function fullNameOf({ name }: PreparedRecord): string | undefined {
  return name?.given === undefined || name.family === undefined ? undefined : `${name.given.form} ${name.family.form}`;
}
