/**
 * The blocking keys of a whole table as numbers: each value of a part hashed once for all rows that share it, and the keys of a kind mixed
 * from them, so that fifty kinds for hundreds of thousands of rows cost seconds and no text is put together. Not which kinds there are:
 * blocking-keys.ts.
 */
import { type KeyPart, type KeyParts, keyKinds, keyPartsOf, valuesOfPart } from './blocking-keys.ts';
import type { PreparedIdentity } from './prepared.ts';
import type { RecordTable } from './record-table.ts';
import { firstBearers, type SharedPart } from './shared-parts.ts';
import { createInt32s, createUint32s } from './large-lists.ts';

/** The hashes of every part of a key that some kinds need. */
export interface KeyHashes {
  readonly rows: number;
  readonly parts: ReadonlyMap<KeyPart, PartHashes>;
}

/** A part may have several values, or none. */
interface PartHashes {
  /** For each row the number of what its values are read of; −1 where it has none. */
  readonly numbers: Int32Array;
  /** Where the values of each number begin in `hashes`; one more at the end. */
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
  /** For each row the hash of its value, `missing` or `several`. */
  readonly byRow: Uint32Array;
}

/** In place of a hash: none; and several, or one whose hash is one of these two. */
const [missing, several] = [0, 0xffffffff];

/** What each part of a key is read of, and nothing beside it: a part that rows share, or what a record alone holds. */
const readOf: Readonly<Record<KeyPart, SharedPart | 'record'>> = {
  given: 'name',
  families: 'name',
  both: 'name',
  root: 'name',
  initials: 'name',
  beginnings: 'name',
  'family-start': 'name',
  'given-form': 'name',
  'family-end': 'name',
  'family-form': 'name',
  'either-name': 'name',
  'name-words': 'name',
  'word-pairs': 'record',
  'birth-years': 'record',
  birthday: 'birthday',
  year: 'birthday',
  decade: 'birthday',
  'year-month': 'birthday',
  'month-day': 'birthday',
  postcode: 'place',
  sector: 'place',
  district: 'place',
  house: 'place',
  street: 'place',
  'email-address': 'emailAddress',
  mailbox: 'emailAddress',
  'telephone-number': 'telephoneNumber',
  category: 'record',
  categories: 'record',
  identifier: 'record',
  'identifier-start': 'record',
  'organisation-words': 'record',
  'organisation-word': 'record',
  'organisation-start': 'record',
};

/** Hashes the parts that these kinds of key are joined of. Throws a `TypeError` for a kind that there is none of. */
export function hashKeyParts(table: RecordTable, kinds: readonly string[]): KeyHashes {
  const wanted = [...new Set(kinds.flatMap(partsOf))];
  const parts = new Map<KeyPart, PartHashes>();
  for (const source of new Set(wanted.map((part) => sourceOf(part, table)))) {
    const own = wanted.filter((part) => sourceOf(part, table) === source);
    const lists = own.map((part) => createHashList(part));
    const numbers = source === 'record' ? addEveryRow(table, lists) : addShared(table, source, lists);
    for (const list of lists) parts.set(list.part, withRows({ numbers, ...list.finish() }));
  }
  return { rows: table.rows.length, parts };
}

function withRows(part: Omit<PartHashes, 'byRow'>): PartHashes {
  const { numbers, starts, hashes } = part;
  const byRow = createUint32s(numbers.length);
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] ?? -1;
    const from = number < 0 ? 0 : (starts[number] ?? 0);
    const count = number < 0 ? 0 : (starts[number + 1] ?? 0) - from;
    const hash = hashes[from] ?? 0;
    byRow[row] = count === 0 ? missing : count === 1 && hash !== missing ? hash : several;
  }
  return { ...part, byRow };
}

/** The hashes of one part, of what is added one after the other. */
function createHashList(part: KeyPart) {
  let starts = createUint32s(1024);
  let hashes = createUint32s(1024);
  let [size, count] = [0, 0];
  return {
    part,
    add(parts: KeyParts) {
      for (const value of valuesOfPart(part, parts)) {
        if (size === hashes.length) hashes = enlarged(hashes);
        hashes[size++] = hashText(value);
      }
      count++;
      if (count === starts.length) starts = enlarged(starts);
      starts[count] = size;
    },
    finish: () => ({ starts: starts.slice(0, count + 1), hashes: hashes.slice(0, size) }),
  };
}

type HashList = ReturnType<typeof createHashList>;

const nothing: Omit<PreparedIdentity, 'kind'> = {
  name: undefined,
  birthday: undefined,
  organisation: undefined,
  place: undefined,
  emailAddress: undefined,
  telephoneNumber: undefined,
  identifiers: {},
  categories: {},
};

/** An organisation has its own name where a person has theirs. */
function sourceOf(part: KeyPart, { kind }: RecordTable): SharedPart | 'record' {
  const source = readOf[part];
  return kind === 'organisation' && source === 'name' ? 'organisation' : source;
}

/** Adds what a record itself holds, or is read of its whole, where it holds any. Gives for each row its number, −1 where it has none. */
function addEveryRow({ rows, kind }: RecordTable, lists: readonly HashList[]): Int32Array {
  const bare = keyPartsOf({ kind, ...nothing });
  const numbers = createInt32s(rows.length).fill(-1);
  const areWholesRead = lists.some(({ part }) => part === 'word-pairs' || part === 'birth-years');
  let count = 0;
  for (const [row, identity] of rows.entries()) {
    const { organisation, identifiers, categories } = identity;
    if (!areWholesRead && organisation === undefined && isEmpty(identifiers) && isEmpty(categories)) continue;
    numbers[row] = count++;
    for (const list of lists) list.add({ ...bare, identity });
  }
  return numbers;
}

