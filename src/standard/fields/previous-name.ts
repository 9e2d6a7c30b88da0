/**
 * A name that somebody had before, such as before they married. The rules of a name (name.ts), but that any one part is
 * enough: often only the family name was another.
 */
import { refused } from '../issue.ts';
import { createIssue } from '../issue-code.ts';
import { type EntryName, type Field, areBlank, formatParts, inIdentity, type NameEntry } from './field.ts';
import { parsePersonName } from './name.ts';
import { moveEntries, moveIssues } from './rekey.ts';

const parts: readonly NameEntry[] = ['given', 'family', 'full', 'middle', 'suffix'];
const entries = parts.map((part): EntryName => `previousName.${part}`);

/** Reads `previousName.given`, `.middle`, `.family` and `.suffix`, or `.full` alone. */
export const previousNameField: Field = {
  name: 'previous-name',
  key: 'previousName',
  entries: ['previousName.given', ...entries.slice(1)],
  isBlank: (typed) => areBlank(typed, entries),
  parse: (typed) => {
    if (areBlank(typed, entries)) return refused(createIssue('previous-name/missing', 'previousName.given'));
    const name = parsePersonName(moveEntries(typed, 'previousName', 'name'), { reading: 'record' });
    return inIdentity(moveIssues(name, 'name', 'previousName'), (previousName) => ({ previousName }));
  },
  format: ({ previousName }) => formatParts('previousName', previousName),
};
