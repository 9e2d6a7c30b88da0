/**
 * Compares numbered names, as comparisons/name.ts does, many times as fast: forenames and surnames are numbered by themselves, and how two
 * of them came out is remembered; whether the rules about both together can hold at all is told from bits. No rule of its own: what may be
 * otherwise is asked of name.ts.
 */
import { codeOf } from './compare.ts';
import { isEastAsian } from './comparisons/name-orders.ts';
import { compareGiven, compareNames, compareSurnames, isTitle, type PreparedName } from './comparisons/name.ts';
import { type CodeOfTwo, countOtherBits, createNumbering, remembering } from './pair-memory.ts';
import { textOf } from './part-preparer.ts';
import { createInt32s } from './large-lists.ts';

/** The code of the forename's level, and from the fifth bit on that of the surname's. */
export function createNameCodes(names: readonly PreparedName[]): CodeOfTwo {
  const facts = factsOf(names);
  const partLevels = createPartLevels(names, facts);
  const whole = remembering((one, other) => {
    const [a, b] = [names[one], names[other]];
    if (a === undefined || b === undefined) return 0;
    const { given, family } = compareNames(a, b);
    return codeOf('given', given) | (codeOf('family', family) << 4);
  });
  return (one, other) => {
    const [left, right] = [width * one, width * other];
    if (((facts[left] ?? 0) & (facts[right] ?? 0) & full) === 0) return whole(one, other);
    const code = partLevels(one, other);
    return isSettled(facts, { left, right, code }) ? code : whole(one, other);
  };
}

/** Has both parts; has a middle name, a generation, a surname of a community, a title for a forename. */
const [full, middle, suffix, community, title] = [1, 2, 4, 8, 16];
/** Its forename is a letter; its surname is; a part has several forms; its surname or forename has several words; is perhaps East Asian. */
const [initial, familyInitial, forms, words, eastAsian] = [32, 64, 128, 256, 512];

/**
 * What numbers and bits tell of names: `width` numbers for each, side by side, as they are read together. Flags, the numbers of forename
 * and surname, the letters of forename, surname and all parts.
 */
type NameFacts = Int32Array;
const width = 8;
const [givenAt, familyAt, givenLettersAt, familyLettersAt, lettersAt] = [1, 2, 3, 4, 5];

function factsOf(names: readonly PreparedName[]): NameFacts {
  const [givenNumber, familyNumber] = [createNumbering(), createNumbering()];
  const facts = createInt32s(width * names.length);
  for (const [index, name] of names.entries()) {
    const { given, family, letters } = name;
    const at = width * index;
    facts[at] = flagsOf(name);
    facts[at + givenAt] = given ? givenNumber(textOf(given)) : -1;
    facts[at + familyAt] = family ? familyNumber(textOf(family)) : -1;
    facts[at + givenLettersAt] = given?.letters ?? 0;
    facts[at + familyLettersAt] = family?.letters ?? 0;
    facts[at + lettersAt] = letters;
  }
  return facts;
}

function flagsOf(name: PreparedName): number {
  const { given, family } = name;
  if (given === undefined || family === undefined) return 0;
  return (
    full |
    (name.middle.length > 0 ? middle : 0) |
    (name.suffix !== undefined ? suffix : 0) |
    (name.isCommunity ? community : 0) |
    (isTitle(given) ? title : 0) |
    (given.form.length === 1 ? initial : 0) |
    (family.form.length === 1 ? familyInitial : 0) |
    (given.forms.length + family.forms.length > 2 ? forms : 0) |
    (given.words.length + family.words.length > 2 ? words : 0) |
    (isEastAsian(name) ? eastAsian : 0)
  );
}

