/**
 * Records of one kind, prepared once for a batch: in an order of their own (by source and record ID, so that the order they came in
 * changes nothing), equal parts held once, values numbered. Placeholders that only a whole file gives away become missing here.
 */
import { type PreparedRecord, valueReaderOf } from './compare.ts';
import { type ComparisonName, type CustomerKind } from './model.ts';
import { createInt32s } from './large-lists.ts';
import { type NumberedPart, numberedParts } from './part-preparer.ts';
import {
  forEachPart,
  type HeldParts,
  joinBatches,
  type OwnParts,
  prepareAll,
  type Records,
  type RecordSet,
} from './record-batches.ts';
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

/** The tables of records of both kinds, made ready here or before; `sides` has the file of each, 0 or 1, where two are linked. */
export function prepareRecords(records: Records, sides?: Uint8Array): PreparedRecords {
  const set = 'held' in records ? records : prepareAll(records);
  const { numbers, others } = joinBatches(set);
  const sources = sourceNumbersOf(set);
  const drafts = { person: createDraft('person', set.length), organisation: createDraft('organisation', set.length) };
  const partOf = <Part extends NumberedPart>(part: Part, input: number) => set.held[part][numbers[part][input] ?? -1];
  for (const input of inOwnOrder(set, sources)) {
    const own = others.get(input) ?? nothingElse;
    const draft = drafts[own.kind];
    for (const part of numberedParts) draft.numbers[part][draft.rows.length] = numbers[part][input] ?? -1;
    draft.inputs.push(input);
    const row: MutableRow = {
      source: sources[input] ?? -1,
      kind: own.kind,
      name: partOf('name', input),
      birthday: partOf('birthday', input),
      organisation: own.organisation,
      place: partOf('place', input),
      emailAddress: partOf('emailAddress', input),
      telephoneNumber: partOf('telephoneNumber', input),
      identifiers: own.identifiers,
      categories: own.categories,
    };
    if (own.otherNames) row.otherNames = own.otherNames;
    if (own.otherPlaces) row.otherPlaces = own.otherPlaces;
    draft.rows.push(row);
  }
  const filled = [drafts.person, drafts.organisation].filter(({ rows }) => rows.length > 0);
  const finished = filled.map((draft) => finishTable(draft, set.held, sides));
  return {
    size: set.length,
    tables: finished.map(({ table }) => table),
    placeholders: finished.flatMap(({ placeholders }) => placeholders),
  };
}

const nothingElse: OwnParts = { kind: 'person', organisation: undefined, identifiers: {}, categories: {} };

/** A row while it is being made ready. */
type MutableRow = { -readonly [Part in keyof PreparedRecord]: PreparedRecord[Part] };

/** The rows of one kind while they are gathered. */
interface TableDraft {
  readonly kind: CustomerKind;
  readonly rows: MutableRow[];
  readonly inputs: number[];
  /** For each row the number of what it shares. */
  readonly numbers: Readonly<Record<NumberedPart, Int32Array>>;
}

function createDraft(kind: CustomerKind, size: number): TableDraft {
  return { kind, rows: [], inputs: [], numbers: forEachPart(() => createInt32s(size)) };
}

interface FinishedTable {
  readonly table: RecordTable;
  readonly placeholders: readonly PlaceholderReport[];
}

function finishTable({ kind, rows, inputs, numbers }: TableDraft, held: HeldParts, sides?: Uint8Array): FinishedTable {
  const numberedBy = <Part extends NumberedPart>(part: Part) =>
    inOrderOfAppearance({ numbers: numbers[part].subarray(0, rows.length), parts: held[part] });
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
function inOwnOrder({ recordIds }: RecordSet, sources: Int32Array): Int32Array {
  return Int32Array.from(recordIds, (_, index) => index).sort(
    (left, right) =>
      (sources[left] ?? 0) - (sources[right] ?? 0) || compareTexts(recordIds[left] ?? '', recordIds[right] ?? '') || left - right,
  );
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** For each record the place of its source among all, by name; −1 where it has none. */
function sourceNumbersOf({ sources }: RecordSet): Int32Array {
  const names = [...new Set(sources)].filter((source) => source !== undefined).sort();
  const places = new Map(names.map((source, place) => [source, place]));
  return Int32Array.from(sources, (source) => (source === undefined ? -1 : (places.get(source) ?? -1)));
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
