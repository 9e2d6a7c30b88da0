/**
 * Compares rows of a table, millions of pairs: the same levels as compare.ts gives. Every distinct value is numbered once and a row is a
 * line of numbers, so that most of a pair is told without touching a record (name-codes.ts, value-codes.ts).
 */
import { compareOrganisations } from './comparisons/organisation.ts';
import { codeOf, type Comparer, createComparer, type PreparedRecord } from './compare.ts';
import { type ComparisonKind, type ComparisonName, kindOf } from './model.ts';
import { createNameCodes } from './name-codes.ts';
import { type CodeOfTwo, remembering } from './pair-memory.ts';
import { textOf } from './part-preparer.ts';
import type { RecordTable } from './record-table.ts';
import { type NumberedParts, numberParts } from './shared-parts.ts';
import { createBirthdayCodes, createEmailAddressCodes, createPlaceCodes, createTelephoneNumberCodes } from './value-codes.ts';
import { createInt32s } from './large-lists.ts';

/** Compares two rows: the level code of each comparison, in the order asked for. The array is filled anew by the next call. */
export type RowComparer = (left: number, right: number) => Uint8Array;

const remembered = new WeakMap<RecordTable, Map<string, RowComparer>>();

/** A comparer of a table's rows for comparisons in this order; the same one for the same table and comparisons. */
export function rowComparerOf(table: RecordTable, names: readonly ComparisonName[]): RowComparer {
  const own = remembered.get(table) ?? new Map<string, RowComparer>();
  remembered.set(table, own);
  const key = names.join(' ');
  const known = own.get(key);
  if (known) return known;
  const comparer = createRowComparer(table, names);
  own.set(key, comparer);
  return comparer;
}

function createRowComparer(table: RecordTable, names: readonly ComparisonName[]): RowComparer {
  const { rows } = table;
  const steps = stepsFor(table, names);
  const width = steps.length;
  const values = createInt32s(rows.length * width);
  for (const [place, { numbers }] of steps.entries()) {
    for (let row = 0; row < rows.length; row++) values[row * width + place] = numbers[row] ?? -1;
  }
  const levels = new Uint8Array(names.length);
  const whole = createComparer(names);
  // What was known by another name, or lives at another place too, is compared with all it has.
  const others = Uint8Array.from(rows, ({ otherNames, otherPlaces }) => ((otherNames ?? otherPlaces) ? 1 : 0));
  return (left, right) => {
    if (others[left] === 1 || others[right] === 1) {
      compareWhole(whole, [rows[left], rows[right]], levels);
      return levels;
    }
    for (let index = 0; index < width; index++) {
      const step = steps[index];
      if (step === undefined) continue;
      const [one, other] = [values[left * width + index] ?? -1, values[right * width + index] ?? -1];
      const code = one < 0 || other < 0 ? 0 : one === other ? ownCode(step, one) : step.compare(one, other);
      if (step.first >= 0) levels[step.first] = code & 15;
      if (step.second >= 0) levels[step.second] = code >>> 4;
    }
    return levels;
  };
}

function compareWhole(
  compare: Comparer,
  [a, b]: readonly [PreparedRecord | undefined, PreparedRecord | undefined],
  levels: Uint8Array,
): void {
  if (a && b) compare(a, b, levels);
}

/** One look at a part of two records, which gives the level of one comparison or, of a name, of two. */
interface Step {
  /** Places of the levels that it gives, −1 where it gives none: the code of the second is from the fifth bit on. */
  readonly first: number;
  readonly second: number;
  /** The number of the part that each row has; −1 where it is missing. */
  readonly numbers: Int32Array;
  readonly compare: CodeOfTwo;
  /** By number, what a part gives beside itself, plus 1; 0 where that is not known yet. */
  readonly own: Uint8Array;
}

type Codes = Pick<Step, 'numbers' | 'compare' | 'own'>;

/** What most pairs come to in something, since they share it. */
function ownCode({ own, compare }: Step, number: number): number {
  const known = own[number] ?? 0;
  if (known > 0) return known - 1;
  const code = compare(number, number);
  own[number] = code + 1;
  return code;
}

function stepsFor(table: RecordTable, names: readonly ComparisonName[]): Step[] {
  const [given, family] = [names.indexOf('given'), names.indexOf('family')];
  return names.flatMap((name, place): Step[] => {
    const kind = kindOf(name);
    if (kind === undefined) throw new TypeError(`There is no comparison of the name ${name}`);
    if (name === 'family' && given >= 0) return [];
    const places = kind === 'given' || kind === 'family' ? { first: given, second: family } : { first: place, second: -1 };
    return [{ ...places, ...createCodes(table, kind, name) }];
  });
}

/** Which part of a record a comparison reads, and how two of them are compared. Equal parts are held once (record-table.ts). */
function createCodes(table: RecordTable, kind: ComparisonKind, name: ComparisonName): Codes {
  const { rows } = table;
  const parts = table.parts;
  switch (kind) {
    case 'given':
    case 'family':
      return codesOf(parts.name, createNameCodes);
    case 'date-of-birth':
      return codesOf(parts.birthday, createBirthdayCodes);
    case 'place':
      return codesOf(parts.place, createPlaceCodes);
    case 'email-address':
      return codesOf(parts.emailAddress, createEmailAddressCodes);
    case 'telephone-number':
      return codesOf(parts.telephoneNumber, createTelephoneNumberCodes);
    case 'source':
      return codesOf(
        numberParts(rows, ({ source }) => (source < 0 ? undefined : source)),
        () => (one, other) => (one === other ? 1 : 2),
      );
    case 'organisation-name':
      return numberByBearer(
        rows,
        (row) => row.organisation?.names.map(textOf).join('|'),
        (a, b) => (a.organisation && b.organisation ? codeOf(kind, compareOrganisations(a.organisation, b.organisation)) : 0),
      );
    case 'identifier':
      return numberByBearer(rows, (row) => row.identifiers[name], oneComparison(name));
    case 'category':
      return numberByBearer(rows, (row) => row.categories[name] && textOf(row.categories[name]), oneComparison(name));
  }
}

/** As compare.ts does it. */
function oneComparison(name: ComparisonName): (a: PreparedRecord, b: PreparedRecord) => number {
  const compare = createComparer([name]);
  const level = new Uint8Array(1);
  return (a, b) => {
    compare(a, b, level);
    return level[0] ?? 0;
  };
}

/** Parts that are compared by themselves. */
function codesOf<Part>({ numbers, parts }: NumberedParts<Part>, createCompare: (parts: readonly Part[]) => CodeOfTwo): Codes {
  return { numbers, compare: createCompare(parts), own: new Uint8Array(parts.length) };
}

/** The same where a value is compared as part of a record that has it. */
function numberByBearer(
  rows: readonly PreparedRecord[],
  read: (row: PreparedRecord) => string | undefined,
  compare: (a: PreparedRecord, b: PreparedRecord) => number,
): Codes {
  const bearers: PreparedRecord[] = [];
  const { numbers, parts } = numberParts(rows, read);
  for (const [row, number] of numbers.entries()) {
    const record = rows[row];
    if (number >= 0 && record) bearers[number] ??= record;
  }
  const codes = remembering((one, other) => {
    const [a, b] = [bearers[one], bearers[other]];
    return a && b ? compare(a, b) : 0;
  });
  return { numbers, own: new Uint8Array(parts.length), compare: codes };
}
