/**
 * Reads the address of a legacy record, in one line or in columns of any cut: finds the postcode and the town wherever they stand,
 * and joins house number and street. Not geocoding, and nothing is looked up.
 */
import type { PostalAddress } from '../identity.ts';
import { splitAddressLine } from './address-line.ts';
import { countries } from './address-words.ts';
import type { Change, ChangeCode, Normalised } from './change.ts';
import type { Columns } from './legacy-identity.ts';
import { isPlaceholder, readValue, tidyPart } from './legacy-text.ts';
import { fixLetterCase } from './letter-case.ts';
import { findPostcode, readLegacyPostcode } from './postcode.ts';

/** Every column of an address, by what it holds. */
const paths = {
  whole: 'postalAddress',
  kind: 'postalAddress.kind',
  houseNumber: 'postalAddress.houseNumber',
  street: 'postalAddress.street',
  line1: 'postalAddress.line1',
  line2: 'postalAddress.line2',
  town: 'postalAddress.town',
  region: 'postalAddress.region',
  postcode: 'postalAddress.postcode',
  country: 'postalAddress.country',
  uprn: 'postalAddress.uprn',
} as const;

type Part = 'line1' | 'line2' | 'town' | 'region' | 'postcode';

/** The parts while they are read; empty where nothing is known. */
type Draft = Record<Part, string>;

interface Reading {
  readonly columns: Columns;
  readonly changes: Change[];
  /** ISO 3166-1 alpha-2, of the address. */
  readonly country: string;
}

/**
 * Reads `postalAddress` (one line) and `postalAddress.houseNumber|street|line1|line2|town|region|postcode|country|kind|uprn`, whichever
 * there are. `home` (ISO 3166-1 alpha-2) is where the record's system stands.
 */
export function normalisePostalAddress(columns: Columns, home: string): Normalised<PostalAddress> {
  const changes: Change[] = [];
  if (columns[paths.kind] === 'no-fixed-address') return { value: { kind: 'no-fixed-address' }, changes };
  const reading: Reading = { columns, changes, country: readCountry(columns, home, changes) };
  const draft = readColumns(reading);
  const { whole, ...parts } = draft;
  if (whole !== '') splitWhole(whole, parts, reading);
  findMissing(parts, reading);
  const denial = Object.values(parts).find((text) => mayDeny.test(text) && text.split(',').some(saysNoFixedAddress));
  if (denial !== undefined) {
    changes.push({ path: paths.whole, from: denial, to: 'no-fixed-address', code: 'postal-address/no-fixed-address' });
    return { value: { kind: 'no-fixed-address' }, changes };
  }
  if (parts.line1 === '') [parts.line1, parts.line2] = [parts.line2, ''];
  fixCase(parts, changes);
  return { value: assemble(parts, reading, home), changes };
}

function readCountry(columns: Columns, home: string, changes: Change[]): string {
  const text = readValue(columns, paths.country, changes);
  if (text === '') return home;
  const known = countries.get(text.toLowerCase()) ?? (/^[A-Z]{2}$/.test(text) ? text : undefined);
  if (known === undefined) changes.push({ path: paths.country, from: text, code: 'postal-address/country-unknown' });
  return known ?? home;
}

function readColumns(reading: Reading): Draft & { whole: string } {
  const { columns, changes } = reading;
  const line = (path: string): string =>
    withWords(withoutCareOf(readValue(columns, path, changes), path, changes), path, changes);
  const [line1, line2] = withStreet(line(paths.line1), line(paths.line2), reading);
  return {
    whole: line1 === '' ? withWords(withoutCareOf(readWhole(reading), paths.whole, changes), paths.whole, changes) : '',
    line1,
    line2,
    town: withWords(readValue(columns, paths.town, changes), paths.town, changes),
    region: readValue(columns, paths.region, changes),
    postcode: readPostcode(reading),
  };
}

/** An address written over several lines of one cell is parted by them. */
function readWhole({ columns, changes }: Reading): string {
  const cell = columns[paths.whole] ?? '';
  if (!/[\r\n;|]/.test(cell)) return readValue(columns, paths.whole, changes);
  return readValue({ [paths.whole]: cell.replace(/\s*[\r\n;|]+/g, ',') }, paths.whole, changes);
}

function withStreet(line1: string, line2: string, { columns, changes }: Reading): readonly [string, string] {
  const asWritten: readonly [string, string] = line1 === '' ? [line2, ''] : [line1, line2];
  if (columns[paths.houseNumber] === undefined && columns[paths.street] === undefined) return asWritten;
  const digits = columns[paths.houseNumber]?.replace(/\.0$/, '') ?? '';
  const number = withWords(readValue({ [paths.houseNumber]: digits }, paths.houseNumber, changes), paths.houseNumber, changes);
  const street = withWords(readValue(columns, paths.street, changes), paths.street, changes);
  if (number === '' && street === '') return asWritten;
  const joined = number === '' || street === '' ? number + street : `${number} ${street}`;
  if (joined !== street) changes.push({ path: paths.street, from: street, to: joined, code: 'postal-address/lines-joined' });
  const place = withWords(withoutCareOf(joined, paths.street, changes), paths.street, changes);
  return [place, line1 === '' || line2 === '' ? line1 + line2 : `${line1}, ${line2}`];
}

