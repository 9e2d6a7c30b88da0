/**
 * The blocking keys of a whole table as numbers: each part of each row hashed once, and the keys of a kind mixed from them, so that fifty
 * kinds for hundreds of thousands of rows cost seconds and no text is put together. Not which kinds there are: blocking-keys.ts.
 */
import { type KeyPart, keyKinds, keyPartsOf, valuesOfPart } from './blocking-keys.ts';
import type { PreparedIdentity } from './prepared.ts';
import type { RecordTable } from './record-table.ts';

/** The hashes of every part that some kinds need; a part may have several values in a row, or none. */
export interface KeyHashes {
  readonly rows: number;
  readonly parts: ReadonlyMap<KeyPart, PartHashes>;
}

interface PartHashes {
  /** Where the values of each row begin in `hashes`; one more at the end. */
  readonly starts: Uint32Array;
  readonly hashes: Uint32Array;
}

/** Hashes the parts that these kinds of key are joined of. Throws a `TypeError` for a kind that there is none of. */
export function hashKeyParts({ rows }: RecordTable, kinds: readonly string[]): KeyHashes {
  const wanted = [...new Set(kinds.flatMap(partsOf))];
  const columns = wanted.map((part) => ({
    part,
    starts: new Uint32Array(rows.length + 1),
    hashes: new Uint32Array(rows.length),
    size: 0,
  }));
  for (const [row, identity] of rows.entries()) {
    const parts = keyPartsOf(identity);
    for (const column of columns) {
      for (const value of valuesOfPart(column.part, parts)) {
        if (column.size === column.hashes.length) column.hashes = enlarged(column.hashes);
        column.hashes[column.size++] = hashText(value);
      }
      column.starts[row + 1] = column.size;
    }
  }
  const parts = columns.map(({ part, starts, hashes, size }) => [part, { starts, hashes: hashes.slice(0, size) }] as const);
  return { rows: rows.length, parts: new Map(parts) };
}

/** The parts of a kind of key; throws a `TypeError` where there is none of the name. */
function partsOf(kind: string): readonly KeyPart[] {
  const parts = Object.hasOwn(keyKinds, kind) ? keyKinds[kind] : undefined;
  if (parts === undefined) throw new TypeError(`There is no blocking key of the name ${kind}`);
  return parts;
}

function enlarged(hashes: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(hashes.length * 2 + 16);
  larger.set(hashes);
  return larger;
}

/** The keys of one identity by these kinds, each once, told apart by the kind's place among them. */
export function hashKeysOf(identity: PreparedIdentity, kinds: readonly string[]): number[] {
  const parts = keyPartsOf(identity);
  const found = new Set<number>();
  for (const [index, kind] of kinds.entries()) {
    const keys = [seed];
    for (const part of partsOf(kind)) {
      const values = Uint32Array.from(valuesOfPart(part, parts), hashText);
      joinPart(keys, values, { from: 0, to: values.length });
    }
    for (const key of keys) found.add(finish(mix(key, index + 1)));
  }
  return [...found];
}

/** Tells every key of one kind, row by row: its hash, 32 bits, and the row. */
export function visitKeys(hashes: KeyHashes, kind: string, visit: (hash: number, row: number) => void): void {
  const parts = partsOf(kind).flatMap((part) => hashes.parts.get(part) ?? []);
  // Grows where a row has many values; most have one key, or two.
  const keys: number[] = [];
  for (let row = 0; row < hashes.rows; row++) {
    keys.length = 1;
    keys[0] = seed;
    for (const { starts, hashes: values } of parts) joinPart(keys, values, { from: starts[row] ?? 0, to: starts[row + 1] ?? 0 });
    for (let index = 0; index < keys.length; index++) visit(finish(keys[index] ?? 0), row);
  }
}

/** Joins each key so far with each value of one more part. */
function joinPart(keys: number[], values: Uint32Array, { from, to }: { readonly from: number; readonly to: number }): void {
  const before = keys.length;
  if (to === from) {
    keys.length = 0;
    return;
  }
  for (let at = from + 1; at < to; at++) {
    for (let index = 0; index < before; index++) keys.push(mix(keys[index] ?? 0, values[at] ?? 0));
  }
  for (let index = 0; index < before; index++) keys[index] = mix(keys[index] ?? 0, values[from] ?? 0);
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
