/**
 * Takes off a legacy name what is no part of it: titles, honours, remarks, an earlier surname, and the word that tells
 * generations apart. Never leaves nothing: a name made of such words alone is a name.
 */
import type { Change, ChangeCode } from './change.ts';
import { earlierNameMarks, foreignTitles, honours, likelyTitles, remarks, suffixes, titles } from './name-words.ts';

export interface ClearedName {
  readonly text: string;
  /** In its usual short form: `JR`, `III`. */
  readonly suffix?: string;
  readonly earlierFamily?: string;
}

/** `text` is tidied and holds a letter or digit, and so does the answer's `text`. */
export function clearName(text: string, path: string, changes: Change[]): ClearedName {
  // One word is a name, whatever it is.
  if (!text.includes(' ')) return { text };
  const told = (code: ChangeCode, from: string, to: string): void => {
    changes.push({ path, from, to, code });
  };
  const remarked = withoutRemarks(text);
  if (remarked !== text) told('name/remark', text, remarked);
  const { now, earlierFamily } = withoutEarlierName(remarked);
  if (earlierFamily !== undefined) told('name/earlier-name-apart', remarked, now);
  const words = now.split(' ').filter((word) => /[\p{L}\p{M}\p{N}&]/u.test(word));
  const first = firstOfSeveral(words);
  if (first.length < words.length) told('name/several-people', now, first.join(' '));
  const titled = withoutTitles(first);
  if (titled.length < first.length) told('name/title-apart', first.join(' '), titled.join(' '));
  const { kept, suffix } = withoutSuffix(titled);
  if (suffix !== undefined) told('name/suffix-apart', titled.join(' '), kept.join(' '));
  return {
    text: kept.join(' ').replace(/[\s,]+$/u, ''),
    ...(suffix === undefined ? {} : { suffix }),
    ...(earlierFamily === undefined ? {} : { earlierFamily }),
  };
}

function withoutRemarks(text: string): string {
  if (text.search(remarks) < 0) return text;
  const kept = text.replace(remarks, ' ').replace(/\s+/gu, ' ').replace(/ ,/gu, ',').trim();
  return /\p{L}/u.test(kept) ? kept : text;
}

function withoutEarlierName(text: string): { readonly now: string; readonly earlierFamily?: string } {
  const words = text.split(' ');
  const mark = words.findIndex((word, index) => index > 0 && earlierNameMarks.has(bare(word)));
  const earlier = words.slice(mark + 1);
  if (mark < 1 || earlier.length === 0) return { now: text };
  return { now: words.slice(0, mark).join(' '), earlierFamily: earlier.join(' ') };
}

const several = new Set(['&', 'and']);

/** `MR & MRS J SMITH`, `JOHN AND MARY SMITH`, `SMITH J & M`: the first of them, with the family name they share. */
function firstOfSeveral(words: readonly string[]): readonly string[] {
  const place = words.findIndex((word, index) => index > 0 && several.has(word.toLowerCase()));
  if (place < 0) return words.filter((word) => word !== '&');
  const before = words.slice(0, place);
  const after = words.slice(place + 1).filter((word) => word !== '&');
  const names = before.filter((word) => !titles.has(bare(word)));
  if (names.length === 0) return after.length > 0 ? after : before;
  return names.length === 1 && after.length > 1 ? [...before, ...after.slice(-1)] : before;
}

/** At the beginning and, as some systems write them, at the end or behind the family name. */
function withoutTitles(words: readonly string[]): readonly string[] {
  let start = 0;
  let end = words.length;
  const left = (): number => end - start;
  while (left() > 1 && titles.has(bare(words[start] ?? ''))) start += 1;
  while (left() > 2 && isLikelyTitle(words, start)) start += 1;
  while (left() > 1 && isTrailing(words[end - 1] ?? '')) end -= 1;
  const kept = words.slice(start, end);
  const others = kept.filter((word) => !surelyTitles.has(bare(word)));
  return others.length > 0 ? others : kept;
}

function isLikelyTitle(words: readonly string[], at: number): boolean {
  const [word, next] = [bare(words[at] ?? ''), bare(words[at + 1] ?? '')];
  return likelyTitles.has(word) && !(foreignTitles.has(word) && (at > 0 || next === 'van'));
}

function isTrailing(word: string): boolean {
  const text = bare(word);
  return text.length > 1 && (surelyTitles.has(text) || text === 'dr' || honours.has(text));
}

/** A title wherever it stands: `SMITH MR J`. */
const surelyTitles = new Set(['mr', 'mrs', 'miss', 'ms', 'mx']);

/** After the last word, or after the family name where a comma follows it: `SMITH JR, JOHN`. */
function withoutSuffix(words: readonly string[]): { readonly kept: readonly string[]; readonly suffix?: string } {
  const place = words.findIndex(
    (word, index) => index > 0 && (index === words.length - 1 || word.endsWith(',')) && suffixes.has(bare(word)),
  );
  if (place < 0) return { kept: words };
  const word = words[place] ?? '';
  const before = words.slice(0, place);
  const kept = [
    ...before.slice(0, -1),
    before.at(-1)?.replace(/,$/u, '') + (word.endsWith(',') && place < words.length - 1 ? ',' : ''),
  ];
  return { kept: [...kept, ...words.slice(place + 1)], suffix: suffixes.get(bare(word)) ?? word };
}

/** A word as the tables have it. */
function bare(word: string): string {
  return word.replace(/[.,\p{Cf}]+/gu, '').toLowerCase();
}
