/** A doubt as a person sees it: the record, whom it may be, and what each field said. Deciding it is review-decision.ts. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { fieldEvidenceSchema, matchGradeSchema } from '../protocol/schemas.ts';
import type { ReviewStatus, ReviewTask, ReviewTaskSummary } from '../protocol/review.ts';
import type { RankedCandidate } from '../matching/index.ts';
import type { StoredDecision, StoredReviewTask } from '../store/review.ts';
import type { StoreUnit, StoredCustomer, StoredRecord } from '../store/store.ts';
import { valuesOf } from './best-values.ts';
import type { Caller } from './caller.ts';
import type { Work } from './customer-changes.ts';
import { problem, type Problem } from './problem.ts';
import { visibleRecords } from './visible-records.ts';

const rankedSchema: z.ZodMiniType<readonly RankedCandidate[]> = z.array(
  z.object({
    customerId: z.string(),
    probability: z.number(),
    bits: z.number(),
    grade: matchGradeSchema,
    evidence: z.array(fieldEvidenceSchema),
  }),
);

/** A candidate as it stands now. */
export interface TaskCandidate {
  /** The ID that the task knows it by; a merge may have made it another's since. */
  readonly askedFor: string;
  readonly customer: StoredCustomer;
  readonly recordIds: readonly string[];
  readonly ranked: RankedCandidate;
}

/** Without those that have become the record's own customer, `own`, and each once. */
export async function readCandidates(unit: StoreUnit, task: StoredReviewTask, own: string): Promise<readonly TaskCandidate[]> {
  const candidates = new Map<string, TaskCandidate>();
  for (const ranked of rankedSchema.parse(JSON.parse(task.candidates))) {
    const customer = await unit.findSurvivor(ranked.customerId);
    if (customer === undefined || customer.customerId === own || candidates.has(customer.customerId)) continue;
    const recordIds = (await unit.recordsOf(customer.customerId)).map(({ recordId }) => recordId);
    candidates.set(customer.customerId, { askedFor: ranked.customerId, customer, recordIds, ranked });
  }
  return [...candidates.values()];
}

/** For the list. */
export async function summariseTask(unit: StoreUnit, task: StoredReviewTask): Promise<ReviewTaskSummary> {
  const customerId = (await unit.customerOf(task.recordId)) ?? task.customerId;
  const candidates = await readCandidates(unit, task, customerId);
  const status = statusOf(task, await unit.decisionsOf(task.taskId));
  const { taskId, version } = task;
  return { taskId, status, version, createdAt: task.createdAt.toISOString(), customerId, candidates: candidates.length };
}

/** Who looks at a task, and in which transaction. */
export interface TaskReader extends Work {
  readonly caller: Caller;
}

/** The whole task, as far as this caller may see; undefined where there is none. */
export async function viewTask({ context, unit, caller }: TaskReader, taskId: string): Promise<ReviewTask | undefined> {
  const task = await unit.findReviewTask(taskId);
  const record = task && (await unit.findRecord(task.recordId));
  if (task === undefined || record === undefined) return undefined;
  const decisions = await unit.decisionsOf(taskId);
  const visible = async (customerId: string, records: readonly StoredRecord[]) => {
    const [restriction] = await unit.findRestrictions([customerId]);
    return visibleRecords(context, caller, { records, restriction });
  };
  const candidates: ReviewTask['candidates'][number][] = [];
  for (const { customer, ranked } of await readCandidates(unit, task, record.customerId)) {
    const { customerId, status } = customer;
    const { grade, probability, evidence } = ranked;
    const values = (await visible(customerId, await unit.recordsOf(customerId))).flatMap(valuesOf);
    candidates.push({ customerId, status, grade, probability, explanation: evidence, values });
  }
  const { recordId, source, sourceRecordId, assurance } = record;
  const identity = (await visible(record.customerId, [record]))[0]?.identity ?? {};
  return {
    taskId,
    status: statusOf(task, decisions),
    version: task.version,
    createdAt: task.createdAt.toISOString(),
    customerId: record.customerId,
    record: { recordId, source, sourceRecordId, assurance, recordedAt: record.recordedAt.toISOString(), identity },
    candidates,
    decisions: decisions.map(viewDecision),
  };
}

function viewDecision(decision: StoredDecision): ReviewTask['decisions'][number] {
  const { candidateId, decidedBy, reason, createdAt, isFinal } = decision;
  const candidate = candidateId === undefined ? {} : { candidateId };
  return { verdict: decision.decision, ...candidate, decidedBy, reason, decidedAt: createdAt.toISOString(), isFinal };
}

function statusOf({ status }: StoredReviewTask, decisions: readonly StoredDecision[]): ReviewStatus {
  return status === 'open' && decisions.at(-1)?.isFinal === false ? 'awaiting-second' : status;
}

/** A task for two customers that somebody takes for one person; with what matching makes of them. */
export async function openTask(reader: TaskReader, customerIds: readonly [string, string]): Promise<ReviewTask | Problem> {
  const { context, unit } = reader;
  const [left, right] = [await unit.findSurvivor(customerIds[0]), await unit.findSurvivor(customerIds[1])];
  if (left === undefined || right === undefined) return problem('customer-unknown');
  const [record] = await unit.recordsOf(left.customerId);
  if (record === undefined || left.customerId === right.customerId) return problem('candidate-unknown');
  const records = (await unit.recordsOf(right.customerId)).map(({ identity }) => identity);
  const candidate = { customerId: right.customerId, records };
  const { ranked } = context.matching.decide(record.identity, [candidate], { minimumStrength: 0 });
  const taskId = randomUUID();
  const { recordId, customerId } = record;
  await unit.addReviewTasks([{ taskId, recordId, customerId, candidates: JSON.stringify(ranked), createdAt: context.now() }]);
  return (await viewTask(reader, taskId)) ?? problem('task-unknown');
}
