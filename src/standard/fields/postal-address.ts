/**
 * A postal address in the United Kingdom written by hand, or the statement that there is none. Not an address chosen from
 * a finder, and not one abroad: those kinds exist in the identity and are not read from entries yet.
 */
import type { Entries, PostalAddress } from '../identity.ts';
import { accepted, refused, type Issue, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import { findUnwantedCharacter, isLongerThan } from '../text.ts';
import { areBlank, inIdentity, readEntry, type EntryName, type Field, type ParseContext } from './field.ts';
import { parsePostcode } from './postcode.ts';

/** Characters (code points) in one line, at most. */
export const longestAddressLine = 128;

/** The value of `postalAddress.kind` for somebody without an address: lines are then neither asked nor read. */
export const noFixedAddressKind = 'no-fixed-address';

const lines = ['line1', 'line2', 'town'] as const;
type Line = (typeof lines)[number];
const written = [...lines, 'postcode'] as const;
const writtenEntries: readonly EntryName[] = written.map((part) => `postalAddress.${part}` as const);

/** The Crown Dependencies share the postcodes of the United Kingdom and are countries of their own (ISO 3166-1). */
const countryByArea: Readonly<Record<string, string>> = { GY: 'GG', IM: 'IM', JE: 'JE' };

/**
 * Reads `postalAddress.line1`, `.line2`, `.town` and `.postcode`, all but line 2 required; or `postalAddress.kind=no-fixed-address`,
 * beside which nothing else is read. A record needs any one part. Lines are kept as typed but for spaces.
 */
export function parsePostalAddress(entries: Entries, { profile, reading }: ParseContext): Parsed<PostalAddress> {
  if (entries['postalAddress.kind'] === noFixedAddressKind) return accepted({ kind: 'no-fixed-address' });
  if (areBlank(entries, writtenEntries)) return refused(createIssue('postal-address/missing', 'postalAddress.line1'));
  const typed = readLines(entries);
  const denial = lines.find((line) => saysNoFixedAddress(typed[line] ?? ''));
  if (denial && reading === 'record') return accepted({ kind: 'no-fixed-address' });
  if (denial) return refused(createIssue('postal-address/no-fixed-address-typed', `postalAddress.${denial}`));
  const postcode = parsePostcode(entries['postalAddress.postcode'] ?? '');
  const issues = [...lines.flatMap((line) => findLineFault(typed[line], line)), ...(postcode.ok ? [] : postcode.issues)];
  const faults = reading === 'record' ? issues.filter((issue) => !issue.code.endsWith('-missing')) : issues;
  if (faults.length > 0) return refused(...faults);
  if (!postcode.ok) return accepted({ kind: 'written', ...typed, country: profile.country });
  const country = countryByArea[postcode.value.slice(0, 2)] ?? profile.country;
  return accepted({ kind: 'written', ...typed, postcode: postcode.value, country });
}

function readLines(entries: Entries): Pick<PostalAddress, Line> {
  const typed = lines.map((line) => [line, readEntry(entries, `postalAddress.${line}`)] as const);
  return Object.fromEntries(typed.filter(([, text]) => text !== ''));
}

const missingCodes = {
  line1: 'postal-address/line1-missing',
  line2: undefined,
  town: 'postal-address/town-missing',
} as const satisfies Readonly<Record<Line, IssueCode | undefined>>;

function findLineFault(text: string | undefined, line: Line): Issue[] {
  const path: EntryName = `postalAddress.${line}`;
  const missing = missingCodes[line];
  if (text === undefined) return missing ? [createIssue(missing, path)] : [];
  if (isLongerThan(text, longestAddressLine)) return [createIssue('postal-address/too-long', path, { most: longestAddressLine })];
  const unwanted = findUnwantedCharacter(text, path);
  if (unwanted) return [unwanted];
  return /[\p{L}\p{N}]/u.test(text) ? [] : [createIssue('postal-address/no-letter', path)];
}

/**
 * A line that says there is no address. From a form that is an issue and not a silent change: only the resident can say
 * whether it is what they mean, and the option to say so stands beside the box, with and without JavaScript.
 */
function saysNoFixedAddress(line: string): boolean {
  const words = line
    .slice(0, longestAddressLine)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return (
    /^(?:n ?f ?a|homeless)$/u.test(words) || /\b(?:no fixed (?:abode|address|residence)|dim cyfeiriad sefydlog)\b/u.test(words)
  );
}

function formatPostalAddress(address: PostalAddress): Entries {
  if (address.kind === 'no-fixed-address') return { 'postalAddress.kind': noFixedAddressKind };
  const typed = written.flatMap((part) =>
    address[part] === undefined ? [] : [[`postalAddress.${part}`, address[part]] as const],
  );
  return Object.fromEntries(typed);
}

export const postalAddressField: Field = {
  name: 'postal-address',
  key: 'postalAddress',
  entries: ['postalAddress.line1', 'postalAddress.line2', 'postalAddress.town', 'postalAddress.postcode', 'postalAddress.kind'],
  isBlank: (entries) => entries['postalAddress.kind'] !== noFixedAddressKind && areBlank(entries, writtenEntries),
  parse: (entries, context) => inIdentity(parsePostalAddress(entries, context), (postalAddress) => ({ postalAddress })),
  format: ({ postalAddress }) => (postalAddress ? formatPostalAddress(postalAddress) : {}),
};
