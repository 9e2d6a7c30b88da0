/**
 * Cuts a person's name into what is compared: forenames, surname, middle names, suffix, each folded, without titles, placeholders and
 * words that stand where a surname is asked for and are none. Not the comparing: that is name.ts.
 */
import type { PersonName } from '../../standard/identity.ts';
import { createWords, toWords, type Words } from '../words.ts';

/** `family` is missing where the person has one name, which may stand in either part of the other's. */
export interface PreparedName {
  readonly given: Words | undefined;
  readonly family: Words | undefined;
  readonly middle: readonly string[];
  /** A bit for each letter of all parts. */
  readonly letters: number;
  /** `junior`, `senior` and the like, folded; tells a father from a son. */
  readonly suffix: string | undefined;
  /** Whether the surname is one that half of a community bears, as a sign of it: Singh, Kaur, Begum. Others may know them by another. */
  readonly isCommunity: boolean;
}

/** Words before a name that are none of it. */
export const titles: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'miss',
  'ms',
  'mx',
  'dr',
  'prof',
  'professor',
  'rev',
  'reverend',
  'sir',
  'dame',
  'lady',
  'lord',
]);
const suffixes = new Map([
  ['jr', 'junior'],
  ['jnr', 'junior'],
  ['junior', 'junior'],
  ['sr', 'senior'],
  ['snr', 'senior'],
  ['senior', 'senior'],
  ['ii', 'second'],
  ['iii', 'third'],
]);
/** What systems write where they hold no name: first name unknown, last name unknown, not known. */
const placeholders = new Set([
  'fnu',
  'lnu',
  'nfn',
  'nln',
  'nmn',
  'nk',
  'na',
  'unknown',
  'notknown',
  'none',
  'null',
  'test',
  'x',
  'xx',
  'xxx',
]);

/** Names of a community or titles of respect, borne in place of a surname or beside one. */
const communityNames = new Set([
  'singh',
  'kaur',
  'begum',
  'begom',
  'bibi',
  'khatun',
  'khatoon',
  'akter',
  'akhter',
  'khanam',
  'khanom',
]);

/** Folds a name and sorts its parts; nothing where it holds no usable part. */
export function prepareName(name: PersonName | undefined): PreparedName | undefined {
  if (name === undefined) return undefined;
  const parts = name.given === undefined && name.family === undefined ? splitFullName(name.full) : name;
  const family = withoutSuffix(usable(toWords(parts.family)));
  const given = withoutSuffix(usable(toWords(parts.given, titles)));
  if (given.words === undefined && family.words === undefined) return undefined;
  const suffix = toWords(name.suffix)?.form;
  const surname = withoutCommunity(family.words);
  const forenames = withoutCommunity(given.words);
  const middle = (toWords(parts.middle)?.words ?? []).filter((word) => !communityNames.has(word));
  const middleLetters = middle.length === 0 ? 0 : createWords([middle.join('')], middle).letters;
  return {
    given: forenames,
    family: surname,
    middle,
    letters: (forenames?.letters ?? 0) | (surname?.letters ?? 0) | middleLetters,
    isCommunity: surname?.words.every((word) => communityNames.has(word)) ?? false,
    suffix: (suffix === undefined ? undefined : (suffixes.get(suffix) ?? suffix)) ?? family.suffix ?? given.suffix,
  };
}

function usable(words: Words | undefined): Words | undefined {
  return words !== undefined && placeholders.has(words.form) ? undefined : words;
}

/** Takes a trailing Jr or Senior off a part that has a word before it. */
function withoutSuffix(words: Words | undefined): { words: Words | undefined; suffix?: string } {
  const last = words?.words.at(-1);
  const suffix = last === undefined ? undefined : suffixes.get(last);
  if (words === undefined || last === undefined || suffix === undefined || words.words.length < 2) return { words };
  return {
    words: createWords(
      words.forms.map((form) => (form.endsWith(last) ? form.slice(0, -last.length) : form)),
      words.words.slice(0, -1),
    ),
    suffix,
  };
}

/** A name asked in one box: the last word is taken for the family name, and crossing and single names forgive the mistake. */
function splitFullName(full: string | undefined): PersonName {
  const words = (full ?? '').trim().split(/\s+/u);
  const comma = /^([^,]+),\s*(.+)$/u.exec(full ?? '');
  if (comma?.[1] !== undefined && comma[2] !== undefined) return { family: comma[1], given: comma[2] };
  if (words.length < 2) return { given: words[0] ?? '' };
  return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
}

/** Manpreet Kaur Gill is Manpreet Gill; who has no other name keeps it. */
function withoutCommunity(words: Words | undefined): Words | undefined {
  if (words === undefined || words.words.length < 2) return words;
  const others = words.words.filter((word) => !communityNames.has(word));
  return others.length === 0 || others.length === words.words.length ? words : createWords([others.join('')], others);
}
