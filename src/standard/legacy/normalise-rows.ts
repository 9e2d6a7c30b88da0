/**
 * Reads the rows of one table as `normaliseRecord` reads records, many times as fast: what some columns hold is read once, and rows that
 * have it share it. Counts what was done instead of telling it. For files of hundreds of thousands of records.
 */
import type { CustomerKind } from '../identity.ts';
import { type CellNumbering, createCellNumbering } from './cell-numbering.ts';
import type { Change, ChangeCode } from './change.ts';
import { findPerhapsCutShort } from './cut-short.ts';
import type { Columns, LegacyIdentity } from './legacy-identity.ts';
import {
  addFurther,
  kindOfName,
  type NormaliseOptions,
  type Reader,
  readersFor,
  readKind,
  startIdentity,
} from './normalise-record.ts';
import { normaliseOrganisation } from './organisation.ts';

/** Which field of the standard the cells of one column hold. */
export interface RowField {
  /** The cell's place in its row. */
  readonly position: number;
  readonly field: string;
}

export interface RowNormaliser {
  /** What a row says of its customer. Rows share parts of it, which must not be changed. Never throws. */
  readonly read: (cells: readonly string[]) => LegacyIdentity;
  /** How often each thing was done to a value of the rows read so far. */
  readonly changes: () => ReadonlyMap<ChangeCode, number>;
}

/** A normaliser of rows with these columns. Remembers so many values of each field at most. */
export function createRowNormaliser(fields: readonly RowField[], options: NormaliseOptions, most = 500_000): RowNormaliser {
  const readers = readersFor(options);
  const counts = new Map<ChangeCode, number>();
  const partOf = <Value>(owner: Owner, read: Reader<Value>) =>
    createPartReader({ fields: fields.filter(({ field }) => ownerOf(field) === owner), most, read, counts });
  const name = partOf('name', readers.name);
  const dateOfBirth = partOf('dateOfBirth', readers.dateOfBirth);
  const postalAddress = partOf('postalAddress', readers.postalAddress);
  const emailAddress = partOf('emailAddress', readers.emailAddress);
  const telephoneNumber = partOf('telephoneNumber', readers.telephoneNumber);
  const others = fields.filter(({ field }) => ownerOf(field) === 'others');
  const read = (cells: readonly string[]): LegacyIdentity => {
    const columns = others.length === 0 ? noColumns : columnsOf(cells, others);
    const changes: Change[] = [];
    const said = readKind(columns);
    const organisation = normaliseOrganisation(columns, changes);
    const identity = startIdentity({
      said,
      organisation,
      name: name.read(cells, kindOfName(said, organisation)),
      dateOfBirth: dateOfBirth.read(cells),
      postalAddress: postalAddress.read(cells),
      emailAddress: emailAddress.read(cells),
      telephoneNumber: telephoneNumber.read(cells),
    });
    if (others.length === 0) return identity;
    addFurther(identity, columns, { changes, country: options.profile.country });
    const codes = [...changes, ...findPerhapsCutShort(columns)].map(({ code }) => code);
    countCodes(counts, codes, 1);
    return identity;
  };
  const changes = (): ReadonlyMap<ChangeCode, number> => {
    for (const part of [name, dateOfBirth, postalAddress, emailAddress, telephoneNumber]) part.finish();
    return counts;
  };
  return { read, changes };
}

const noColumns: Columns = {};

/** The field that a column is read for, together with others of its kind; what records hold beside those five is read anew each time. */
type Owner = 'name' | 'dateOfBirth' | 'postalAddress' | 'emailAddress' | 'telephoneNumber' | 'others';

function ownerOf(field: string): Owner {
  const dot = field.indexOf('.');
  const first = dot < 0 ? field : field.slice(0, dot);
  const hasParts = first === 'name' || first === 'dateOfBirth' || first === 'postalAddress';
  if (hasParts) return first;
  return field === 'emailAddress' || field === 'telephoneNumber' ? field : 'others';
}

interface Read<Value> {
  readonly value: Value | undefined;
  readonly codes: readonly ChangeCode[];
}

