/**
 * Folded words: what every comparison and every blocking key is made of. Folding itself is the standard's; this cuts the folded
 * text into words and keeps both forms where two are usual (Müller as MULLER and as MUELLER).
 */
import { foldKeys } from '../standard/fold.ts';

/**
 * One text, ready to compare. `form` is its usual folded spelling without spaces, `forms` all of them, that one first; `words` are the
 * words of the usual one. `letters` has a bit for each letter in `form`.
 */
export interface Words {
  readonly form: string;
  readonly forms: readonly string[];
  readonly words: readonly string[];
  readonly letters: number;
}

/** Longer than any name or line of an address: of a huge cell no more is read. */
const longest = 1000;

/** A text, or its beginning where it is longer than any that somebody wrote. */
export function beginningOf(text: string): string {
  return text.length > longest ? text.slice(0, longest) : text;
}

const notWordCharacters = /[^\p{L}\p{M}\p{N}]+/u;

/** Cuts text into folded words; nothing is left of a text without a letter or digit. `drop` leaves out words that say nothing (titles). */
export function toWords(text: string | undefined, drop?: ReadonlySet<string>): Words | undefined {
  if (text === undefined || text === '') return undefined;
  const read = beginningOf(text);
  if (ascii.test(read)) return toAsciiWords(read, drop);
  const [usual, ...others] = foldKeys(read).map((form) => splitWords(form, drop));
  if (usual === undefined || usual.length === 0) return undefined;
  return createWords([...new Set([usual, ...others].map((words) => words.join('')))], usual);
}

/** Most texts are. */
const ascii = /^[\0-\x7f]*$/;

/** The same of ASCII, which has one form. */
function toAsciiWords(text: string, drop: ReadonlySet<string> | undefined): Words | undefined {
  const words = withoutDropped(asciiWordsOf(text), drop);
  const [first] = words;
  return first === undefined ? undefined : createWords([words.length === 1 ? first : words.join('')], words);
}

/** The words of ASCII text in small letters. An apostrophe stands inside a word. */
function asciiWordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/['`]/g, '')
      .match(/[a-z\d]+/g) ?? []
  );
}

/** Its folded words alone, in their usual form. */
export function wordsIn(text: string): readonly string[] {
  const read = beginningOf(text);
  return ascii.test(read) ? asciiWordsOf(read) : (toWords(read)?.words ?? []);
}

/** Words from spellings that are folded already, the usual one first. */
export function createWords(forms: readonly string[], words: readonly string[]): Words {
  const [form = ''] = forms;
  let letters = 0;
  for (let index = 0; index < form.length; index++) letters |= 1 << (form.charCodeAt(index) & 31);
  return { form, forms, words, letters };
}

/** Words of one folded form. An apostrophe stands inside a word (O'Brien is obrien), everything else between words. */
function splitWords(form: string, drop: ReadonlySet<string> | undefined): readonly string[] {
  const words = form
    .replaceAll("'", '')
    .split(notWordCharacters)
    .filter((word) => word !== '');
  return withoutDropped(words, drop);
}

/** A text of nothing but words to drop is a name after all: Sir, Rev and Jr exist as names. */
function withoutDropped(words: readonly string[], drop: ReadonlySet<string> | undefined): readonly string[] {
  if (!drop?.size || !words.some((word) => drop.has(word))) return words;
  const kept = words.filter((word) => !drop.has(word));
  return kept.length > 0 ? kept : words;
}

/** Whether two texts have a folded form in common. */
export function haveSameForm(left: Words, right: Words): boolean {
  if (left.form === right.form) return true;
  if (left.forms.length === 1 && right.forms.length === 1) return false;
  return left.forms.some((form) => right.forms.includes(form));
}

/**
 * How many letters only one of two texts has. Each edit changes two at most, so that texts with many can be told apart before any
 * alignment: that is what most pairs of unlike names cost.
 */
export function countOtherLetters(left: Words, right: Words): number {
  let bits = left.letters ^ right.letters;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}
