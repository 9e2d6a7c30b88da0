/** SQL for export, erasure and retention: table `source_retention`, and what hangs on a record in every other. */
import type { Connection } from '../driver.ts';
import type { DataSubjectVerbs, OutdatedRecord, SourceRetention } from '../data-subjects.ts';
import { withoutNulls } from './without-nulls.ts';

/** See `DataSubjectVerbs`. */
export function dataSubjectVerbs(connection: Connection): DataSubjectVerbs {
  return {
    answersOf: (customerId) =>
      connection.query(
        `select submission.service, case_reference as "caseReference", answer::text as answer
         from record join submission on submission.record_id = record.record_id
         where record.customer_id = $1 order by submission.created_at, submission.service, case_reference`,
        [customerId],
      ),
    auditContentNaming: (digest) => auditContentNaming(connection, digest),
    eraseRecords: (recordIds) => eraseRecords(connection, recordIds),
    markErased: (customerId, at) => markErased(connection, customerId, at),
    setRetention: (retention) => setRetention(connection, retention),
    listRetentions: () => listRetentions(connection),
    findOutdated: ({ source, before, limit }) =>
      connection.query<OutdatedRecord>(
        `select record_id as "recordId", customer_id as "customerId" from record
         where source = $1 and (ended_at <= $2 or (origin <> 'source' and recorded_at <= $2)) order by record_id limit $3::int`,
        [source, before, limit],
      ),
  };
}

/** A digest is 22 characters of base64url: nothing in it that a pattern would read as its own. */
async function auditContentNaming(connection: Connection, digest: string): Promise<readonly string[]> {
  const rows = await connection.query<{ content: string }>(
    `select content::text as content from audit_entry where position($1 in content::text) > 0 order by content->>'at', chain, number`,
    [`"${digest}"`],
  );
  return rows.map(({ content }) => content);
}

/**
 * In the order of their references, each before what it refers to. Words of names go with their record. The records are locked first:
 * whoever gives them new keys at the same moment is done before those go.
 */
const erasures = [
  'select record_id from record where record_id = any($1::uuid[]) order by record_id for update',
  `delete from review_decision where record_id = any($1::uuid[])
     or task_id in (select task_id from review_task where record_id = any($1::uuid[]))`,
  'delete from review_task where record_id = any($1::uuid[])',
  'delete from ruling where left_record_id = any($1::uuid[]) or right_record_id = any($1::uuid[])',
  'delete from link where record_id = any($1::uuid[])',
  'delete from submission where record_id = any($1::uuid[])',
  'delete from match_key where record_id = any($1::uuid[])',
  'delete from earlier_content where record_id = any($1::uuid[])',
  'delete from record where record_id = any($1::uuid[])',
];

async function eraseRecords(connection: Connection, recordIds: readonly string[]): Promise<void> {
  for (const erasure of erasures) await connection.query(erasure, [recordIds]);
}

async function markErased(connection: Connection, customerId: string, at: Date): Promise<void> {
  await connection.query('update customer set erased_at = $2, version = version + 1 where customer_id = $1', [customerId, at]);
  await connection.query('delete from customer_restriction where customer_id = $1', [customerId]);
}

async function setRetention(connection: Connection, { source, keepDays, holdReason, setAt }: SourceRetention): Promise<void> {
  await connection.query(
    `insert into source_retention (source, keep_days, hold_reason, set_at) values ($1, $2, $3, $4)
     on conflict (source) do update
     set keep_days = excluded.keep_days, hold_reason = excluded.hold_reason, set_at = excluded.set_at`,
    [source, keepDays ?? null, holdReason ?? null, setAt],
  );
}

async function listRetentions(connection: Connection): Promise<readonly SourceRetention[]> {
  const rows = await connection.query<SourceRetention>(
    'select source, keep_days as "keepDays", hold_reason as "holdReason", set_at as "setAt" from source_retention order by source',
  );
  return rows.map(withoutNulls);
}
