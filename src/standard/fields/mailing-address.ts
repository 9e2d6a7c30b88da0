/**
 * Where mail goes: the same as the postal address, or an address of its own, by the same rules (postal-address.ts). Either way
 * the whole address is in the identity, so that it stands by itself.
 */
import type { Entries, PostalAddress } from '../identity.ts';
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue } from '../issue-code.ts';
import { type AddressEntry, type EntryName, type Field, formatParts, inIdentity, type ParseContext } from './field.ts';
import { foundText, parsePostalAddress, postalAddressField } from './postal-address.ts';
import { moveEntries, moveIssues } from './rekey.ts';

/** The value of `mailingAddress.kind` where it is the same as the postal address: nothing else is then read. */
export const sameAddressKind = 'same';

const parts: readonly AddressEntry[] = ['line1', 'line2', 'town', 'region', 'postcode', 'country', 'kind', 'uprn', 'found'];

/** Reads `mailingAddress.kind=same`, or `mailingAddress.line1` and so on as the postal address has them. */
export function parseMailingAddress(entries: Entries, context: ParseContext): Parsed<PostalAddress> {
  if (isBlank(entries)) return refused(createIssue('mailing-address/missing', 'mailingAddress.line1'));
  const parsed = parsePostalAddress(ownEntries(entries), context);
  return isSame(entries) ? parsed : moveIssues(parsed, 'postalAddress', 'mailingAddress');
}

function isSame(entries: Entries): boolean {
  return entries['mailingAddress.kind'] === sameAddressKind;
}

function ownEntries(entries: Entries): Entries {
  return isSame(entries) ? entries : moveEntries(entries, 'mailingAddress', 'postalAddress');
}

/** The same as nothing is nothing. */
function isBlank(entries: Entries): boolean {
  return postalAddressField.isBlank(ownEntries(entries));
}

export const mailingAddressField: Field = {
  name: 'mailing-address',
  key: 'mailingAddress',
  entries: ['mailingAddress.line1', ...parts.slice(1).map((part): EntryName => `mailingAddress.${part}`)],
  isBlank,
  parse: (entries, context) => {
    const parsed = parseMailingAddress(entries, context);
    // What is wrong with the postal address is told there, and once.
    if (!parsed.ok && isSame(entries) && !isBlank(entries)) return accepted({});
    const mailing = isSame(entries) && parsed.ok ? { ...parsed, warnings: [] } : parsed;
    return inIdentity(mailing, (mailingAddress) => ({ mailingAddress }));
  },
  format: ({ mailingAddress }) => ({
    ...formatParts('mailingAddress', mailingAddress),
    ...(mailingAddress?.kind === 'found' ? { 'mailingAddress.found': foundText(mailingAddress) } : {}),
  }),
};
