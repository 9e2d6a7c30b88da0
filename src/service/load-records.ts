/**
 * Loading records of source systems. Into an empty index all at once, clustered as a batch; into a filled one a few hundred
 * at a time, each linked as any other person seen. The same record again changes nothing, a changed one replaces its values and stays with its customer.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import type { RecordResult, RecordsAnswer, RecordsRequest } from '../protocol/records.ts';
import type { KnownRecord, StoreUnit } from '../store/store.ts';
import { todayOf, type ServiceContext } from './context.ts';
import { createCustomerId } from './customer-id.ts';
import { keysOf, linkPeople } from './link.ts';
import { matchablePart } from './matchable.ts';
import { readLegacyRecord, type LoadSettings, type ReadRecord } from './read-legacy-record.ts';
import { createRecordId } from './record-id.ts';
import type { Service } from './registry.ts';

/** Records linked in one transaction: few enough that a resident's submission never waits long for their keys. */
const recordsPerTransaction = 250;

/** From so many records on, the database's statistics of its tables are of another index. */
const largeLoad = 1_000;

export interface LoadCall {
  readonly service: Service;
  readonly request: RecordsRequest;
}

/** Loads them; a repeat after a failure half-way carries on where that stopped. */
export async function loadRecords(context: ServiceContext, { service, request }: LoadCall): Promise<RecordsAnswer> {
  const { profile } = service;
  const loadedAt = context.now();
  const records = await readAll(context, request, {
    source: request.source,
    profile,
    today: todayOf(profile.id, loadedAt),
    loadedAt,
    purposes: Object.keys(service.purposes),
  });
  const customerIds = await linkRecords(context, records);
  const results = records.map(({ seen, leftOut }, index): RecordResult => ({
    recordId: seen.sourceRecordId,
    customerId: customerIds[index] ?? '',
    warnings: leftOut,
  }));
  return { results, customers: await context.store.transaction((unit) => unit.countCustomers()) };
}

/** Links records that were read; answers the customer of each. Into an empty index they go as one batch, clustered. */
export async function linkRecords(context: ServiceContext, records: readonly ReadRecord[]): Promise<readonly string[]> {
  const first = await loadFirst(context, records);
  if (first === undefined) return linkInTurn(context, records);
  if (records.length >= largeLoad) await context.store.singly((unit) => unit.refreshStatistics());
  return first;
}

async function readAll(context: ServiceContext, request: RecordsRequest, settings: LoadSettings): Promise<readonly ReadRecord[]> {
  const read: ReadRecord[] = [];
  for (const { fields, ...record } of request.records) {
    read.push(readLegacyRecord(context, { ...record, columns: fields }, settings));
    // Other callers are answered between the records of a long load.
    if (read.length % 100 === 0) await breathe();
  }
  return read;
}

/** Undefined where the index is not empty. The locks of all keys are held before it is looked at, so nobody slips in between. */
async function loadFirst(context: ServiceContext, records: readonly ReadRecord[]): Promise<readonly string[] | undefined> {
  if (!(await context.store.transaction((unit) => unit.isEmpty()))) return undefined;
  const clusters = context.matching.clusterRecords(
    records.map(({ seen, purposes }) => matchablePart(context.policy, seen.identity, { source: seen.source, purposes })),
    { sources: records.map(({ seen }) => seen.source) },
  );
  const ids = new Map([...new Set(clusters)].map((cluster) => [cluster, createCustomerId(context.registry.authority)]));
  const customerIds = clusters.map((cluster) => ids.get(cluster) ?? '');
  return context.store.transaction(async (unit) => {
    await unit.lockKeys(records.flatMap(({ matchKeys }) => matchKeys));
    if (!(await unit.isEmpty())) return undefined;
    const createdAt = context.now();
    await unit.addCustomers([...ids.values()].map((customerId) => ({ customerId, status: 'confirmed', createdAt })));
    const added = records.map(({ seen }, index) => ({
      ...seen,
      recordId: createRecordId(createdAt),
      customerId: customerIds[index] ?? '',
    }));
    await unit.addRecords(added);
    const { modelVersion } = context.matching;
    await unit.addLinks(
      added.map(({ recordId, customerId }) => ({
        recordId,
        customerId,
        cause: 'first-load',
        evidence: [],
        modelVersion,
        createdAt,
      })),
    );
    await unit.addMatchKeys(
      added.flatMap(({ recordId, customerId }, index) =>
        (records[index]?.matchKeys ?? []).map((matchKey) => ({ matchKey, recordId, customerId })),
      ),
    );
    return customerIds;
  });
}

async function linkInTurn(context: ServiceContext, records: readonly ReadRecord[]): Promise<readonly string[]> {
  const customerIds: string[] = [];
  for (let start = 0; start < records.length; start += recordsPerTransaction) {
    const chunk = records.slice(start, start + recordsPerTransaction);
    customerIds.push(...(await context.store.transaction((unit) => linkChunk(context, unit, chunk))));
  }
  return customerIds;
}

async function linkChunk(context: ServiceContext, unit: StoreUnit, chunk: readonly ReadRecord[]): Promise<readonly string[]> {
  await unit.lockKeys(chunk.flatMap(({ matchKeys }) => matchKeys));
  const known = await findKnown(unit, chunk);
  if (known.size > 0) await unit.resumeRecords([...known.values()].map(({ recordId }) => recordId));
  const fresh = chunk.filter((record) => !known.has(nameOf(record)));
  const linked = await linkPeople(context, unit, fresh);
  const customerIds = new Map(fresh.map((record, index) => [record, linked[index]?.customerId ?? '']));
  for (const record of chunk) {
    const earlier = known.get(nameOf(record));
    if (earlier !== undefined) customerIds.set(record, await refresh(unit, record, earlier));
  }
  return chunk.map((record) => customerIds.get(record) ?? '');
}

/** Those of the records that are here already, by {@link nameOf}. */
export async function findKnown(unit: StoreUnit, chunk: readonly ReadRecord[]): Promise<ReadonlyMap<string, KnownRecord>> {
  const known = new Map<string, KnownRecord>();
  for (const source of new Set(chunk.map(({ seen }) => seen.source))) {
    const ids = chunk.filter(({ seen }) => seen.source === source).map(({ seen }) => seen.sourceRecordId);
    for (const record of await unit.findSourceRecords('source', source, ids)) {
      known.set(JSON.stringify([source, record.sourceRecordId]), record);
    }
  }
  return known;
}

/** Source and its own number, as one text. */
export function nameOf({ seen }: ReadRecord): string {
  return JSON.stringify([seen.source, seen.sourceRecordId]);
}

/** Whether the record says what it said when it was last loaded. */
export function isUnchanged({ contentDigests }: ReadRecord, earlier: KnownRecord | undefined): boolean {
  return earlier !== undefined && contentDigests.includes(earlier.contentDigest);
}

async function refresh(unit: StoreUnit, record: ReadRecord, earlier: KnownRecord): Promise<string> {
  if (isUnchanged(record, earlier)) return earlier.customerId;
  const { seen, matchKeys } = record;
  const { recordId } = earlier;
  const customerId = await unit.replaceRecord({ ...seen, recordId, customerId: earlier.customerId });
  await unit.removeMatchKeys(recordId);
  await unit.addMatchKeys(keysOf({ ...seen, recordId, customerId }, matchKeys));
  return customerId;
}
