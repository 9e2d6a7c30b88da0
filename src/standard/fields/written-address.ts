/**
 * An address at home, written by hand, or the statement that there is none: as much of the postal address as a page needs at
 * first. postal-address.ts lays over it the addresses that were found, and those abroad.
 */
import type { Entries, PostalAddress } from '../identity.ts';
import { accepted, refused, type Issue, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import { findFaultInWords } from '../text.ts';
import { areBlank, formatParts, inIdentity, readParts, type EntryName, type Field, type ParseContext } from './field.ts';

/** Characters (code points) in one line, at most. */
export const longestAddressLine = 128;

/** The value of `postalAddress.kind` for somebody without an address: lines are then neither asked nor read. */
export const noFixedAddressKind = 'no-fixed-address';

const lines = ['line1', 'line2', 'town'] as const;
/** What is written, in the order of its lines. */
export const addressParts = [...lines, 'region', 'postcode'] as const;
export type AddressPart = (typeof addressParts)[number];
export type WrittenParts = Pick<PostalAddress, AddressPart>;
const writtenEntries = [
  'postalAddress.line1',
  'postalAddress.line2',
  'postalAddress.town',
  'postalAddress.region',
  'postalAddress.postcode',
] as const satisfies readonly EntryName[];

/**
 * Reads `postalAddress.line1`, `.line2`, `.town` and what the profile adds (`.region`, `.postcode`), all but line 2 required; or
 * `postalAddress.kind=no-fixed-address`, beside which nothing else is read. A record needs any one part. Lines are kept as
 * typed but for spaces.
 */
export function parseWrittenAddress(entries: Entries, { profile, reading }: ParseContext): Parsed<PostalAddress> {
  if (entries['postalAddress.kind'] === noFixedAddressKind) return accepted({ kind: noFixedAddressKind });
  if (areBlank(entries, writtenEntries)) return refused(createIssue('postal-address/missing', 'postalAddress.line1'));
  const typed: WrittenParts = readParts(entries, 'postalAddress', lines);
  const denial = lines.find((line) => saysNoFixedAddress(typed[line] ?? ''));
  if (denial && reading === 'record') return accepted({ kind: noFixedAddressKind });
  if (denial) return refused(createIssue('postal-address/no-fixed-address-typed', `postalAddress.${denial}`));
  const { read, issues, doubts } = profile.readPostcode(entries);
  const all = [...lines.flatMap((line) => findLineFault(typed[line], line)), ...issues];
  const faults = reading === 'record' ? all.filter((issue) => !issue.code.endsWith('-missing')) : all;
  return faults.length > 0 ? refused(...faults) : accepted({ kind: 'written', ...typed, ...read }, doubts);
}

const missingCodes: Readonly<Partial<Record<AddressPart, IssueCode>>> = {
  line1: 'postal-address/line1-missing',
  town: 'postal-address/town-missing',
};

function findLineFault(text: string | undefined, line: AddressPart): readonly Issue[] {
  const path: EntryName = `postalAddress.${line}`;
  if (text !== undefined) return findFaultInWords(text, path, { field: 'postal-address', most: longestAddressLine });
  const missing = missingCodes[line];
  return missing ? [createIssue(missing, path)] : [];
}

/**
 * A line that says there is no address. From a form that is an issue and not a silent change: only the resident can say
 * whether it is what they mean, and the option to say so stands beside the box, with and without JavaScript.
 */
export function saysNoFixedAddress(line: string): boolean {
  const words = line
    .slice(0, longestAddressLine)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return (
    /^(?:n ?f ?a|homeless)$/u.test(words) || /\b(?:no fixed (?:abode|address|residence)|dim cyfeiriad sefydlog)\b/u.test(words)
  );
}

export const writtenAddressField: Field = {
  name: 'postal-address',
  key: 'postalAddress',
  entries: [...writtenEntries, 'postalAddress.kind'],
  isBlank: (entries) => entries['postalAddress.kind'] !== noFixedAddressKind && areBlank(entries, writtenEntries),
  parse: (entries, context) => inIdentity(parseWrittenAddress(entries, context), (postalAddress) => ({ postalAddress })),
  format: ({ postalAddress }) => formatParts('postalAddress', postalAddress),
};
