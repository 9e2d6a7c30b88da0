/** SQL for settled cases: table `submission`. */
import type { Connection } from '../driver.ts';
import { insertRows } from './insert.ts';
import type { StoredCase, StoredSubmission, SubmissionVerbs } from '../store.ts';

/** See `SubmissionVerbs`. */
export function submissionVerbs(connection: Connection): SubmissionVerbs {
  return {
    findSubmission: (service, caseReference) => findSubmission(connection, service, caseReference),
    addSubmission: (submission) => addSubmission(connection, submission),
    casesOf: (customerId) => casesOf(connection, customerId),
  };
}

async function findSubmission(
  connection: Connection,
  service: string,
  caseReference: string,
): Promise<StoredSubmission | undefined> {
  const [row] = await connection.query<StoredSubmission>(
    `select service, case_reference as "caseReference", content_digest as "contentDigest", customer_id as "customerId",
       record_id as "recordId", altered_fields as "alteredFields", answer::text as answer, created_at as "createdAt"
     from submission where service = $1 and case_reference = $2`,
    [service, caseReference],
  );
  return row;
}

async function addSubmission(connection: Connection, submission: StoredSubmission): Promise<void> {
  const into =
    'submission (service text, case_reference text, content_digest text, customer_id text, record_id uuid, altered_fields jsonb, answer json, created_at timestamptz)';
  const row = [
    submission.service,
    submission.caseReference,
    submission.contentDigest,
    submission.customerId,
    submission.recordId,
    JSON.stringify(submission.alteredFields),
    submission.answer,
    submission.createdAt,
  ];
  await insertRows(connection, { into }, [row]);
}

async function casesOf(connection: Connection, customerId: string): Promise<readonly StoredCase[]> {
  return connection.query<StoredCase>(
    `select submission.service, case_reference as "caseReference", submission.customer_id as "customerId",
       submission.record_id as "recordId", created_at as "createdAt"
     from record join submission on submission.record_id = record.record_id
     where record.customer_id = $1 order by created_at, submission.service, case_reference`,
    [customerId],
  );
}
