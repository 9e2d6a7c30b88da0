/**
 * Reads the conformance files as an implementer in any language would: as JSON of one shape.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { FieldName } from '../../src/standard/identity.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { gb } from '../../src/standard/profiles/gb.ts';
import type { Profile } from '../../src/standard/profiles/profile.ts';

const date = z.strictObject({ year: z.int(), month: z.int(), day: z.int() });
const code = z.templateLiteral([z.string(), '/', z.string()]);
const issue = z.strictObject({
  code,
  path: z.string(),
  params: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
const example = z.strictObject({
  name: z.string(),
  reason: z.string(),
  options: z.exactOptional(
    z.strictObject({ required: z.exactOptional(z.boolean()), telephoneRules: z.exactOptional(z.boolean()) }),
  ),
  entries: z.record(z.string(), z.string()),
  value: z.exactOptional(z.unknown()),
  issues: z.exactOptional(z.array(issue)),
  warnings: z.exactOptional(z.array(issue)),
});
const conformanceFile = z.strictObject({
  field: z.string(),
  about: z.string(),
  profile: z.literal('gb'),
  today: date,
  cases: z.array(example),
});

export type Example = z.infer<typeof example>;
export type ConformanceFile = z.infer<typeof conformanceFile>;

/** The examples of one field. */
export function readConformance(field: FieldName): ConformanceFile {
  const url = new URL(`../../src/standard/conformance/${field}.json`, import.meta.url);
  return conformanceFile.parse(JSON.parse(readFileSync(url, 'utf8')));
}

/** The profile that an example is read with. */
export function profileOf({ options }: Example): Profile {
  return options?.telephoneRules === false ? gb : profiles.gb;
}
