/**
 * Whether an identity says enough to match on: HL7's weights (Interoperable Digital Identity and Patient Matching) over
 * what was given. Not how well two identities match: that is matching/.
 */
import type { Identity, PersonName, PostalAddress } from './identity.ts';

/** Below this a self-asserted identity is never linked automatically. Records of source systems are matched with what they have. */
export const minimumMatchStrength = 9;

const weights = { fullName: 3, dateOfBirth: 2, oneContact: 4, severalContacts: 5 };

/** The weights of what was given, summed: name, date of birth and address make 9; with an e-mail address or telephone number, 10. */
export function matchStrength(identity: Identity): number {
  const contacts = [isPlace(identity.postalAddress), identity.emailAddress !== undefined, identity.telephoneNumber !== undefined];
  const given = contacts.filter(Boolean).length;
  return (
    (isFullName(identity.name) ? weights.fullName : 0) +
    (identity.dateOfBirth ? weights.dateOfBirth : 0) +
    (given > 1 ? weights.severalContacts : given * weights.oneContact)
  );
}

/** Someone with one name has the given part alone, and that is their full name. */
function isFullName(name: PersonName | undefined): boolean {
  return name?.given !== undefined || name?.full !== undefined;
}

/** "No fixed address" is an answer, but nothing to tell people apart by. */
function isPlace(address: PostalAddress | undefined): boolean {
  return address !== undefined && address.kind !== 'no-fixed-address';
}
