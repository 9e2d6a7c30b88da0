/**
 * Writes a text that is all in capitals, or all in small letters, as names are written: for people who read it. Matching folds
 * case anyway. A text of mixed case is somebody's own spelling and stays.
 */

/** Small in the middle of a name or an address. */
const small = new Set(
  'de del della der den di da das dos do du la le los las van von vom zu ter ten y e und and of the upon on in under'.split(' '),
);

/** Written as they are: a directions, floors and roman numbers. */
const capitals = new Set('II III IV PO BOX RR HC APO FPO DPO BFPO NE NW SE SW'.split(' ').filter((word) => word !== 'BOX'));

/** `SMITH-JONES` is `Smith-Jones`, `O'BRIEN` `O'Brien`, `MCDONALD` `McDonald`, `van der berg` `van der Berg`. Initials stay. */
export function fixLetterCase(text: string): string {
  if (!isOfOneCase(text)) return text;
  return text
    .toLowerCase()
    .replace(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu, (word) => (small.has(word) ? word : capitalise(word)));
}

/** Two cased letters or more, all capitals or all small. */
function isOfOneCase(text: string): boolean {
  const lower = text.toLowerCase();
  const upper = text.toUpperCase();
  if (lower === upper || (text !== lower && text !== upper)) return false;
  return /\p{L}.*?\p{L}/u.test(text);
}

function capitalise(word: string): string {
  const whole = word.toUpperCase();
  if (capitals.has(whole)) return whole;
  const first = /^\p{L}/u.exec(word)?.[0] ?? '';
  // A number with a letter is a house number: 14A.
  if (first === '') return /^\p{N}+\p{L}$/u.test(word) ? whole : word;
  const apostrophe = /^([dol])(['’])(\p{L})(.*)$/u.exec(word);
  if (apostrophe) return whole.slice(0, 3) + word.slice(3);
  if (/^mc\p{L}{3}/u.test(word)) return `Mc${whole.slice(2, 3)}${word.slice(3)}`;
  return first.toUpperCase() + word.slice(first.length);
}
