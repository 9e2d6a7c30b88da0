/**
 * The customers of one kind held in memory for a look-up: prepared records, whose they are, a few keys of each hashed in one sorted array,
 * and how common each value is among them all. Finds whom a prepared identity may be and scores them. Not the index of both kinds
 * (look-up.ts), and no decision.
 */
import { usualLookUpKeys } from './blocking-keys.ts';
import { mostRecords } from './candidates.ts';
import { createComparer, type PreparedRecord } from './compare.ts';
import { type CompiledKind, compileKind } from './compiled-model.ts';
import { countFrequencies, type GroupedRows, groupRows, leastRecords, valueColumnsOf } from './frequencies.ts';
import { createGrowingArray, sortUnique } from './growing-array.ts';
import { hashKeysOf } from './key-hashes.ts';
import type { KindModel } from './model.ts';
import { fillShares } from './pair-set.ts';
import type { RecordTable } from './record-table.ts';
import { areOfOneHome, relativesOf } from './relatives.ts';
import { leastPopulation } from './score.ts';
import { createPair, scorePairLevels } from './weigh.ts';

export interface CustomerTable {
  /** How many keys are held for all records together. */
  readonly keys: number;
  /** The numbers of the customers that share a key with the identity. */
  readonly holdersOf: (asked: PreparedRecord) => readonly number[];
  /** The natural log odds that the identity is this customer's. */
  readonly score: (asked: PreparedRecord, customer: number) => number;
  /** The natural log odds that two customers are one. */
  readonly scoreTogether: (one: number, other: number) => number;
}

export interface CustomerTableOptions {
  /** For each row the number of its customer, from 0. */
  readonly customers: Int32Array;
  readonly model: KindModel;
  /** A key shared by more customers than this is not followed. */
  readonly largestBlock: number;
}

export function createCustomerTable(table: RecordTable, { customers, model, largestBlock }: CustomerTableOptions): CustomerTable {
  const kinds = model.lookUpKeys ?? usualLookUpKeys[table.kind];
  const entries = keyEntries(table, customers, kinds);
  const groups = groupRows(customers);
  const count = customers.reduce((most, customer) => Math.max(most, customer + 1), 0);
  const score = createRowScorer(table, groups, compileKind(model, Math.max(count, leastPopulation)));
  const scoreAll = (records: readonly PreparedRecord[], rows: Int32Array): number => {
    let [sum, best] = [0, -Infinity];
    for (const row of rows) {
      for (const record of records) {
        const one = score(record, row);
        sum += one;
        best = Math.max(best, one);
      }
    }
    return (0.7 * sum) / (rows.length * records.length) + 0.3 * best;
  };
  return {
    keys: entries.length,
    holdersOf: (asked) => {
      const found = new Set<number>();
      for (const hash of hashKeysOf(asked, kinds)) addHolders(found, { entries, hash, largestBlock });
      return [...found];
    },
    score: (asked, customer) => scoreAll([asked], rowsOf(groups, customer)),
    scoreTogether: (one, other) => {
      const [ours, theirs] = [one, other].map((customer) => rowsOf(groups, customer).subarray(0, mostCompared));
      const records = Array.from(ours ?? [], (row) => table.rows[row]).filter((record) => record !== undefined);
      return scoreAll(records, theirs ?? new Int32Array(0));
    },
  };
}

/** Records of each of two customers that are compared, the first of them: 144 comparisons tell, and 100,000 would hold everybody up. */
const mostCompared = 12;

function rowsOf({ order, ends }: GroupedRows, customer: number): Int32Array {
  return order.subarray(ends[customer - 1] ?? 0, ends[customer] ?? 0);
}

/** Scores a record against a row, with what all others of the table tell of the row's values and home. */
function createRowScorer(table: RecordTable, groups: GroupedRows, model: CompiledKind) {
  const columns = valueColumnsOf(table, model);
  const set = { model, frequencies: countFrequencies(columns, model, groups) };
  const relatives = table.rows.length < leastRecords ? undefined : relativesOf(columns, model, groups);
  const compare = createComparer(model.names);
  const pair = createPair(model.names.length);
  return (record: PreparedRecord, row: number): number => {
    const other = table.rows[row];
    if (other === undefined) return -Infinity;
    compare(record, other, pair.levels);
    fillShares(set, row, pair);
    pair.logNamesakes = relatives && areOfOneHome(model, pair.levels) ? (relatives[row] ?? 0) : 0;
    return scorePairLevels(model, pair);
  };
}

/** Each key with its customer, `hash · 2²¹ + customer`, sorted. */
function keyEntries({ rows }: RecordTable, customers: Int32Array, kinds: readonly string[]): Float64Array {
  const entries = createGrowingArray(rows.length * 8);
  for (const [row, record] of rows.entries()) {
    for (const hash of hashKeysOf(record, kinds)) entries.push(hash * mostRecords + (customers[row] ?? 0));
  }
  return sortUnique(entries.values()).slice();
}

/** Adds the customers of one key, from the sorted entries; none where they are too many. */
function addHolders(
  found: Set<number>,
  { entries, hash, largestBlock }: { readonly entries: Float64Array; readonly hash: number; readonly largestBlock: number },
): void {
  const first = hash * mostRecords;
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  if ((entries[low + largestBlock] ?? Infinity) < first + mostRecords) return;
  for (let at = low; at < low + largestBlock; at++) {
    const entry = entries[at] ?? Infinity;
    if (entry >= first + mostRecords) return;
    found.add(entry - first);
  }
}
