/**
 * Who fills a form in for somebody else: the helper. Their answers are a second identity under the element's own name and `.helper`, apart from the
 * person's all the way. Types, names and words; the questions are acting-template.ts's.
 */
import type { FieldName, Identity } from '../../standard/identity.ts';
import type { Issue } from '../../standard/issue.ts';
import type { Messages } from '../../standard/messages.ts';
import type { Problem } from '../problem.ts';

/** The entry that says who the form is for, and what it holds where that is another person. */
export const actingEntry = 'actingFor';
export const someoneElse = 'someone-else';

/** With which answer the helper is asked, as `data-when` has it (paint.ts). */
export const whenActing = `${actingEntry}=${someoneElse}`;

/** What the paths and entries of the helper begin with, behind the element's own name. */
export const helperPrefix = 'helper.';

/** What a helper is asked where the page does not say. */
export const usualHelperFields: readonly FieldName[] = ['name', 'email-address', 'telephone-number'];

/** The helper as the element knows them, while there is one. */
export interface Helper {
  /** `undefined` while it has issues, or where the form is for whoever fills it in. */
  readonly identity: Identity | undefined;
  /** With the helper's prefix before their paths. */
  readonly issues: readonly Issue[];
  /** In words, where the issue is one of the helper's. */
  problemOf(issue: Issue): Problem | undefined;
}

const instead = 'someone-else/';

/** The words for questions about another person: those that speak to the resident of themselves are replaced. */
export function wordsOfSomeoneElse(words: Messages): Partial<Messages> {
  const theirs = Object.entries(words).filter(([key]) => key.startsWith(instead));
  return Object.fromEntries(theirs.map(([key, value]) => [key.slice(instead.length), value]));
}
