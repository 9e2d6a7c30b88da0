/**
 * Compares rows of a table, millions of pairs: the same levels as compare.ts gives. Every distinct value is numbered once and a row is a
 * line of numbers, so that most of a pair is told without touching a record; how two values came out is remembered for a while, as the
 * same two names or addresses meet again and again.
 */
import { compareDatesOfBirth } from './comparisons/date-of-birth.ts';
import { compareEmailAddresses } from './comparisons/email-address.ts';
import { compareNames } from './comparisons/name.ts';
import { compareOrganisations } from './comparisons/organisation.ts';
import { comparePlaces } from './comparisons/postal-address.ts';
import { compareTelephoneNumbers } from './comparisons/telephone-number.ts';
import { codeOf, createComparer, type PreparedRecord } from './compare.ts';
import { type ComparisonKind, type ComparisonName, kindOf } from './model.ts';
import type { RecordTable } from './record-table.ts';
import type { Words } from './words.ts';

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
  const comparer = createRowComparer(table.rows, names);
  own.set(key, comparer);
  return comparer;
}

function createRowComparer(rows: readonly PreparedRecord[], names: readonly ComparisonName[]): RowComparer {
  const hasOtherPlaces = rows.some(({ otherPlaces }) => otherPlaces !== undefined);
  const steps = stepsFor(names, hasOtherPlaces);
  const width = steps.length;
  const values = numberValues(rows, steps);
  const levels = new Uint8Array(names.length);
  const compareRows = steps.map(({ targets }) => ({
    targets,
    compare: createComparer(targets.map((target) => names[target] ?? '')),
    found: new Uint8Array(targets.length),
  }));
  const others = Uint8Array.from(rows, ({ otherNames }) => (otherNames === undefined ? 0 : 1));
  const byRow = (step: number, left: number, right: number): void => {
    const { targets, compare, found } = compareRows[step] ?? { targets: [], compare: undefined, found: levels };
    const [a, b] = [rows[left], rows[right]];
    if (a && b) compare?.(a, b, found);
    for (const [place, target] of targets.entries()) levels[target] = found[place] ?? 0;
  };
  return (left, right) => {
    for (let index = 0; index < width; index++) {
      const step = steps[index];
      if (step === undefined) continue;
      if (step.compare === undefined || (step.isName && (others[left] === 1 || others[right] === 1))) {
        byRow(index, left, right);
        continue;
      }
      const [one, other] = [values[left * width + index] ?? -1, values[right * width + index] ?? -1];
      const code = one < 0 || other < 0 ? 0 : codeOfValues(step, one, other);
      levels[step.first] = code & 15;
      if (step.second >= 0) levels[step.second] = code >>> 4;
    }
    return levels;
  };
}

/** One look at a part of two records, which gives the level of one comparison or, of a name, of two. */
interface Step {
  /** Places of the levels that it gives; `second` is −1 where it gives one. */
  readonly first: number;
  readonly second: number;
  readonly targets: readonly number[];
  readonly isName: boolean;
  readonly read: (row: PreparedRecord) => object | string | number | undefined;
  /** The code of the first level, and of the second from the fifth bit on; undefined where the whole record is needed. */
  readonly compare: ((a: PreparedRecord, b: PreparedRecord) => number) | undefined;
  readonly memory: Float64Array;
  /** For each number of a value, a record that has it. */
  readonly bearers: PreparedRecord[];
}

/** Pairs of values remembered for each step; what falls on the same place is forgotten. */
const memorySize = 2 ** 16;
const mostValues = 2 ** 21;

function stepsFor(names: readonly ComparisonName[], hasOtherPlaces: boolean): Step[] {
  const [given, family] = [names.indexOf('given'), names.indexOf('family')];
  return names.flatMap((name, place): Step[] => {
    const kind = kindOf(name);
    if (name === 'family' && given >= 0) return [];
    const isName = name === 'given' && family >= 0;
    const targets = isName ? [given, family] : [place];
    const part = {
      first: place,
      second: isName ? family : -1,
      targets,
      isName,
      memory: new Float64Array(memorySize).fill(-1),
      bearers: [],
    };
    const needsRows = (name === 'place' && hasOtherPlaces) || (!isName && (name === 'given' || name === 'family'));
    return [{ ...part, ...(needsRows || kind === undefined ? wholeRecord : readingOf(kind, name)) }];
  });
}

