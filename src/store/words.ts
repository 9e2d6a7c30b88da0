/** The words that names are looked up by: what `findByName` takes, and what the store keeps beside each record. */
import { foldText } from '../standard/fold.ts';
import type { Identity } from '../standard/identity.ts';

/** A word of a name is cut here: nobody searches by more, and an index entry has a limit. */
const longestWord = 64;

/** Folded words of a text, each once: `O’Brien-Smith` gives `obrien` and `smith`. */
export function wordsOf(text: string): readonly string[] {
  const words = foldText(text)
    .replaceAll("'", '')
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  return [...new Set(words.filter((word) => word !== '').map((word) => word.slice(0, longestWord)))];
}

/** The words of all names in an identity: the present one, the one before, and the one that the person goes by. */
export function nameWordsOf({ name = {}, previousName = {}, preferredName = '' }: Identity): readonly string[] {
  const parts = [name, previousName].flatMap(({ given, middle, family, full }) => [given, middle, family, full]);
  return wordsOf([...parts, preferredName].filter((part) => part !== undefined).join(' '));
}
