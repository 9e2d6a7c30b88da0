/**
 * The wire as zod schemas: what the index checks and what OpenAPI is made from. Shapes and sizes only, no transforms, so that
 * each has a JSON Schema; whether a value keeps the standard is the parsers' to say. Servers only: a browser takes the types.
 */
import * as z from 'zod/mini';
import { identitySchema, postalAddressSchema } from '../standard/identity-schema.ts';
import { fieldNames, type Entries, type FieldName } from '../standard/identity.ts';
import type { Issue } from '../standard/issue.ts';
import type { FieldEvidence, MatchGrade } from '../standard/match-evidence.ts';
import type { PointedIssue, ProblemDocument } from './problem.ts';
import type {
  CustomerValue,
  CustomerView,
  RecordResult,
  RecordsAnswer,
  RecordsRequest,
  SourceRecord,
  ValueAssurance,
} from './records.ts';
import type { Resolution, ResolveRequest } from './resolution.ts';
import type { Outcome, SettledSubmission, SubmissionRequest } from './submission.ts';

/** The most records in one call of `POST /v1/records`. */
export const mostRecords = 50_000;

/** No NUL and no half of a surrogate pair: a database stores neither. */
const storable = z.regex(/^[^\u0000\p{Cs}]*$/u);
const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest), storable);
const instant = z.iso.datetime({ offset: true });

/** Public ids, as in the service registry. */
export const serviceIdSchema: z.ZodMiniType<string> = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/));

export const matchGradeSchema: z.ZodMiniType<MatchGrade> = z.enum(['certain', 'probable', 'possible', 'certainly-not']);

export const outcomeSchema: z.ZodMiniType<Outcome> = z.enum(['existing', 'new', 'review', 'insufficient']);

const fieldNameSchema: z.ZodMiniType<FieldName> = z.enum(fieldNames);

export const fieldEvidenceSchema: z.ZodMiniType<FieldEvidence> = z.object({
  field: z.string(),
  level: z.string(),
  bits: z.number(),
  againstStranger: z.number(),
  againstHousehold: z.number(),
});

/** What was typed, by entry. Any text passes: it is the standard that refuses one, with a code that says why. */
export const entriesSchema: z.ZodMiniType<Entries> = z.record(z.string().check(z.maxLength(64)), z.string());

/** `code` is the standard's, or `request/…` where the body has not the shape of the call. */
const issueParts = {
  code: z.templateLiteral([z.string(), '/', z.string()]),
  path: z.string(),
  params: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
};

export const issueSchema: z.ZodMiniType<Issue> = z.object(issueParts);

const pointedIssueSchema: z.ZodMiniType<PointedIssue> = z.object({ ...issueParts, pointer: z.string() });

export const problemSchema: z.ZodMiniType<ProblemDocument> = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.exactOptional(z.string()),
  outcome: z.exactOptional(z.literal('invalid')),
  issues: z.exactOptional(z.array(pointedIssueSchema)),
});

const standardVersionSchema = z.string().check(z.regex(/^\d{1,4}\.\d{1,4}$/));

/** Not strict at the top: a page may hold a newer element than the index knows. */
export const resolveRequestSchema: z.ZodMiniType<ResolveRequest> = z.object({
  service: serviceIdSchema,
  profile: text(16),
  standardVersion: standardVersionSchema,
  identity: identitySchema,
  onBehalfOf: z.exactOptional(identitySchema),
});

export const resolutionSchema: z.ZodMiniType<Resolution> = z.object({
  reference: z.string(),
  expiresAt: instant,
  customerId: z.exactOptional(z.string()),
  grade: z.exactOptional(matchGradeSchema),
});

/** Strict: a backend that misspells a member should hear of it. */
export const submissionRequestSchema: z.ZodMiniType<SubmissionRequest> = z.strictObject({
  caseReference: text(200),
  reference: z.exactOptional(z.string().check(z.maxLength(200))),
  fields: z.exactOptional(entriesSchema),
  identity: z.exactOptional(identitySchema),
  requiredFields: z.exactOptional(z.string().check(z.maxLength(200))),
  standardVersion: z.exactOptional(standardVersionSchema),
});

/** A submission as a form: the submitted entries as they came, the element's own (`customer.name.given`) and whatever else. */
export const submittedFormSchema = z.catchall(
  z.object({
    caseReference: text(200),
    elementName: z.exactOptional(z.string()),
    requiredFields: z.exactOptional(z.string().check(z.maxLength(200))),
    standardVersion: z.exactOptional(standardVersionSchema),
  }),
  z.string(),
);

export const settledSubmissionSchema: z.ZodMiniType<SettledSubmission> = z.object({
  customerId: z.string(),
  outcome: outcomeSchema,
  grade: matchGradeSchema,
  identity: identitySchema,
  standardVersion: z.string(),
  explanation: z.exactOptional(z.array(fieldEvidenceSchema)),
  assertion: z.exactOptional(z.string()),
});

const sourceRecordSchema: z.ZodMiniType<SourceRecord> = z.strictObject({
  recordId: text(200),
  source: z.exactOptional(text(100)),
  recordedAt: z.exactOptional(z.union([instant, z.iso.date()])),
  fields: entriesSchema,
});

export const recordsRequestSchema: z.ZodMiniType<RecordsRequest> = z.strictObject({
  source: text(100),
  records: z.array(sourceRecordSchema).check(z.minLength(1), z.maxLength(mostRecords)),
});

const recordResultSchema: z.ZodMiniType<RecordResult> = z.object({
  recordId: z.string(),
  customerId: z.string(),
  warnings: z.array(issueSchema),
});

export const recordsAnswerSchema: z.ZodMiniType<RecordsAnswer> = z.object({
  results: z.array(recordResultSchema),
  customers: z.int(),
});

export const assuranceSchema: z.ZodMiniType<ValueAssurance> = z.enum([
  'self-asserted',
  'signed-in',
  'staff-verified',
  'source-system',
]);

export const customerValueSchema: z.ZodMiniType<CustomerValue> = z.object({
  field: fieldNameSchema,
  value: z.unknown(),
  assurance: assuranceSchema,
  source: z.string(),
  recordId: z.string(),
  recordedAt: instant,
});

export const customerViewSchema: z.ZodMiniType<CustomerView> = z.object({
  customerId: z.string(),
  version: z.int(),
  status: z.enum(['confirmed', 'provisional']),
  createdAt: instant,
  values: z.array(customerValueSchema),
  best: z.array(customerValueSchema),
  addresses: z.array(
    z.object({ address: postalAddressSchema, from: instant, until: z.exactOptional(instant), sources: z.array(z.string()) }),
  ),
});

export const healthSchema: z.ZodMiniType<{ readonly status: 'ok' }> = z.object({ status: z.literal('ok') });
