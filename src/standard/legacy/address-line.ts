/**
 * Takes a postal address of one line apart: postcode, state, county, town and what is left, by commas and by words that streets end
 * with. Guesses, as every reading of such a line does; what is not found stays in the lines.
 */
import { counties, stateCodes, streetKinds, unitWords } from './address-words.ts';
import { findPostcode } from './postcode.ts';

/** `lines` without the parts that were found, in their order. */
export interface SplitAddress {
  readonly lines: readonly string[];
  readonly town?: string;
  readonly region?: string;
  readonly postcode?: string;
}

/** `line` is tidied; commas part it. */
export function splitAddressLine(line: string, country: string): SplitAddress {
  const found = findPostcode(line, country);
  const segments = (found?.rest ?? line)
    .split(',')
    .map((segment) => segment.replace(/\s+/gu, ' ').trim())
    .filter((segment) => segment !== '');
  const region = country === 'US' ? takeState(segments) : takeCounty(segments);
  const town = takeTown(segments);
  return {
    lines: joinNumbers(segments),
    ...(town === undefined ? {} : { town }),
    ...(region === undefined ? {} : { region }),
    ...(found === undefined ? {} : { postcode: found.postcode }),
  };
}

/** A state's code at the end. It must stand behind something: `FL` alone is a floor. */
function takeState(segments: string[]): string | undefined {
  const last = segments.at(-1) ?? '';
  const match = /(?:^|\s)([A-Za-z]{2})$/u.exec(last);
  const state = match?.[1]?.toUpperCase();
  if (match === null || state === undefined || !stateCodes.has(state)) return undefined;
  const before = last.slice(0, match.index).trim();
  if (before === '' && segments.length === 1) return undefined;
  segments.pop();
  if (before !== '') segments.push(before);
  return state;
}

function takeCounty(segments: string[]): string | undefined {
  const last = segments.at(-1) ?? '';
  const isCounty = segments.length > 2 && counties.has(last.toLowerCase().split(' ').at(-1) ?? '') && !/\d/u.test(last);
  return isCounty ? segments.pop() : undefined;
}

/** The last segment, where it is not the only one; or what follows the word that the street ends with. */
function takeTown(segments: string[]): string | undefined {
  const last = segments.at(-1) ?? '';
  if (segments.length > 1 && !/\d/u.test(last) && !endsInStreet(last)) return segments.pop();
  const words = last.split(' ');
  const street = words.findLastIndex((word) => streetKinds.has(word.toLowerCase().replace(/\./gu, '')));
  const start = skipUnit(words, street + 1);
  const town = words.slice(start);
  if (
    street < (/\d/u.test(words[0] ?? '') ? 2 : 1) ||
    town.length === 0 ||
    town.length > 3 ||
    town.some((word) => /\d/u.test(word))
  )
    return undefined;
  segments[segments.length - 1] = words.slice(0, start).join(' ');
  return town.join(' ');
}

function endsInStreet(segment: string): boolean {
  const words = segment.toLowerCase().replace(/\./gu, '').split(' ');
  return words.length > 1 && streetKinds.has(words.at(-1) ?? '');
}

/** `MAIN ST APT 4 TALLAHASSEE`: past the flat. */
function skipUnit(words: readonly string[], start: number): number {
  const word = words[start]?.toLowerCase() ?? '';
  if (/^#\p{N}/u.test(word)) return start + 1;
  return unitWords.has(word.replace(/\./gu, '')) ? start + 2 : start;
}

/** `14, High Street` is one line. */
function joinNumbers(segments: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const segment of segments) {
    const previous = lines.at(-1);
    if (previous !== undefined && /^\d+[a-z]?$/iu.test(previous)) lines[lines.length - 1] = `${previous} ${segment}`;
    else lines.push(segment);
  }
  return lines;
}
