/** The wire of data-subject.ts as zod schemas; see schemas.ts for how they are used. Servers only. */
import * as z from 'zod/mini';
import { identitySchema } from '../standard/identity-schema.ts';
import type { CustomerChangeList, CustomerExport, ErasureAnswer } from './data-subject.ts';
import { customerHistorySchema } from './review-schemas.ts';
import { assuranceSchema } from './schemas.ts';

const instant = z.iso.datetime({ offset: true });
const content = { recordId: z.string(), recordedAt: instant, replacedAt: z.exactOptional(instant), identity: identitySchema };

/** The body of an export. */
export const customerExportSchema: z.ZodMiniType<CustomerExport> = z.object({
  customerId: z.string(),
  createdAt: instant,
  exportedAt: instant,
  records: z.array(
    z.object({
      ...content,
      origin: z.enum(['submission', 'resolution', 'source']),
      source: z.string(),
      sourceRecordId: z.string(),
      assurance: assuranceSchema,
      endedAt: z.exactOptional(instant),
      entries: z.record(z.string(), z.string()),
    }),
  ),
  formerContent: z.array(z.object(content)),
  history: customerHistorySchema,
  answers: z.array(z.object({ service: z.string(), caseReference: z.string(), answer: z.unknown() })),
  restriction: z.exactOptional(z.object({ isRestricted: z.boolean(), hidesHistory: z.boolean(), setAt: instant })),
  accesses: z.array(
    z.object({
      at: instant,
      operation: z.string(),
      service: z.exactOptional(z.string()),
      staff: z.exactOptional(z.string()),
      purposes: z.exactOptional(z.array(z.string())),
      reason: z.exactOptional(z.string()),
    }),
  ),
});

/** The body of an erasure's answer. */
export const erasureAnswerSchema: z.ZodMiniType<ErasureAnswer> = z.object({
  customerId: z.string(),
  erasedRecords: z.int(),
  kept: z.array(z.object({ source: z.string(), records: z.int(), reason: z.string() })),
});

/** A page of changes. */
export const customerChangeListSchema: z.ZodMiniType<CustomerChangeList> = z.object({
  changes: z.array(z.object({ customerId: z.string(), operation: z.string(), changedAt: instant })),
  next: z.exactOptional(z.string()),
});
