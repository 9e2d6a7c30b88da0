/**
 * How common values are in a batch: shares of its people, counted from the records themselves. Nothing of it is kept in a model but
 * the names (train.ts): an address or a number would be somebody's.
 */
import { valueReaderOf } from './compare.ts';
import { createDistinctRows } from './distinct-rows.ts';
import { type Column, columnOf, type RecordTable } from './record-table.ts';
import type { CompiledKind } from './compiled-model.ts';
import type { ComparisonName } from './model.ts';
import { firstBearers, type SharedPart, sharedPartOf } from './shared-parts.ts';
import { createBytes, createFloat64s, createInt32s } from './large-lists.ts';

/** The values of a table's rows by comparison, numbered; counted for any grouping of the rows into people. */
export interface ValueColumns {
  readonly byField: readonly (Column | undefined)[];
  readonly fullNames: FullNames;
}

/** Full names both parts of which are known, numbered by first appearance; −1 where they are not. */
export interface FullNames {
  readonly ids: Int32Array;
  /** For each number the first row that has it. */
  readonly values: Int32Array;
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
export const leastRecords = 2000;

export function valueColumnsOf(table: RecordTable, model: CompiledKind): ValueColumns {
  const byField = model.fields.map(({ name, exact }) => (exact.includes(1) ? columnOfComparison(table, name) : undefined));
  return { byField, fullNames: fullNamesOf(table, byField[model.given], byField[model.family]) };
}

/** Read once for all rows that share the part. */
function columnOfComparison(table: RecordTable, name: ComparisonName): Column {
  const read = valueReaderOf(name);
  const part = sharedPartOf(name);
  if (part === undefined) return columnOf(table.rows, read);
  const { numbers } = table.parts[part];
  const bearers = firstBearers(table, numbers);
  // These are held once for each value, so that their numbers are the values'.
  if (heldByValue.has(part)) return { ids: numbers, values: bearers.map((row) => read(row) ?? '') };
  return toColumn(numbers, columnOf(bearers, read));
}

/** Parts of which equal values are one (part-preparer.ts): others hold more than the value. */
const heldByValue: ReadonlySet<SharedPart> = new Set(['birthday', 'emailAddress', 'telephoneNumber']);

/** The values of parts for the rows that share them. */
function toColumn(numbers: Int32Array, { ids, values }: Column): Column {
  return { ids: numbers.map((number) => (number < 0 ? -1 : (ids[number] ?? -1))), values };
}

/** Put together of the numbers of their parts; none where these are not compared. */
function fullNamesOf({ rows, parts }: RecordTable, given: Column | undefined, family: Column | undefined): FullNames {
  const { numbers, parts: names } = parts.name;
  const ids = createInt32s(numbers.length).fill(-1);
  const known = createInt32s(names.length).fill(-1);
  const bearers: number[] = [];
  const different = createDistinctRows(2);
  const both = new Int32Array(2);
  for (let row = 0, next = 0; given && family && row < numbers.length; row++) {
    const number = numbers[row] ?? -1;
    // Numbers go up by first appearance.
    if (number === next) {
      next++;
      const name = rows[row]?.name;
      if (name?.given === undefined || name.family === undefined) continue;
      both[0] = given.ids[row] ?? -1;
      both[1] = family.ids[row] ?? -1;
      known[number] = different.numberOf(both);
      if (known[number] === bearers.length) bearers.push(row);
    }
    if (number >= 0) ids[row] = known[number] ?? -1;
  }
  return { ids, values: Int32Array.from(bearers) };
}

/** The rows of a table by the person they are of, side by side, so that what each person has is counted once. */
export interface GroupedRows {
  /** A number per row, equal for one person's. */
  readonly people: Int32Array;
  /** Row numbers, those of one person together. */
  readonly order: Int32Array;
  /** For each person the place in `order` behind their last row. */
  readonly ends: Int32Array;
}

/** Groups rows by the number of their person, which is below the number of rows. */
export function groupRows(people: Int32Array): GroupedRows {
  const ends = createInt32s(people.length + 1);
  for (let row = 0; row < people.length; row++) {
    const next = (people[row] ?? 0) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let person = 0; person < people.length; person++) ends[person + 1] = (ends[person + 1] ?? 0) + (ends[person] ?? 0);
  const order = createInt32s(people.length);
  for (let row = 0; row < people.length; row++) {
    const person = people[row] ?? 0;
    const place = ends[person] ?? 0;
    order[place] = row;
    ends[person] = place + 1;
  }
  return { people, order, ends };
}

/** Each row is taken for a person where no groups are given, in a first round. */
export function countFrequencies(columns: ValueColumns, model: CompiledKind, groups?: GroupedRows): BatchFrequencies {
  const rows = columns.fullNames.ids.length;
  if (rows < leastRecords) return modelFrequencies(columns, model);
  const sizes = columns.byField.map((column) => column && countPeople(column, groups));
  const logShares = columns.byField.map((column, index) => {
    const counts = sizes[index];
    return column && counts && toLogShares(counts, { people: countFilled(column, groups), chance: chanceOf(model, index) });
  });
  const places = sizes[model.place];
  return {
    columns,
    logShares,
    logFullNames: fullNameShares(columns.fullNames, groups),
    logCrowds: groups && places?.map(toLogCrowd),
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
export function countPeople({ ids, values }: Column | FullNames, groups: GroupedRows | undefined): Float64Array {
  const counts = createFloat64s(values.length);
  const last = createInt32s(groups ? values.length : 0).fill(-1);
  for (let index = 0; index < ids.length; index++) {
    const row = groups?.order[index] ?? index;
    const id = ids[row] ?? -1;
    if (id < 0) continue;
    const person = groups?.people[row] ?? row;
    if (last[id] === person) continue;
    last[id] = person;
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

/** How many people have any value. */
function countFilled({ ids }: Pick<Column, 'ids'>, groups: GroupedRows | undefined): number {
  const isFilled = createBytes(ids.length);
  for (let row = 0; row < ids.length; row++) if ((ids[row] ?? -1) >= 0) isFilled[groups?.people[row] ?? row] = 1;
  let filled = 0;
  for (const one of isFilled) filled += one;
  return filled;
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
function fullNameShares(column: FullNames, groups: GroupedRows | undefined): Float64Array {
  const filled = countFilled(column, groups);
  const perPerson = groups === undefined ? 2 : 1;
  return countPeople(column, groups).map((count) => Math.log(Math.max(count / perPerson - 1, 0.25) / Math.max(filled, 1)));
}

/** An address of two people is usual. What is far beyond is a home or a block of flats. */
function toLogCrowd(count: number): number {
  return Math.log(Math.min(Math.max((count - 1) / 2, 0.25), 100));
}
