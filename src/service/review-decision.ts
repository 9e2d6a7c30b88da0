/**
 * Deciding a doubt: a person says of a record and a candidate that they are one person's, two people's, or that nobody can tell.
 * Two confirmed customers are merged only when a second person says the same. Each final decision stays as a label for evaluation.
 */
import { randomUUID } from 'node:crypto';
import type { ReviewDecisionAnswer, ReviewDecisionRequest } from '../protocol/review.ts';
import type { StoredDecision, StoredReviewTask } from '../store/review.ts';
import type { StoredCustomer, StoredRecord } from '../store/store.ts';
import { mergeCustomers, rulingsBetween, type Authorship, type Work } from './customer-changes.ts';
import { problem, type Problem } from './problem.ts';
import { readCandidates, type TaskCandidate } from './review-task.ts';

export interface Deciding {
  readonly taskId: string;
  readonly request: ReviewDecisionRequest;
  readonly by: Authorship;
}

/** What the decision is about, as it stands now. */
interface Doubt {
  readonly task: StoredReviewTask;
  readonly record: StoredRecord;
  /** The record's. */
  readonly customer: StoredCustomer;
  readonly candidates: readonly TaskCandidate[];
  readonly earlier: readonly StoredDecision[];
}

/** Decides, in one transaction with whatever follows from it. */
export async function decideReviewTask(work: Work, deciding: Deciding): Promise<ReviewDecisionAnswer | Problem> {
  const doubt = await readDoubt(work, deciding);
  if ('kind' in doubt) return doubt;
  const { request } = deciding;
  const about = doubt.candidates.filter(({ customer, askedFor }) =>
    request.candidateId === undefined
      ? request.verdict !== 'same'
      : [customer.customerId, askedFor].includes(request.candidateId),
  );
  if (about.length === 0 && (request.verdict === 'same' || request.candidateId !== undefined))
    return problem('candidate-unknown');
  const [first] = about;
  if (request.verdict === 'same' && first) return sayTheSame(work, { ...deciding, doubt, candidate: first });
  if (request.verdict === 'different') return sayDifferent(work, { ...deciding, doubt, about });
  return settle(work, { ...deciding, doubt, about }, 'final');
}

async function readDoubt({ unit }: Work, { taskId, request }: Deciding): Promise<Doubt | Problem> {
  const task = await unit.findReviewTask(taskId);
  const record = task && (await unit.findRecord(task.recordId));
  const customer = record && (await unit.findCustomer(record.customerId));
  if (!task || !record || !customer) return problem('task-unknown');
  if (task.status === 'settled') return problem('task-settled');
  if (task.version !== request.version) return problem('task-changed');
  const candidates = await readCandidates(unit, task, customer.customerId);
  return { task, record, customer, candidates, earlier: await unit.decisionsOf(taskId) };
}

interface About extends Deciding {
  readonly doubt: Doubt;
  readonly about: readonly TaskCandidate[];
}

async function sayTheSame(
  work: Work,
  deciding: Deciding & { readonly doubt: Doubt; readonly candidate: TaskCandidate },
): Promise<ReviewDecisionAnswer | Problem> {
  const { doubt, candidate, by } = deciding;
  const about = { ...deciding, about: [candidate] };
  const pair = [candidate.customer, doubt.customer].sort(byStanding);
  const [survivor, merged] = pair;
  if (survivor === undefined || merged === undefined) return problem('candidate-unknown');
  if (pair.every(({ status }) => status === 'confirmed')) {
    const first = firstOpinion(doubt, candidate);
    if (first === undefined) return settle(work, about, 'first-opinion');
    if (first.decidedBy === by.decidedBy && first.service === by.service) return problem('second-person-required');
    return merge(work, about, { survivor, merged, by: { ...by, decidedBy: first.decidedBy, secondedBy: by.decidedBy } });
  }
  return merge(work, about, { survivor, merged, by });
}

async function merge(
  work: Work,
  about: About,
  merging: Parameters<typeof mergeCustomers>[1],
): Promise<ReviewDecisionAnswer | Problem> {
  const changed = await mergeCustomers(work, merging);
  if ('kind' in changed) return changed;
  // Somebody looked at this record, and at no other of the customer that went.
  await work.unit.vouchFor([about.doubt.record.recordId], true);
  return settle(work, about, 'final');
}

/** Rules apart; once that is said of every candidate, the record's customer stands on its own. */
async function sayDifferent(work: Work, about: About): Promise<ReviewDecisionAnswer | Problem> {
  const { context, unit } = work;
  const { doubt } = about;
  const others = await recordsOfAll(work, about.about);
  const source = { kind: 'apart' as const, createdAt: context.now() };
  await unit.liftRulings([doubt.record.recordId], others, source.createdAt);
  await unit.addRulings(rulingsBetween([doubt.record.recordId], others, source));
  const said = new Set([
    ...doubt.earlier.filter(({ decision }) => decision === 'different').map(({ candidateId }) => candidateId),
    ...about.about.map(({ askedFor }) => askedFor),
  ]);
  const isSettled = doubt.candidates.every(({ askedFor }) => said.has(askedFor));
  if (isSettled) {
    await unit.claimCustomer(doubt.customer.customerId, doubt.customer.version);
    await unit.confirmCustomer(doubt.customer.customerId);
    await unit.vouchFor([doubt.record.recordId], true);
  }
  return settle(work, about, isSettled ? 'final' : 'one-of-several');
}

/** `first-opinion`: a second person is to be asked. `one-of-several`: other candidates are still in doubt. `final`: the task is done. */
type Standing = 'first-opinion' | 'one-of-several' | 'final';

/** Keeps the decision, and answers. */
async function settle(work: Work, about: About, standing: Standing): Promise<ReviewDecisionAnswer> {
  const { context, unit } = work;
  const { doubt, by, request } = about;
  const { task, record } = doubt;
  await unit.claimReviewTask(task.taskId, task.version, standing === 'final' ? 'settled' : 'open');
  const decisions = about.about.map((candidate) => ({
    decisionId: randomUUID(),
    taskId: task.taskId,
    decision: request.verdict,
    candidateId: candidate.askedFor,
    recordId: record.recordId,
    otherRecordIds: candidate.recordIds,
    probability: candidate.ranked.probability,
    isFinal: standing !== 'first-opinion',
    service: by.service,
    decidedBy: by.decidedBy,
    reason: by.reason,
    createdAt: context.now(),
  }));
  await unit.addDecisions(decisions);
  const customerId = (await unit.customerOf(record.recordId)) ?? record.customerId;
  return { status: statusAfter[standing], version: task.version + 1, customerId };
}

const statusAfter = { 'first-opinion': 'awaiting-second', 'one-of-several': 'open', final: 'settled' } as const;

/** What another person said before, if nothing was said since. */
function firstOpinion({ earlier }: Doubt, candidate: TaskCandidate): StoredDecision | undefined {
  const last = earlier.at(-1);
  return last?.isFinal === false && last.candidateId === candidate.askedFor ? last : undefined;
}

async function recordsOfAll({ unit }: Work, candidates: readonly TaskCandidate[]): Promise<readonly string[]> {
  const records = [];
  for (const { customer } of candidates) records.push(...(await unit.recordsOf(customer.customerId)));
  return records.map(({ recordId }) => recordId);
}

/** Who stays: the confirmed before the provisional, then the older, then by ID. */
function byStanding(a: StoredCustomer, b: StoredCustomer): number {
  if (a.status !== b.status) return a.status === 'confirmed' ? -1 : 1;
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.customerId < b.customerId ? -1 : 1);
}
