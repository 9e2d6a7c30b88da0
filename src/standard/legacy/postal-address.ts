/**
 * Reads the address of a legacy record, in one line or in columns of any cut: finds the postcode and the town wherever they stand,
 * and joins house number and street. Not geocoding, and nothing is looked up.
 */
import type { PostalAddress } from '../identity.ts';
import { countries } from './address-words.ts';
import { splitAddressLine, type SplitAddress } from './address-line.ts';
import type { Change, Normalised } from './change.ts';
import type { Columns } from './legacy-identity.ts';
import { readValue } from './legacy-text.ts';
import { fixLetterCase } from './letter-case.ts';
import { readLegacyPostcode } from './postcode.ts';

const path = 'postalAddress';

type Draft = { -readonly [Part in keyof PostalAddress]: PostalAddress[Part] };

/**
 * Reads `postalAddress` (one line) and `postalAddress.houseNumber|street|line1|line2|town|region|postcode|country|kind|uprn`, whichever
 * there are. `country` (ISO 3166-1 alpha-2) is where the record's system stands.
 */
export function normalisePostalAddress(columns: Columns, country: string): Normalised<PostalAddress> {
  const changes: Change[] = [];
  const read = (part: string): string => readValue(columns, part === '' ? path : `${path}.${part}`, changes);
  if (read('kind') === 'no-fixed-address') return { value: { kind: 'no-fixed-address' }, changes };
  const home = readCountry(read('country'), country, changes);
  const lines = readLines(columns, read, changes);
  if (lines.some(saysNoFixedAddress)) {
    changes.push({ path, from: lines.join(', '), to: 'no-fixed-address', code: 'postal-address/no-fixed-address' });
    return { value: { kind: 'no-fixed-address' }, changes };
  }
  const given = {
    town: read('town'),
    region: read('region'),
    postcode: readPostcode(read('postcode'), home, changes),
    uprn: read('uprn'),
  };
  const split = splitLines(lines, given, { country: home, changes });
  const draft = assemble(split, given, { home, country });
  if (draft === undefined) return { value: undefined, changes };
  fixCase(draft, changes);
  return { value: draft, changes };
}

function readCountry(text: string, country: string, changes: Change[]): string {
  if (text === '') return country;
  const known = countries.get(text.toLowerCase()) ?? (/^[A-Z]{2}$/u.test(text) ? text : undefined);
  if (known === undefined) changes.push({ path: `${path}.country`, from: text, code: 'postal-address/country-unknown' });
  return known ?? country;
}

function readPostcode(text: string, country: string, changes: Change[]): string {
  if (text === '') return '';
  const read = readLegacyPostcode(text, country);
  const code = read === undefined ? 'postal-address/no-letter' : read.code;
  if (code !== undefined)
    changes.push({ path: `${path}.postcode`, from: text, ...(read === undefined ? {} : { to: read.postcode }), code });
  return read?.postcode ?? '';
}

/** House number and street, then the lines, then the one line. */
function readLines(columns: Columns, read: (part: string) => string, changes: Change[]): readonly string[] {
  const number = read('houseNumber').replace(/\.0$/u, '');
  const street = read('street');
  const joined = [number, street].filter((part) => part !== '').join(' ');
  if (number !== '' && street !== '')
    changes.push({ path: `${path}.street`, from: street, to: joined, code: 'postal-address/lines-joined' });
  const whole = /[\r\n;|]/u.test(columns[path] ?? '')
    ? { ...columns, [path]: columns[path]?.replace(/[\r\n;|]+/gu, ', ') ?? '' }
    : columns;
  return [joined, read('line1'), read('line2'), readValue(whole, path, changes)].filter((line) => {
    const isLine = line !== '' && /[\p{L}\p{N}]/u.test(line);
    return isLine;
  });
}

/** As the form's own rule has it; here it is taken at its word. */
function saysNoFixedAddress(line: string): boolean {
  if (!/n\W?f\W?a|fixed|homeless|sefydlog/iu.test(line)) return false;
  const text = line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return (
    /^(?:n ?f ?a|homeless)$/u.test(text) || /\b(?:no fixed (?:abode|address|residence)|dim cyfeiriad sefydlog)\b/u.test(text)
  );
}

type Given = Readonly<Record<'town' | 'region' | 'postcode' | 'uprn', string>>;

/** Looks in the lines only for what has no column of its own. */
function splitLines(
  lines: readonly string[],
  given: Given,
  { country, changes }: { readonly country: string; readonly changes: Change[] },
): SplitAddress {
  const cleared = lines.map((line) => withoutCareOf(line, changes));
  const isWhole = given.town === '' || given.postcode === '';
  if (!isWhole)
    return { lines: cleared.flatMap((line) => line.split(',').map((part) => part.trim())).filter((part) => part !== '') };
  const from = [...cleared, given.postcode === '' ? given.town : ''].filter((part) => part !== '').join(', ');
  const split = splitAddressLine(from, country);
  const parts = ['town', 'region', 'postcode'] as const;
  for (const part of parts) {
    const to = split[part];
    if (to !== undefined && to !== given[part] && given[part] === '')
      changes.push({ path, from, to, code: `postal-address/${part}-found` });
  }
  return split;
}

function withoutCareOf(line: string, changes: Change[]): string {
  if (!/^c[/.]?o\b|^care of\b/iu.test(line)) return line;
  const rest = line.replace(/^[^,]*,\s*/u, '');
  if (rest === line) return line;
  changes.push({ path, from: line, to: rest, code: 'postal-address/care-of' });
  return rest;
}

/** The Crown Dependencies share the postcodes of the United Kingdom and are countries of their own. */
const countryByArea: Readonly<Record<string, string>> = { GY: 'GG', IM: 'IM', JE: 'JE' };

function assemble(
  split: SplitAddress,
  given: Given,
  { home, country }: { readonly home: string; readonly country: string },
): Draft | undefined {
  const [line1, ...rest] = split.lines;
  const parts = {
    line1: line1 ?? '',
    line2: rest.join(', '),
    town: given.postcode !== '' && given.town !== '' ? given.town : (split.town ?? given.town),
    region: given.region === '' ? (split.region ?? '') : given.region,
    postcode: given.postcode === '' ? (split.postcode ?? '') : given.postcode,
    uprn: /^\d{1,12}$/u.test(given.uprn) ? given.uprn : '',
  };
  const there = Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
  if (Object.keys(there).length === 0) return undefined;
  const island = home === 'GB' ? countryByArea[parts.postcode.slice(0, 2)] : undefined;
  return { kind: home === country ? 'written' : 'abroad', ...there, country: island ?? home };
}

function fixCase(draft: Draft, changes: Change[]): void {
  for (const part of ['line1', 'line2', 'town'] as const) {
    const from = draft[part];
    if (from === undefined) continue;
    const to = fixLetterCase(from);
    if (to === from) continue;
    draft[part] = to;
    changes.push({ path: `${path}.${part}`, from, to, code: 'postal-address/letter-case' });
  }
}
