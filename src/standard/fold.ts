/**
 * Folds text to keys for matching: case, accents, width, apostrophes and dashes no longer tell two spellings apart.
 * For finding the same person, never for showing or storing a name, and not a comparison (matching/).
 */
import { foldDigits } from './text.ts';

/**
 * Letters that NFD does not take apart, and their usual Latin spelling (ICAO Doc 9303 part 3 §6, table A); where a plain
 * letter is as usual as two letters, it stands first.
 */
const letters: Readonly<Record<string, readonly [string, string?]>> = {
  ß: ['ss'],
  æ: ['ae'],
  œ: ['oe'],
  ø: ['o', 'oe'],
  þ: ['th'],
  ð: ['d'],
  đ: ['d'],
  ħ: ['h'],
  ŧ: ['t'],
  ł: ['l'],
  ŀ: ['l'],
  ı: ['i'],
  ŋ: ['n'],
  ĸ: ['q'],
  ƒ: ['f'],
  ə: ['e'],
};

/** Letters with a mark that are usually written as two, and that NFD would make one. */
const markedLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa' };

const foldable = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');
const foldableMarked = new RegExp(`[${Object.keys(markedLetters).join('')}]`, 'gu');

/** One key for a text: lower case, ASCII where Latin letters allow it; `'` and `-` unified and kept, words one space apart. */
export function foldText(text: string): string {
  return spell(unify(text), ([short]) => short);
}

/** Every usual key, the one of {@link foldText} first: `Müller` gives `muller` and `mueller`. One or two. */
export function foldKeys(text: string): readonly string[] {
  const unified = unify(text);
  const twoLetters = unified.replace(foldableMarked, (letter) => markedLetters[letter] ?? letter);
  return [...new Set([spell(unified, ([short]) => short), spell(twoLetters, ([short, long]) => long ?? short)])];
}

/** Compatibility forms, case, digits, invisible characters, and the several spellings of apostrophe and hyphen. */
function unify(text: string): string {
  const compatible = unifyPunctuation(text).normalize('NFKC').toLowerCase().normalize('NFKC');
  return unifyPunctuation(foldDigits(compatible)).replace(/\p{Cf}+/gu, '');
}

/** Before NFKC, which makes a space of an acute accent that stands alone, and after it, for the full-width ones. */
function unifyPunctuation(text: string): string {
  return text.replace(/['’ʼʻ‘`´ʹ′]/gu, "'").replace(/[-‐‑‒–—―−]/gu, '-');
}

/** Only the marks of Latin, Greek and Cyrillic go: in other scripts a mark is a vowel. */
function spell(unified: string, choose: (spellings: readonly [string, string?]) => string): string {
  const unmarked = unified
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/gu, '')
    .normalize('NFC');
  return unmarked
    .replace(foldable, (letter) => choose(letters[letter] ?? [letter]))
    .replace(/\s+/gu, ' ')
    .trim();
}
