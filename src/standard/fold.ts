/**
 * Folds text to keys for matching: case, accents, width, apostrophes and dashes no longer tell two spellings apart.
 * For finding the same person, never for showing or storing a name, and not a comparison (matching/).
 */
import { foldDigits } from './text.ts';

/**
 * Letters that NFD does not take apart, and their usual Latin spelling: those of ICAO Doc 9303 part 3 §6, table A, and in the same way the
 * hooked, barred and open letters of African and Sami languages, which it leaves out. Where a plain letter is as usual as two letters,
 * it stands first.
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
  ı: ['i'],
  ŋ: ['n'],
  ĸ: ['q'],
  ƒ: ['f'],
  ə: ['e'],
  ǝ: ['e'],
  ɓ: ['b'],
  ɖ: ['d'],
  ɗ: ['d'],
  ɛ: ['e'],
  ǥ: ['g'],
  ɠ: ['g'],
  ɣ: ['g'],
  ɨ: ['i'],
  ƙ: ['k'],
  ɲ: ['n'],
  ɔ: ['o'],
  ʉ: ['u'],
  ʋ: ['v'],
  ⱱ: ['v'],
  ƴ: ['y'],
  ʒ: ['z'],
};

const foldable = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** Of taken-apart letters, those whose mark is usually written as a second letter: ä ö ü, whatever else stands on them, and å. */
const umlaut = /([aou])\u0308/gu;
const ring = /a\u030a/gu;

/** Marks that go: those on Latin, Greek and Cyrillic letters; Hebrew points, Arabic vowel marks and lengthening, which people leave out. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]+|\u0640+/gu;

/** One key for a text: lower case, ASCII where Latin letters allow it; `'` and `-` unified and kept, words one space apart. */
export function foldText(text: string): string {
  return isAscii(text) ? foldAscii(text) : spell(unify(text), ([short]) => short);
}

/** Every usual key, the one of {@link foldText} first: `Müller` gives `muller` and `mueller`. One or two. */
export function foldKeys(text: string): readonly string[] {
  if (isAscii(text)) return [foldAscii(text)];
  const unified = unify(text);
  const twoLetters = unified.replace(umlaut, '$1e').replace(ring, 'aa');
  return [...new Set([spell(unified, ([short]) => short), spell(twoLetters, ([short, long]) => long ?? short)])];
}

/** Most texts are, and the rest of this file has little to do for them. */
function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function foldAscii(text: string): string {
  return text.toLowerCase().replaceAll('`', "'").replace(/\s+/g, ' ').trim();
}

/** Compatibility forms, case, digits, invisible characters, and the several spellings of apostrophe and hyphen; marks apart. */
function unify(text: string): string {
  const compatible = unifyPunctuation(text).normalize('NFKC').toLowerCase().normalize('NFKC');
  return unifyPunctuation(foldDigits(compatible))
    .replace(/\p{Cf}+/gu, '')
    .normalize('NFD');
}

/**
 * Before NFKC, which makes a space of an acute accent that stands alone, and after it, for the full-width ones. Glottal stops of the
 * Pacific, of Mayan languages and of scholars' Arabic count as apostrophes, and so does the Hebrew geresh: people type one for them.
 */
function unifyPunctuation(text: string): string {
  return text.replace(/['’ʼʻ‘‛`´ʹ′ʾʿꞌꞋ׳՚]/gu, "'").replace(/[-‐‑‒–—―−־֊]/gu, '-');
}

/** In other scripts than those of {@link marks} a mark is a vowel, and stays. `l·l` is Catalan for a long l, which others write `ll`. */
function spell(takenApart: string, choose: (spellings: readonly [string, string?]) => string): string {
  return takenApart
    .replace(marks, '')
    .normalize('NFC')
    .replace(foldable, (letter) => choose(letters[letter] ?? [letter]))
    .replace(/l[·‧](?=l)/gu, 'l')
    .replace(/\s+/gu, ' ')
    .trim();
}