function withWords(text: string, path: string, changes: Change[]): string {
  if (text === '') return '';
  // A comma at the end parts nothing.
  if (/[\p{L}\p{N}]/u.test(text)) return tidyPart(text.replace(/[\s,]+$/u, ''));
  changes.push({ path, from: text, code: 'postal-address/no-letter' });
  return '';
}

function withoutCareOf(line: string, path: string, changes: Change[]): string {
  if (!/^(?:c[/.]?o|care of)\b/i.test(line)) return line;
  const rest = line.replace(/^[^,]*,\s*/u, '');
  if (rest === line) return line;
  const place = isPlaceholder(rest) ? '' : rest;
  changes.push({ path, from: line, to: place, code: 'postal-address/care-of' });
  // Through somebody who is reached through somebody.
  return withoutCareOf(place, path, changes);
}

function readPostcode({ columns, changes, country }: Reading): string {
  const text = readValue(columns, paths.postcode, changes);
  if (text === '') return '';
  const read = readLegacyPostcode(text, country);
  if (read === undefined) changes.push({ path: paths.postcode, from: text, code: 'postal-address/postcode-unreadable' });
  else if (read.code !== undefined) changes.push({ path: paths.postcode, from: text, to: read.postcode, code: read.code });
  return read?.postcode ?? '';
}

/** Most texts hold nothing of what denies an address. */
const mayDeny = /n\W?f\W?a|fixed|homeless|sefydlog/i;

/** As the form's own rule has it; here a record is taken at its word. */
function saysNoFixedAddress(line: string): boolean {
  if (!mayDeny.test(line)) return false;
  const text = line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return /^(?:n ?f ?a|homeless)$|\b(?:no fixed (?:abode|address|residence)|dim cyfeiriad sefydlog)\b/u.test(text);
}

const foundCodes = {
  town: 'postal-address/town-found',
  region: 'postal-address/region-found',
  postcode: 'postal-address/postcode-found',
} as const satisfies Partial<Record<Part, ChangeCode>>;

/** One line that holds all that has no column of its own. */
function splitWhole(whole: string, draft: Draft, { changes, country }: Reading): void {
  const wanted = { town: draft.town === '', region: draft.region === '', postcode: draft.postcode === '' };
  const { lines, ...found } = splitAddressLine(whole, country, wanted);
  const [first = '', ...others] = lines;
  draft.line1 = first;
  draft.line2 = [...others, draft.line2].filter((line) => line !== '').join(', ');
  for (const part of ['town', 'region', 'postcode'] as const) {
    const text = found[part];
    if (text === undefined) continue;
    draft[part] = text;
    changes.push({ path: paths.whole, from: whole, to: text, code: foundCodes[part] });
  }
}

/** A first line that is all there is may be a whole address; and a postcode may stand behind the town. */
function findMissing(draft: Draft, reading: Reading): void {
  if (draft.postcode === '') findPostcodeIn(draft, reading);
  if (draft.line2 === '' && draft.town === '' && draft.line1.includes(',')) splitWhole(draft.line1, draft, reading);
}

function findPostcodeIn(draft: Draft, { changes, country }: Reading): void {
  for (const part of ['region', 'town', 'line2', 'line1'] as const) {
    const from = draft[part];
    const found = /\d/.test(from) || /[OIL]/i.test(from) ? findPostcode(from, country) : undefined;
    if (found === undefined) continue;
    draft[part] = found.rest;
    draft.postcode = found.postcode;
    changes.push({ path: paths[part], from, to: found.postcode, code: 'postal-address/postcode-found' });
    return;
  }
}

function fixCase(draft: Draft, changes: Change[]): void {
  for (const part of ['line1', 'line2', 'town'] as const) {
    const from = draft[part];
    const to = fixLetterCase(from);
    if (to === from) continue;
    draft[part] = to;
    changes.push({ path: paths[part], from, to, code: 'postal-address/letter-case' });
  }
}

/** The Crown Dependencies share the postcodes of the United Kingdom and are countries of their own. */
const islands: Readonly<Record<string, string>> = { GY: 'GG', IM: 'IM', JE: 'JE' };

function isAtHome(country: string, home: string): boolean {
  return country === home || (home === 'GB' && Object.values(islands).includes(country));
}

function assemble(draft: Draft, { columns, country }: Reading, home: string): PostalAddress | undefined {
  const { line1, line2, town, region, postcode } = draft;
  const uprn = columns[paths.uprn] ?? '';
  const isUprn = /^\d{1,12}$/.test(uprn);
  if (!isUprn && line1 + line2 + town + region + postcode === '') return undefined;
  const address: { -readonly [Key in keyof PostalAddress]: PostalAddress[Key] } = {
    kind: isAtHome(country, home) ? 'written' : 'abroad',
  };
  if (line1 !== '') address.line1 = line1;
  if (line2 !== '') address.line2 = line2;
  if (town !== '') address.town = town;
  if (region !== '') address.region = region;
  if (postcode !== '') address.postcode = postcode;
  address.country = (country === 'GB' && /^..\d/.test(postcode) ? islands[postcode.slice(0, 2)] : undefined) ?? country;
  if (isUprn) address.uprn = uprn;
  return address;
}
