/** One customer as a caseworker's system sees it: every value with its assurance, source and date; nothing is chosen among them. */
import type { CustomerValue, CustomerView } from '../protocol/records.ts';
import { fieldsByName } from '../standard/fields/all-fields.ts';
import type { StoredRecord } from '../store/store.ts';
import type { Caller } from './caller.ts';
import type { ServiceContext } from './context.ts';
import { visibleRecords } from './visible-records.ts';

/** The customer that answers for this canonical ID, as far as this caller may see; undefined where there is none. */
export async function viewCustomer(context: ServiceContext, caller: Caller, asked: string): Promise<CustomerView | undefined> {
  return context.store.transaction(async (unit) => {
    const customer = await unit.findSurvivor(asked);
    if (customer === undefined) return undefined;
    const { customerId, version, status, createdAt } = customer;
    const [restriction] = await unit.findRestrictions([customerId]);
    const records = visibleRecords(context, caller, { records: await unit.recordsOf(customerId), restriction });
    return { customerId, version, status, createdAt: createdAt.toISOString(), values: records.flatMap(valuesOf) };
  });
}

/** Every value that the record holds. */
export function valuesOf(record: StoredRecord): readonly CustomerValue[] {
  return Object.values(fieldsByName).flatMap(({ name, key }) => {
    const value = record.identity[key];
    if (value === undefined) return [];
    const { assurance, source, sourceRecordId, recordedAt } = record;
    return [{ field: name, value, assurance, source, recordId: sourceRecordId, recordedAt: recordedAt.toISOString() }];
  });
}
