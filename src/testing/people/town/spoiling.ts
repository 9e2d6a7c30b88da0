/** What hands, scanners and short columns do to a text. */
import { withTypo } from '../variants.ts';
import type { Random } from '../random.ts';
import type { Habits } from './habits.ts';

/** The text with the mistakes that a system's habits bring. `typo` is the share of texts with a slip of the finger. */
export function spoil(text: string, habits: Habits, random: Random): string {
  if (text === '') return text;
  let spoilt = text.length > 2 && /\p{L}.*\p{L}/u.test(text) && random.chance(habits.typo) ? withTypo(text, random) : text;
  if (random.chance(habits.opticalErrors)) spoilt = misread(spoilt, random);
  if (habits.longest !== undefined) spoilt = spoilt.slice(0, habits.longest).trimEnd();
  return habits.letters === 'upper' ? spoilt.toUpperCase() : habits.letters === 'lower' ? spoilt.toLowerCase() : spoilt;
}

const misreadings: readonly (readonly [RegExp, string])[] = [
  [/o/iu, '0'],
  [/l/iu, '1'],
  [/i/iu, 'l'],
  [/s/iu, '5'],
  [/b/iu, '8'],
  [/rn/iu, 'm'],
  [/m/iu, 'rn'],
  [/e/iu, 'c'],
  [/h/iu, 'b'],
  [/u/iu, 'v'],
  [/0/u, 'O'],
  [/1/u, 'I'],
];

/** One letter taken for another that looks like it. */
function misread(text: string, random: Random): string {
  const [from, to] = random.pick(misreadings);
  return text.replace(from, to);
}

/** A digit is another, or two are swapped. */
export function withWrongDigit(digits: string, random: Random): string {
  const at = random.integer(2, digits.length - 2);
  if (random.chance(0.4)) return digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
  return digits.slice(0, at) + String((Number(digits[at]) + random.integer(1, 9)) % 10) + digits.slice(at + 1);
}
