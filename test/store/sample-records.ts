/** Customers and records to put into a store: plainly synthetic, another number every time. */
import { randomUUID } from 'node:crypto';
import type { CandidateBounds, StoredCandidate, StoredRecord, StoreUnit } from '../../src/store/store.ts';

export const instant = new Date('2026-01-02T03:04:05.678Z');
export const later = new Date('2026-01-02T04:04:05.678Z');
export const bounds = { customersPerKey: 3, customers: 10, recordsPerCustomer: 5 };

let count = 0;

/** The word with a number that nothing else of this run has. */
export const fresh = (word: string) => `${word}-${(count += 1)}`;

export function recordOf(customerId: string, changes: Partial<StoredRecord> = {}): StoredRecord {
  return {
    recordId: randomUUID(),
    customerId,
    origin: 'source',
    source: 'library',
    sourceRecordId: fresh('reader'),
    assurance: 'source-system',
    profile: 'gb',
    recordedAt: instant,
    contentDigest: 'digest',
    identity: { name: { given: 'Ann', family: 'Sample' } },
    entries: { 'name.given': 'Ann', 'name.family': 'Sample' },
    ...changes,
  };
}

/** A confirmed customer with one record and its link; `changes` are of the record. */
export async function addCustomer(
  unit: StoreUnit,
  keys: readonly string[] = [],
  changes: Partial<StoredRecord> = {},
): Promise<StoredRecord> {
  const record = recordOf(fresh('customer'), changes);
  await unit.addCustomers([{ customerId: record.customerId, status: 'confirmed', createdAt: instant }]);
  await addRecord(unit, record, keys);
  return record;
}

/** One more record of a customer, with its link. */
export async function addRecord(unit: StoreUnit, record: StoredRecord, keys: readonly string[] = []): Promise<void> {
  const { customerId, recordId } = record;
  await unit.addRecords([record]);
  await unit.addLinks([{ recordId, customerId, cause: 'new', evidence: [], modelVersion: 'test-1', createdAt: instant }]);
  await unit.addMatchKeys(keys.map((matchKey) => ({ matchKey, customerId, recordId })));
}

/** The candidates of one look-up. */
export async function candidatesOf(
  unit: StoreUnit,
  keys: readonly string[],
  within: CandidateBounds,
): Promise<readonly StoredCandidate[]> {
  const [found] = await unit.searchCandidates([keys], within);
  return found?.candidates ?? [];
}
