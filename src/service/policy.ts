/**
 * The policy: which value may be used to find people, be seen, or be passed on; by field, by the source it came from, and by the
 * caller's purpose. A JSON file of rules that an information-governance board can read; the first rule that fits decides.
 * Not who may call at all: that is the registry's permissions.
 */
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { ConfigurationError } from '../protocol/error.ts';
import { fieldNames, type FieldName } from '../standard/identity.ts';
import { isSensitiveField } from './sensitive-fields.ts';

/** `match`: compare it. `see`: show it to the caller. `pass-on`: send it to another system unasked. */
export const uses = ['match', 'see', 'pass-on'] as const;

export type Use = (typeof uses)[number];

/** A value in question. `purposes`: any one of them that allows it is enough. */
export interface ValueInQuestion {
  readonly field: FieldName;
  readonly source: string;
  readonly purposes: readonly string[];
}

export interface Policy {
  readonly allows: (use: Use, value: ValueInQuestion) => boolean;
}

/** A rule as the file has it; what is absent fits everything. */
interface Rule {
  readonly fields?: readonly FieldName[] | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly purposes?: readonly string[] | undefined;
  readonly allow: readonly Use[];
}

const names = z.exactOptional(z.array(z.string().check(z.minLength(1))).check(z.minLength(1, 'must name at least one')));

const policySchema = z.strictObject({
  rules: z.array(
    z.strictObject({
      fields: z.exactOptional(
        z.array(z.enum(fieldNames, `must be some of: ${fieldNames.join(', ')}`)).check(z.minLength(1, 'must name at least one')),
      ),
      sources: names,
      purposes: names,
      allow: z.array(z.enum(uses, `must be some of: ${uses.join(', ')}; or none`)),
      /** For the reader of the file. */
      because: z.string().check(z.minLength(1, 'must say why')),
    }),
  ),
});

/** What holds where no file says otherwise: numbers only for a purpose of the number's own name, all else for any purpose. */
export const builtInPolicy: Policy = policyOf([]);

/** Reads and checks the file. Throws `ConfigurationError`, with every mistake and its place. */
export async function loadPolicy(file: string): Promise<Policy> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ConfigurationError(`The policy ${file} cannot be read`);
  });
  return readPolicy(text, file);
}

/** A policy from its text; `file` is only named in errors. */
export function readPolicy(text: string, file: string): Policy {
  const checked = policySchema.safeParse(parseJson(text, file), { error: z.locales.en().localeError });
  if (checked.success) return policyOf(checked.data.rules);
  const mistakes = checked.error.issues.map((issue) => `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`);
  throw new ConfigurationError(`The policy ${file} has mistakes. ${mistakes.join('; ')}`);
}

function policyOf(rules: readonly Rule[]): Policy {
  return { allows: (use, value) => value.purposes.some((purpose) => decide(rules, use, { ...value, purpose })) };
}

function decide(rules: readonly Rule[], use: Use, value: { field: FieldName; source: string; purpose: string }): boolean {
  const rule = rules.find(
    ({ fields, sources, purposes }) =>
      (fields?.includes(value.field) ?? true) &&
      (sources?.includes(value.source) ?? true) &&
      (purposes?.includes(value.purpose) ?? true),
  );
  if (rule === undefined) return isSensitiveField(value.field) ? value.purpose === value.field : true;
  return rule.allow.includes(use);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigurationError(`The policy ${file} is not JSON`);
  }
}
