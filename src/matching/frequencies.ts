/**
 * How common values are in a batch: shares of its people, counted from the records themselves. Nothing of it is kept in a model but
 * the names (train.ts): an address or a number would be somebody's.
 */
import { type PreparedRecord, valueReaderOf } from './compare.ts';
import { type Column, columnOf, fullNameOf, type RecordTable } from './record-table.ts';
import type { CompiledKind } from './compiled-model.ts';
import { mostRecords } from './candidates.ts';
import type { ComparisonKind } from './model.ts';
import { firstBearers, type SharedPart, sharedPartsOf } from './shared-parts.ts';

/** The values of a table's rows by comparison, numbered; counted for any grouping of the rows into people. */
export interface ValueColumns {
  readonly byField: readonly (Column | undefined)[];
  readonly fullNames: Column;
}

/** Logarithms of shares, by comparison and value number; undefined where frequency does not count. */
export interface BatchFrequencies {
  readonly columns: ValueColumns;
  readonly logShares: readonly (Float64Array | undefined)[];
  readonly logFullNames: Float64Array | undefined;
  /** By value number of `place`. */
  readonly logCrowds: Float64Array | undefined;
}

/** Below this many records the file's own frequencies are noise, and the model's are used. */
const leastRecords = 2000;

export function valueColumnsOf(table: RecordTable, model: CompiledKind): ValueColumns {
  return {
    byField: model.fields.map(({ name, kind, exact }) =>
      exact.includes(1) ? columnOfPart(table, partOf[kind], valueReaderOf(name)) : undefined,
    ),
    fullNames: columnOfPart(table, 'name', fullNameOf),
  };
}

/** What a comparison's value is read of, where rows share it. */
const partOf: Readonly<Partial<Record<ComparisonKind, SharedPart>>> = {
  given: 'name',
  family: 'name',
  'date-of-birth': 'birthday',
  place: 'place',
  'email-address': 'emailAddress',
  'telephone-number': 'telephoneNumber',
};

/** Read once for all rows that share the part. */
function columnOfPart(
  table: RecordTable,
  part: SharedPart | undefined,
  read: (row: PreparedRecord) => string | undefined,
): Column {
  if (part === undefined) return columnOf(table.rows, read);
  const { numbers } = sharedPartsOf(table)[part];
  const { ids, values } = columnOf(firstBearers(table, numbers), read);
  return { ids: numbers.map((number) => (number < 0 ? -1 : (ids[number] ?? -1))), values };
}

/** `people` has a number per row; undefined where each row is taken for a person, in a first round. */
export function countFrequencies(columns: ValueColumns, model: CompiledKind, people?: Int32Array): BatchFrequencies {
  const rows = columns.fullNames.ids.length;
  if (rows < leastRecords) return modelFrequencies(columns, model);
  const sizes = columns.byField.map((column) => column && countPeople(column, people));
  const logShares = columns.byField.map((column, index) => {
    const counts = sizes[index];
    return column && counts && toLogShares(counts, { people: countFilled(column, people), chance: chanceOf(model, index) });
  });
  const places = sizes[model.place];
  return {
    columns,
    logShares,
    logFullNames: fullNameShares(columns.fullNames, people),
    logCrowds: people && places?.map(toLogCrowd),
  };
}

function modelFrequencies(columns: ValueColumns, model: CompiledKind): BatchFrequencies {
  const logShares = columns.byField.map((column, index) => {
    const logShareOf = model.fields[index]?.logShareOf;
    return column && logShareOf && Float64Array.from(column.values, logShareOf);
  });
  return { columns, logShares, logFullNames: undefined, logCrowds: undefined };
}

/** How many people have each value. */
function countPeople({ ids, values }: Column, people: Int32Array | undefined): Float64Array {
  const counts = new Float64Array(values.length);
  const entries = new Float64Array(ids.length);
  for (const [row, id] of ids.entries()) entries[row] = id < 0 ? -1 : id * mostRecords + (people?.[row] ?? row);
  entries.sort();
  for (const [index, entry] of entries.entries()) {
    if (entry < 0 || (index > 0 && entry === entries[index - 1])) continue;
    const id = Math.floor(entry / mostRecords);
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

function countFilled({ ids }: Column, people: Int32Array | undefined): number {
  if (people === undefined) return ids.reduce((sum, id) => sum + (id < 0 ? 0 : 1), 0);
  const filled = new Set<number>();
  for (const [row, id] of ids.entries()) if (id >= 0) filled.add(people[row] ?? row);
  return filled.size;
}

/** How likely strangers agree in any value of a comparison. */
function chanceOf(model: CompiledKind, index: number): number {
  const { exact, variants } = model.fields[index] ?? {};
  return variants?.[0]?.probabilities[1]?.[exact?.indexOf(1) ?? 0] ?? 1;
}

/** How many bearers a value is expected to have before any is counted, in the shape of a gamma distribution: a long tail. */
const shape = 0.5;

/**
 * The share of other people who have a value: those counted without the one at hand, drawn towards the chance that strangers agree at
 * all. Counted alone, a number that one of 2,000 people has would look as common as one in 2,000.
 */
function toLogShares(counts: Float64Array, { people, chance }: { people: number; chance: number }): Float64Array {
  const others = Math.max(people - 1, 1);
  const rate = shape / (others * chance);
  return counts.map((count) => Math.min(Math.log((Math.max(count - 1, 0) + shape) / (rate + 1) / others), -1e-6));
}

/**
 * The share of people who have a full name besides the one at hand, a quarter of a person at least: forenames and surnames have their
 * origins and decades, and a name seen once may be met again.
 */
function fullNameShares(column: Column, people: Int32Array | undefined): Float64Array {
  const filled = countFilled(column, people);
  const perPerson = people === undefined ? 2 : 1;
  return countPeople(column, people).map((count) => Math.log(Math.max(count / perPerson - 1, 0.25) / Math.max(filled, 1)));
}

/** An address of two people is usual. What is far beyond is a home or a block of flats. */
function toLogCrowd(count: number): number {
  return Math.log(Math.min(Math.max((count - 1) / 2, 0.25), 100));
}
