/** SQL for links and for who answers for whom: tables `link` and `customer`. Changes and rulings are in changes.ts. */
import { StoreError } from '../../protocol/error.ts';
import type { Connection } from '../driver.ts';
import type { FirstLink, HistoryVerbs, MoveTarget, StoredLink } from '../history.ts';
import type { StoredCustomer } from '../store.ts';
import { changeVerbs } from './changes.ts';
import { customerColumns } from './customers.ts';
import { insertRows } from './insert.ts';
import { inheritRestrictions } from './search.ts';
import { withoutNulls } from './without-nulls.ts';

/** See `HistoryVerbs`. */
export function historyVerbs(connection: Connection): HistoryVerbs {
  return {
    findSurvivor: (customerId) => findSurvivor(connection, customerId),
    mergedIdsOf: (customerId) => mergedIdsOf(connection, customerId),
    claimCustomer: (customerId, version) => claimCustomers(connection, new Map([[customerId, version]])),
    claimCustomers: (versions) => claimCustomers(connection, versions),
    confirmCustomer: async (customerId) => {
      await connection.query(`update customer set status = 'confirmed' where customer_id = $1`, [customerId]);
    },
    setSurvivor: async (customerId, survivor) => {
      await connection.query('update customer set merged_into = $2 where customer_id = $1', [customerId, survivor ?? null]);
    },
    customerOf: (recordId) => customerOf(connection, recordId),
    customersOf: (recordIds) => customersOf(connection, recordIds),
    addLinks: (links) => addLinks(connection, links),
    moveRecords: (recordIds, to) => moveRecords(connection, recordIds, to),
    vouchFor: async (recordIds, isVouchedFor) => {
      await connection.query('update record set vouched_for = $2 where record_id = any($1::uuid[])', [recordIds, isVouchedFor]);
    },
    linksOf: (customerId) => linksOf(connection, customerId),
    ...changeVerbs(connection),
  };
}

async function findSurvivor(connection: Connection, customerId: string): Promise<StoredCustomer | undefined> {
  const [row] = await connection.query<StoredCustomer>(
    `with recursive answering as (
       select customer_id, status, version, merged_into, created_at, erased_at from customer where customer_id = $1
       union all
       select next.customer_id, next.status, next.version, next.merged_into, next.created_at, next.erased_at
       from answering join customer as next on next.customer_id = answering.merged_into
     )
     select ${customerColumns} from answering where merged_into is null and erased_at is null`,
    [customerId],
  );
  return row && withoutNulls(row);
}

async function mergedIdsOf(connection: Connection, customerId: string): Promise<readonly string[]> {
  const rows = await connection.query<{ customerId: string }>(
    `with recursive merged as (
       select customer_id from customer where merged_into = $1
       union all
       select customer.customer_id from merged join customer on customer.merged_into = merged.customer_id
     )
     select customer_id as "customerId" from merged order by customer_id`,
    [customerId],
  );
  return rows.map((row) => row.customerId);
}

async function claimCustomers(connection: Connection, versions: ReadonlyMap<string, number>): Promise<void> {
  if (versions.size === 0) return;
  // In one order, or two that claim the same customers would wait for each other.
  const wanted = [...versions].sort(([a], [b]) => (a < b ? -1 : 1));
  const claimed = await connection.query(
    `update customer set version = customer.version + 1
     from unnest($1::text[], $2::int[]) as wanted (customer_id, version)
     where customer.customer_id = wanted.customer_id and customer.version = wanted.version and merged_into is null returning 1`,
    [wanted.map(([customerId]) => customerId), wanted.map(([, version]) => version)],
  );
  // The SQLSTATE of a failed serialisation, which this is: the transaction is run again by whoever runs transactions.
  if (claimed.length < versions.size)
    throw new StoreError('STORE_CONFLICT', 'The customer has changed since it was read', { sqlState: '40001' });
}

async function customerOf(connection: Connection, recordId: string): Promise<string | undefined> {
  const [row] = await connection.query<{ customerId: string }>(
    'select customer_id as "customerId" from record where record_id = $1',
    [recordId],
  );
  return row?.customerId;
}

async function customersOf(connection: Connection, recordIds: readonly string[]): Promise<readonly string[]> {
  const rows = await connection.query<{ customerId: string }>(
    'select distinct customer_id as "customerId" from record where record_id = any($1::uuid[])',
    [recordIds],
  );
  return rows.map(({ customerId }) => customerId);
}

async function addLinks(connection: Connection, links: readonly FirstLink[]): Promise<void> {
  const rows = links.map((link) => [
    link.recordId,
    1,
    link.customerId,
    link.cause,
    link.weight ?? null,
    JSON.stringify(link.evidence),
    link.modelVersion,
    link.createdAt,
  ]);
  const into =
    'link (record_id uuid, number integer, customer_id text, cause text, weight double precision, evidence json, model_version text, created_at timestamptz)';
  await insertRows(connection, { into }, rows);
}

/** The records first: whoever replaces one at the same moment holds its row, and adds its keys before this goes on to them. */
async function moveRecords(connection: Connection, recordIds: readonly string[], to: MoveTarget): Promise<void> {
  await connection.query('select record_id from record where record_id = any($1::uuid[]) order by record_id for no key update', [
    recordIds,
  ]);
  await connection.query(
    `insert into link (record_id, number, customer_id, previous_customer_id, cause, change_id, evidence, model_version, created_at)
     select record.record_id, coalesce((select max(number) from link where link.record_id = record.record_id), 0) + 1,
       $2, record.customer_id, $3, $4, '[]', $5, $6
     from record where record.record_id = any($1::uuid[])`,
    [recordIds, to.customerId, to.cause, to.changeId, to.modelVersion, to.createdAt],
  );
  await inheritRestrictions(connection, recordIds, to.customerId);
  await connection.query('update record set customer_id = $2 where record_id = any($1::uuid[])', [recordIds, to.customerId]);
  await connection.query('update match_key set customer_id = $2 where record_id = any($1::uuid[])', [recordIds, to.customerId]);
}

async function linksOf(connection: Connection, customerId: string): Promise<readonly StoredLink[]> {
  const rows = await connection.query<StoredLink>(
    `select link.record_id as "recordId", number, link.customer_id as "customerId", previous_customer_id as "previousCustomerId",
       cause, change_id as "changeId", weight, evidence, model_version as "modelVersion", created_at as "createdAt"
     from link
     where link.record_id in (
       select record_id from record where customer_id = $1
       union
       select moved.record_id from customer_change
       join link as moved on moved.change_id = customer_change.change_id
       where customer_change.customer_id = $1 or customer_change.other_customer_id = $1
     )
     order by created_at, number, record_id`,
    [customerId],
  );
  return rows.map(withoutNulls);
}
