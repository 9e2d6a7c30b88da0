/**
 * Cuts a person's name into what is compared: forenames, surname, middle names, suffix, each folded, without titles, placeholders and
 * words that stand where a surname is asked for and are none. Not the comparing: that is name.ts.
 */
import type { PersonName } from '../../standard/identity.ts';
import { beginningOf, createWords, toWords, type Words } from '../words.ts';

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
  return name && assemble(name, readPart);
}

/** The same for many names: parts that come again are folded once, and held once. Remembers as long as it lives. */
export function createNamePreparer(): typeof prepareName {
  const known = { given: new Map<string, ReadPart>(), family: new Map<string, ReadPart>() };
  const read = (text: string | undefined, part: 'given' | 'family'): ReadPart => {
    if (text === undefined) return readPart(text, part);
    const found = known[part].get(text);
    if (found) return found;
    const made = readPart(text, part);
    known[part].set(text, made);
    return made;
  };
  return (name) => name && assemble(name, read);
}

/** One part: its words, and the suffix that stood behind them. */
interface ReadPart {
  readonly words: Words | undefined;
  readonly suffix?: string;
}

function readPart(text: string | undefined, part: 'given' | 'family'): ReadPart {
  const { words, suffix } = withoutSuffix(usable(part === 'given' ? toWords(text, titles) : toWords(text)));
  return { words: withoutCommunity(words), ...(suffix !== undefined && { suffix }) };
}

function assemble(name: PersonName, read: typeof readPart): PreparedName | undefined {
  const parts = name.given === undefined && name.family === undefined ? splitFullName(name.full) : name;
  const family = read(parts.family, 'family');
  const given = read(parts.given, 'given');
  if (given.words === undefined && family.words === undefined) return undefined;
  const suffix = toWords(name.suffix)?.form;
  const middle = parts.middle === undefined ? noNames : middleNames(parts.middle);
  const middleLetters = middle.length === 0 ? 0 : createWords([middle.join('')], middle).letters;
  return {
    given: given.words,
    family: family.words,
    middle,
    letters: (given.words?.letters ?? 0) | (family.words?.letters ?? 0) | middleLetters,
    isCommunity: family.words?.words.every((word) => communityNames.has(word)) ?? false,
    suffix: (suffix === undefined ? undefined : (suffixes.get(suffix) ?? suffix)) ?? family.suffix ?? given.suffix,
  };
}

const noNames: readonly string[] = [];

function middleNames(text: string): readonly string[] {
  return (toWords(text)?.words ?? noNames).filter((word) => !communityNames.has(word));
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
  const text = beginningOf(full ?? '');
  const words = text.trim().split(/\s+/u);
  const comma = /^([^,]+),\s*(.+)$/u.exec(text);
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
