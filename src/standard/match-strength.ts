/**
 * Whether an identity says enough to match on: HL7's weights (Interoperable Digital Identity and Patient Matching) over
 * what was given. Not how well two identities match: that is matching/.
 */
import type { Identity, PersonName } from './identity.ts';

/** Below this a self-asserted identity is never linked automatically. Records of source systems are matched with what they have. */
export const minimumMatchStrength = 9;

const weights = { fullName: 3, dateOfBirth: 2, oneContact: 4, severalContacts: 5, drivingLicence: 5, identifier: 4 };

/**
 * The weights of what was given, summed: name, date of birth and address make 9; with an e-mail address or telephone number, 10.
 * HL7's are those of name (3), date of birth (2), contacts (4, several 5) and driver license (5); a Social Security or taxpayer
 * number counts nothing. Ours beyond HL7: a declared single name and an organisation's legal name count as a full name; National
 * Insurance, NHS and an organisation's federal number count 4, once.
 */
export function matchStrength(identity: Identity): number {
  const { name, organisation, dateOfBirth, driverLicense } = identity;
  const contacts = [hasPlace(identity), identity.emailAddress !== undefined, identity.telephoneNumber !== undefined];
  const given = contacts.filter(Boolean).length;
  return (
    (isFullName(name) || organisation ? weights.fullName : 0) +
    (dateOfBirth ? weights.dateOfBirth : 0) +
    (given > 1 ? weights.severalContacts : given * weights.oneContact) +
    (driverLicense === undefined ? 0 : weights.drivingLicence) +
    (hasIdentifier(identity) ? weights.identifier : 0)
  );
}

/** Someone with one name has the given part alone, and that is their full name. */
function isFullName(name: PersonName | undefined): boolean {
  return name?.given !== undefined || name?.full !== undefined;
}

/** "No fixed address" is an answer, but nothing to tell people apart by. Several addresses say where somebody is, as one does. */
function hasPlace({ postalAddress, mailingAddress, locations = [] }: Identity): boolean {
  const addresses = [postalAddress, mailingAddress, ...locations.map(({ address }) => address)];
  return addresses.some((address) => address !== undefined && address.kind !== 'no-fixed-address');
}

function hasIdentifier({ nationalInsuranceNumber, nhsNumber, organisation }: Identity): boolean {
  return [nationalInsuranceNumber, nhsNumber, organisation?.federalEmployerIdentificationNumber].some(
    (number) => number !== undefined,
  );
}