function isEmpty(values: object): boolean {
  for (const name in values) if (name !== '') return false;
  return true;
}

/** Adds each of the parts that rows share, as if a record had nothing else. Gives the numbers of the rows' parts. */
function addShared(table: RecordTable, source: SharedPart, lists: readonly HashList[]): Int32Array {
  const { numbers } = table.parts[source];
  const identity = { kind: table.kind, ...nothing };
  for (const record of firstBearers(table, numbers)) {
    const parts = keyPartsOf(Object.assign(identity, { [source]: record[source] }));
    for (const list of lists) list.add(parts);
  }
  return numbers;
}

/** The parts of a kind of key; throws a `TypeError` where there is none of the name. */
function partsOf(kind: string): readonly KeyPart[] {
  const parts = Object.hasOwn(keyKinds, kind) ? keyKinds[kind] : undefined;
  if (parts === undefined) throw new TypeError(`There is no blocking key of the name ${kind}`);
  return parts;
}

function enlarged(hashes: Uint32Array, by = 16): Uint32Array {
  const larger = createUint32s(hashes.length * 2 + by);
  larger.set(hashes);
  return larger;
}

/** The keys of one identity by these kinds, each once, told apart by the kind's place among them. */
export function hashKeysOf(identity: PreparedIdentity, kinds: readonly string[]): number[] {
  const hashes = createPartHasher(keyPartsOf(identity));
  const found = new Set<number>();
  const keys = createKeys();
  for (const [index, kind] of kinds.entries()) {
    keys.count = 1;
    keys.values[0] = seed;
    for (const part of partsOf(kind)) {
      const values = hashes(part);
      joinPart(keys, values, { from: 0, to: values.length });
    }
    for (let at = 0; at < keys.count; at++) found.add(finish(mix(keys.values[at] ?? 0, index + 1)));
  }
  return [...found];
}

/** Hashes each part once, however many kinds of key it is in. */
function createPartHasher(parts: KeyParts): (part: KeyPart) => readonly number[] {
  const known = new Map<KeyPart, readonly number[]>();
  return (part) => {
    let hashes = known.get(part);
    if (hashes === undefined) known.set(part, (hashes = valuesOfPart(part, parts).map(hashText)));
    return hashes;
  };
}

/** The keys of a row so far: filled anew for each, as most rows have one, some two, and a row of many values ever so many. */
interface Keys {
  readonly values: number[];
  count: number;
}

function createKeys(): Keys {
  return { values: [seed], count: 1 };
}

/** Keys, 32 bits each, and beside each its row, in the rows' order. */
export interface RowKeys {
  readonly hashes: Uint32Array;
  readonly rows: Uint32Array;
}

/** Reads every key of one kind, into memory that the next kind's keys take again. */
export function createKeyReader({ rows, parts }: KeyHashes): (kind: string) => RowKeys {
  const found = { hashes: createUint32s(rows + 16), rows: createUint32s(rows + 16) };
  const mixed = createUint32s(rows);
  const keys = createKeys();
  return (kind) => {
    const own = partsOf(kind).flatMap((part) => parts.get(part) ?? []);
    mixed.fill(seed);
    for (const { byRow } of own) mixPart(mixed, byRow);
    let size = 0;
    for (let row = 0; row < rows; row++) {
      const key = mixed[row] ?? missing;
      if (key === missing) continue;
      if (key !== several) {
        found.hashes[size] = finish(key);
        found.rows[size++] = row;
        continue;
      }
      joinRow(keys, own, row);
      // One key for each row to come has room.
      if (size + keys.count + rows - row > found.rows.length) {
        found.hashes = enlarged(found.hashes, keys.count);
        found.rows = enlarged(found.rows, keys.count);
      }
      for (let index = 0; index < keys.count; index++) {
        found.hashes[size] = finish(keys.values[index] ?? 0);
        found.rows[size++] = row;
      }
    }
    return { hashes: found.hashes.subarray(0, size), rows: found.rows.subarray(0, size) };
  };
}

/**
 * Mixes one more part into every row's key before its finish: `missing` where the row has none of it, `several` where it has more than one
 * or comes to what is written the same.
 */
function mixPart(keys: Uint32Array, values: Uint32Array): void {
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? missing;
    if (key === missing) continue;
    const value = values[row] ?? missing;
    if (value === missing) keys[row] = missing;
    else if (key === several || value === several) keys[row] = several;
    else keys[row] = mix(key, value) || several;
  }
}

/** Joins all that one row has. */
function joinRow(keys: Keys, parts: readonly PartHashes[], row: number): void {
  keys.count = 1;
  keys.values[0] = seed;
  for (const { numbers, starts, hashes } of parts) {
    const number = numbers[row] ?? -1;
    joinPart(keys, hashes, { from: number < 0 ? 0 : (starts[number] ?? 0), to: number < 0 ? 0 : (starts[number + 1] ?? 0) });
  }
}

/** Joins each key so far with each value of one more part. */
function joinPart(keys: Keys, values: ArrayLike<number>, { from, to }: { readonly from: number; readonly to: number }): void {
  const { values: joined, count } = keys;
  let size = to === from ? 0 : count;
  for (let at = from + 1; at < to; at++) {
    for (let index = 0; index < count; index++) joined[size++] = mix(joined[index] ?? 0, values[at] ?? 0);
  }
  if (to > from) for (let index = 0; index < count; index++) joined[index] = mix(joined[index] ?? 0, values[from] ?? 0);
  keys.count = size;
}

const seed = 0x811c9dc5;

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
}

function finish(hash: number): number {
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 32 bits of a text (FNV-1a, with a last mix). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x85ebca6b) >>> 0;
}
