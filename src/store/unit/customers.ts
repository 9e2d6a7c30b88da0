/** SQL for customers and the records that make them up: tables `customer` and `record`. */
import type { Connection } from '../driver.ts';
import type {
  CustomerHoldings,
  CustomerRestriction,
  CustomerVerbs,
  EarlierContent,
  KnownRecord,
  NewCustomer,
  RecordOrigin,
  StoredCustomer,
  StoredRecord,
} from '../store.ts';
import { insertRows } from './insert.ts';
import { addNameWords, replaceNameWords } from './search.ts';
import { withoutNulls } from './without-nulls.ts';
import { together } from '../together.ts';

/** Of the table `customer`, or of whatever has its columns. */
export const customerColumns =
  'customer_id as "customerId", status, version, merged_into as "mergedInto", created_at as "createdAt"';

const knownColumns = `record_id as "recordId", customer_id as "customerId", source_record_id as "sourceRecordId", content_digest as "contentDigest"`;
const recordColumns = `${knownColumns}, origin, source, assurance, profile, recorded_at as "recordedAt", identity, entries, ended_at as "endedAt"`;

/** See `CustomerVerbs`. */
export function customerVerbs(connection: Connection): CustomerVerbs {
  return {
    isEmpty: () => isEmpty(connection),
    countCustomers: () => countCustomers(connection),
    addCustomers: (customers) => addCustomers(connection, customers),
    findCustomer: (customerId) => findCustomer(connection, customerId),
    addRecords: (records) => addRecords(connection, records),
    replaceRecord: (record) => replaceRecord(connection, record),
    findSourceRecords: (origin, source, sourceRecordIds) => findSourceRecords(connection, { origin, source, sourceRecordIds }),
    findRecord: async (recordId) => (await findRecords(connection, 'record_id = $1', recordId))[0],
    recordsOf: (customerId) => findRecords(connection, 'customer_id = $1', customerId),
    earlierContentOf: (customerId) => earlierContentOf(connection, customerId),
    holdingsOf: (customerIds, recordsPerCustomer) => holdingsOf(connection, customerIds, recordsPerCustomer),
  };
}

async function isEmpty(connection: Connection): Promise<boolean> {
  const rows = await connection.query('select 1 from customer limit 1');
  return rows.length === 0;
}

async function countCustomers(connection: Connection): Promise<number> {
  const [row] = await connection.query<{ customers: number }>('select count(*)::int as customers from customer');
  return row?.customers ?? 0;
}

async function addCustomers(connection: Connection, customers: readonly NewCustomer[]): Promise<void> {
  const rows = customers.map(({ customerId, status, createdAt }) => [customerId, status, createdAt]);
  await insertRows(connection, { into: 'customer (customer_id text, status text, created_at timestamptz)' }, rows);
}

async function findCustomer(connection: Connection, customerId: string): Promise<StoredCustomer | undefined> {
  const [row] = await connection.query<StoredCustomer>(`select ${customerColumns} from customer where customer_id = $1`, [
    customerId,
  ]);
  return row && withoutNulls(row);
}

async function addRecords(connection: Connection, records: readonly StoredRecord[]): Promise<void> {
  const into =
    'record (record_id uuid, customer_id text, origin text, source text, source_record_id text, assurance text, profile text, recorded_at timestamptz, content_digest text, identity jsonb, entries jsonb)';
  const rows = records.map((record) => [
    record.recordId,
    record.customerId,
    record.origin,
    record.source,
    record.sourceRecordId,
    record.assurance,
    record.profile,
    record.recordedAt,
    record.contentDigest,
    JSON.stringify(record.identity),
    JSON.stringify(record.entries),
  ]);
  await together([insertRows(connection, { into }, rows), addNameWords(connection, records)]);
}

