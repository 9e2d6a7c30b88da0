/**
 * An index of customers in memory, for looking one identity up among hundreds of thousands in well under a millisecond, weighed by how common
 * each value is among them. Not a decision (decide.ts takes its candidates) and not a store: it forgets everything.
 */
import { mostRecords } from './candidates.ts';
import { assertKnownFormat } from './compiled-model.ts';
import { createCustomerTable, type CustomerTable } from './customer-table.ts';
import { createInt32s } from './large-lists.ts';
import type { MatchIdentity } from './match-record.ts';
import type { CustomerKind, Model } from './model.ts';
import { type PreparedAlone, prepareAnew } from './prepared.ts';
import { prepareRecords } from './record-table.ts';
import { againstRivals } from './rivals.ts';

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

/**
 * A customer that may be the one asked for; `score` in natural log odds: over its records as a batch merges by (.7 of the mean, .3 of the
 * best), by how common their values are and how large the family is at their address, and less what the other candidates take from it
 * (rivals.ts). `explain` tells of two records alone and knows nothing of these others.
 */
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

/** Builds the index, with the keys that the model says pay. Throws a `RangeError` for more than 2²¹ records, a `TypeError` for a model of another format. */
export function createLookUp(records: readonly CustomerRecord[], { model, largestBlock = 60 }: LookUpOptions): LookUp {
  assertKnownFormat(model);
  if (records.length >= mostRecords) throw new RangeError(`A look-up holds at most ${mostRecords} records`);
  const { tables } = prepareRecords(records.map(({ identity }) => ({ recordId: '', identity })));
  const kinds = new Map<CustomerKind, Customers>();
  for (const table of tables) {
    const { ids, numbers } = numberCustomers(table.inputs, records);
    const options = { customers: numbers, model: model.kinds[table.kind], largestBlock };
    kinds.set(table.kind, { ids, table: createCustomerTable(table, options) });
  }
  return {
    customers: new Set(records.map(({ customerId }) => customerId)).size,
    keys: [...kinds.values()].reduce((sum, { table }) => sum + table.keys, 0),
    findCandidates: (identity) => {
      const asked = prepareAnew(identity);
      const customers = kinds.get(asked.kind);
      return customers === undefined ? [] : findAmong(customers, asked);
    },
  };
}

/** Customers of one kind, and their IDs by number. */
interface Customers {
  readonly ids: readonly string[];
  readonly table: CustomerTable;
}

function findAmong({ ids, table }: Customers, asked: PreparedAlone): FoundCustomer[] {
  const found = table.holdersOf(asked);
  const alone = found.map((customer) => table.score(asked, customer));
  const scores = againstRivals(alone, (one, other) => table.scoreTogether(found[one] ?? 0, found[other] ?? 0));
  return found
    .map((customer, place) => ({ customerId: ids[customer] ?? '', score: scores[place] ?? -Infinity }))
    .sort((a, b) => b.score - a.score || (a.customerId < b.customerId ? -1 : 1));
}

/** Numbers customers by first appearance among these rows, each named by the place of its record. */
function numberCustomers(inputs: Int32Array, records: readonly CustomerRecord[]) {
  const known = new Map<string, number>();
  const numbers = createInt32s(inputs.length);
  for (const [row, input] of inputs.entries()) {
    const customerId = records[input]?.customerId ?? '';
    const number = known.get(customerId) ?? known.size;
    known.set(customerId, number);
    numbers[row] = number;
  }
  return { ids: [...known.keys()], numbers };
}
