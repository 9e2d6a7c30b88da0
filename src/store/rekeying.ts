/** Verbs for making match keys anew: who has keys, and which. Part of `StoreUnit`; see store.ts. */
import type { Identity } from '../standard/identity.ts';
import type { StoredMatchKey } from './store.ts';

export interface RekeyingVerbs {
  /** Records that have match keys, by ID, those after `recordId` first. */
  keyedRecordsAfter(recordId: string, limit: number): Promise<readonly KeyedRecord[]>;
  /** Those of the records that still have match keys, as they are now and will be until this transaction ends. */
  keyedRecordsIn(recordIds: readonly string[]): Promise<readonly KeyedRecord[]>;
  /** Changes nothing of the customers, but keeps everybody else from doing so until this transaction ends, and those from going on who read them before. */
  holdCustomers(customerIds: readonly string[]): Promise<void>;
  /** Those that are there already stay. */
  addMissingMatchKeys(keys: readonly StoredMatchKey[]): Promise<void>;
  /** Of these records' keys only these stay. */
  keepOnlyMatchKeys(recordIds: readonly string[], matchKeys: readonly string[]): Promise<void>;
}

export interface KeyedRecord {
  readonly recordId: string;
  readonly customerId: string;
  readonly identity: Identity;
}
