/** The wire of review.ts as zod schemas; see schemas.ts for how they are used. Servers only. */
import * as z from 'zod/mini';
import { identitySchema } from '../standard/identity-schema.ts';
import type {
  CaseOwner,
  CaseView,
  ChangeView,
  CustomerHistory,
  LinkView,
  ReviewCandidate,
  ReviewDecisionAnswer,
  ReviewDecisionRequest,
  ReviewDecisionView,
  ReviewLabelList,
  ReviewTask,
  ReviewTaskList,
  ReviewTaskRequest,
  SplitRequest,
} from './review.ts';
import { assuranceSchema, customerValueSchema, fieldEvidenceSchema, matchGradeSchema } from './schemas.ts';

const instant = z.iso.datetime({ offset: true });
const count = z.int().check(z.minimum(0));
const version = z.int().check(z.minimum(1));
const customerId = z.string().check(z.minLength(1), z.maxLength(40));
const status = z.enum(['open', 'awaiting-second', 'settled']);
const verdict = z.enum(['same', 'different', 'cannot-tell']);
const customerStatus = z.enum(['confirmed', 'provisional']);

const summary = { taskId: z.string(), status, version, createdAt: instant, customerId: z.string() };

export const reviewTaskListSchema: z.ZodMiniType<ReviewTaskList> = z.object({
  tasks: z.array(z.object({ ...summary, candidates: count })),
  open: count,
  next: z.exactOptional(z.string()),
});

const candidateSchema: z.ZodMiniType<ReviewCandidate> = z.object({
  customerId: z.string(),
  status: customerStatus,
  grade: matchGradeSchema,
  probability: z.number(),
  explanation: z.array(fieldEvidenceSchema),
  values: z.array(customerValueSchema),
});

const decisionSchema: z.ZodMiniType<ReviewDecisionView> = z.object({
  verdict,
  candidateId: z.exactOptional(z.string()),
  decidedBy: z.string(),
  reason: z.string(),
  decidedAt: instant,
  isFinal: z.boolean(),
});

export const reviewTaskSchema: z.ZodMiniType<ReviewTask> = z.object({
  ...summary,
  record: z.object({
    recordId: z.string(),
    source: z.string(),
    sourceRecordId: z.string(),
    assurance: assuranceSchema,
    recordedAt: instant,
    identity: identitySchema,
  }),
  candidates: z.array(candidateSchema),
  decisions: z.array(decisionSchema),
});

export const reviewDecisionRequestSchema: z.ZodMiniType<ReviewDecisionRequest> = z.strictObject({
  verdict,
  candidateId: z.exactOptional(customerId),
  version,
});

export const reviewDecisionAnswerSchema: z.ZodMiniType<ReviewDecisionAnswer> = z.object({
  status,
  version,
  customerId: z.string(),
});

export const reviewTaskRequestSchema: z.ZodMiniType<ReviewTaskRequest> = z.strictObject({
  customerIds: z.tuple([customerId, customerId]),
});

export const reviewLabelListSchema: z.ZodMiniType<ReviewLabelList> = z.object({
  labels: z.array(
    z.object({
      verdict,
      recordId: z.string(),
      otherRecordIds: z.array(z.string()),
      probability: z.exactOptional(z.number()),
      decidedAt: instant,
    }),
  ),
  next: z.exactOptional(z.string()),
});

export const splitRequestSchema: z.ZodMiniType<SplitRequest> = z.strictObject({
  version,
  recordIds: z.array(z.uuid()).check(z.minLength(1), z.maxLength(1_000)),
});

export const changeViewSchema: z.ZodMiniType<ChangeView> = z.object({
  changeId: z.string(),
  kind: z.enum(['merge', 'split']),
  customerId: z.string(),
  otherCustomerId: z.string(),
  undoes: z.exactOptional(z.string()),
  undoneBy: z.exactOptional(z.string()),
  decidedBy: z.string(),
  secondedBy: z.exactOptional(z.string()),
  reason: z.string(),
  changedAt: instant,
});

const linkSchema: z.ZodMiniType<LinkView> = z.object({
  recordId: z.string(),
  customerId: z.string(),
  previousCustomerId: z.exactOptional(z.string()),
  cause: z.enum(['matched', 'new', 'review', 'insufficient', 'first-load', 'merge', 'split']),
  changeId: z.exactOptional(z.string()),
  weight: z.exactOptional(z.number()),
  explanation: z.array(fieldEvidenceSchema),
  modelVersion: z.string(),
  linkedAt: instant,
});

const caseSchema: z.ZodMiniType<CaseView> = z.object({
  service: z.string(),
  caseReference: z.string(),
  recordId: z.string(),
  answeredCustomerId: z.string(),
  submittedAt: instant,
});

export const customerHistorySchema: z.ZodMiniType<CustomerHistory> = z.object({
  customerId: z.string(),
  version,
  mergedIds: z.array(z.string()),
  links: z.array(linkSchema),
  changes: z.array(changeViewSchema),
  rulings: z.array(
    z.object({ kind: z.enum(['together', 'apart']), recordIds: z.tuple([z.string(), z.string()]), ruledAt: instant }),
  ),
  cases: z.array(caseSchema),
});

export const caseOwnerSchema: z.ZodMiniType<CaseOwner> = z.object({
  caseReference: z.string(),
  answeredCustomerId: z.string(),
  customerId: z.string(),
});
