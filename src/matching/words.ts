/**
 * Folded words: what every comparison and every blocking key is made of. Folding itself is the standard's; this cuts the folded
 * text into words and keeps both forms where two are usual (Müller as MULLER and as MUELLER).
 */
import { foldKeys } from '../standard/fold.ts';

/** One text, ready to compare. `forms` are its folded spellings without spaces, the usual one first; `words` those of the usual one. */
export interface Words {
  readonly forms: readonly string[];
  readonly words: readonly string[];
}

const notWordCharacters = /[^\p{L}\p{M}\p{N}]+/u;

/** Cuts text into folded words; nothing is left of a text without a letter or digit. `drop` leaves out words that say nothing (titles). */
export function toWords(text: string | undefined, drop?: ReadonlySet<string>): Words | undefined {
  if (text === undefined || text === '') return undefined;
  const [usual, ...others] = foldKeys(text).map((form) => splitWords(form, drop));
  if (usual === undefined || usual.length === 0) return undefined;
  return { forms: [...new Set([usual, ...others].map((words) => words.join('')))], words: usual };
}

/** Words of one folded form. An apostrophe stands inside a word (O'Brien is obrien), everything else between words. */
function splitWords(form: string, drop: ReadonlySet<string> | undefined): string[] {
  const words = form
    .replaceAll("'", '')
    .split(notWordCharacters)
    .filter((word) => word !== '');
  // A text of nothing but such words is a name after all: Sir, Rev and Jr exist as names.
  const kept = drop ? words.filter((word) => !drop.has(word)) : words;
  return kept.length > 0 ? kept : words;
}

/** Whether two texts have a folded form in common. */
export function haveSameForm(left: Words, right: Words): boolean {
  return left.forms.some((form) => right.forms.includes(form));
}
