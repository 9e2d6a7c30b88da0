/**
 * The parts of a table's rows, numbered: equal parts are held once (record-table.ts), so that what is told of a part is told once for all
 * rows that have it.
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

/** Numbered parts anew by first appearance, without those that no row has. */
export function inOrderOfAppearance<Part>({ numbers, parts }: NumberedParts<Part>): NumberedParts<Part> {
  const places = createInt32s(parts.length).fill(-1);
  const own = createInt32s(numbers.length);
  const ordered: Part[] = [];
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] ?? -1;
    const part = number < 0 ? undefined : parts[number];
    if (part !== undefined && places[number] === -1) places[number] = ordered.push(part) - 1;
    own[row] = number < 0 ? -1 : (places[number] ?? -1);
  }
  return { numbers: own, parts: ordered };
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
