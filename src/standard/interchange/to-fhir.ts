/**
 * Identity to FHIR R4 Patient, as UK Core and US Core profile it. Sex, gender and ethnicity are never in an identity, so they are
 * never in the Patient; US Core wants a gender, which the sender must add if they know it.
 */
import type { Identity, PersonName, PostalAddress } from '../identity.ts';
import type { Carried } from './carried.ts';
import {
  addressKey,
  identifierSystems,
  type FhirAddress,
  type FhirContactPoint,
  type FhirHumanName,
  type FhirIdentifier,
  type FhirPatient,
} from './fhir-patient.ts';
import { writeDate, writeTelephoneNumber } from './written-values.ts';

/** `name` official, `previousName` old, `preferredName` usual; the mailing address is the postal one. */
export function toFhirPatient(identity: Identity): Carried<FhirPatient> {
  const identifier = writeIdentifiers(identity);
  const name = writeNames(identity);
  const telecom = writeTelecom(identity);
  const address = writeAddresses(identity);
  const patient: FhirPatient = {
    resourceType: 'Patient',
    ...(identifier.length > 0 ? { identifier } : {}),
    ...(name.length > 0 ? { name } : {}),
    ...(telecom.length > 0 ? { telecom } : {}),
    ...(identity.dateOfBirth ? { birthDate: writeDate(identity.dateOfBirth) } : {}),
    ...(address.length > 0 ? { address } : {}),
  };
  return { value: patient, notCarried: findNotCarried(identity) };
}

function writeIdentifiers(identity: Identity): FhirIdentifier[] {
  const keys = ['nhsNumber', 'socialSecurityNumber', 'driverLicense'] as const;
  return keys.flatMap((key) => {
    const value = identity[key];
    return value === undefined ? [] : [{ use: 'official', system: identifierSystems[key], value }];
  });
}

function writeNames({ name, previousName, preferredName }: Identity): FhirHumanName[] {
  return [
    ...(name ? [writeName(name, 'official')] : []),
    ...(previousName ? [writeName(previousName, 'old')] : []),
    ...(preferredName === undefined ? [] : [{ use: 'usual' as const, text: preferredName, given: [preferredName] }]),
  ];
}

function writeName({ given, middle, family, suffix, full }: PersonName, use: 'official' | 'old'): FhirHumanName {
  const givens = [given, middle].filter((part) => part !== undefined);
  return {
    use,
    ...(full === undefined ? {} : { text: full }),
    ...(family === undefined ? {} : { family }),
    ...(givens.length > 0 ? { given: givens } : {}),
    ...(suffix === undefined ? {} : { suffix: [suffix] }),
  };
}

function writeTelecom({ emailAddress, telephoneNumber }: Identity): FhirContactPoint[] {
  return [
    ...(telephoneNumber ? [{ system: 'phone' as const, value: writeTelephoneNumber(telephoneNumber) }] : []),
    ...(emailAddress === undefined ? [] : [{ system: 'email' as const, value: emailAddress }]),
  ];
}

function writeAddresses({ postalAddress, mailingAddress }: Identity): FhirAddress[] {
  return [
    ...(postalAddress && hasPlace(postalAddress) ? [writeAddress(postalAddress, 'physical')] : []),
    ...(mailingAddress && hasPlace(mailingAddress) ? [writeAddress(mailingAddress, 'postal')] : []),
  ];
}

function hasPlace({ kind }: PostalAddress): boolean {
  return kind !== 'no-fixed-address';
}

function writeAddress(address: PostalAddress, type: 'physical' | 'postal'): FhirAddress {
  const { line1, line2, town, region, postcode, country, uprn } = address;
  const line = [line1, line2].filter((part) => part !== undefined);
  const key = {
    url: addressKey.url,
    extension: [
      { url: 'type', valueCoding: { system: addressKey.system, code: addressKey.uprn } },
      ...(uprn === undefined ? [] : [{ url: 'value', valueString: uprn }]),
    ],
  };
  return {
    ...(uprn === undefined ? {} : { extension: [key] }),
    use: 'home',
    type,
    ...(line.length > 0 ? { line } : {}),
    ...(town === undefined ? {} : { city: town }),
    ...(region === undefined ? {} : { state: region }),
    ...(postcode === undefined ? {} : { postalCode: postcode }),
    ...(country === undefined ? {} : { country }),
  };
}

/** A Patient is a person at a home, and FHIR knows neither a typed spelling nor a reason for having no address. */
function findNotCarried(identity: Identity): readonly string[] {
  const whole = ['customerKind', 'organisation', 'locations', 'nationalInsuranceNumber', 'individualTaxpayerNumber'] as const;
  const { telephoneNumber } = identity;
  return [
    ...whole.filter((key) => identity[key] !== undefined),
    ...(['name', 'previousName'] as const).flatMap((key) => (isMiddleAlone(identity[key]) ? [`${key}.middle`] : [])),
    ...(['postalAddress', 'mailingAddress'] as const).flatMap((key) => findKindLost(identity[key], key)),
    ...(telephoneNumber && telephoneNumber.typed !== writeTelephoneNumber(telephoneNumber) ? ['telephoneNumber.typed'] : []),
  ];
}

/** The first given name is `given`: a middle name alone would come back as one. */
function isMiddleAlone(name: PersonName | undefined): boolean {
  return name?.middle !== undefined && name.given === undefined;
}

function findKindLost(address: PostalAddress | undefined, key: string): readonly string[] {
  if (!address) return [];
  const isLost = !hasPlace(address) || (address.kind === 'found') !== (address.uprn !== undefined);
  return [
    ...(isLost ? [`${key}.kind`] : []),
    ...(address.line1 === undefined && address.line2 !== undefined ? [`${key}.line2`] : []),
  ];
}
