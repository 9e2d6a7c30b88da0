/**
 * Small rules for any typed text: what is ignored, and what is refused. Not about any one field, and not folding for
 * match keys (fold.ts). Every function is linear in its input.
 */
import type { Issue } from './issue.ts';
import { createIssue, type IssueCode } from './issue-code.ts';

/**
 * Invisible at the ends of what was typed or pasted: spaces, zero-width and joining marks, soft hyphens, and the marks that
 * contact lists put around a number to hold it left to right. Marks that turn text round are not here: they are refused.
 */
const invisible =
  /[\u{34F}\s\u{AD}\u{61C}\u{180E}\u{200B}-\u{200F}\u{202A}\u{202C}\u{202D}\u{2060}-\u{2064}\u{2066}\u{2068}\u{2069}]/u;

/** UTF-16 units that are looked at: several times what any field takes, even where NFC makes one character of four. */
const longestRead = 2048;

const unwanted: readonly (readonly [IssueCode, RegExp])[] = [
  ['text/lone-surrogate', /\p{Cs}/u],
  ['text/control-character', /\p{Cc}/u],
  ['text/bidirectional-override', /[\u{202A}-\u{202E}\u{2066}-\u{2069}]/u],
];

/**
 * The text without what people cannot see: nothing invisible at the ends, inner runs of white space made one space.
 * Joiners inside a word stay: they are spelling in several scripts. NFC, so that one spelling has one form.
 * A text far longer than any field takes is cut, and is still too long: NFC is quadratic in a run of marks (160,000 took 13 s).
 */
export function tidy(typed: string): string {
  const spaced = typed.replace(/\uFEFF+/gu, '').replace(/\s+/gu, ' ');
  let start = 0;
  let end = spaced.length;
  while (start < end && invisible.test(spaced.charAt(start))) start += 1;
  while (end > start && invisible.test(spaced.charAt(end - 1))) end -= 1;
  return spaced.slice(start, Math.min(end, start + longestRead)).normalize('NFC');
}

/** A tidied text as a number is read: letters and digits of every width and script as plain ones. */
export function widthless(text: string): string {
  return foldDigits(text.normalize('NFKC'));
}

/** A tidied text as a code is read, whose separators and stray punctuation mean nothing. Symbols beyond ASCII stay, as in `1⁄2`. */
export function withoutPunctuation(text: string): string {
  return widthless(text).replace(/[\p{P}\p{Z}\p{Cf}!-/:-@[-`{-~]+/gu, '');
}

/** Why a tidied text cannot be kept at all, whatever the field; `undefined` where nothing is wrong with it. */
export function findUnwantedCharacter(text: string, path: string): Issue | undefined {
  const found = unwanted.find(([, pattern]) => pattern.test(text));
  return found && createIssue(found[0], path);
}

/** The fields whose text is words: each has these two codes. */
type FieldOfWords = 'name' | 'organisation' | 'postal-address';

/** What is wrong with tidied words: too many characters, some that cannot be kept, or nothing that can be read aloud. */
export function findFaultInWords(
  text: string,
  path: string,
  { field, most }: { readonly field: FieldOfWords; readonly most: number },
): readonly Issue[] {
  if (isLongerThan(text, most)) return [createIssue(`${field}/too-long`, path, { most })];
  const unwantedCharacter = findUnwantedCharacter(text, path);
  if (unwantedCharacter) return [unwantedCharacter];
  // The usual letters first: to know all that there are takes a browser a millisecond, when somebody presses the first key.
  const isReadable = /[A-Za-z\d]/u.test(text) || /[\p{L}\p{M}\p{N}]/u.test(text);
  return isReadable ? [] : [createIssue(`${field}/no-letter`, path)];
}

/** True where the text has more than `most` characters (code points). */
export function isLongerThan(text: string, most: number): boolean {
  return text.length > 2 * most || (text.length > most && [...text].length > most);
}

/** Every decimal digit of any script (full-width, Arabic-Indic, Devanagari, …) as its ASCII digit. */
export function foldDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(decimalValue(digit)));
}

/** Unicode keeps each script's digits together, 0 to 9 in order, at times several sets in a row: a digit's value is its place in the run. */
function decimalValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let place = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - place - 1))) place += 1;
  return place % 10;
}
