/** SQL for settled cases and open doubts: tables `submission` and `review_task`. */
import type { Connection } from '../driver.ts';
import type { StoredReviewTask, StoredSubmission, SubmissionVerbs } from '../store.ts';
import { insertRows } from './insert.ts';

/** See `SubmissionVerbs`. */
export function submissionVerbs(connection: Connection): SubmissionVerbs {
  return {
    findSubmission: (service, caseReference) => findSubmission(connection, service, caseReference),
    addSubmission: (submission) => addSubmission(connection, submission),
    addReviewTasks: (tasks) => addReviewTasks(connection, tasks),
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
  await connection.query(
    `insert into submission (service, case_reference, content_digest, customer_id, record_id, altered_fields, answer, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      submission.service,
      submission.caseReference,
      submission.contentDigest,
      submission.customerId,
      submission.recordId,
      JSON.stringify(submission.alteredFields),
      submission.answer,
      submission.createdAt,
    ],
  );
}

async function addReviewTasks(connection: Connection, tasks: readonly StoredReviewTask[]): Promise<void> {
  const rows = tasks.map((task) => [task.taskId, task.recordId, task.customerId, 'open', task.candidates, task.createdAt]);
  await insertRows(connection, { into: 'review_task (task_id, record_id, customer_id, status, candidates, created_at)' }, rows);
}
