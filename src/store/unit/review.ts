/** SQL for doubts and what people decided about them: tables `review_task` and `review_decision`. */
import { StoreError } from '../../protocol/error.ts';
import type { Connection, SqlValue } from '../driver.ts';
import type { NewReviewTask, Page, ReviewPage, ReviewStatus, ReviewVerbs, StoredDecision, StoredReviewTask } from '../review.ts';
import { insertRows } from './insert.ts';
import { withoutNulls } from './without-nulls.ts';

/** See `ReviewVerbs`. */
export function reviewVerbs(connection: Connection): ReviewVerbs {
  return {
    addReviewTasks: (tasks) => addReviewTasks(connection, tasks),
    findReviewTask: async (taskId) => (await findTasks(connection, 'task_id = $1', [taskId]))[0],
    listReviewTasks: (page) => listReviewTasks(connection, page),
    countOpenReviewTasks: () => countOpenReviewTasks(connection),
    claimReviewTask: (taskId, version, status) => claimReviewTask(connection, { taskId, version, status }),
    addDecisions: (decisions) => addDecisions(connection, decisions),
    decisionsOf: (taskId) => findDecisions(connection, 'task_id = $1 order by created_at, decision_id', [taskId]),
    listLabels: (page) => listLabels(connection, page),
  };
}

const reviewTaskColumns =
  'review_task (task_id uuid, record_id uuid, customer_id text, status text, candidates json, created_at timestamptz)';

async function addReviewTasks(connection: Connection, tasks: readonly NewReviewTask[]): Promise<void> {
  const rows = tasks.map((task) => [task.taskId, task.recordId, task.customerId, 'open', task.candidates, task.createdAt]);
  await insertRows(connection, { into: reviewTaskColumns }, rows);
}

/** `condition` is ours, with the values' parameters in it. */
async function findTasks(
  connection: Connection,
  condition: string,
  values: readonly SqlValue[],
): Promise<readonly StoredReviewTask[]> {
  return connection.query<StoredReviewTask>(
    `select task_id as "taskId", record_id as "recordId", customer_id as "customerId", candidates::text as candidates,
       created_at as "createdAt", status, version
     from review_task where ${condition}`,
    values,
  );
}

/** Microseconds are never written, so an instant in milliseconds is a place. */
const afterPlace = (column: string) => `($1::timestamptz is null or (created_at, ${column}) > ($1::timestamptz, $2::uuid))`;

function placeOf({ after, limit }: Page): readonly SqlValue[] {
  return [after?.createdAt ?? null, after?.id ?? null, limit];
}

async function listReviewTasks(connection: Connection, page: ReviewPage): Promise<readonly StoredReviewTask[]> {
  const condition = `${afterPlace('task_id')} and status = $4 order by created_at, task_id limit $3`;
  return findTasks(connection, condition, [...placeOf(page), page.status]);
}

async function countOpenReviewTasks(connection: Connection): Promise<number> {
  const [row] = await connection.query<{ tasks: number }>(`select count(*)::int as tasks from review_task where status = 'open'`);
  return row?.tasks ?? 0;
}

async function claimReviewTask(
  connection: Connection,
  { taskId, version, status }: { readonly taskId: string; readonly version: number; readonly status: ReviewStatus },
): Promise<void> {
  const claimed = await connection.query(
    'update review_task set version = version + 1, status = $3 where task_id = $1 and version = $2 returning 1',
    [taskId, version, status],
  );
  if (claimed.length === 0)
    throw new StoreError('STORE_CONFLICT', 'The task has changed since it was read', { sqlState: '40001' });
}

async function addDecisions(connection: Connection, decisions: readonly StoredDecision[]): Promise<void> {
  const into =
    'review_decision (decision_id uuid, task_id uuid, decision text, candidate_id text, record_id uuid, other_record_ids jsonb, probability double precision, is_final boolean, service text, decided_by text, reason text, created_at timestamptz)';
  const rows = decisions.map((decision) => [
    decision.decisionId,
    decision.taskId,
    decision.decision,
    decision.candidateId ?? null,
    decision.recordId,
    JSON.stringify(decision.otherRecordIds),
    decision.probability ?? null,
    decision.isFinal,
    decision.service,
    decision.decidedBy,
    decision.reason,
    decision.createdAt,
  ]);
  await insertRows(connection, { into }, rows);
}

/** `condition` is ours, with the values' parameters in it. */
async function findDecisions(
  connection: Connection,
  condition: string,
  values: readonly SqlValue[],
): Promise<readonly StoredDecision[]> {
  const rows = await connection.query<StoredDecision>(
    `select decision_id as "decisionId", task_id as "taskId", decision, candidate_id as "candidateId", record_id as "recordId",
       other_record_ids as "otherRecordIds", probability, is_final as "isFinal", service, decided_by as "decidedBy", reason,
       created_at as "createdAt"
     from review_decision where ${condition}`,
    values,
  );
  return rows.map(withoutNulls);
}

async function listLabels(connection: Connection, page: Page): Promise<readonly StoredDecision[]> {
  const condition = `${afterPlace('decision_id')} and is_final order by created_at, decision_id limit $3`;
  return findDecisions(connection, condition, placeOf(page));
}
