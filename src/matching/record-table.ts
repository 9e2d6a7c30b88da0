/**
 * Records of one kind, prepared once for a batch: in an order of their own (by source and record ID, so that the order they came in
 * changes nothing), equal parts held once, values numbered. Placeholders that only a whole file gives away become missing here.
 */
import { type PreparedRecord, valueReaderOf } from './compare.ts';
import type { MatchRecord } from './match-record.ts';
import { type ComparisonName, customerKinds, type CustomerKind } from './model.ts';
import { createPartPreparer, prepareAnew } from './prepared.ts';
import type { Words } from './words.ts';

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
  const order = inOwnOrder(records);
  const sources = new Map(sourcesOf(records).map((source, index) => [source, index]));
  const intern = createInterner();
  const parts = createPartPreparer();
  const rows: Record<CustomerKind, MutableRow[]> = { person: [], organisation: [] };
  const inputs: Record<CustomerKind, number[]> = { person: [], organisation: [] };
  for (const input of order) {
    const record = records[input];
    if (record === undefined) continue;
    const prepared = prepareAnew(record.identity, parts);
    const source = record.source === undefined ? -1 : (sources.get(record.source) ?? -1);
    const row: MutableRow = { ...prepared, source };
    intern(row);
    rows[prepared.kind].push(row);
    inputs[prepared.kind].push(input);
  }
  const placeholders = customerKinds.flatMap((kind) => dropPlaceholders(rows[kind]));
  const tables = customerKinds.map((kind): RecordTable => {
    const own = Int32Array.from(inputs[kind]);
    return { kind, rows: rows[kind], inputs: own, ...(sides && { sides: Uint8Array.from(own, (input) => sides[input] ?? 0) }) };
  });
  return { size: records.length, tables: tables.filter((table) => table.rows.length > 0), placeholders };
}

/** A row while it is being made ready. */
export type MutableRow = { -readonly [Part in keyof PreparedRecord]: PreparedRecord[Part] };

function inOwnOrder(records: readonly MatchRecord[]): Int32Array {
  const order = Int32Array.from(records, (_, index) => index);
  return order.sort((left, right) => {
    const [a, b] = [records[left], records[right]];
    return compareTexts(a?.source ?? '', b?.source ?? '') || compareTexts(a?.recordId ?? '', b?.recordId ?? '') || left - right;
  });
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function sourcesOf(records: readonly MatchRecord[]): string[] {
  return [...new Set(records.flatMap(({ source }) => (source === undefined ? [] : [source])))].sort();
}

/** Holds each part once: a town of 600,000 records has far fewer addresses, and equal ones are then told at a glance. */
export function createInterner(): (row: MutableRow) => PreparedRecord {
  const names = createPool<NonNullable<PreparedRecord['name']>>();
  const places = createPool<NonNullable<PreparedRecord['place']>>();
  const emailAddresses = createPool<NonNullable<PreparedRecord['emailAddress']>>();
  const telephoneNumbers = createPool<NonNullable<PreparedRecord['telephoneNumber']>>();
  const birthdays = createPool<NonNullable<PreparedRecord['birthday']>>();
  return (row) => {
    if (row.name) row.name = names(nameKeyOf(row.name), row.name);
    if (row.place) row.place = places(`${row.place.key}|${row.place.extraWords.join(' ')}`, row.place);
    if (row.emailAddress) row.emailAddress = emailAddresses(row.emailAddress.address, row.emailAddress);
    if (row.telephoneNumber) row.telephoneNumber = telephoneNumbers(row.telephoneNumber.digits, row.telephoneNumber);
    if (row.birthday) row.birthday = birthdays(row.birthday.digits, row.birthday);
    return row;
  };
}

/** The same for names whose every part is the same. */
function nameKeyOf({ given, family, middle, suffix = '', isCommunity }: NonNullable<PreparedRecord['name']>): string {
  const textOf = (words: Words | undefined): string =>
    words === undefined
      ? ''
      : words.forms.length === 1
        ? words.words.join(' ')
        : `${words.words.join(' ')}/${words.forms.join('/')}`;
  return `${textOf(given)}|${textOf(family)}|${middle.join(' ')}|${suffix}|${isCommunity ? '1' : ''}`;
}

function createPool<Part>(): (key: string, part: Part) => Part {
  const pool = new Map<string, Part>();
  return (key, part) => {
    const known = pool.get(key);
    if (known !== undefined) return known;
    pool.set(key, part);
    return part;
  };
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
    for (const holders of holdersOf(rows, name).values()) {
      if (holders.length <= least || !haveDifferentNames(holders)) continue;
      // The first of January stands for a year, and has a level of its own.
      if (name === 'date-of-birth' && holders[0]?.birthday?.isFirstOfJanuary === true) continue;
      for (const row of holders) dropValue(row, name);
      reports.push({ field: name, records: holders.length });
    }
  }
  return reports;
}

function holdersOf(rows: readonly MutableRow[], name: ComparisonName): Map<string, MutableRow[]> {
  const holders = new Map<string, MutableRow[]>();
  const read = valueReaderOf(name);
  for (const row of rows) {
    const value = read(row);
    if (value === undefined) continue;
    const known = holders.get(value);
    if (known) known.push(row);
    else holders.set(value, [row]);
  }
  return holders;
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
