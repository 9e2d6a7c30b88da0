/**
 * How a number that somebody was given is read, whoever gave it: in any punctuation and case. What makes one valid is its own
 * field's.
 */
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import { findUnwantedCharacter, tidy, withoutPunctuation } from '../text.ts';
import type { EntryName } from './field.ts';

/** Canonical: letters and digits alone, capitals. Refused with what `findFault` says of that, which may be empty. */
export function readIdentifier(
  typed: string,
  path: EntryName,
  findFault: (text: string) => IssueCode | undefined,
): Parsed<string> {
  const tidied = tidy(typed);
  const unwanted = findUnwantedCharacter(tidied, path);
  if (unwanted) return refused(unwanted);
  const text = withoutPunctuation(tidied).toUpperCase();
  const fault = findFault(text);
  return fault ? refused(createIssue(fault, path)) : accepted(text);
}
