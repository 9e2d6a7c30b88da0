/**
 * An index of customers in memory, for looking one identity up among hundreds of thousands in well under a millisecond: keys hashed in one
 * sorted array, records prepared once. Not a decision (decide.ts takes its candidates) and not a store: it forgets everything.
 */
import { blockingKeys } from './blocking.ts';
import { mostRecords } from './candidates.ts';
import { sortUnique } from './growing-array.ts';
import { hashText } from './key-hashes.ts';
import type { MatchIdentity } from './match-record.ts';
import type { Model } from './model.ts';
import { prepareIdentity } from './prepared.ts';
import { type Scale, scorePrepared } from './score.ts';

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
  /** Customers that share a key with the identity, best first; those of equal score by ID. */
  readonly findCandidates: (identity: MatchIdentity) => readonly FoundCustomer[];
}

/** Builds the index. Throws a `RangeError` for more than 2²¹ records. */
export function createLookUp(records: readonly CustomerRecord[], { model, largestBlock = 60 }: LookUpOptions): LookUp {
  if (records.length >= mostRecords) throw new RangeError(`A look-up holds at most ${mostRecords} records`);
  const customers = groupRecords(records);
  const entries = sortUnique(Float64Array.from(keyEntries(records, customers)));
  const scale: Scale = { model, population: Math.max(customers.identities.length, 1024) };
  return {
    customers: customers.identities.length,
    findCandidates: (identity) => {
      const found = new Set(blockingKeys(identity).flatMap((key) => holdersOf(entries, hashText(key), largestBlock)));
      return [...found]
        .map((customer) => ({
          customerId: customers.ids[customer] ?? '',
          score: scoreCustomer(identity, customers.identities[customer] ?? [], scale),
        }))
        .sort((a, b) => b.score - a.score || (a.customerId < b.customerId ? -1 : 1));
    },
  };
}

/** The same number that a batch merges by: .7 of the mean over the customer's records and .3 of the best. */
export function scoreCustomer(identity: MatchIdentity, records: readonly MatchIdentity[], scale: Scale): number {
  const asked = prepareIdentity(identity);
  let [sum, best] = [0, -Infinity];
  for (const record of records) {
    const score = scorePrepared(asked, prepareIdentity(record), scale);
    sum += score;
    best = Math.max(best, score);
  }
  return records.length === 0 ? -Infinity : (0.7 * sum) / records.length + 0.3 * best;
}

interface Customers {
  readonly ids: readonly string[];
  readonly identities: readonly (readonly MatchIdentity[])[];
  readonly numbers: ReadonlyMap<string, number>;
}

function groupRecords(records: readonly CustomerRecord[]): Customers {
  const numbers = new Map<string, number>();
  const identities: MatchIdentity[][] = [];
  for (const { customerId, identity } of records) {
    const number = numbers.get(customerId);
    if (number === undefined) {
      numbers.set(customerId, identities.length);
      identities.push([identity]);
    } else identities[number]?.push(identity);
  }
  return { ids: [...numbers.keys()], identities, numbers };
}

function* keyEntries(records: readonly CustomerRecord[], { numbers }: Customers): Generator<number> {
  for (const { customerId, identity } of records) {
    const customer = numbers.get(customerId) ?? 0;
    for (const key of blockingKeys(identity)) yield hashText(key) * mostRecords + customer;
  }
}

/** The customers of one key, from the sorted entries; none where they are too many. */
function holdersOf(entries: Float64Array, hash: number, largest: number): number[] {
  const first = hash * mostRecords;
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < entries.length; at++) {
    const entry = entries[at] ?? 0;
    if (entry >= first + mostRecords) break;
    if (found.length === largest) return [];
    found.push(entry - first);
  }
  return found;
}
