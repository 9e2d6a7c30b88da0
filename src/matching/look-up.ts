/**
 * An index of customers in memory, for looking one identity up among hundreds of thousands in well under a millisecond: few keys of each
 * record, hashed in one sorted array, and every record prepared. Not a decision (decide.ts takes its candidates) and not a store: it
 * forgets everything.
 */
import { usualLookUpKeys } from './blocking-keys.ts';
import { mostRecords } from './candidates.ts';
import type { PreparedRecord } from './compare.ts';
import { createGrowingArray, sortUnique } from './growing-array.ts';
import { hashKeysOf } from './key-hashes.ts';
import type { MatchIdentity } from './match-record.ts';
import type { Model } from './model.ts';
import { createPartPreparer } from './part-preparer.ts';
import { type PreparedIdentity, prepareAnew } from './prepared.ts';
import { type Scale, scoreRecords } from './score.ts';

/** A record with the customer whose it is. */
export interface CustomerRecord {
  readonly customerId: string;
  readonly identity: MatchIdentity;
}

export interface LookUpOptions {
  readonly model: Model;
  /** A key shared by more customers than this is not followed. Default 60. */
  readonly largestBlock?: number;
}

/** A customer that may be the one asked for; `score` in natural log odds. */
export interface FoundCustomer {
  readonly customerId: string;
  readonly score: number;
}

export interface LookUp {
  /** How many customers there are. */
  readonly customers: number;
  /** How many keys are held for all records together. */
  readonly keys: number;
  /** Customers that share a key with the identity, best first; those of equal score by ID. */
  readonly findCandidates: (identity: MatchIdentity) => readonly FoundCustomer[];
}

/** Builds the index, with the keys that the model says pay. Throws a `RangeError` for more than 2²¹ records. */
export function createLookUp(records: readonly CustomerRecord[], { model, largestBlock = 60 }: LookUpOptions): LookUp {
  if (records.length >= mostRecords) throw new RangeError(`A look-up holds at most ${mostRecords} records`);
  const customers = groupRecords(records);
  const entries = keyEntries(customers, model);
  const scale: Scale = { model, population: Math.max(customers.ids.length, 1024) };
  return {
    customers: customers.ids.length,
    keys: entries.length,
    findCandidates: (identity) => {
      const asked = prepareAnew(identity);
      const found = new Set<number>();
      for (const hash of keysOf(asked, model)) addHolders(found, { entries, hash, largestBlock });
      return Array.from(found, (customer) => ({
        customerId: customers.ids[customer] ?? '',
        score: scoreCustomer(asked, customers.records[customer] ?? [], scale),
      }))
        .filter(({ score }) => score > -Infinity)
        .sort((a, b) => b.score - a.score || (a.customerId < b.customerId ? -1 : 1));
    },
  };
}

function keysOf(identity: PreparedIdentity, { kinds }: Model): readonly number[] {
  return hashKeysOf(identity, kinds[identity.kind].lookUpKeys ?? usualLookUpKeys[identity.kind]);
}

/** The same number that a batch merges by: .7 of the mean over the customer's records and .3 of the best. */
function scoreCustomer(asked: PreparedRecord, records: readonly PreparedRecord[], scale: Scale): number {
  let [sum, best] = [0, -Infinity];
  for (const record of records) {
    const score = scoreRecords(asked, record, scale);
    sum += score;
    best = Math.max(best, score);
  }
  return records.length === 0 ? -Infinity : (0.7 * sum) / records.length + 0.3 * best;
}

interface Customers {
  readonly ids: readonly string[];
  readonly records: readonly (readonly PreparedRecord[])[];
}

function groupRecords(given: readonly CustomerRecord[]): Customers {
  const numbers = new Map<string, number>();
  const records: PreparedRecord[][] = [];
  const parts = createPartPreparer();
  for (const { customerId, identity } of given) {
    const record = prepareAnew(identity, parts);
    const number = numbers.get(customerId);
    if (number === undefined) {
      numbers.set(customerId, records.length);
      records.push([record]);
    } else records[number]?.push(record);
  }
  return { ids: [...numbers.keys()], records };
}

/** Each key with its customer, `hash · 2²¹ + customer`, sorted. */
function keyEntries({ records }: Customers, model: Model): Float64Array {
  const entries = createGrowingArray(records.length * 8);
  for (const [customer, own] of records.entries()) {
    for (const record of own) for (const hash of keysOf(record, model)) entries.push(hash * mostRecords + customer);
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
