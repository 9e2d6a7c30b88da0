/**
 * Rules for the text of any legacy column: what is tidied, what is a placeholder, and what case it is in. Not about any one
 * field. Every function is linear in its input and costs little where there is nothing to do.
 */
import { tidy } from '../text.ts';
import type { Change } from './change.ts';
import type { Columns } from './legacy-identity.ts';

/** Printable ASCII with single spaces between words: nothing to tidy. Most values are. */
const plain = /^[!-~]+(?: [!-~]+)*$/u;
/** What no value may hold: control characters, halves of surrogate pairs, marks that turn text round. */
const unwanted = /[\p{Cc}\p{Cs}\u{202A}-\u{202E}\u{2066}-\u{2069}]+/gu;

/** UTF-16 units of one value that are kept at most: what the wire of an identity takes. */
const longestKept = 256;

/** The value of a column as {@link readText} has it; empty where it says that nothing is known. */
export function readValue(columns: Columns, path: string, changes: Change[]): string {
  const text = readText(columns, path, changes);
  if (text === '' || !isPlaceholder(text)) return text;
  changes.push({ path, from: text, code: 'text/placeholder' });
  return '';
}

/** Tidied as everywhere in the standard, and without what it refuses; empty where nothing is left. */
export function readText(columns: Columns, path: string, changes: Change[]): string {
  const raw = columns[path];
  if (raw === undefined || raw === '') return '';
  if (raw.length <= longestKept && plain.test(raw)) return raw;
  const tidied = tidy(raw);
  const wanted = tidy(tidied.replace(unwanted, ' '));
  if (wanted !== tidied) changes.push({ path, from: raw, to: wanted, code: 'text/unwanted-characters' });
  const kept = cut(wanted);
  if (kept !== wanted) changes.push({ path, from: raw, to: kept, code: 'text/too-long' });
  return kept;
}

/** Never in the middle of a surrogate pair. */
function cut(text: string): string {
  if (text.length <= longestKept) return text;
  return tidy(text.slice(0, longestKept).replace(/\p{Cs}+$/u, ''));
}

/** What systems and clerks write where they hold nothing, without spaces and punctuation. */
const placeholders = new Set(
  (
    'na nil null none nan nk notknown unknown unk unkn notapplicable notprovided notgiven notsupplied notstated notavailable notrecorded ' +
    'nofirstname nolastname nosurname noname nameunknown fnu lnu nfn nln nmn nodob tbc tbd tba undefined missing blank refused declined ' +
    'withheld unspecified xx xxx xxxx xxxxx zz zzz zzzz tobeconfirmed nonegiven anonymous anon dummy dnu donotuse testtest anwybodus'
  ).split(' '),
);
const longestPlaceholder = Math.max(...[...placeholders].map((word) => word.length));

/** Whether a tidied text says that nothing is known. `Null` and `None` are surnames too: name.ts asks further. */
export function isPlaceholder(text: string): boolean {
  if (text.length > longestPlaceholder + 6) return false;
  const letters = text.toLowerCase().replace(/[\s\p{P}]+/gu, '');
  return letters === '' ? text !== '' && /^[\s\p{P}]+$/u.test(text) : placeholders.has(letters);
}
