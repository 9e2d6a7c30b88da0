/**
 * Records of one kind, prepared once for a batch: in an order of their own (by source and record ID, so that the order they came in
 * changes nothing), equal parts held once, values numbered. Placeholders that only a whole file gives away become missing here.
 */
import { type PreparedRecord, valueReaderOf } from './compare.ts';
import type { MatchRecord } from './match-record.ts';
import { type ComparisonName, type CustomerKind } from './model.ts';
import { createInt32s } from './large-lists.ts';
import { createPartPreparer, type NumberedPart, numberedParts, type NumberingPreparer } from './part-preparer.ts';
import { prepareRow } from './prepared.ts';
import { inOrderOfAppearance, numberParts, sharedPartOf, type SharedParts } from './shared-parts.ts';

export interface RecordTable {
  readonly kind: CustomerKind;
  readonly rows: readonly PreparedRecord[];
  /** What rows share, numbered. */
  readonly parts: SharedParts;
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
  const preparer = createPartPreparer();
  const drafts = { person: createDraft('person', records.length), organisation: createDraft('organisation', records.length) };
  for (const input of inOwnOrder(records, sources)) {
    const record = records[input];
    if (record === undefined) continue;
    const source = record.source === undefined ? -1 : (sources.get(record.source) ?? -1);
    const row = prepareRow(record.identity, source, preparer);
    const { rows, inputs, numbers } = drafts[row.kind];
    for (const part of numberedParts) {
      numbers[part][rows.length] = row[part] === undefined ? -1 : preparer.numbered[part].numberOf(record.identity);
    }
    rows.push(row);
    inputs.push(input);
  }
  const filled = [drafts.person, drafts.organisation].filter(({ rows }) => rows.length > 0);
  const finished = filled.map((draft) => finishTable(draft, preparer, sides));
  return {
    size: records.length,
    tables: finished.map(({ table }) => table),
    placeholders: finished.flatMap(({ placeholders }) => placeholders),
  };
}

/** A row while it is being made ready. */
type MutableRow = { -readonly [Part in keyof PreparedRecord]: PreparedRecord[Part] };

/** The rows of one kind while they are gathered. */
interface TableDraft {
  readonly kind: CustomerKind;
  readonly rows: MutableRow[];
  readonly inputs: number[];
  /** For each row the preparer's number of what it shares. */
  readonly numbers: Readonly<Record<NumberedPart, Int32Array>>;
}

function createDraft(kind: CustomerKind, size: number): TableDraft {
  const numbers = {
    name: createInt32s(size),
    birthday: createInt32s(size),
    place: createInt32s(size),
    emailAddress: createInt32s(size),
    telephoneNumber: createInt32s(size),
  };
  return { kind, rows: [], inputs: [], numbers };
}

interface FinishedTable {
  readonly table: RecordTable;
  readonly placeholders: readonly PlaceholderReport[];
}

function finishTable(
  { kind, rows, inputs, numbers }: TableDraft,
  preparer: NumberingPreparer,
  sides?: Uint8Array,
): FinishedTable {
  const numberedBy = <Part extends NumberedPart>(part: Part) =>
    inOrderOfAppearance({ numbers: numbers[part].subarray(0, rows.length), parts: preparer.numbered[part].held });
  const parts: SharedParts = {
    name: numberedBy('name'),
    birthday: numberedBy('birthday'),
    place: numberedBy('place'),
    emailAddress: numberedBy('emailAddress'),
    telephoneNumber: numberedBy('telephoneNumber'),
    organisation: numberParts(rows, ({ organisation }) => organisation),
  };
  const placeholders = dropPlaceholders(rows, parts);
  const own = Int32Array.from(inputs);
  const table: RecordTable = {
    kind,
    rows,
    parts: placeholders.length === 0 ? parts : withoutDropped(parts),
    inputs: own,
    ...(sides && { sides: Uint8Array.from(own, (input) => sides[input] ?? 0) }),
  };
  return { table, placeholders };
}

/** Those that may have lost values. */
function withoutDropped(parts: SharedParts): SharedParts {
  return {
    ...parts,
    birthday: inOrderOfAppearance(parts.birthday),
    emailAddress: inOrderOfAppearance(parts.emailAddress),
    telephoneNumber: inOrderOfAppearance(parts.telephoneNumber),
  };
}

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

/** Makes values missing, in rows and parts, that are far too common and carried by mostly different surnames. */
function dropPlaceholders(rows: readonly MutableRow[], parts: SharedParts): PlaceholderReport[] {
  const reports: PlaceholderReport[] = [];
  const names = new Set(['date-of-birth', 'email-address', 'telephone-number']);
  for (const row of rows) for (const name in row.identifiers) names.add(name);
  for (const name of [...names].sort()) {
    // A birthday is shared by one in some 25,000 people; ten times that is no birthday.
    const least = placeholderRecords + (name === 'date-of-birth' ? rows.length / 2500 : 0);
    const part = sharedPartOf(name);
    const ids = part ? parts[part].numbers : columnOf(rows, valueReaderOf(name)).ids;
    for (const holders of holdersOf(ids, least)) {
      const own = holders.flatMap((row) => rows[row] ?? []);
      if (!haveDifferentNames(own)) continue;
      // The first of January stands for a year, and has a level of its own.
      if (name === 'date-of-birth' && own[0]?.birthday?.isFirstOfJanuary === true) continue;
      for (const row of own) dropValue(row, name);
      for (const row of holders) ids[row] = -1;
      reports.push({ field: name, records: holders.length });
    }
  }
  return reports;
}

/** The numbers of the rows of each value that more than so many have. */
function holdersOf(ids: Int32Array, least: number): Iterable<readonly number[]> {
  const counts = createInt32s(ids.length);
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row] ?? -1;
    if (id >= 0) counts[id] = (counts[id] ?? 0) + 1;
  }
  const holders = new Map<number, number[]>();
  for (let id = 0; id < counts.length; id++) if ((counts[id] ?? 0) > least) holders.set(id, []);
  for (let row = 0; row < ids.length && holders.size > 0; row++) holders.get(ids[row] ?? -1)?.push(row);
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
