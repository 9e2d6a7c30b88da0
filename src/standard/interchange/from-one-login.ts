/**
 * GOV.UK One Login's core identity and address claims to identity (their technical documentation, "Prove users' identities").
 * Reads the claims of a token that somebody has verified; not the token, its signature or its level of confidence.
 */
import type { Identity, PersonName, PostalAddress } from '../identity.ts';
import type { Carried } from './carried.ts';
import { nameOf, readWholeDate } from './written-values.ts';

/** A name as it was valid for a time; its parts are in the order the person writes them. */
export interface OneLoginName {
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly nameParts: readonly { readonly type: 'GivenName' | 'FamilyName'; readonly value: string }[];
}

export interface OneLoginAddress {
  readonly uprn?: number;
  readonly organisationName?: string;
  readonly departmentName?: string;
  readonly subBuildingName?: string;
  readonly buildingName?: string;
  readonly buildingNumber?: string;
  readonly dependentStreetName?: string;
  readonly streetName?: string;
  readonly doubleDependentAddressLocality?: string;
  readonly dependentAddressLocality?: string;
  readonly addressLocality?: string;
  readonly postalCode?: string;
  readonly addressCountry?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
}

/** `credentialSubject` of the core identity, and the address claim, each where it was asked for. */
export interface OneLoginClaims {
  readonly name?: readonly OneLoginName[];
  readonly birthDate?: readonly { readonly value: string }[];
  readonly address?: readonly OneLoginAddress[];
}

/** The name and address without an end are the present ones; the latest name that has ended is the previous one. */
export function fromOneLogin({ name = [], birthDate = [], address = [] }: OneLoginClaims): Carried<Identity> {
  const present = name.find(({ validUntil }) => validUntil === undefined);
  const previous = name.filter(({ validUntil }) => validUntil !== undefined).reduce<OneLoginName | undefined>(laterOf, undefined);
  const home = address.find(({ validUntil }) => validUntil === undefined);
  const dateOfBirth = birthDate.map(({ value }) => readWholeDate(value)).find((date) => date !== undefined);
  const current = present && readName(present);
  const earlier = previous && readName(previous);
  return {
    value: {
      ...(current ? { name: current } : {}),
      ...(earlier ? { previousName: earlier } : {}),
      ...(dateOfBirth ? { dateOfBirth } : {}),
      ...(home ? { postalAddress: readAddress(home) } : {}),
    },
    notCarried: [
      ...name.flatMap((entry, index) =>
        entry === present || entry === previous ? findPeriod(entry, `name[${index}]`) : [`name[${index}]`],
      ),
      ...birthDate.flatMap((_, index) => (index === 0 && dateOfBirth ? [] : [`birthDate[${index}]`])),
      ...address.flatMap((entry, index) => (entry === home ? findPeriod(entry, `address[${index}]`) : [`address[${index}]`])),
    ],
  };
}

function laterOf(latest: OneLoginName | undefined, name: OneLoginName): OneLoginName {
  return latest === undefined || (name.validUntil ?? '') > (latest.validUntil ?? '') ? name : latest;
}

/** An identity has no times of validity. */
function findPeriod(entry: OneLoginName | OneLoginAddress, path: string): readonly string[] {
  return (['validFrom', 'validUntil'] as const).flatMap((key) => (entry[key] === undefined ? [] : [`${path}.${key}`]));
}

function readName({ nameParts }: OneLoginName): PersonName | undefined {
  const valuesOf = (type: string): string[] => nameParts.filter((part) => part.type === type).map(({ value }) => value);
  return nameOf(valuesOf('GivenName'), valuesOf('FamilyName').join(' '));
}

function readAddress(address: OneLoginAddress): PostalAddress {
  const street = [address.buildingNumber, address.dependentStreetName, address.streetName].filter(isThere).join(' ');
  const lines = [address.organisationName, address.departmentName, address.subBuildingName, address.buildingName, street];
  const places = [address.doubleDependentAddressLocality, address.dependentAddressLocality];
  const [line1, ...others] = [...lines, ...places].filter(isThere);
  const { uprn, addressLocality, postalCode, addressCountry = 'GB' } = address;
  return {
    kind: uprn !== undefined ? 'found' : ['GB', 'GG', 'IM', 'JE'].includes(addressCountry) ? 'written' : 'abroad',
    ...(line1 === undefined ? {} : { line1 }),
    ...(others.length > 0 ? { line2: others.join(', ') } : {}),
    ...(isThere(addressLocality) ? { town: addressLocality } : {}),
    ...(isThere(postalCode) ? { postcode: postalCode } : {}),
    country: addressCountry,
    ...(uprn === undefined ? {} : { uprn: String(uprn) }),
  };
}

function isThere(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
