/**
 * Reads a field under other entries: a previous name as a name, a mailing address as an address. The rules are those of the
 * field that is read; only where the entries stand, and so where the issues are, differs.
 */
import type { Entries } from '../identity.ts';
import type { Issue, Parsed } from '../issue.ts';

/** The entries below `from`, as if they stood below `to`; no others. */
export function moveEntries(entries: Entries, from: string, to: string): Entries {
  const moved = Object.entries(entries).filter(([entry]) => entry.startsWith(`${from}.`));
  return Object.fromEntries(moved.map(([entry, text]) => [`${to}${entry.slice(from.length)}`, text]));
}

/** An answer about the entries below `from`, as one about those below `to`. */
export function moveIssues<T>(parsed: Parsed<T>, from: string, to: string): Parsed<T> {
  const move = (issues: readonly Issue[]) =>
    issues.map((issue) => ({
      ...issue,
      path: issue.path.startsWith(`${from}.`) ? `${to}${issue.path.slice(from.length)}` : issue.path,
    }));
  return parsed.ok ? { ...parsed, warnings: move(parsed.warnings) } : { ok: false, issues: move(parsed.issues) };
}