/** The levels of the parts, each beside its own kind. Without middle names these depend on forenames and on surnames alone. */
function createPartLevels(names: readonly PreparedName[], facts: NameFacts): CodeOfTwo {
  const [givenBearers, familyBearers] = [bearersOf(givenAt, names, facts), bearersOf(familyAt, names, facts)];
  const bits = memoryFor(names.length);
  const givenCodes = remembering((one, other) => {
    const [a, b] = [givenBearers[one], givenBearers[other]];
    return a && b ? codeOf('given', compareGiven(a, b)) : 0;
  }, bits);
  const familyCodes = remembering((one, other) => {
    const [a, b] = [familyBearers[one], familyBearers[other]];
    return a && b ? codeOf('family', compareSurnames(a, b)) : 0;
  }, bits);
  return (one, other) => {
    const [left, right] = [width * one, width * other];
    const [ours, theirs] = [facts[left] ?? 0, facts[right] ?? 0];
    const any = ours | theirs;
    if ((any & middle) !== 0) {
      const [a, b] = [names[one], names[other]];
      return a && b ? codeOf('given', compareGiven(a, b)) | (codeOf('family', compareSurnames(a, b)) << 4) : 0;
    }
    const code = givenCodes(facts[left + givenAt] ?? -1, facts[right + givenAt] ?? -1);
    if (((ours ^ theirs) & community) !== 0) return code;
    // Surnames of one word that differ in so many letters are not alike in any way.
    const isSimple = (any & (forms | words | familyInitial)) === 0;
    if (isSimple && countOtherBits(facts[left + familyLettersAt] ?? 0, facts[right + familyLettersAt] ?? 0) > 6)
      return code | (familyDiffers << 4);
    return code | (familyCodes(facts[left + familyAt] ?? -1, facts[right + familyAt] ?? -1) << 4);
  };
}

/** Room for about as many pairs of forenames as there are names, in bits: the more names, the more pairs meet again. */
function memoryFor(names: number): number {
  return Math.min(20, Math.max(12, Math.ceil(Math.log2(names + 1)) + 1));
}

/** For each number of a part, a name without a middle name that has it. */
function bearersOf(at: number, names: readonly PreparedName[], facts: NameFacts): readonly (PreparedName | undefined)[] {
  const bearers: PreparedName[] = [];
  for (const [index, name] of names.entries()) {
    const isBare = ((facts[width * index] ?? 0) & (full | middle)) === full;
    if (isBare) bearers[facts[width * index + at] ?? 0] ??= name;
  }
  return bearers;
}

interface NamePair {
  /** Where the facts of either begin. */
  readonly left: number;
  readonly right: number;
  readonly code: number;
}

const [givenDiffers, givenIsWeak] = [codeOf('given', 'differ'), codeOf('given', 'weak')];
const familyDiffers = codeOf('family', 'differ');

/** Whether the levels of the parts stand: no rule of `settleNames` about both together can hold. */
function isSettled(facts: NameFacts, { left, right, code }: NamePair): boolean {
  const [ours, theirs] = [facts[left] ?? 0, facts[right] ?? 0];
  const any = ours | theirs;
  const [given, family] = [code & 15, code >>> 4];
  const isUnlike = given === givenDiffers || given === givenIsWeak;
  if (!isUnlike && (family !== familyDiffers || (any & middle) === 0)) return (ours & theirs & suffix) === 0;
  if ((any & (forms | initial)) !== 0) return false;
  const isSimple = (any & (words | middle)) === 0;
  if (isSimple ? mayBeSwapped(facts, left, right) : mayBeRearranged(facts, left, right)) return false;
  if (!isUnlike) return true;
  if (((ours ^ theirs) & title) !== 0) return false;
  if (family === familyDiffers) return !mayHoldSurname(facts, left, right) && !mayHoldSurname(facts, right, left);
  return family === 0 || (any & eastAsian) === 0;
}

/** Of two words each, unlike in the first: each in the other's box. A slip changes two letters at most. */
function mayBeSwapped(facts: NameFacts, left: number, right: number): boolean {
  return (
    countOtherBits(facts[left + givenLettersAt] ?? 0, facts[right + familyLettersAt] ?? 0) <= 2 &&
    countOtherBits(facts[right + givenLettersAt] ?? 0, facts[left + familyLettersAt] ?? 0) <= 2
  );
}

/** Given and family name in each other's box, or the words of one among the other's. */
function mayBeRearranged(facts: NameFacts, left: number, right: number): boolean {
  const [ours, theirs] = [facts[left + lettersAt] ?? 0, facts[right + lettersAt] ?? 0];
  return (
    countOtherBits(ours & ~theirs, 0) <= 2 ||
    countOtherBits(theirs & ~ours, 0) <= 2 ||
    countOtherBits(facts[left + givenLettersAt] ?? 0, facts[right + familyLettersAt] ?? 0) <= 2 ||
    countOtherBits(facts[right + givenLettersAt] ?? 0, facts[left + familyLettersAt] ?? 0) <= 2
  );
}

/** Whether one's surname may stand among the words of the other's forename. */
function mayHoldSurname(facts: NameFacts, of: number, other: number): boolean {
  return ((facts[of + familyLettersAt] ?? 0) & ~(facts[other + givenLettersAt] ?? 0)) === 0;
}
