/**
 * What two names have in common whatever box each word stands in: given and family name in other boxes (Nguyen Tuan is Duc Tuan Nguyen), an
 * initial for the father's name (S. Rajan is Rajan Sinnathurai), a forename taken besides the first one (Raymond Wong is Wong Tsz Wah). Facts
 * about names for name.ts, not levels.
 */
import { hasNicknames } from '../nicknames.ts';
import { alignmentDistance } from '../string-distance.ts';
import type { PreparedName } from './name-parts.ts';

/** `all` where the shorter name's words are all among the longer's, two or more of them; `initial` where one of two is a letter. */
export type Rearranged = 'all' | 'initial';

/** Whether one name is the other in another order, some words left out; nothing where it is not. */
export function findRearranged(a: PreparedName, b: PreparedName): Rearranged | undefined {
  const isShort = a.given?.form.length === 1 || b.given?.form.length === 1;
  if (!isShort && !mayHold(a.letters, b.letters) && !mayHold(b.letters, a.letters)) return undefined;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  // Of two equally long either may come first: the same one whichever way they are given.
  const isLeftFirst = left.length < right.length || (left.length === right.length && left.join(' ') < right.join(' '));
  if (isLeftFirst ? areAllAmong(left, right) : areAllAmong(right, left)) return 'all';
  return isCrossedInitial(a, b) || isCrossedInitial(b, a) ? 'initial' : undefined;
}

/** Whether all letters of one are the other's too, but for a slip's in each of two words. Most pairs end here. */
function mayHold(letters: number, others: number): boolean {
  let missing = letters & ~others;
  let count = 0;
  for (; missing !== 0; missing &= missing - 1) count++;
  return count <= 2;
}

/** Two words or more, none a letter, each with one of its own on the other side. */
function areAllAmong(words: readonly string[], others: readonly string[]): boolean {
  const free = [...others];
  return (
    words.length > 1 &&
    words.every((word) => {
      const place = word.length > 1 ? free.findIndex((other) => isSame(word, other)) : -1;
      return place >= 0 && free.splice(place, 1).length === 1;
    })
  );
}

function wordsOf({ given, middle, family }: PreparedName): readonly string[] {
  return [...(given?.words ?? []), ...middle, ...(family?.words ?? [])];
}

/** One edit in six letters or more. */
function isSame(word: string, other: string): boolean {
  return word === other || (Math.min(word.length, other.length) >= 6 && alignmentDistance(word, other, 1) <= 1);
}

/** `S. Rajan` and Rajan Sinnathurai: two boxes crossed, the first a letter. A middle initial is not such a one: it may be a relative's. */
function isCrossedInitial(short: PreparedName, long: PreparedName): boolean {
  const { given, family } = short;
  if (given?.form.length !== 1 || family === undefined || long.given === undefined || long.family === undefined) return false;
  return long.family.form.startsWith(given.form) && long.family.form.length > 1 && isSame(family.form, long.given.form);
}

/** The commonest surnames of China, Hong Kong, Taiwan, Vietnam and Korea, as they are written in Latin letters, folded. */
const eastAsianSurnames = new Set(
  (
    'wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao ' +
    'yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong wang tian ren fan fang shi yao tan liao zou xiong jin ' +
    'chan wong lee leung cheung lau ho ng chow chu lam tsang lo mak kwok fung cheng law yip tam poon yeung tse chiu siu hui choi wu kwan lai kwong ' +
    'yuen mok tsui fong lui shum hung yiu ip man tong au yau chau pang ko tsoi cheuk kam mui kan ' +
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly dinh dao doan trinh truong luong mai to ta quach thai chung ' +
    'kim park choi jung kang cho yoon jang lim shin seo kwon hwang ahn'
  ).split(' '),
);

/** Forenames usual among English speakers of those names, beyond those that have short forms. */
const westernForenames = new Set(
  (
    'amy lily raymond joyce ivy iris ivan carmen fanny jacky eric vincent kelvin calvin simon jason kevin alan allen ada grace ruby ruth sally sandy ' +
    'stella tiffany tina wendy gloria karen helen joey johnny jimmy kenny ken ben sam tom leo oscar felix gary carol cherry candy cindy coco daisy ' +
    'eva flora heidi irene jenny julia judy kelly lisa lucy mandy maggie may mimi nancy olivia phoebe queenie rita rose sophia sarah yvonne zoe ' +
    'alex andy brian bruce carl chris colin dennis derek dicky eddie edwin ernest frank george harry henry herman howard jack jerry joe keith kitty ' +
    'louis marcus martin matthew michael nelson nick patrick paul peter philip ricky rocky roy ryan scott stanley steve terence tim tony victor wilson'
  ).split(' '),
);

/**
 * Whether of two forenames beside an East Asian surname one alone is a Western one: then they say nothing, because who bears such a name
 * has another besides.
 */
export function haveOtherOrigins(a: PreparedName, b: PreparedName): boolean {
  if (!isEastAsian(a) && !isEastAsian(b)) return false;
  return hasWestern(a) !== hasWestern(b);
}

/** Whether a word of a name is one of those surnames. */
export function isEastAsian({ given, middle, family }: PreparedName): boolean {
  return holdsEastAsian(family?.words) || holdsEastAsian(given?.words) || holdsEastAsian(middle);
}

function holdsEastAsian(words: readonly string[] = []): boolean {
  for (const word of words) if (eastAsianSurnames.has(word)) return true;
  return false;
}

function hasWestern({ given, middle, family }: PreparedName): boolean {
  const isWestern = (word: string): boolean => word.length > 2 && (westernForenames.has(word) || hasNicknames(word));
  // Crossed, the forename stands in the surname's box.
  return [given?.words[0], family?.words[0], ...middle].some(
    (word) => word !== undefined && !eastAsianSurnames.has(word) && isWestern(word),
  );
}
