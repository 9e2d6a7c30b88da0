/** One customer as a caseworker's system sees it: every value with its assurance, source and date, and which of them to go by. */
import type { CustomerView } from '../protocol/records.ts';
import type { EarlierContent, StoredRecord } from '../store/store.ts';
import { addressPeriods, bestValues, valuesOf } from './best-values.ts';
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
    const current = await unit.recordsOf(customerId);
    const visible = visibleRecords<StoredRecord | EarlierContent>(context, caller, {
      records: [...current, ...(await unit.earlierContentOf(customerId))],
      restriction,
    });
    const records = visible.filter((record) => !('replacedAt' in record));
    return {
      customerId,
      version,
      status,
      createdAt: createdAt.toISOString(),
      values: records.flatMap(valuesOf),
      best: bestValues(records),
      addresses: addressPeriods(visible),
    };
  });
}
