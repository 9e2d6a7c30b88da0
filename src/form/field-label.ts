/** What a field is called, in a list of fields. Fetched late. */
import type { FieldName } from '../standard/identity.ts';
import { text, type MessageKey, type Messages } from '../standard/messages.ts';

/** What stands among the fields and is none: see acting/. */
export type GroupName = 'acting-for' | 'helper';

/** The words of its legend or its label. */
export function fieldLabel(field: FieldName | GroupName, words: Messages): string {
  if (field === 'acting-for' || field === 'helper') return text(words, `form/${field}`);
  const legend = `${field}/legend`;
  const key = legend in words ? legend : `${field}/label`;
  return isKey(key, words) ? text(words, key) : field;
}

const isKey = (key: string, words: Messages): key is MessageKey => key in words;
