/**
 * Takes a postal address of one line apart: postcode, state, county, town and what is left, by commas and by words that streets end
 * with. Guesses, as every reading of such a line does; what is not found stays in the lines.
 */
import { counties, stateCodes, streetKinds, unitWords } from './address-words.ts';
import { isPlaceholder, tidyPart } from './legacy-text.ts';
import { findPostcode } from './postcode.ts';

/** `lines` are what is left, in their order. */
export interface SplitAddress {
  readonly lines: readonly string[];
  readonly town?: string;
  readonly region?: string;
  readonly postcode?: string;
}

/** What has a column of its own is not looked for. */
export interface Wanted {
  readonly town: boolean;
  readonly region: boolean;
  readonly postcode: boolean;
}

/** `line` is tidied; commas part it. `country` is ISO 3166-1 alpha-2. */
export function splitAddressLine(line: string, country: string, wanted: Wanted): SplitAddress {
  const found = wanted.postcode ? findPostcode(line, country) : undefined;
  const segments = segmentsOf(found?.rest ?? line);
  const split: { -readonly [Part in keyof SplitAddress]: SplitAddress[Part] } = { lines: segments };
  if (found !== undefined) split.postcode = found.postcode;
  const region = wanted.region ? (country === 'US' ? takeState(segments) : takeCounty(segments)) : undefined;
  if (region !== undefined) split.region = region;
  const town = wanted.town ? takeTown(segments) : undefined;
  if (town !== undefined) split.town = town;
  // What stood before a state or a postcode may be a placeholder.
  split.lines = joinNumbers(segments.filter(saysSomething));
  return split;
}

function segmentsOf(line: string): string[] {
  return line.split(',').map(tidyPart).filter(saysSomething);
}

function saysSomething(segment: string): boolean {
  return /[\p{L}\p{N}]/u.test(segment) && !isPlaceholder(segment);
}

/** A state's code at the end. It must stand behind something: `FL` alone is a floor. */
function takeState(segments: string[]): string | undefined {
  const last = segments.at(-1) ?? '';
  const state = last.slice(-2).toUpperCase();
  const before = tidyPart(last.slice(0, -2));
  const isBehind = /^.?.$|\s..$/su.test(last);
  const isAll = !/[\p{L}\p{N}]/u.test(before);
  if (!stateCodes.has(state) || !isBehind || (isAll && segments.length === 1)) return undefined;
  segments.pop();
  if (!isAll) segments.push(before);
  return state;
}

function takeCounty(segments: string[]): string | undefined {
  const last = segments.at(-1) ?? '';
  const isCounty = segments.length > 2 && !/\d/u.test(last) && counties.has(last.toLowerCase().split(' ').at(-1) ?? '');
  return isCounty ? segments.pop() : undefined;
}

/** The last segment, where it is not the only one; or what follows the word that the street ends with. */
function takeTown(segments: string[]): string | undefined {
  const last = segments.at(-1) ?? '';
  const words = last.split(' ');
  // Number, name and kind of street, and nothing after them: what most lines without a comma are.
  if (segments.length === 1 && words.length < 4 && streetKinds.has(bare(words.at(-1) ?? ''))) return undefined;
  const place = words.findLastIndex((word) => streetKinds.has(bare(word)));
  if (segments.length > 1 && !/\d/u.test(last) && (place < 1 || place < words.length - 1)) return segments.pop();
  const start = skipUnit(words, place + 1);
  const town = words.slice(start);
  // The kind of street stands behind its name: 22 Grove is no town's beginning.
  const isStreet = place >= (/\d/u.test(words[0] ?? '') ? 2 : 1);
  if (!isStreet || town.length === 0 || town.length > 3 || /\d/u.test(town.join(''))) return undefined;
  segments[segments.length - 1] = words.slice(0, start).join(' ');
  return town.join(' ');
}

/** `MAIN ST APT 4 TALLAHASSEE`: past the flat. */
function skipUnit(words: readonly string[], start: number): number {
  const word = bare(words[start] ?? '');
  if (/^#\p{N}/u.test(word)) return start + 1;
  return unitWords.has(word) ? start + 2 : start;
}

function bare(word: string): string {
  return word.replaceAll('.', '').toLowerCase();
}

/** `14, High Street` is one line. */
function joinNumbers(segments: readonly string[]): readonly string[] {
  if (segments.length < 2) return segments;
  const lines: string[] = [];
  for (const segment of segments) {
    const previous = lines.at(-1);
    if (previous !== undefined && /^\d+[a-z]?$/iu.test(previous)) lines[lines.length - 1] = `${previous} ${segment}`;
    else lines.push(segment);
  }
  return lines;
}
