/**
 * Compares names: a forename level and a surname level from one look at both, because a name may be crossed (given and family
 * swapped), single, or hold a middle name in either part. Not how much a level says: that is the model's.
 */
import type { LevelLabel } from '../model.ts';
import { isNickname } from '../nicknames.ts';
import { alignmentDistance, jaroWinklerSimilarity } from '../string-distance.ts';
import { countOtherLetters, haveSameForm, type Words } from '../words.ts';
import { findRearranged, haveOtherOrigins } from './name-orders.ts';
import { type PreparedName, titles } from './name-parts.ts';

export { createNamePreparer, type PreparedName, prepareName } from './name-parts.ts';

export interface NameAgreement {
  readonly given?: LevelLabel<'given'>;
  readonly family?: LevelLabel<'family'>;
}

/** Compares both parts of two names; no level for a part that either lacks. */
export function compareNames(a: PreparedName, b: PreparedName): NameAgreement {
  if (a.family === undefined || b.family === undefined || a.given === undefined || b.given === undefined)
    return compareSingleNames(a, b);
  return settleNames(a, b, { given: compareGiven(a, b), family: compareSurnames(a, b) });
}

/** What forenames and surnames came out at, each beside its own kind; no level for surnames of two kinds. */
export interface PartLevels {
  readonly given: LevelLabel<'given'>;
  readonly family: LevelLabel<'family'> | undefined;
}

/** What two names of two parts each come out at, both parts seen together. */
export function settleNames(a: PreparedName, b: PreparedName, { given, family }: PartLevels): NameAgreement {
  const agreement = { given, ...(family && { family }) };
  const isUnlike = given === 'differ' || given === 'weak';
  if (!isUnlike && (family !== 'differ' || a.middle.length + b.middle.length === 0))
    return areOtherGenerations(a, b) ? { ...agreement, given: 'generation' } : agreement;
  if (areCrossed(a, b)) return { given: 'crossed' };
  const rearranged = findRearranged(a, b);
  if (rearranged) return { given: rearranged === 'all' ? 'crossed' : 'crossed-initial' };
  if (!isUnlike) return agreement;
  // Sir Grove and George Grove: a title in place of the forename says nothing of it.
  if (isTitle(a.given) !== isTitle(b.given)) return family ? { family } : {};
  // The surname before the forename, and the forename another: Fung Siu Hoi is Sandra Fung.
  const surname = family === 'differ' && areHalfCrossed(a, b) ? 'part' : family;
  const saysNothing = surname !== undefined && surname !== 'differ' && haveOtherOrigins(a, b);
  return { ...(saysNothing ? {} : { given }), ...(surname && { family: surname }) };
}

/** No level where only one of the two has a surname of the usual kind; middle names may hold a surname of two. */
export function compareSurnames(a: PreparedName, b: PreparedName): LevelLabel<'family'> | undefined {
  if (a.family === undefined || b.family === undefined || a.isCommunity !== b.isCommunity) return undefined;
  const level = compareFamily(a.family, b.family);
  if (level !== 'differ' && level !== 'weak') return level;
  if (a.family.form.length === 1 || b.family.form.length === 1)
    return a.family.form.charAt(0) === b.family.form.charAt(0) ? 'weak' : 'differ';
  return holdsSurname(a.middle, b.family) || holdsSurname(b.middle, a.family) ? 'part' : level;
}

function holdsSurname(middle: readonly string[], { words }: Words): boolean {
  return middle.some((name) => name.length > 2 && words.includes(name));
}

function areHalfCrossed(a: PreparedName, b: PreparedName): boolean {
  return standsFirst(a.family, b) || standsFirst(b.family, a);
}

function standsFirst(family: Words | undefined, { given }: PreparedName): boolean {
  return family !== undefined && given !== undefined && family.form.length > 1 && given.words.includes(family.form);
}

/** One of the two has one name only: it may be the other's given or family name. */
function compareSingleNames(a: PreparedName, b: PreparedName): NameAgreement {
  if (a.given !== undefined && b.given !== undefined) {
    const given = compareGiven(a, b);
    const other = a.family ?? b.family;
    const single = a.family === undefined ? a.given : b.given;
    if (given === 'differ' && other !== undefined && areClose(single, other, 0.93))
      return { family: compareFamily(single, other) };
    return { given };
  }
  const left = a.family ?? a.given;
  const right = b.family ?? b.given;
  if (left === undefined || right === undefined) return {};
  // A surname alone beside a forename alone: the same single name, filed in another box.
  return a.family === undefined || b.family === undefined
    ? { given: haveSameForm(left, right) ? 'exact' : areOneSlipApart(left, right) ? 'slip' : 'differ' }
    : { family: compareFamily(left, right) };
}

/** Whether a forename is none but a title. */
export function isTitle(given: Words | undefined): boolean {
  return given?.words.length === 1 && titles.has(given.words[0] ?? '');
}

