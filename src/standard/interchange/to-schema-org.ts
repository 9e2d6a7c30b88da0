/**
 * Identity to schema.org: a Person, or an Organization where the customer is one. For pages and systems that speak JSON-LD; what
 * schema.org has no term for is listed.
 */
import type { Identity, PostalAddress } from '../identity.ts';
import type { Carried } from './carried.ts';
import { writeDate, writeTelephoneNumber } from './written-values.ts';

/** JSON-LD with `@context` and `@type`; its other members are terms of schema.org. */
export type SchemaOrgThing = Readonly<Record<string, unknown>>;

/** A `Person`, or an `Organization`. */
export function toSchemaOrg(identity: Identity): Carried<SchemaOrgThing> {
  const { name, organisation, dateOfBirth, postalAddress, emailAddress, telephoneNumber, preferredName } = identity;
  const isOrganisation = identity.customerKind === 'organisation';
  const person = {
    name: name?.full,
    givenName: name?.given,
    additionalName: name?.middle,
    familyName: name?.family,
    honorificSuffix: name?.suffix,
    alternateName: preferredName,
    birthDate: dateOfBirth && writeDate(dateOfBirth),
  };
  const company = {
    legalName: organisation?.legalName,
    alternateName: organisation?.tradingName,
    taxID: organisation?.federalEmployerIdentificationNumber,
    parentOrganization: organisation?.parent === undefined ? undefined : { '@type': 'Organization', name: organisation.parent },
  };
  return {
    value: present({
      '@context': 'https://schema.org',
      '@type': isOrganisation ? 'Organization' : 'Person',
      ...(isOrganisation ? company : person),
      address: postalAddress && writeAddress(postalAddress),
      email: emailAddress,
      telephone: telephoneNumber && writeTelephoneNumber(telephoneNumber),
    }),
    notCarried: findNotCarried(identity, isOrganisation),
  };
}

function writeAddress({ kind, line1, line2, town, region, postcode, country }: PostalAddress): SchemaOrgThing | undefined {
  if (kind === 'no-fixed-address') return undefined;
  return present({
    '@type': 'PostalAddress',
    streetAddress: [line1, line2].filter((line) => line !== undefined).join(', ') || undefined,
    addressLocality: town,
    addressRegion: region,
    postalCode: postcode,
    addressCountry: country,
  });
}

function findNotCarried(identity: Identity, isOrganisation: boolean): readonly string[] {
  const never = [
    ...(['previousName', 'mailingAddress', 'locations', 'nationalInsuranceNumber', 'nhsNumber', 'driverLicense'] as const),
    ...(['socialSecurityNumber', 'individualTaxpayerNumber'] as const),
    ...(isOrganisation ? (['name', 'preferredName', 'dateOfBirth'] as const) : (['organisation'] as const)),
  ];
  const { telephoneNumber, postalAddress } = identity;
  const isTyped = telephoneNumber && telephoneNumber.typed !== writeTelephoneNumber(telephoneNumber);
  return [
    ...never.filter((key) => identity[key] !== undefined),
    ...(postalAddress === undefined || postalAddress.kind === 'written' ? [] : ['postalAddress.kind']),
    ...(postalAddress?.uprn === undefined ? [] : ['postalAddress.uprn']),
    ...(isTyped ? ['telephoneNumber.typed'] : []),
  ];
}

function present(thing: Readonly<Record<string, unknown>>): SchemaOrgThing {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined));
}
