/**
 * Loading a source system's whole file in batches: what is here already and unchanged is passed over quickly, so that a load that
 * was cut off carries on where it stopped, and a second load of the same file changes nothing.
 */
import type { ServiceContext } from './context.ts';
import { findKnown, isUnchanged, linkRecords, nameOf } from './load-records.ts';
import type { ReadRecord } from './read-legacy-record.ts';

/** How many records were new, said something else than before, or were here as they are. */
export interface BatchCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Loads one batch. No two of its records are the same one. */
export async function loadBatch(context: ServiceContext, records: readonly ReadRecord[]): Promise<BatchCounts> {
  const known = await context.store.transaction(async (unit) => {
    const found = await findKnown(unit, records);
    const same = records.flatMap((record) => {
      const earlier = found.get(nameOf(record));
      return earlier !== undefined && isUnchanged(record, earlier) ? [earlier.recordId] : [];
    });
    if (same.length > 0) await unit.resumeRecords(same);
    return found;
  });
  const fresh = records.filter((record) => !isUnchanged(record, known.get(nameOf(record))));
  if (fresh.length > 0) await linkRecords(context, fresh);
  const changed = fresh.filter((record) => known.has(nameOf(record))).length;
  return { added: fresh.length - changed, changed, unchanged: records.length - fresh.length };
}

export interface Disappeared {
  /** Records of the source that have not ended. */
  readonly current: number;
  readonly recordIds: readonly string[];
}

/** Records of a source that its whole file no longer has. `present` holds the numbers of those that it has. */
export async function findDisappeared(
  context: ServiceContext,
  source: string,
  present: ReadonlySet<string>,
): Promise<Disappeared> {
  const recordIds: string[] = [];
  let current = 0;
  for (let after = ''; ;) {
    const page = await context.store.transaction((unit) => unit.currentRecordsOf(source, { after, limit: pageSize }));
    current += page.length;
    recordIds.push(...page.filter(({ sourceRecordId }) => !present.has(sourceRecordId)).map(({ recordId }) => recordId));
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return { current, recordIds };
    after = last.sourceRecordId;
  }
}

/** Ends them, so many in a transaction that nobody waits long. */
export async function endDisappeared(context: ServiceContext, { recordIds }: Disappeared): Promise<void> {
  for (let start = 0; start < recordIds.length; start += pageSize) {
    const chunk = recordIds.slice(start, start + pageSize);
    await context.store.transaction((unit) => unit.endRecords(chunk, context.now()));
  }
}

const pageSize = 2_000;
