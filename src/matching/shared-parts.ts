/**
 * The parts of a table's rows, numbered: equal parts are held once (record-table.ts), so that what is told of a part is told once for all
 * rows that have it. Counted once for each table.
 */
import type { PreparedRecord } from './compare.ts';
import { type ComparisonKind, type ComparisonName, kindOf } from './model.ts';
import type { RecordTable } from './record-table.ts';
import { createInt32s } from './large-lists.ts';

/** Parts by number, in order of first appearance, and for each row the number of its part; −1 where it has none. */
export interface NumberedParts<Part> {
  readonly numbers: Int32Array;
  readonly parts: readonly Part[];
}

export type SharedPart = 'name' | 'birthday' | 'place' | 'emailAddress' | 'telephoneNumber' | 'organisation';

const partOf: Readonly<Partial<Record<ComparisonKind, SharedPart>>> = {
  given: 'name',
  family: 'name',
  'date-of-birth': 'birthday',
  'organisation-name': 'organisation',
  place: 'place',
  'email-address': 'emailAddress',
  'telephone-number': 'telephoneNumber',
};

/** What a comparison's value is read of; undefined where rows do not share it. */
export function sharedPartOf(name: ComparisonName): SharedPart | undefined {
  const kind = kindOf(name);
  return kind && partOf[kind];
}

/** The parts of every kind. */
export type SharedParts = { readonly [Kind in SharedPart]: NumberedParts<NonNullable<PreparedRecord[Kind]>> };

const remembered = new WeakMap<RecordTable, SharedParts>();

/** The numbered parts of a table's rows. */
export function sharedPartsOf(table: RecordTable): SharedParts {
  const known = remembered.get(table);
  if (known) return known;
  const { rows } = table;
  const parts: SharedParts = {
    name: numberParts(rows, ({ name }) => name),
    birthday: numberParts(rows, ({ birthday }) => birthday),
    place: numberParts(rows, ({ place }) => place),
    emailAddress: numberParts(rows, ({ emailAddress }) => emailAddress),
    telephoneNumber: numberParts(rows, ({ telephoneNumber }) => telephoneNumber),
    organisation: numberParts(rows, ({ organisation }) => organisation),
  };
  remembered.set(table, parts);
  return parts;
}

/** For each number of a part, the first row that has it. */
export function firstBearers({ rows }: RecordTable, numbers: Int32Array): readonly PreparedRecord[] {
  const bearers: PreparedRecord[] = [];
  for (let row = 0; row < rows.length; row++) {
    const record = rows[row];
    // Numbers go up by first appearance.
    if (record && numbers[row] === bearers.length) bearers.push(record);
  }
  return bearers;
}

/** Numbers what is read of each row, equal by identity, or by value where it is a text or a number. */
export function numberParts<Part extends object | string | number>(
  rows: readonly PreparedRecord[],
  read: (row: PreparedRecord) => Part | undefined,
): NumberedParts<Part> {
  const known = new Map<Part, number>();
  const numbers = createInt32s(rows.length).fill(-1);
  for (let row = 0; row < rows.length; row++) {
    const record = rows[row];
    const part = record && read(record);
    if (part === undefined) continue;
    const number = known.get(part);
    numbers[row] = number ?? known.size;
    if (number === undefined) known.set(part, known.size);
  }
  return { numbers, parts: [...known.keys()] };
}
