/** `/v1/review-tasks`: doubts that people settle, and `/v1/review-labels`: what they said, for evaluation. */
import {
  reviewDecisionAnswerSchema,
  reviewDecisionRequestSchema,
  reviewLabelListSchema,
  reviewTaskListSchema,
  reviewTaskRequestSchema,
  reviewTaskSchema,
} from '../../protocol/review-schemas.ts';
import type { ReviewLabel } from '../../protocol/review.ts';
import type { StoredDecision } from '../../store/review.ts';
import { authorOf } from '../author.ts';
import { parseCustomerId } from '../customer-id.ts';
import { cut, longestPage, readPage } from '../place.ts';
import { problem } from '../problem.ts';
import { checkShape } from '../request-shape.ts';
import { decideReviewTask } from '../review-decision.ts';
import { openTask, summariseTask, viewTask } from '../review-task.ts';
import { answer, readJson, type Route } from '../route.ts';

const access = { kind: 'trusted', permission: 'review' } as const;
const timeLimit = 10_000;
const limit = 16 * 1024;
const pageQuery = {
  after: 'The `next` of the page before.',
  limit: `How many at most, up to ${longestPage}; 50 unless told.`,
};
const pageRefused = problem('request-invalid', { detail: `"limit" is 1 to ${longestPage}, "after" the "next" of a page.` });
const taskId = 'As the list has it.';

export const reviewTasksRoute: Route = {
  method: 'GET',
  path: '/v1/review-tasks',
  access,
  timeLimit,
  description: {
    operationId: 'listReviewTasks',
    summary: 'Doubts that wait for a person, oldest first; or those that are settled.',
    answer: { status: 200, name: 'ReviewTaskList', schema: reviewTaskListSchema },
    problems: ['request-invalid'],
    query: { status: '"open" (unless told) or "settled".', ...pageQuery },
  },
  handle: async (call, context) => {
    const { status = 'open' } = call.query;
    const page = readPage(call.query);
    if (page === undefined || (status !== 'open' && status !== 'settled')) return pageRefused;
    return context.store.transaction(async (unit) => {
      const stored = await unit.listReviewTasks({ ...page, limit: page.limit + 1, status });
      const { rows, next } = cut(stored, page.limit, ({ createdAt, taskId: id }) => ({ createdAt, id }));
      const tasks = [];
      for (const task of rows) tasks.push(await summariseTask(unit, task));
      return answer(200, { tasks, open: await unit.countOpenReviewTasks(), ...(next === undefined ? {} : { next }) });
    });
  },
};

export const reviewTaskRoute: Route = {
  method: 'GET',
  path: '/v1/review-tasks/{taskId}',
  access,
  timeLimit,
  description: {
    operationId: 'viewReviewTask',
    summary: 'One doubt: the record, whom it may be, and what each field says for and against.',
    answer: { status: 200, name: 'ReviewTask', schema: reviewTaskSchema },
    problems: ['task-unknown'],
    parameters: { taskId },
  },
  handle: async (call, context) => {
    const { caller } = call;
    const id = readUuid(call.parameters['taskId']);
    if (caller === undefined || id === undefined) return problem('task-unknown');
    const task = await context.store.transaction((unit) => viewTask({ context, unit, caller }, id));
    return task ? answer(200, task) : problem('task-unknown');
  },
};

export const openReviewTaskRoute: Route = {
  method: 'POST',
  path: '/v1/review-tasks',
  access,
  timeLimit,
  body: { schemas: { 'application/json': { name: 'ReviewTaskRequest', schema: reviewTaskRequestSchema } }, limit },
  description: {
    operationId: 'openReviewTask',
    summary: 'Opens a doubt by hand: two customers that somebody takes for one person.',
    answer: { status: 201, name: 'ReviewTask', schema: reviewTaskSchema },
    problems: ['customer-unknown', 'candidate-unknown', 'reason-missing'],
  },
  handle: async (call, context) => {
    const { caller } = call;
    const by = authorOf(call);
    if ('kind' in by || caller === undefined) return problem('reason-missing');
    const checked = checkShape(reviewTaskRequestSchema, readJson(call.body));
    if (!checked.ok) return problem('request-invalid', { issues: checked.issues });
    const [left, right] = checked.value.customerIds.map(parseCustomerId);
    if (left === undefined || right === undefined) return problem('customer-unknown');
    const task = await context.store.transaction((unit) => openTask({ context, unit, caller }, [left, right]));
    return 'kind' in task ? task : answer(201, task);
  },
};

export const decideReviewTaskRoute: Route = {
  method: 'POST',
  path: '/v1/review-tasks/{taskId}/decisions',
  access,
  timeLimit,
  body: { schemas: { 'application/json': { name: 'ReviewDecisionRequest', schema: reviewDecisionRequestSchema } }, limit },
  description: {
    operationId: 'decideReviewTask',
    summary:
      'Says that they are one person, two people, or that nobody can tell. Confirmed customers are merged by two people only.',
    answer: { status: 200, name: 'ReviewDecisionAnswer', schema: reviewDecisionAnswerSchema },
    problems: [
      'task-unknown',
      'task-settled',
      'task-changed',
      'candidate-unknown',
      'second-person-required',
      'ruled-apart',
      'reason-missing',
    ],
    parameters: { taskId },
  },
  handle: async (call, context) => {
    const by = authorOf(call);
    if ('kind' in by) return by;
    const checked = checkShape(reviewDecisionRequestSchema, readJson(call.body));
    if (!checked.ok) return problem('request-invalid', { issues: checked.issues });
    const id = readUuid(call.parameters['taskId']);
    if (id === undefined) return problem('task-unknown');
    const deciding = { taskId: id, request: checked.value, by };
    const decided = await context.store.transaction((unit) => decideReviewTask({ context, unit }, deciding));
    return 'kind' in decided ? decided : answer(200, decided);
  },
};

export const reviewLabelsRoute: Route = {
  method: 'GET',
  path: '/v1/review-labels',
  access,
  timeLimit,
  description: {
    operationId: 'listReviewLabels',
    summary: 'What people decided, as labels to evaluate matching by: record IDs, no personal data. Oldest first.',
    answer: { status: 200, name: 'ReviewLabelList', schema: reviewLabelListSchema },
    problems: ['request-invalid'],
    query: pageQuery,
  },
  handle: async (call, context) => {
    const page = readPage(call.query);
    if (page === undefined) return pageRefused;
    const stored = await context.store.transaction((unit) => unit.listLabels({ ...page, limit: page.limit + 1 }));
    const { rows, next } = cut(stored, page.limit, ({ createdAt, decisionId: id }) => ({ createdAt, id }));
    return answer(200, { labels: rows.map(labelOf), ...(next === undefined ? {} : { next }) });
  },
};

function labelOf({ decision, recordId, otherRecordIds, probability, createdAt }: StoredDecision): ReviewLabel {
  const score = probability === undefined ? {} : { probability };
  return { verdict: decision, recordId, otherRecordIds, ...score, decidedAt: createdAt.toISOString() };
}

/** The database refuses what is no UUID; here that is simply nothing that exists. */
export function readUuid(text: string | undefined): string | undefined {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : undefined;
}
