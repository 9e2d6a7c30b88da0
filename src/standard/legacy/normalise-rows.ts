/**
 * Reads the rows of one table as `normaliseRecord` reads records, many times as fast: what some columns hold is read once, and rows that
 * have it share it. Counts what was done instead of telling it. For files of hundreds of thousands of records.
 */
import type { CustomerKind } from '../identity.ts';
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

interface Remembered<Value> {
  readonly value: Value | undefined;
  readonly codes: readonly ChangeCode[];
  /** In how many rows it stood. */
  times: number;
}

interface PartOptions<Value> {
  readonly fields: readonly RowField[];
  readonly most: number;
  readonly read: Reader<Value>;
  readonly counts: Map<ChangeCode, number>;
}

/** Longer values than that are hardly anybody's again. */
const longestRemembered = 200;
/** Between the cells that make a key; what a row with one in its cells says is not remembered. */
const separator = '\0';

/** Reads one field of a row, of the columns that are its own. */
function createPartReader<Value>({ fields, most, read, counts }: PartOptions<Value>) {
  type Memory = Map<string, Remembered<Value>>;
  const known: Readonly<Record<CustomerKind | 'any', Memory>> = { any: new Map(), person: new Map(), organisation: new Map() };
  const keyOf = createKeyReader(fields);
  const readAnew = (cells: readonly string[], kind?: CustomerKind): Remembered<Value> => {
    const columns = columnsOf(cells, fields);
    const { value, changes } = read(columns, kind);
    const codes = [...changes, ...findPerhapsCutShort(columns)].map(({ code }) => code);
    return { value, codes: codes.length === 0 ? noCodes : codes, times: 0 };
  };
  const find = (cells: readonly string[], kind?: CustomerKind): Remembered<Value> => {
    const key = keyOf(cells);
    const memory = known[kind ?? 'any'];
    const found = memory.get(key);
    if (found) return found;
    const made = readAnew(cells, kind);
    if (key.length > longestRemembered || isAmbiguous(cells, fields)) {
      countCodes(counts, made.codes, 1);
      return made;
    }
    if (memory.size >= most) forget(memory);
    memory.set(key, made);
    return made;
  };
  const forget = (memory: Memory): void => {
    for (const { codes, times } of memory.values()) countCodes(counts, codes, times);
    memory.clear();
  };
  return {
    read: (cells: readonly string[], kind?: CustomerKind): Value | undefined => {
      if (fields.length === 0) return undefined;
      const found = find(cells, kind);
      found.times++;
      return found.value;
    },
    /** Counts what was done to the values read so far, and forgets them. */
    finish: () => {
      for (const memory of Object.values(known)) forget(memory);
    },
  };
}

/** What these columns hold, in one text: a single cell as it is. */
function createKeyReader(fields: readonly RowField[]): (cells: readonly string[]) => string {
  const [first, second] = fields.map(({ position }) => position);
  if (first === undefined) return () => '';
  if (second === undefined) return (cells) => cells[first] ?? '';
  if (fields.length === 2) return (cells) => `${cells[first] ?? ''}${separator}${cells[second] ?? ''}`;
  return (cells) => fields.map(({ position }) => cells[position] ?? '').join(separator);
}

/** Whether the text of several cells might be that of others too: a key found with fewer separators is nobody else's. */
function isAmbiguous(cells: readonly string[], fields: readonly RowField[]): boolean {
  return fields.length > 1 && fields.some(({ position }) => cells[position]?.includes(separator) === true);
}

const noCodes: readonly ChangeCode[] = [];

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
