/** SQL for what a source system's load needs beside adding and replacing records: what is there, and what has ended. Table `record`. */
import type { Connection } from '../driver.ts';
import type { LoadingVerbs, SourcePage } from '../store.ts';

/** See `LoadingVerbs`. */
export function loadingVerbs(connection: Connection): LoadingVerbs {
  return {
    currentRecordsOf: (source, page) => currentRecordsOf(connection, source, page),
    endRecords: (recordIds, at) => endRecords(connection, recordIds, at),
    resumeRecords: (recordIds) => resumeRecords(connection, recordIds),
    refreshStatistics: () => connection.script('vacuum (analyze) customer, record, match_key, name_word, link, key_lock'),
  };
}

async function currentRecordsOf(
  connection: Connection,
  source: string,
  { after, limit }: SourcePage,
): ReturnType<LoadingVerbs['currentRecordsOf']> {
  return connection.query(
    `select record_id as "recordId", source_record_id as "sourceRecordId" from record
     where origin = 'source' and source = $1 and source_record_id > $2 and ended_at is null
     order by source_record_id limit $3::int`,
    [source, after, limit],
  );
}

const bumpCustomers = `update customer set version = version + 1
  where customer_id in (select customer_id from record where record_id = any($1::uuid[]))`;

async function endRecords(connection: Connection, recordIds: readonly string[], at: Date): Promise<void> {
  await connection.query('update record set ended_at = $2 where record_id = any($1::uuid[])', [recordIds, at]);
  await connection.query(bumpCustomers, [recordIds]);
}

async function resumeRecords(connection: Connection, recordIds: readonly string[]): Promise<readonly string[]> {
  const resumed = await connection.query<{ recordId: string }>(
    `update record set ended_at = null where record_id = any($1::uuid[]) and ended_at is not null returning record_id as "recordId"`,
    [recordIds],
  );
  const resumedIds = resumed.map(({ recordId }) => recordId);
  if (resumedIds.length > 0) await connection.query(bumpCustomers, [resumedIds]);
  return resumedIds;
}
