/**
 * A postal address in the United Kingdom written by hand, or the statement that there is none. Not an address chosen from
 * a finder, and not one abroad: those kinds exist in the identity and are not read from entries yet.
 */
import type { Entries, PostalAddress } from '../identity.ts';
import { accepted, refused, type Issue, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import { findUnwantedCharacter, isLongerThan } from '../text.ts';
import { areBlank, readEntry, type EntryName, type Field, type ParseContext } from './field.ts';
import { parsePostcode } from './postcode.ts';

/** Characters (code points) in one line, at most. */
export const longestAddressLine = 128;

/** The value of `postalAddress.kind` for somebody without an address: lines are then neither asked nor read. */
export const noFixedAddressKind = 'no-fixed-address';

const lines = ['postalAddress.line1', 'postalAddress.line2', 'postalAddress.town'] as const satisfies readonly EntryName[];
const written = [...lines, 'postalAddress.postcode'] as const satisfies readonly EntryName[];

/**
 * Reads `postalAddress.line1`, `.line2`, `.town` and `.postcode`, all but line 2 required; or `postalAddress.kind=no-fixed-address`.
 * Lines are kept as typed but for spaces; the country is the profile's.
 */
export function parsePostalAddress(entries: Entries, { profile }: ParseContext): Parsed<PostalAddress> {
  if (entries['postalAddress.kind'] === noFixedAddressKind) return accepted({ kind: 'no-fixed-address' });
  if (areBlank(entries, written)) return refused(createIssue('postal-address/missing', 'postalAddress.line1'));
  const [line1, line2, town] = [readEntry(entries, lines[0]), readEntry(entries, lines[1]), readEntry(entries, lines[2])];
  if (saysNoFixedAddress(line1) || saysNoFixedAddress(line2)) {
    return refused(createIssue('postal-address/no-fixed-address-typed', saysNoFixedAddress(line1) ? lines[0] : lines[1]));
  }
  const postcode = parsePostcode(entries['postalAddress.postcode'] ?? '');
  const issues = [
    ...findLineFault(line1, lines[0], 'postal-address/line1-missing'),
    ...findLineFault(line2, lines[1]),
    ...findLineFault(town, lines[2], 'postal-address/town-missing'),
  ];
  if (!postcode.ok) return refused(...issues, ...postcode.issues);
  if (issues.length > 0) return refused(...issues);
  return accepted({
    kind: 'written',
    line1,
    ...(line2 === '' ? {} : { line2 }),
    town,
    postcode: postcode.value,
    country: profile.country,
  });
}

function findLineFault(text: string, path: EntryName, missing?: IssueCode): Issue[] {
  if (text === '') return missing ? [createIssue(missing, path)] : [];
  if (isLongerThan(text, longestAddressLine)) return [createIssue('postal-address/too-long', path, { most: longestAddressLine })];
  const unwanted = findUnwantedCharacter(text, path);
  if (unwanted) return [unwanted];
  return /[\p{L}\p{N}]/u.test(text) ? [] : [createIssue('postal-address/no-letter', path)];
}

/** An issue and not a silent change: only the resident can say whether that is what they mean, and the option stands beside the box. */
function saysNoFixedAddress(line: string): boolean {
  if (line.length > longestAddressLine) return false;
  const words = line
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return /^(?:n ?f ?a|(?:of )?no fixed (?:abode|address|residence)|homeless|dim cyfeiriad sefydlog)$/u.test(words);
}

function formatPostalAddress(address: PostalAddress): Entries {
  if (address.kind === 'no-fixed-address') return { 'postalAddress.kind': noFixedAddressKind };
  const { line1, line2, town, postcode } = address;
  const typed = Object.entries({ line1, line2, town, postcode }).filter(([, text]) => text !== undefined);
  return Object.fromEntries(typed.map(([part, text]) => [`postalAddress.${part}`, text ?? '']));
}

export const postalAddressField: Field = {
  name: 'postal-address',
  key: 'postalAddress',
  entries: [...written, 'postalAddress.kind'],
  isBlank: (entries) => entries['postalAddress.kind'] !== noFixedAddressKind && areBlank(entries, written),
  parse(entries, context) {
    const parsed = parsePostalAddress(entries, context);
    return parsed.ok ? accepted({ postalAddress: parsed.value }, parsed.warnings) : parsed;
  },
  format: ({ postalAddress }) => (postalAddress ? formatPostalAddress(postalAddress) : {}),
};
