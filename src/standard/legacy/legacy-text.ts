/**
 * Rules for the text of any legacy column: what is tidied, what is a placeholder, and what case it is in. Not about any one
 * field. Every function is linear in its input and costs little where there is nothing to do.
 */
import { tidy } from '../text.ts';
import type { Change } from './change.ts';
import type { Columns } from './legacy-identity.ts';

/** Printable ASCII with single spaces between words: nothing to tidy. Most values are. */
const plain = /^[!-~]+(?: [!-~]+)*$/;
/** What no value may hold: control characters, halves of surrogate pairs, marks that turn text round. */
const unwanted = /[\p{Cc}\p{Cs}\u{202A}-\u{202E}\u{2066}-\u{2069}]+/gu;

/** UTF-16 units of one value that are kept at most: what the wire of an identity takes. */
const longestKept = 256;

/** A part of a text, tidied like a whole one; most are ASCII and need no more than a trim. */
export function tidyPart(part: string): string {
  const trimmed = part.trim();
  return plain.test(trimmed) ? trimmed : tidy(trimmed);
}

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

/** What systems and clerks write where they hold nothing, in any case, spacing and punctuation. */
const placeholders =
  'n a,nil,null,none,nan,n k,not known,unknown,unk,unkn,not applicable,not provided,not given,not supplied,not stated,not available,' +
  'not recorded,no first name,no last name,no surname,no name,name unknown,f n u,l n u,n f n,n l n,n m n,no d o b,t b c,t b d,t b a,' +
  'undefined,missing,blank,refused,declined,withheld,unspecified,xx,xxx,xxxx,xxxxx,zz,zzz,zzzz,to be confirmed,none given,anonymous,' +
  'anon,dummy,d n u,do not use,test test,anhysbys';

/** Between two words or letters, and around them. Letters beyond ASCII are no punctuation. */
const gap = '[^a-z0-9\\u0080-\\uffff]*';
const isNothing = new RegExp(
  `^${gap}(?:${placeholders
    .split(',')
    .map((words) => words.split(' ').join(gap))
    .join('|')}|)${gap}$`,
  'i',
);

/** Whether a tidied text says that nothing is known, or is punctuation alone. `Null` and `Na` are names too: name.ts asks further. */
export function isPlaceholder(text: string): boolean {
  // None of them holds a digit, and most other values do.
  return text !== '' && text.length < 40 && !/[0-9]/.test(text) && isNothing.test(text);
}
