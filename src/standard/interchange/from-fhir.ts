/**
 * FHIR R4 Patient to identity: what a health service knows, in the form that a council asks. Reads the first entry of each use and
 * lists all it has no place for: gender and ethnicity among them, which an identity never holds.
 */
import type { Identity, PersonName, PostalAddress } from '../identity.ts';
import type { Profile } from '../profiles/profile.ts';
import { namesBeside, type Carried } from './carried.ts';
import {
  addressKey,
  identifierSystems,
  type FhirAddress,
  type FhirHumanName,
  type FhirIdentifier,
  type FhirPatient,
} from './fhir-patient.ts';
import { nameOf, readTelephoneNumber, readWholeDate } from './written-values.ts';

type Found = Carried<Identity>;

/** `profile` is where the identity is to be used: its country makes an address one at home, its rules read the telephone number. */
export function fromFhirPatient(patient: FhirPatient, profile: Profile): Found {
  const parts = [
    readIdentifiers(patient.identifier ?? []),
    readNames(patient.name ?? []),
    readBirthDate(patient.birthDate),
    readAddresses(patient.address ?? [], profile),
    readTelecom(patient, profile),
  ];
  return {
    value: Object.assign({}, ...parts.map(({ value }) => value)) as Identity,
    notCarried: [
      ...parts.flatMap(({ notCarried }) => notCarried),
      ...namesBeside(patient, ['resourceType', 'identifier', 'name', 'telecom', 'birthDate', 'address']),
    ],
  };
}

function readIdentifiers(identifiers: readonly FhirIdentifier[]): Found {
  const value: Record<string, string> = {};
  const notCarried: string[] = [];
  for (const [index, { system, value: code }] of identifiers.entries()) {
    const key = Object.entries(identifierSystems).find(([, known]) => known === system)?.[0];
    if (key === undefined || code === undefined || key in value) notCarried.push(`identifier[${index}]`);
    else value[key] = code;
  }
  return { value, notCarried };
}

/** Without a use a name is the official one, as UK Core reads it. */
function readNames(names: readonly FhirHumanName[]): Found {
  const official = names.find(({ use = 'official' }) => use === 'official');
  const usual = names.find(({ use }) => use === 'usual' || use === 'nickname');
  const current = official ?? usual;
  const earlier = names.find(({ use }) => use === 'old' || use === 'maiden');
  const name = current && readName(current);
  const previousName = earlier && readName(earlier);
  const preferredName = official && (usual?.given?.[0] ?? usual?.text);
  return {
    value: {
      ...(name ? { name } : {}),
      ...(previousName ? { previousName } : {}),
      ...(preferredName === undefined ? {} : { preferredName }),
    },
    notCarried: names.flatMap((entry, index) => {
      if (![current, usual, earlier].includes(entry)) return [`name[${index}]`];
      return namesBeside(entry, ['use', 'text', 'family', 'given', 'suffix'], `name[${index}].`);
    }),
  };
}

/** `text` repeats the parts; it is kept where it stands for a name asked in one box, which is where there are no parts. */
function readName({ given = [], family = '', suffix = [], text }: FhirHumanName): PersonName | undefined {
  const more = { ...(suffix.length > 0 ? { suffix: suffix.join(' ') } : {}), ...(text === undefined ? {} : { full: text }) };
  return nameOf(given, family, more);
}

function readBirthDate(birthDate: string | undefined): Found {
  const dateOfBirth = readWholeDate(birthDate);
  if (dateOfBirth) return { value: { dateOfBirth }, notCarried: [] };
  return { value: {}, notCarried: birthDate === undefined ? [] : ['birthDate'] };
}

function readAddresses(addresses: readonly FhirAddress[], profile: Profile): Found {
  const current = addresses.filter(({ use }) => use !== 'old' && use !== 'temp' && use !== 'billing');
  const physical = current.find(({ type }) => type !== 'postal');
  const postal = current.find((address) => address.type === 'postal');
  const known = ['extension', 'use', 'type', 'line', 'city', 'district', 'state', 'postalCode', 'country'];
  return {
    value: {
      ...(physical ? { postalAddress: readAddress(physical, profile) } : {}),
      ...(postal ? { mailingAddress: readAddress(postal, profile) } : {}),
    },
    notCarried: addresses.flatMap((address, index) => {
      if (address !== physical && address !== postal) return [`address[${index}]`];
      const isDistrictLost = address.district !== undefined && address.state !== undefined;
      return [...namesBeside(address, known, `address[${index}].`), ...(isDistrictLost ? [`address[${index}].district`] : [])];
    }),
  };
}

function readAddress(address: FhirAddress, profile: Profile): PostalAddress {
  const { line = [], city, district, state, postalCode, country = profile.country } = address;
  const [line1, ...others] = line;
  const uprn = readUprn(address);
  const region = state ?? district;
  return {
    kind: uprn !== undefined ? 'found' : isAtHome(country, profile) ? 'written' : 'abroad',
    ...(line1 === undefined ? {} : { line1 }),
    ...(others.length > 0 ? { line2: others.join(', ') } : {}),
    ...(city === undefined ? {} : { town: city }),
    ...(region === undefined ? {} : { region }),
    ...(postalCode === undefined ? {} : { postcode: postalCode }),
    country,
    ...(uprn === undefined ? {} : { uprn }),
  };
}

/** The Crown Dependencies are at home in profile `gb`. */
function isAtHome(country: string, profile: Profile): boolean {
  return country === profile.country || (profile.country === 'GB' && ['GG', 'IM', 'JE'].includes(country));
}

function readUprn({ extension = [] }: FhirAddress): string | undefined {
  const keys = extension.filter(({ url }) => url === addressKey.url).map((key) => key.extension ?? []);
  const uprn = keys.find((parts) => parts.some(({ valueCoding }) => valueCoding?.code === addressKey.uprn));
  return uprn?.find(({ url }) => url === 'value')?.valueString;
}

function readTelecom({ telecom = [] }: FhirPatient, profile: Profile): Found {
  const current = telecom.filter(({ use }) => use !== 'old');
  const phone = current.find(({ system, value }) => system === 'phone' && readTelephoneNumber(value ?? '', profile));
  const email = current.find(({ system, value }) => system === 'email' && value !== undefined);
  const telephoneNumber = phone && readTelephoneNumber(phone.value ?? '', profile);
  return {
    value: {
      ...(email?.value === undefined ? {} : { emailAddress: email.value }),
      ...(telephoneNumber ? { telephoneNumber } : {}),
    },
    notCarried: telecom.flatMap((entry, index) => (entry === phone || entry === email ? [] : [`telecom[${index}]`])),
  };
}
