/**
 * Writes a text that is all in capitals, or all in small letters, as names are written: for people who read it. Matching folds
 * case anyway. A text of mixed case is somebody's own spelling and stays.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Small in the middle of a name or an address. */
const small = words(
  'de del della der den di da das dos do du la le los las van von vom zu ter ten y e und and of the upon on in under',
);

/** Written in capitals: generations, points of the compass, post office boxes. */
const capitals = words('ii iii iv po rr hc apo fpo dpo bfpo ne nw se sw');

const mixed = 'mixed';
type LetterCase = 'none' | 'single' | 'capital' | 'small' | typeof mixed;

/** `SMITH-JONES` is `Smith-Jones`, `O'BRIEN` `O'Brien`, `MCDONALD` `McDonald`, `van der berg` `van der Berg`. A lone letter stays. */
export function fixLetterCase(text: string): string {
  // The same streets come again behind other house numbers, which have no case.
  const start = /^[0-9]+ /.exec(text)?.[0].length ?? 0;
  return start === 0 ? fixAnew(text) : text.slice(0, start) + fixStreet(text.slice(start));
}

const streets = new Map<string, string>();
/** Bounded, as any text may come; longer ones are hardly met again. */
const [mostStreets, longestStreet] = [50_000, 60];

function fixStreet(text: string): string {
  const known = streets.get(text);
  if (known !== undefined) return known;
  const fixed = fixAnew(text);
  if (streets.size >= mostStreets) streets.clear();
  if (text.length <= longestStreet) streets.set(text, fixed);
  return fixed;
}

function fixAnew(text: string): string {
  const letterCase = findCase(text);
  if (letterCase !== 'capital' && letterCase !== 'small') return text;
  const lower = text.toLowerCase();
  if (simpleWord.test(lower)) return capitaliseFirst(lower);
  const isPlain = isAscii(lower);
  const fixed = lower.replace(isPlain ? asciiWords : anyWords, writeWord);
  return isPlain ? fixed : fixed.normalize('NFC');
}

const written = new Map<string, string>();
/** Bounded, as any text may come. */
const mostWritten = 20_000;

/** A word in small letters as it is written; the same words come again and again. */
function writeWord(word: string): string {
  const known = written.get(word);
  if (known !== undefined) return known;
  const made = small.has(word) ? word : capitalise(word);
  if (written.size >= mostWritten) written.clear();
  if (word.length <= 30) written.set(word, made);
  return made;
}

const asciiWords = /[a-z\d]+(?:'[a-z]+)*/g;
const anyWords = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** A word that no rule touches, which most are: too long for an abbreviation or a particle, no apostrophe, not Mc. */
const simpleWord = /^[a-z][abd-z][a-z]{3,}$/;

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function capitaliseFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** ASCII is looked at letter by letter, which is many times as fast. */
function findCase(text: string): LetterCase {
  let upper = 0;
  let lower = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 127) return findCaseOfAny(text);
    if (code >= 65 && code <= 90) upper++;
    else if (code >= 97 && code <= 122) lower++;
    if (upper > 0 && lower > 0) return mixed;
  }
  if (upper + lower < 2) return upper + lower === 0 ? 'none' : 'single';
  return upper > 0 ? 'capital' : 'small';
}

function findCaseOfAny(text: string): LetterCase {
  const lower = text.toLowerCase();
  const upper = text.toUpperCase();
  if (lower === upper) return 'none';
  if (text !== lower && text !== upper) return mixed;
  if (!/\p{L}[^\p{L}]*\p{L}/u.test(text)) return 'single';
  return text === upper ? 'capital' : 'small';
}

function capitalise(word: string): string {
  if (simpleWord.test(word)) return capitaliseFirst(word);
  const whole = word.toUpperCase();
  if (capitals.has(word)) return whole;
  const first = /^\p{L}/u.exec(word)?.[0];
  // A number with a letter is a house number: 14A.
  if (first === undefined) return /^\p{N}+\p{L}$/u.test(word) && whole.length === word.length ? whole : word;
  if (/^[dol]['’]\p{L}/u.test(word)) return whole.slice(0, 3) + word.slice(3);
  if (/^mc[a-z]{3}/u.test(word)) return `Mc${whole.slice(2, 3)}${word.slice(3)}`;
  // ß and its like have no capital of one letter.
  const capital = first.toUpperCase();
  return capital.length === first.length ? capital + word.slice(first.length) : word;
}