type Reading = Pick<Step, 'read' | 'compare'>;

const wholeRecord: Reading = { read: () => undefined, compare: undefined };

/** Which part of a record a comparison reads, and how two of them are compared. Equal parts are held once (record-table.ts). */
function readingOf(kind: ComparisonKind, name: ComparisonName): Reading {
  switch (kind) {
    case 'given':
    case 'family':
      return { read: (row) => row.name, compare: nameCodes };
    case 'date-of-birth':
      return {
        read: (row) => row.birthday,
        compare: (a, b) => (a.birthday && b.birthday ? codeOf(kind, compareDatesOfBirth(a.birthday, b.birthday)) : 0),
      };
    case 'organisation-name':
      return {
        read: (row) => row.organisation?.names.map(textOf).join('|'),
        compare: (a, b) =>
          a.organisation && b.organisation ? codeOf(kind, compareOrganisations(a.organisation, b.organisation)) : 0,
      };
    case 'place':
      return {
        read: (row) => row.place,
        compare: (a, b) => (a.place && b.place ? codeOf(kind, comparePlaces(a.place, b.place)) : 0),
      };
    case 'email-address':
      return {
        read: (row) => row.emailAddress,
        compare: (a, b) =>
          a.emailAddress && b.emailAddress ? codeOf(kind, compareEmailAddresses(a.emailAddress, b.emailAddress)) : 0,
      };
    case 'telephone-number':
      return {
        read: (row) => row.telephoneNumber,
        compare: (a, b) =>
          a.telephoneNumber && b.telephoneNumber
            ? codeOf(kind, compareTelephoneNumbers(a.telephoneNumber, b.telephoneNumber))
            : 0,
      };
    case 'source':
      return { read: ({ source }) => (source < 0 ? undefined : source), compare: oneComparison(name) };
    case 'identifier':
      return { read: (row) => row.identifiers[name], compare: oneComparison(name) };
    case 'category':
      return { read: (row) => textOf(row.categories[name]), compare: oneComparison(name) };
  }
}

/** The same for words that compare alike. */
function textOf(words: Words | undefined): string | undefined {
  return words && `${words.words.join(' ')}/${words.forms.join('/')}`;
}

function nameCodes(a: PreparedRecord, b: PreparedRecord): number {
  if (a.name === undefined || b.name === undefined) return 0;
  const { given, family } = compareNames(a.name, b.name);
  return codeOf('given', given) | (codeOf('family', family) << 4);
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

/** Numbers the values of a table: row by row, one for each step, −1 where it is missing. */
function numberValues(rows: readonly PreparedRecord[], steps: readonly Step[]): Int32Array {
  const values = new Int32Array(rows.length * steps.length).fill(-1);
  for (const [step, { read, bearers }] of steps.entries()) {
    const numbers = new Map<object | string | number, number>();
    for (const [index, row] of rows.entries()) {
      const value = read(row);
      if (value === undefined) continue;
      const number = numbers.get(value) ?? bearers.length;
      if (number === bearers.length) {
        numbers.set(value, number);
        bearers.push(row);
      }
      values[index * steps.length + step] = number;
    }
  }
  return values;
}

/** Remembered as one number: both values, and in its last eight bits the code. Levels are the same from either side. */
function codeOfValues({ memory, bearers, compare }: Step, one: number, other: number): number {
  const low = one < other ? one : other;
  const high = one < other ? other : one;
  const key = (low * mostValues + high) * 256;
  const place = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 16;
  const known = (memory[place] ?? -1) - key;
  if (known >= 0 && known < 256) return known;
  const [a, b] = [bearers[low], bearers[high]];
  const code = a && b ? (compare?.(a, b) ?? 0) : 0;
  memory[place] = key + code;
  return code;
}
