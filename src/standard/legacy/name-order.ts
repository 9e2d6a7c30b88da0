/**
 * Tells the parts of a name written in one string apart, by commas, initials, capitals and particles. Where order cannot be told
 * the last word is taken for the family name, as most systems write it. Titles, suffixes and remarks are gone by then (name.ts).
 */
import { givenBeginnings, particles, vietnameseFamilies } from './name-words.ts';

export interface NameParts {
  readonly given?: string;
  readonly middle?: string;
  readonly family?: string;
}

/** `isFamilyFirst` where the string says so: by a comma, by initials at its end, or by capitals at its beginning alone. */
export interface SplitName extends NameParts {
  readonly isFamilyFirst: boolean;
}

/** `text` is tidied and holds a letter. One word is a given name. */
export function splitName(text: string): SplitName {
  const comma = text.indexOf(',');
  if (comma >= 0) return splitAtComma(text.slice(0, comma), text.slice(comma + 1));
  const words = wordsOf(text);
  if (words.length < 2) return { ...(words[0] === undefined ? {} : { given: words[0] }), isFamilyFirst: false };
  const start = findInitials(words);
  if (start < words.length && start > 0 && !isInitials(words[0] ?? ''))
    return withFamily(words.slice(0, start), words.slice(start), true);
  const capitals = countCapitals(words);
  if (capitals > 0 && capitals < words.length) return withFamily(words.slice(0, capitals), words.slice(capitals), true);
  const end = findFamily(words);
  return withFamily(words.slice(end), words.slice(0, end), false);
}

function splitAtComma(before: string, after: string): SplitName {
  const family = wordsOf(before);
  const given = wordsOf(after.replace(/,/gu, ' '));
  if (family.length === 0 || given.length === 0) return { ...splitName([...family, ...given].join(' ')), isFamilyFirst: false };
  return withFamily(family, given, true);
}

/** A word has a letter or a digit. */
function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => /[\p{L}\p{M}\p{N}]/u.test(word));
}

function withFamily(family: readonly string[], others: readonly string[], isFamilyFirst: boolean): SplitName {
  const count = givenBeginnings.has(others[0]?.toLowerCase() ?? '') ? 2 : 1;
  const given = others.slice(0, count).join(' ');
  const middle = others.slice(count).join(' ');
  return {
    ...(given === '' ? {} : { given }),
    ...(middle === '' ? {} : { middle }),
    ...(family.length === 0 ? {} : { family: family.join(' ') }),
    isFamilyFirst,
  };
}

/** `J`, `J.`, `JA` is no initial but `J.A.` is. */
export function isInitials(word: string): boolean {
  return /^(?:\p{L}\.?|(?:\p{L}\.){2,4})$/u.test(word);
}

/** Where the initials at the end begin: `SMITH J A`. */
function findInitials(words: readonly string[]): number {
  let start = words.length;
  while (start > 0 && isInitials(words[start - 1] ?? '')) start -= 1;
  return start;
}

/** How many words at the beginning are in capitals, where the rest is not: `NAGY István`. */
function countCapitals(words: readonly string[]): number {
  const isCapital = (word: string): boolean => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  const count = words.findIndex((word) => !isCapital(word));
  return count > 0 && !words.slice(count).some(isCapital) && !words.slice(count).some(isInitials) ? count : 0;
}

/** Where the family name begins: the last word, with the particles before it, and all around a Spanish `y`. */
function findFamily(words: readonly string[]): number {
  let start = words.length - 1;
  const isJoined = start >= 3 && /^[yei]$/u.test(words[start - 1] ?? '');
  if (isJoined) start -= 2;
  // `Tuan Van Ho`: Van is no particle there.
  const [before = '', last = ''] = words.slice(-2).map((word) => word.toLowerCase());
  if (words.length > 2 && before === 'van' && vietnameseFamilies.has(last)) return start;
  while (start > 1 && particles.has((words[start - 1] ?? '').toLowerCase())) start -= 1;
  if (start === 1 && words.length > 2 && givenBeginnings.has((words[0] ?? '').toLowerCase())) return 2;
  return start;
}
