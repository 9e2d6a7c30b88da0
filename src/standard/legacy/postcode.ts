/**
 * Reads a legacy postcode: one of the United Kingdom with letters and digits that look alike told apart, or a ZIP code that lost its
 * leading zero or its hyphen. One that has neither form is kept: it may be another country's, and two records may still share it.
 */
import { parsePostcode } from '../fields/postcode.ts';
import type { ChangeCode } from './change.ts';

export interface ReadPostcode {
  readonly postcode: string;
  readonly code?: ChangeCode;
}

/** `text` is tidied. Nothing where it holds no digit: every country's postcodes do that have a form. */
export function readLegacyPostcode(text: string, country: string): ReadPostcode | undefined {
  const compact = text
    .toUpperCase()
    .replace(/\.0$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const read = country === 'US' ? readZip(compact) : readBritish(compact);
  if (read === undefined)
    return /\d/u.test(compact) && compact.length <= 10
      ? { postcode: text.toUpperCase().slice(0, 16), code: 'postal-address/postcode-of-another-form' }
      : undefined;
  const code = read.code ?? (read.postcode === text ? undefined : 'postal-address/postcode-rewritten');
  return { postcode: read.postcode, ...(code === undefined ? {} : { code }) };
}

function readBritish(compact: string): ReadPostcode | undefined {
  if (compact.length < 5 || compact.length > 7) return undefined;
  const spaced = `${compact.slice(0, -3)} ${compact.slice(-3)}`;
  const asTyped = parsePostcode(spaced);
  if (asTyped.ok) return { postcode: asTyped.value };
  const repaired = parsePostcode(repairBritish(compact));
  return repaired.ok ? { postcode: repaired.value, code: 'postal-address/postcode-letter-for-digit' } : undefined;
}

const digitFor: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', S: '5', B: '8', Z: '2' };
const letterFor: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B', '2': 'Z' };

/** The inward part is a digit and two letters; the outward begins with a letter and has a digit second or third. */
function repairBritish(compact: string): string {
  const [outward, inward] = [compact.slice(0, -3), compact.slice(-3)];
  const asDigit = (letter: string): string => digitFor[letter] ?? letter;
  const asLetter = (digit: string): string => letterFor[digit] ?? digit;
  const inwardRight = asDigit(inward.charAt(0)) + asLetter(inward.charAt(1)) + asLetter(inward.charAt(2));
  const first = asLetter(outward.charAt(0));
  const rest = outward.slice(1);
  // A digit already stands where one must: only the first letter can be wrong.
  const outwardRight = /\d/u.test(rest)
    ? first + rest.replace(/^([A-Z]?)(\d)O$/u, '$1$20')
    : first + rest.slice(0, -1) + asDigit(rest.slice(-1));
  return `${outwardRight} ${inwardRight}`;
}

function readZip(compact: string): ReadPostcode | undefined {
  const digits = compact.replace(/O/gu, '0').replace(/[IL]/gu, '1');
  if (!/^\d{3,9}$/u.test(digits) || /^0+$/u.test(digits)) return undefined;
  const short = digits.length <= 5 ? digits.padStart(5, '0') : digits.padStart(9, '0').slice(0, 5);
  const extra = digits.length <= 5 ? '' : digits.padStart(9, '0').slice(5);
  if (digits.length === 6 || digits.length === 7) return undefined;
  const postcode = extra === '' || extra === '0000' ? short : `${short}-${extra}`;
  return { postcode, ...(digits === compact ? {} : { code: 'postal-address/postcode-letter-for-digit' as const }) };
}

/** A postcode inside a line, with what is around it; the last one, where there are several. */
export function findPostcode(line: string, country: string): { readonly postcode: string; readonly rest: string } | undefined {
  const pattern = country === 'US' ? zipInside : britishInside;
  for (const match of [...line.matchAll(pattern)].reverse()) {
    const text = match[0].trim();
    const read = country === 'US' ? { postcode: text } : readBritish(text.toUpperCase().replace(/[^A-Z\d]+/gu, ''));
    if (read === undefined) continue;
    const rest = `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}`;
    return { postcode: read.postcode, rest };
  }
  return undefined;
}

const britishInside =
  /(?<![\p{L}\p{N}])(?:[a-z]{1,2}\d[a-z\d]?|[a-z]{1,2}[oil]\d?) {0,2}(?:(?<=\d[^ ]? {0,2})[oil]|\d)[a-z]{2}(?![\p{L}\p{N}])/giu;
/** Only at the end: five digits before it are a house number. */
const zipInside = /(?<=[\s,])\d{5}(?:-\d{4})?$/gu;
