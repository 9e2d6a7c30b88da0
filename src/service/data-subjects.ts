/**
 * What people may ask for: everything that is held about them, and that it goes. And retention: records that were kept as long as
 * their source's rule says go the same way. What a law holds stays. The audit trail stays whole: it names customers by digest alone.
 */
import type { CustomerAccess, CustomerExport, ErasureAnswer, ExportedContent } from '../protocol/data-subject.ts';
import type { SourceRetention } from '../store/data-subjects.ts';
import type { EarlierContent, StoredCustomer, StoredRecord, StoreUnit } from '../store/store.ts';
import { digestOfCustomer } from './audit.ts';
import type { ServiceContext } from './context.ts';
import { everyKey } from './keys.ts';
import type { Work } from './customer-changes.ts';
import { viewHistory } from './customer-history.ts';

/** Everything that is held about whoever answers for this ID; undefined where nobody does. */
export async function exportCustomer({ context, unit }: Work, asked: string): Promise<CustomerExport | undefined> {
  const customer = await unit.findSurvivor(asked);
  const history = customer && (await viewHistory(unit, customer.customerId));
  if (customer === undefined || history === undefined) return undefined;
  const { customerId } = customer;
  const [restriction] = await unit.findRestrictions([customerId]);
  const answers = await unit.answersOf(customerId);
  return {
    customerId,
    createdAt: customer.createdAt.toISOString(),
    exportedAt: context.now().toISOString(),
    records: (await unit.recordsOf(customerId)).map(
      ({ origin, source, sourceRecordId, assurance, entries, endedAt, ...record }) => ({
        ...contentOf(record),
        ...{ origin, source, sourceRecordId, assurance, entries },
        ...(endedAt && { endedAt: endedAt.toISOString() }),
      }),
    ),
    formerContent: (await unit.earlierContentOf(customerId)).map(contentOf),
    history,
    answers: answers.map(({ answer, ...one }) => ({ ...one, answer: JSON.parse(answer) as unknown })),
    ...(restriction && {
      restriction: {
        isRestricted: restriction.isRestricted,
        hidesHistory: restriction.hidesHistory,
        setAt: restriction.setAt.toISOString(),
      },
    }),
    accesses: await accessesTo({ context, unit }, [customerId, ...history.mergedIds]),
  };
}

type Content = Pick<StoredRecord, 'recordId' | 'recordedAt' | 'identity'> & Partial<Pick<EarlierContent, 'replacedAt'>>;

function contentOf({ recordId, recordedAt, replacedAt, identity }: Content): ExportedContent {
  const replaced = replacedAt && { replacedAt: replacedAt.toISOString() };
  return { recordId, recordedAt: recordedAt.toISOString(), ...replaced, identity };
}

async function accessesTo({ context, unit }: Work, customerIds: readonly string[]): Promise<readonly CustomerAccess[]> {
  const accesses: CustomerAccess[] = [];
  for (const customerId of customerIds) {
    for (const keys of everyKey(context.keys)) {
      const found = await unit.auditContentNaming(digestOfCustomer(keys, customerId));
      accesses.push(...found.map(accessOf));
    }
  }
  return accesses;
}

/** Without the lists of customers: the others are none of this one's business. */
function accessOf(content: string): CustomerAccess {
  const { written: _, read: __, ...access } = JSON.parse(content) as CustomerAccess & Record<'written' | 'read', unknown>;
  return access;
}

/** Erases what no law holds. The caller knows the customer at this version. */
export async function eraseCustomer({ context, unit }: Work, customer: StoredCustomer): Promise<ErasureAnswer> {
  await unit.claimCustomer(customer.customerId, customer.version);
  const records = await unit.recordsOf(customer.customerId);
  const holds = holdsAmong(await unit.listRetentions());
  const going = records.filter(({ source }) => !holds.has(source));
  await unit.eraseRecords(going.map(({ recordId }) => recordId));
  if (going.length === records.length) await unit.markErased(customer.customerId, context.now());
  const kept = [...holds].flatMap(([source, reason]) => {
    const count = records.filter((record) => record.source === source).length;
    return count === 0 ? [] : [{ source, records: count, reason }];
  });
  return { customerId: customer.customerId, erasedRecords: going.length, kept };
}

function holdsAmong(retentions: readonly SourceRetention[]): ReadonlyMap<string, string> {
  return new Map(
    retentions.flatMap(({ source, holdReason }) => (holdReason === undefined ? [] : [[source, holdReason] as const])),
  );
}

/** So many in a transaction that nobody waits long. */
const recordsAtOnce = 200;
const day = 86_400_000;

/** Erases what was kept as long as its source's rule says; answers how many records that were. */
export async function applyRetention(context: ServiceContext): Promise<number> {
  const retentions = await context.store.singly((unit) => unit.listRetentions());
  let erased = 0;
  for (const { source, keepDays, holdReason } of retentions) {
    if (keepDays === undefined || holdReason !== undefined) continue;
    const before = new Date(context.now().getTime() - keepDays * day);
    for (let count = recordsAtOnce; count === recordsAtOnce; erased += count) {
      count = await context.store.transaction((unit) => eraseOutdated({ context, unit }, source, before));
    }
  }
  return erased;
}

async function eraseOutdated({ context, unit }: Work, source: string, before: Date): Promise<number> {
  const outdated = await unit.findOutdated({ source, before, limit: recordsAtOnce });
  if (outdated.length === 0) return 0;
  await unit.eraseRecords(outdated.map(({ recordId }) => recordId));
  for (const customerId of new Set(outdated.map((record) => record.customerId))) await endIfEmpty({ context, unit }, customerId);
  return outdated.length;
}

async function endIfEmpty({ context, unit }: { context: ServiceContext; unit: StoreUnit }, customerId: string): Promise<void> {
  if ((await unit.recordsOf(customerId)).length === 0) await unit.markErased(customerId, context.now());
}
