/** What somebody would like to be called. For addressing them, never for matching: it says nothing about who they are. */
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue } from '../issue-code.ts';
import { findFaultInWords, tidy } from '../text.ts';
import { createTextField } from './field.ts';
import { longestNamePart } from './name.ts';

/** One text, by the rules of a part of a name. */
export function parsePreferredName(typed: string): Parsed<string> {
  const text = tidy(typed);
  if (text === '') return refused(createIssue('preferred-name/missing', 'preferredName'));
  const faults = findFaultInWords(text, 'preferredName', { field: 'name', most: longestNamePart });
  return faults.length > 0 ? refused(...faults) : accepted(text);
}

export const preferredNameField = createTextField({
  name: 'preferred-name',
  key: 'preferredName',
  parse: parsePreferredName,
});
