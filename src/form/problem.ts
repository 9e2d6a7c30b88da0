/**
 * A problem: an issue in words and in its place, ready to be shown. Not the finding of issues (standard/) and not the
 * drawing (error-message.ts, error-summary.ts).
 */
import type { Issue } from '../standard/issue.ts';
import { describeIssue, type Messages } from '../standard/messages.ts';

export interface Problem {
  readonly code: string;
  /** The entry at fault, or what several entries at fault have in common: `dateOfBirth`. */
  readonly path: string;
  readonly words: string;
}

/** An issue about a whole field is shown where its first answer is typed. */
const places: Readonly<Record<string, string>> = { name: 'name.given', postalAddress: 'postalAddress.line1' };

/** A date of which nothing was given is wrong in all its boxes, though the standard points at the first. */
export function createProblem(issue: Issue, messages: Messages): Problem {
  const path = issue.code === 'date-of-birth/missing' ? 'dateOfBirth' : (places[issue.path] ?? issue.path);
  return { code: issue.code, path, words: describeIssue(issue, messages) };
}

/** The problems shown at an entry: its own, and those of entries below it (a date shows its boxes' problems together). */
export function problemsAt(problems: readonly Problem[], entry: string): readonly Problem[] {
  return problems.filter(({ path }) => path === entry || path.startsWith(`${entry}.`));
}

/** Whether the input of this entry is to be marked: it is at fault itself, or with all its field. */
export function isWrong(problems: readonly Problem[], entry: string): boolean {
  return problems.some(({ path }) => path === entry || entry.startsWith(`${path}.`));
}

/** Whether one is the other or above it: `dateOfBirth` and `dateOfBirth.year`. */
export function overlaps(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`);
}
