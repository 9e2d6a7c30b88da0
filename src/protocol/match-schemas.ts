/** Searches on the wire as zod schemas; see schemas.ts for what such schemas are. */
import * as z from 'zod/mini';
import { identitySchema } from '../standard/identity-schema.ts';
import type {
  MatchAnswer,
  MatchedCustomer,
  MatchRequest,
  NamedCustomer,
  NameSearchAnswer,
  NameSearchRequest,
  Restriction,
} from './match.ts';
import { fieldEvidenceSchema, matchGradeSchema } from './schemas.ts';

/** The most candidates that one search tells. */
export const mostMatches = 50;

const limit = z.exactOptional(z.int().check(z.minimum(1), z.maximum(mostMatches)));
const status = z.enum(['confirmed', 'provisional']);

/** Strict: a search that misspells a member would be another search. */
export const matchRequestSchema: z.ZodMiniType<MatchRequest> = z.strictObject({
  profile: z.string().check(z.minLength(1), z.maxLength(16)),
  standardVersion: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}$/)),
  identity: identitySchema,
  limit,
  onlyCertainMatches: z.exactOptional(z.boolean()),
});

const matchedCustomerSchema: z.ZodMiniType<MatchedCustomer> = z.object({
  customerId: z.string(),
  status,
  grade: matchGradeSchema,
  probability: z.number(),
  summary: identitySchema,
  explanation: z.array(fieldEvidenceSchema),
});

export const matchAnswerSchema: z.ZodMiniType<MatchAnswer> = z.object({
  candidates: z.array(matchedCustomerSchema),
  isCut: z.boolean(),
});

export const nameSearchRequestSchema: z.ZodMiniType<NameSearchRequest> = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  limit,
});

const namedCustomerSchema: z.ZodMiniType<NamedCustomer> = z.object({ customerId: z.string(), status, summary: identitySchema });

export const nameSearchAnswerSchema: z.ZodMiniType<NameSearchAnswer> = z.object({
  customers: z.array(namedCustomerSchema),
  isCut: z.boolean(),
});

export const restrictionSchema: z.ZodMiniType<Restriction> = z.strictObject({
  isRestricted: z.boolean(),
  hidesHistory: z.boolean(),
});