interface PartOptions<Value> {
  readonly fields: readonly RowField[];
  readonly most: number;
  readonly read: Reader<Value>;
  readonly counts: Map<ChangeCode, number>;
}

/** Longer values than that are hardly anybody's again. */
const longestRemembered = 200;

/** Reads one field of a row, of the columns that are its own. */
function createPartReader<Value>({ fields, most, read, counts }: PartOptions<Value>) {
  const readAnew = (cells: readonly string[], kind?: CustomerKind): Read<Value> => {
    const columns = columnsOf(cells, fields);
    const { value, changes } = read(columns, kind);
    return { value, codes: heldCodes([...changes, ...findPerhapsCutShort(columns)].map(({ code }) => code)) };
  };
  const positions = fields.map(({ position }) => position);
  const memoryFor = (): Memory<Value> => createMemory({ numbering: createCellNumbering(positions), most, counts });
  const known: Readonly<Record<CustomerKind | 'any', Memory<Value>>> = {
    any: memoryFor(),
    person: memoryFor(),
    organisation: memoryFor(),
  };
  return {
    read: (cells: readonly string[], kind?: CustomerKind): Value | undefined => {
      if (fields.length === 0) return undefined;
      if (lengthOf(cells, positions) <= longestRemembered) return known[kind ?? 'any'].find(cells, () => readAnew(cells, kind));
      const { value, codes } = readAnew(cells, kind);
      countCodes(counts, codes, 1);
      return value;
    },
    /** Counts what was done to the values read so far, and forgets them. */
    finish: () => {
      for (const memory of Object.values(known)) memory.forget();
    },
  };
}

interface Memory<Value> {
  readonly find: (cells: readonly string[], readAnew: () => Read<Value>) => Value | undefined;
  readonly forget: () => void;
}

interface MemoryOptions {
  readonly numbering: CellNumbering;
  readonly most: number;
  readonly counts: Map<ChangeCode, number>;
}

/** What the cells of one field came to, so many at most; all are forgotten when there are more. */
function createMemory<Value>({ numbering, most, counts }: MemoryOptions): Memory<Value> {
  // By number, and in how many rows each stood.
  const values: (Value | undefined)[] = [];
  const codesOf: (readonly ChangeCode[])[] = [];
  const times: number[] = [];
  const forget = (): void => {
    for (const [number, codes] of codesOf.entries()) countCodes(counts, codes, times[number] ?? 0);
    numbering.clear();
    for (const list of [values, codesOf, times]) list.length = 0;
  };
  const find = (cells: readonly string[], readAnew: () => Read<Value>): Value | undefined => {
    if (numbering.size() >= most) forget();
    const number = numbering.numberOf(cells);
    if (number === values.length) {
      const { value, codes } = readAnew();
      values.push(value);
      codesOf.push(codes);
      times.push(0);
    }
    times[number] = (times[number] ?? 0) + 1;
    return values[number];
  };
  return { find, forget };
}

function lengthOf(cells: readonly string[], positions: readonly number[]): number {
  let length = 0;
  for (const position of positions) length += cells[position]?.length ?? 0;
  return length;
}

const knownCodes = new Map<string, readonly ChangeCode[]>();

/** What is done to a value is done to many: one list for all. There are few different ones. */
function heldCodes(codes: readonly ChangeCode[]): readonly ChangeCode[] {
  const key = codes.join(' ');
  const known = knownCodes.get(key);
  if (known !== undefined) return known;
  if (knownCodes.size < mostKnownCodes) knownCodes.set(key, codes);
  return codes;
}

/** What is done to one address may be many things. */
const mostKnownCodes = 1000;

function countCodes(counts: Map<ChangeCode, number>, codes: readonly ChangeCode[], times: number): void {
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + times);
}

function columnsOf(cells: readonly string[], fields: readonly RowField[]): Columns {
  const columns: Record<string, string> = {};
  for (const { position, field } of fields) {
    const cell = cells[position];
    if (cell !== undefined && cell !== '') columns[field] = cell;
  }
  return columns;
}
