/** SQL for making match keys anew: table `match_key`, and who it is about. */
import type { Connection } from '../driver.ts';
import type { KeyedRecord, RekeyingVerbs } from '../rekeying.ts';
import { insertMatchKeys } from './match-keys.ts';

/** See `RekeyingVerbs`. */
export function rekeyingVerbs(connection: Connection): RekeyingVerbs {
  return {
    keyedRecordsAfter: (recordId, limit) =>
      connection.query<KeyedRecord>(`${keyedRecords} and record_id > $1::uuid order by record_id limit $2::int`, [
        recordId,
        limit,
      ]),
    keyedRecordsIn: (recordIds) =>
      connection.query<KeyedRecord>(`${keyedRecords} and record_id = any($1::uuid[]) order by record_id for no key update`, [
        recordIds,
      ]),
    holdCustomers: (customerIds) => holdCustomers(connection, customerIds),
    addMissingMatchKeys: (keys) => insertMatchKeys(connection, keys, 'on conflict do nothing'),
    keepOnlyMatchKeys: (recordIds, matchKeys) => keepOnlyMatchKeys(connection, recordIds, matchKeys),
  };
}

const keyedRecords = `select record_id as "recordId", customer_id as "customerId", identity from record
  where exists (select 1 from match_key where match_key.record_id = record.record_id)`;

/** Written, not only locked: under REPEATABLE READ a lock that is gone stops nobody who looked before. In one order, as whoever claims customers. */
async function holdCustomers(connection: Connection, customerIds: readonly string[]): Promise<void> {
  await connection.query(
    `update customer set version = customer.version from unnest($1::text[]) as held (customer_id)
     where customer.customer_id = held.customer_id`,
    [[...customerIds].sort()],
  );
}

async function keepOnlyMatchKeys(
  connection: Connection,
  recordIds: readonly string[],
  matchKeys: readonly string[],
): Promise<void> {
  await connection.query(
    `delete from match_key where record_id = any($1::uuid[])
       and not exists (select 1 from unnest($2::text[]) as kept (match_key) where kept.match_key = match_key.match_key)`,
    [recordIds, matchKeys],
  );
}
