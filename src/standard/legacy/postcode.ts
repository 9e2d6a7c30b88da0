/**
 * Reads a legacy postcode: one of the United Kingdom with letters and digits that look alike told apart, or a ZIP code that lost its
 * leading zero or its hyphen. One that has neither form is kept: it may be another country's, and two records may still share it.
 */
import { postcodeAreas } from '../postcode-areas.ts';
import type { ChangeCode } from './change.ts';
import { isPlaceholder, tidyPart } from './legacy-text.ts';

export interface ReadPostcode {
  readonly postcode: string;
  readonly code?: ChangeCode;
}

/** Characters of a postcode that is kept as it stands. */
const longestKept = 16;

/** `text` is tidied. Nothing where it holds no digit: every postcode does that has a form. */
export function readLegacyPostcode(text: string, country: string): ReadPostcode | undefined {
  if (country !== 'US' && isCanonical(text)) return { postcode: text };
  const compact = text
    .toUpperCase()
    .replace(/\.0$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const read = country === 'US' ? readZip(compact) : readBritish(compact);
  if (read === undefined) return readOther(text);
  const code = read.code ?? (read.postcode === text ? undefined : 'postal-address/postcode-rewritten');
  return code === undefined ? { postcode: read.postcode } : { postcode: read.postcode, code };
}

function readOther(text: string): ReadPostcode | undefined {
  if (!/\d/.test(text) || text.length > longestKept) return undefined;
  const postcode = text.toUpperCase();
  return postcode.length > longestKept ? undefined : { postcode, code: 'postal-address/postcode-of-another-form' };
}

const whole = /^([A-Z]{1,2})(\d[A-Z\d]?) (\d[ABD-HJLNP-UW-Z]{2})$/;

/** As the standard writes it, with an area that exists. */
function isCanonical(text: string): boolean {
  const area = whole.exec(text)?.[1];
  return area !== undefined && postcodeAreas.has(area);
}

function readBritish(compact: string): ReadPostcode | undefined {
  if (compact.length < 5 || compact.length > 7) return undefined;
  const [outward, inward] = [compact.slice(0, -3), compact.slice(-3)];
  if (isCanonical(`${outward} ${inward}`)) return { postcode: `${outward} ${inward}` };
  const repaired = `${repairOutward(outward)} ${toDigit(inward.charAt(0))}${toLetter(inward.charAt(1))}${toLetter(inward.charAt(2))}`;
  return isCanonical(repaired) ? { postcode: repaired, code: 'postal-address/postcode-letter-for-digit' } : undefined;
}

const digits: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', S: '5', B: '8', Z: '2' };
const letters: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B', '2': 'Z' };

function toDigit(character: string): string {
  return digits[character] ?? character;
}

function toLetter(character: string): string {
  return letters[character] ?? character;
}

/** It begins with a letter, and has a digit second or third; behind a digit an O is a zero. */
function repairOutward(outward: string): string {
  const first = toLetter(outward.charAt(0));
  const rest = outward.slice(1);
  if (/\d/.test(rest)) return first + rest.replace(/(?<=\d)O$/, '0').replace(/(?<=\d)[IL]$/, '1');
  // SWIA has the look-alike third of four, LSI last.
  const place = toDigit(rest.slice(-1)) === rest.slice(-1) && rest.length > 2 ? rest.length - 2 : rest.length - 1;
  return first + rest.slice(0, place) + toDigit(rest.charAt(place)) + rest.slice(place + 1);
}

function readZip(compact: string): ReadPostcode | undefined {
  const read = compact.replace(/O/g, '0').replace(/[IL]/g, '1');
  const isShort = /^\d{3,5}$/.test(read);
  if ((!isShort && !/^\d{8,9}$/.test(read)) || /^0+$/.test(read)) return undefined;
  const full = read.padStart(isShort ? 5 : 9, '0');
  const extra = full.slice(5);
  const postcode = extra === '' || extra === '0000' ? full.slice(0, 5) : `${full.slice(0, 5)}-${extra}`;
  return read === compact ? { postcode } : { postcode, code: 'postal-address/postcode-letter-for-digit' };
}

/** A digit where one must be, or a letter that looks like it beside one. */
const britishInside = /\b[A-Z]{1,2}(?:\d[A-Z\d]?|[OIL]) {0,2}[\dOIL][A-Z]{2}\b/gi;
/** Only at the end: five digits elsewhere are a house number. */
const zipInside = /(?<=[\s,])\d{5}(?:-\d{4})?$/;

/** A postcode inside a line, and the line without it; the last one, where there are several. */
export function findPostcode(line: string, country: string): { readonly postcode: string; readonly rest: string } | undefined {
  if (country === 'US') {
    const zip = zipInside.exec(line);
    return zip === null ? undefined : { postcode: zip[0], rest: tidyRest(line.slice(0, zip.index)) };
  }
  for (const match of [...line.matchAll(britishInside)].reverse()) {
    const read = /\d/.test(match[0]) ? readBritish(match[0].toUpperCase().replaceAll(' ', '')) : undefined;
    if (read === undefined) continue;
    const rest = `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}`;
    return { postcode: read.postcode, rest: tidyRest(rest) };
  }
  return undefined;
}

function tidyRest(rest: string): string {
  if (!/[\p{L}\p{N}]/u.test(rest)) return '';
  const tidied = tidyPart(
    rest
      .replace(/\s+/gu, ' ')
      .replace(/^ ?(?:, ?)+/u, '')
      .replace(/(?: ?,)+ ?$/u, ''),
  );
  return isPlaceholder(tidied) ? '' : tidied;
}
