/**
 * Reads the conformance files as an implementer in any language would: as JSON of one shape.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { FieldName } from '../../src/standard/identity.ts';
import { profiles } from '../../src/standard/profiles.ts';
import type { Profile, ProfileId } from '../../src/standard/profiles/profile.ts';
import { usFl } from '../../src/standard/profiles/us-fl.ts';
import { wholeGb } from '../../src/standard/profiles/whole-gb.ts';
import { withPurposes } from '../../src/standard/purposes.ts';

const date = z.strictObject({ year: z.int(), month: z.int(), day: z.int() });
const code = z.templateLiteral([z.string(), '/', z.string()]);
const issue = z.strictObject({
  code,
  path: z.string(),
  params: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
const profileId = z.enum(['gb', 'us-fl']);
const purposes = z.record(z.string(), z.string());
const example = z.strictObject({
  name: z.string(),
  reason: z.string(),
  profile: z.exactOptional(profileId),
  options: z.exactOptional(
    z.strictObject({
      required: z.exactOptional(z.boolean()),
      telephoneRules: z.exactOptional(z.boolean()),
      purposes: z.exactOptional(purposes),
    }),
  ),
  entries: z.record(z.string(), z.string()),
  value: z.exactOptional(z.unknown()),
  issues: z.exactOptional(z.array(issue)),
  warnings: z.exactOptional(z.array(issue)),
});
const conformanceFile = z.strictObject({
  field: z.string(),
  about: z.string(),
  profile: profileId,
  purposes: z.exactOptional(purposes),
  today: date,
  cases: z.array(example),
});

export type Example = z.infer<typeof example>;
export type ConformanceFile = z.infer<typeof conformanceFile>;

const shapeOnly: Readonly<Record<ProfileId, Profile>> = { gb: wholeGb, 'us-fl': usFl };

/** The JSON of a file in the folder of the examples, such as a field's or the schema of them all. */
export function readConformanceJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../src/standard/conformance/${name}.json`, import.meta.url), 'utf8'));
}

/** The examples of one field. */
export function readConformance(field: FieldName): ConformanceFile {
  return conformanceFile.parse(readConformanceJson(field));
}

/** The profile that an example is read with. */
export function profileOf(file: ConformanceFile, { profile = file.profile, options }: Example): Profile {
  const chosen = options?.telephoneRules === false ? shapeOnly[profile] : profiles[profile];
  return withPurposes(chosen, options?.purposes ?? file.purposes ?? {});
}
