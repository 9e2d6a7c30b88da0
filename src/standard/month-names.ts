/**
 * The names of the months, English and Welsh, as data: Chromium's Intl has no Welsh. For reading what was typed; a page
 * that shows a month uses its own messages.
 */

const english = 'january february march april may june july august september october november december';
const welsh = 'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr';

const languages: readonly (readonly string[])[] = [english.split(' '), welsh.split(' ')];

/** Letters that a short form must have: with three no two months of any language of ours begin alike. */
const shortest = 3;

/**
 * 1 to 12 for a month's name in English, Welsh or one of the `further` languages, full or cut short (`mar`, `sept`, `gorff`), in
 * any case, with accents or without; else `undefined`.
 */
export function readMonthName(typed: string, further: readonly (readonly string[])[] = []): number | undefined {
  const name = typed.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const isName = (month: string) => month === name || (name.length >= shortest && month.startsWith(name));
  const place = Math.max(...[...languages, ...further].map((months) => months.findIndex(isName)));
  return place < 0 ? undefined : place + 1;
}
