/**
 * Small rules for any typed text: what is ignored, and what is refused. Not about any one field, and not folding for
 * match keys (fold.ts). Every function is linear in its input.
 */
import type { Issue } from './issue.ts';
import { createIssue, type IssueCode } from './issue-code.ts';

/** Invisible at the ends of what was typed or pasted: white space, zero-width and joining marks, direction marks, soft hyphen. */
const invisible = /[\s\u{AD}\u{34F}\u{61C}\u{180E}\u{200B}-\u{200F}\u{2060}-\u{2064}\u{FEFF}]/u;

const unwanted: readonly (readonly [IssueCode, RegExp])[] = [
  ['text/lone-surrogate', /\p{Cs}/u],
  ['text/control-character', /\p{Cc}/u],
  ['text/bidirectional-override', /[\u{202A}-\u{202E}\u{2066}-\u{2069}]/u],
];

/**
 * The text without what people cannot see: nothing invisible at the ends, inner runs of white space made one space.
 * Joiners inside a word stay: they are spelling in several scripts. NFC, so that one spelling has one form.
 */
export function tidy(typed: string): string {
  let start = 0;
  let end = typed.length;
  while (start < end && invisible.test(typed.charAt(start))) start += 1;
  while (end > start && invisible.test(typed.charAt(end - 1))) end -= 1;
  return typed.slice(start, end).replace(/\s+/gu, ' ').normalize('NFC');
}

/** Why a tidied text cannot be kept at all, whatever the field; `undefined` where nothing is wrong with it. */
export function findUnwantedCharacter(text: string, path: string): Issue | undefined {
  const found = unwanted.find(([, pattern]) => pattern.test(text));
  return found && createIssue(found[0], path);
}

/** True where the text has more than `most` characters (code points). Cheap for any length. */
export function isLongerThan(text: string, most: number): boolean {
  return text.length > 2 * most || (text.length > most && [...text].length > most);
}

/** Every decimal digit of the scripts that forms meet (full-width, Arabic-Indic, Devanagari, …) as its ASCII digit. */
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