/** The lock comes first, so that the customer answered is the one that the record is with until this transaction ends. */
async function replaceRecord(connection: Connection, record: StoredRecord): Promise<string> {
  const { recordId, recordedAt } = record;
  const [held] = await connection.query<{ customerId: string }>(
    'select customer_id as "customerId" from record where record_id = $1 for no key update',
    [recordId],
  );
  await connection.query(
    `insert into earlier_content (record_id, number, recorded_at, replaced_at, assurance, profile, identity)
     select record_id, coalesce((select max(number) from earlier_content where record_id = $1), 0) + 1,
       recorded_at, $2, assurance, profile, identity
     from record where record_id = $1`,
    [recordId, recordedAt],
  );
  await connection.query(
    `update record set assurance = $2, profile = $3, recorded_at = $4, content_digest = $5, identity = $6, entries = $7, ended_at = null where record_id = $1`,
    [
      recordId,
      record.assurance,
      record.profile,
      recordedAt,
      record.contentDigest,
      JSON.stringify(record.identity),
      JSON.stringify(record.entries),
    ],
  );
  await replaceNameWords(connection, record);
  const customerId = held?.customerId ?? record.customerId;
  await connection.query('update customer set version = version + 1 where customer_id = $1', [customerId]);
  return customerId;
}

async function findSourceRecords(
  connection: Connection,
  wanted: { readonly origin: RecordOrigin; readonly source: string; readonly sourceRecordIds: readonly string[] },
): Promise<readonly KnownRecord[]> {
  return connection.query<KnownRecord>(
    `select ${knownColumns} from record where origin = $1 and source = $2 and source_record_id = any($3::text[])`,
    [wanted.origin, wanted.source, wanted.sourceRecordIds],
  );
}

/** `condition` is ours, with `$1` in it. */
async function findRecords(connection: Connection, condition: string, value: string): Promise<readonly StoredRecord[]> {
  const rows = await connection.query<StoredRecord>(
    `select ${recordColumns} from record where ${condition} order by recorded_at, source, source_record_id`,
    [value],
  );
  return rows.map(withoutNulls);
}

async function earlierContentOf(connection: Connection, customerId: string): Promise<readonly EarlierContent[]> {
  return connection.query<EarlierContent>(
    `select earlier.record_id as "recordId", record.customer_id as "customerId", record.origin, record.source,
       record.source_record_id as "sourceRecordId", record.content_digest as "contentDigest", earlier.assurance, earlier.profile,
       earlier.recorded_at as "recordedAt", earlier.replaced_at as "replacedAt", earlier.identity, '{}'::jsonb as entries
     from record join earlier_content as earlier on earlier.record_id = record.record_id
     where record.customer_id = $1 order by earlier.recorded_at, earlier.record_id, earlier.number`,
    [customerId],
  );
}

type HoldingRow = StoredRecord &
  Pick<StoredCustomer, 'status' | 'version' | 'createdAt'> &
  Omit<CustomerRestriction, 'setAt'> & { readonly setAt?: Date };

async function holdingsOf(
  connection: Connection,
  customerIds: readonly string[],
  recordsPerCustomer: number,
): Promise<readonly CustomerHoldings[]> {
  if (customerIds.length === 0) return [];
  const rows = await connection.query<HoldingRow>(
    `select customer.status, customer.version, customer.created_at as "createdAt", restriction.is_restricted as "isRestricted",
       restriction.hides_history as "hidesHistory", restriction.set_at as "setAt", latest.*
     from unnest($1::text[]) as wanted (customer_id)
     join customer on customer.customer_id = wanted.customer_id
     left join customer_restriction restriction on restriction.customer_id = wanted.customer_id and (is_restricted or hides_history)
     cross join lateral (
       select ${recordColumns} from record where record.customer_id = customer.customer_id
       order by recorded_at desc, record_id limit $2::int
     ) as latest`,
    [customerIds, recordsPerCustomer],
  );
  const holdings = new Map<string, CustomerHoldings & { readonly records: StoredRecord[] }>();
  for (const { status, version, createdAt, isRestricted, hidesHistory, setAt, ...record } of rows.map(withoutNulls)) {
    const { customerId } = record;
    const known = holdings.get(customerId);
    if (known === undefined)
      holdings.set(customerId, {
        customer: { customerId, status, version, createdAt },
        records: [record],
        ...(setAt && { restriction: { customerId, isRestricted, hidesHistory, setAt } }),
      });
    else known.records.push(record);
  }
  return [...holdings.values()];
}
