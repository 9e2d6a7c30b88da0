/** Checks a body against a schema of the wire, and turns what is wrong into issues with pointers. */
import type * as z from 'zod/mini';
import type { PointedIssue } from '../protocol/problem.ts';
import { jsonPointer } from './problem.ts';

export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly PointedIssue[] };

/** More than anybody reads, and a bound on the answer to a body that is wrong all over. */
const mostIssues = 100;

/** Codes are `request/` and zod's own (`invalid_type` as `invalid-type`); never the value, which may be personal. */
export function checkShape<T>(
  schema: z.ZodMiniType<T>,
  body: unknown,
  pointer: (path: readonly PropertyKey[]) => string = jsonPointer,
): Checked<T> {
  const checked = schema.safeParse(body);
  if (checked.success) return { ok: true, value: checked.data };
  const issues = checked.error.issues.slice(0, mostIssues).flatMap((issue) => {
    const code = `request/${issue.code.replaceAll('_', '-')}` as const;
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ code, path: path.map(String).join('.'), pointer: pointer(path) }));
  });
  return { ok: false, issues };
}