/** Compares forenames, middle names beside them. */
export function compareGiven(a: PreparedName, b: PreparedName): LevelLabel<'given'> {
  const [left, right] = [a.given, b.given];
  if (left === undefined || right === undefined) return 'differ';
  if (haveSameForm(left, right)) return haveOtherSecondNames(['', ...a.middle], ['', ...b.middle]) ? 'weak' : 'exact';
  if (isSameInAll(a, b)) return 'exact';
  const otherLetters = countOtherLetters(left, right);
  if (otherLetters <= 2 && areOneSlipApart(left, right)) return 'slip';
  const first = left.words[0] ?? '';
  const second = right.words[0] ?? '';
  if (isPartOf(left.words, right.words) || isPartOf(right.words, left.words)) return 'part';
  if (first === second) return haveOtherSecondNames(left.words, right.words) ? 'weak' : 'part';
  if (isNickname(first, second)) return 'nickname';
  if (isInitialOf(left.words, right.words) || isInitialOf(right.words, left.words)) return 'initial';
  if ((otherLetters <= 4 && areClose(left, right, 0.92)) || isCutShort(first, second)) return 'typo';
  if (left.words.length + right.words.length > 2 && isWithinTypo(first, second, 0.95)) return 'typo';
  if (a.middle.includes(second) || b.middle.includes(first)) return 'middle';
  if (left.words.includes(second, 1) || right.words.includes(first, 1)) return 'middle';
  return otherLetters <= 6 && jaroWinklerSimilarity(left.form, right.form) >= 0.84 ? 'weak' : 'differ';
}

/** Yuk Mei, and Yuk with Mei for a middle name. */
function isSameInAll(a: PreparedName, b: PreparedName): boolean {
  if (a.given === undefined || b.given === undefined || a.middle.length + b.middle.length === 0) return false;
  return a.given.form + a.middle.join('') === b.given.form + b.middle.join('');
}

function compareFamily(left: Words, right: Words): LevelLabel<'family'> {
  if (haveSameForm(left, right)) return 'exact';
  const otherLetters = countOtherLetters(left, right);
  if (otherLetters <= 4 && areClose(left, right, 0.93)) return 'typo';
  if (left.words.length + right.words.length > 2 && haveWordInCommon(left.words, right.words)) return 'part';
  return otherLetters <= 6 && jaroWinklerSimilarity(left.form, right.form) >= 0.84 ? 'weak' : 'differ';
}

/** One edit in five letters or more, the first one right, as it mostly is: seldom two names (Kamal and Jamal, Emma and Gemma are). */
function areOneSlipApart({ form: left }: Words, { form: right }: Words): boolean {
  const mayBe = Math.max(left.length, right.length) >= 5 && left.charCodeAt(0) === right.charCodeAt(0);
  return mayBe && alignmentDistance(left, right, 1) === 1;
}

/** A typing mistake apart, in any of their forms. */
function areClose(left: Words, right: Words, similar: number): boolean {
  if (isWithinTypo(left.form, right.form, similar)) return true;
  if (left.forms.length === 1 && right.forms.length === 1) return false;
  return left.forms.some((form) => right.forms.some((other) => isWithinTypo(form, other, similar)));
}

/** Given and family name in each other's box. */
function areCrossed(a: PreparedName, b: PreparedName): boolean {
  return areCrossedFrom(a, b) || areCrossedFrom(b, a);
}

function areCrossedFrom({ given, family }: PreparedName, other: PreparedName): boolean {
  if (!areNear(given, other.family)) return false;
  // Given and middle name together in the surname's box: Nguyen, Thi Lan.
  return areNear(family, other.given) || (family !== undefined && isPartOf(other.given?.words ?? [], family.words));
}

function areNear(left: Words | undefined, right: Words | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return haveSameForm(left, right) || (countOtherLetters(left, right) <= 2 && areOneSlipApart(left, right));
}

/** Cut short by a system, or a short form that the table does not know: Val for Valentina. */
function isCutShort(first: string, second: string): boolean {
  return Math.min(first.length, second.length) >= 3 && (first.startsWith(second) || second.startsWith(first));
}

/** Mohammed Ali and Mohammed Usman: brothers more often than one man. An initial, or a typing mistake, is not another name. */
function haveOtherSecondNames([, left]: readonly string[], [, right]: readonly string[]): boolean {
  if (left === undefined || right === undefined) return false;
  // An initial, or cut short.
  const isStart = left.startsWith(right) || right.startsWith(left);
  return !isStart && alignmentDistance(left, right, 1) > 1;
}

function haveWordInCommon(words: readonly string[], others: readonly string[]): boolean {
  return words.some((word) => word.length > 2 && others.some((other) => isWithinTypo(word, other, 0.95)));
}

/** One edit from three letters up, two from seven up, or as similar as `similar` by Jaro-Winkler. */
function isWithinTypo(left: string, right: string, similar: number): boolean {
  const length = Math.max(left.length, right.length);
  if (length < 3) return left === right;
  const limit = length >= 7 ? 2 : 1;
  if (alignmentDistance(left, right, limit) <= limit) return true;
  // Without a common beginning, no two strings are that similar that are more than two edits apart.
  const mayBeSimilar = left.charCodeAt(0) === right.charCodeAt(0) && Math.min(left.length, right.length) > 3;
  return mayBeSimilar && jaroWinklerSimilarity(left, right) >= similar;
}

/** All words of the shorter among the longer's; a lone letter is an initial, not a part. */
function isPartOf(words: readonly string[], others: readonly string[]): boolean {
  return words.length < others.length && words.every((word) => word.length > 1 && others.includes(word));
}

/** `J`, `JM` or `J M` for John Michael. */
function isInitialOf(words: readonly string[], others: readonly string[]): boolean {
  const first = words[0] ?? '';
  return first.length === 1 && others[0]?.startsWith(first) === true;
}

function areOtherGenerations(a: PreparedName, b: PreparedName): boolean {
  return a.suffix !== undefined && b.suffix !== undefined && a.suffix !== b.suffix;
}
