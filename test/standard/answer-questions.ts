/**
 * Our own implementation of the standard behind the line protocol of the runners in stories/runners: a question of JSON on
 * every line of standard input, an answer on standard output. What a team in another language writes for theirs.
 */
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { fieldsByName, isFieldName } from '../../src/standard/fields/all-fields.ts';
import { parseIdentity } from '../../src/standard/identity.ts';
import { profileOf } from './conformance-files.ts';

const question = z.strictObject({
  field: z.string().check(z.refine(isFieldName)),
  profile: z.enum(['gb', 'us-fl']),
  today: z.strictObject({ year: z.int(), month: z.int(), day: z.int() }),
  required: z.boolean(),
  telephoneRules: z.boolean(),
  purposes: z.record(z.string(), z.string()),
  entries: z.record(z.string(), z.string()),
});

function answer(line: string): object {
  const { field, profile: id, today, required, telephoneRules, purposes, entries } = question.parse(JSON.parse(line));
  const example = { name: '', reason: '', entries, options: { telephoneRules } };
  const profile = profileOf({ field, about: '', profile: id, today, purposes, cases: [] }, example);
  const fields = [field].filter(isFieldName);
  const parsed = parseIdentity(entries, profile, { today, fields, requiredFields: required ? fields : [] });
  if (!parsed.ok) return { issues: parsed.issues };
  const [value = null] = fields.map((name) => parsed.value[fieldsByName[name].key]);
  return { value, warnings: parsed.warnings };
}

for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${JSON.stringify(answer(line))}\n`);
