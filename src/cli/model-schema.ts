/**
 * The shape of a matching model as JSON, for files from elsewhere: what `readModel` checks them by, and what is published as a JSON Schema
 * (`citizen-id-form/matching/model.schema.json`, made from this one schema; a test compares the two). What the figures must add up to is
 * asked where they are compiled (matching/compiled-model.ts).
 */
import { z } from 'zod/mini';

const probability = z.number().check(z.gt(0), z.lte(1));
const share = z.number().check(z.gte(0), z.lte(1));
const count = z.number().check(z.gte(0));
const label = z.string().check(z.minLength(1));

const level = z.strictObject({ label, m: probability, u: probability, h: probability, n: probability });
const levels = z.array(level).check(z.minLength(1));

/** By comparison, the labels of which one must have come out. */
const circumstance = z.record(label, z.array(label));

const comparison = z.strictObject({
  levels,
  conditions: z.optional(z.array(z.strictObject({ label, when: circumstance, levels, usesFrequencies: z.boolean() }))),
  frequencies: z.optional(z.strictObject({ shares: z.record(z.string(), probability), otherwise: probability })),
});

const kind = z.strictObject({
  prior: z.strictObject({ population: count, samePerson: count, household: count, neighbours: count }),
  comparisons: z.record(label, comparison),
  policies: z.array(z.strictObject({ label, field: label, when: circumstance, unless: z.array(circumstance), nats: z.number() })),
  keys: z.array(label),
  lookUpKeys: z.optional(z.array(label)),
});

const trained = z.strictObject({
  on: z.string(),
  records: count,
  pairs: count,
  rounds: count,
  filled: z.record(label, share),
  date: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  digest: z.optional(z.string().check(z.regex(/^[0-9a-f]{16}$/))),
  levels: z.optional(z.record(label, z.array(share))),
});

/** Format 2, of which every part is named: a member that is not known is a mistake, or of a later version. */
export const modelSchema = z.strictObject({
  format: z.literal(2),
  id: label,
  blockingVersion: count,
  kinds: z.strictObject({ person: kind, organisation: kind }),
  precision: z.number().check(z.gte(0.5), z.lt(1)),
  trained: z.optional(trained),
});

/** The published schema. */
export function modelJsonSchema(): object {
  return { ...z.toJSONSchema(modelSchema, { target: 'draft-2020-12' }), title: 'Matching model, format 2' };
}
