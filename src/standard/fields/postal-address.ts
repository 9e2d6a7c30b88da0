/**
 * A postal address of any kind: written by hand or none (written-address.ts), found by a finder, or abroad. Not whether mail
 * arrives there.
 */
import { countries } from '../countries.ts';
import type { Entries, PostalAddress } from '../identity.ts';
import { accepted, refused, type Issue, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import type { ProfileId } from '../profiles/profile.ts';
import { findFaultInWords } from '../text.ts';
import { formatParts, inIdentity, readEntry, readParts, type Field, type ParseContext } from './field.ts';
import {
  type AddressPart,
  addressParts,
  longestAddressLine,
  noFixedAddressKind,
  parseWrittenAddress,
  saysNoFixedAddress,
  type WrittenParts,
  writtenAddressField,
} from './written-address.ts';

export { longestAddressLine, noFixedAddressKind } from './written-address.ts';

/** The value of `postalAddress.kind` for an address in none of the profile's countries. */
export const abroadKind = 'abroad';

/** Characters in a postcode abroad, at most: the longest in use has 10, with its hyphen. */
const longestPostcode = 16;

/** The countries that share a profile's addresses: an address in any other is one abroad. */
const homeCountries: Readonly<Record<ProfileId, readonly string[]>> = { gb: ['GB', 'GG', 'IM', 'JE'], 'us-fl': ['US'] };

/**
 * As {@link parseWrittenAddress}; or with `postalAddress.kind=abroad`, or a `.country` that is none of the profile's, line 1 and
 * the country (ISO 3166-1 alpha-2) alone are required, and the postcode is free text. `.uprn` counts as long as `.found`, the
 * text that the finder gave (`foundText`), is still what is written: changing any part drops it.
 */
export function parsePostalAddress(entries: Entries, context: ParseContext): Parsed<PostalAddress> {
  const country = readEntry(entries, 'postalAddress.country').toUpperCase();
  const isAbroad = country !== '' && !homeCountries[context.profile.id].includes(country);
  if (saysNone(entries)) return parseWrittenAddress(entries, context);
  if (isAbroad || entries['postalAddress.kind'] === abroadKind) return parseAddressAbroad(entries, country, context);
  const written = parseWrittenAddress(entries, context);
  return written.ok ? { ...written, value: withUprn(written.value, entries) } : written;
}

function saysNone(entries: Entries): boolean {
  return entries['postalAddress.kind'] === noFixedAddressKind;
}

function parseAddressAbroad(entries: Entries, country: string, { profile, reading }: ParseContext): Parsed<PostalAddress> {
  const typed: WrittenParts = readParts(entries, 'postalAddress', addressParts);
  if (Object.keys(typed).length === 0) return refused(createIssue('postal-address/missing', 'postalAddress.line1'));
  const denial = addressParts.find((part) => saysNoFixedAddress(typed[part] ?? ''));
  if (denial && reading === 'record') return accepted({ kind: noFixedAddressKind });
  if (denial) return refused(createIssue('postal-address/no-fixed-address-typed', `postalAddress.${denial}`));
  const fault = findCountryFault(country, homeCountries[profile.id]);
  const issues = [
    ...(typed.line1 === undefined ? [createIssue('postal-address/line1-missing', 'postalAddress.line1')] : []),
    ...addressParts.flatMap((part) => findPartFault(typed, part)),
    ...(fault ? [createIssue(fault, 'postalAddress.country')] : []),
  ];
  const faults = reading === 'record' ? issues.filter(({ code }) => !code.endsWith('-missing')) : issues;
  if (faults.length > 0) return refused(...faults);
  return accepted({ kind: abroadKind, ...typed, ...(fault ? {} : { country }) });
}

function findPartFault(typed: WrittenParts, part: AddressPart): readonly Issue[] {
  const text = typed[part];
  if (text === undefined) return [];
  const most = part === 'postcode' ? longestPostcode : longestAddressLine;
  return findFaultInWords(text, `postalAddress.${part}`, { field: 'postal-address', most });
}

function findCountryFault(country: string, home: readonly string[]): IssueCode | undefined {
  if (country === '') return 'postal-address/country-missing';
  if (home.includes(country)) return 'postal-address/country-at-home';
  return countries.has(country) ? undefined : 'postal-address/country-not-valid';
}

/** The parts of an address as one text: what a finder's page puts into `postalAddress.found` beside `.uprn`. */
export function foundText(address: PostalAddress): string {
  return addressParts.flatMap((part) => address[part] ?? []).join(', ');
}

function withUprn(address: PostalAddress, entries: Entries): PostalAddress {
  const uprn = readEntry(entries, 'postalAddress.uprn');
  const isUnchanged = readEntry(entries, 'postalAddress.found') === foundText(address);
  return isUnchanged && /^\d{1,12}$/u.test(uprn) ? { ...address, kind: 'found', uprn } : address;
}

function formatPostalAddress(address: PostalAddress): Entries {
  const isFound = address.kind === 'found';
  return { ...formatParts('postalAddress', address), ...(isFound ? { 'postalAddress.found': foundText(address) } : {}) };
}

export const postalAddressField: Field = {
  ...writtenAddressField,
  entries: [...writtenAddressField.entries, 'postalAddress.country', 'postalAddress.uprn', 'postalAddress.found'],
  parse: (entries, context) => inIdentity(parsePostalAddress(entries, context), (postalAddress) => ({ postalAddress })),
  format: ({ postalAddress }) => (postalAddress ? formatPostalAddress(postalAddress) : {}),
};
