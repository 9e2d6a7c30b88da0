/**
 * The parts of a FHIR R4 Patient that an identity has a place for (HL7 FHIR 4.0.1, resource Patient; UK Core and US Core profiles).
 * Types only, and only what is read or written here; a Patient may hold more.
 */

export interface FhirPatient {
  readonly resourceType: 'Patient';
  readonly identifier?: readonly FhirIdentifier[];
  readonly name?: readonly FhirHumanName[];
  readonly telecom?: readonly FhirContactPoint[];
  readonly birthDate?: string;
  readonly address?: readonly FhirAddress[];
}

export interface FhirIdentifier {
  readonly use?: string;
  readonly system?: string;
  readonly value?: string;
}

export interface FhirHumanName {
  readonly use?: 'usual' | 'official' | 'temp' | 'nickname' | 'anonymous' | 'old' | 'maiden';
  readonly text?: string;
  readonly family?: string;
  readonly given?: readonly string[];
  readonly suffix?: readonly string[];
}

export interface FhirContactPoint {
  readonly system?: 'phone' | 'fax' | 'email' | 'pager' | 'url' | 'sms' | 'other';
  readonly value?: string;
  readonly use?: 'home' | 'work' | 'temp' | 'old' | 'mobile';
}

export interface FhirExtension {
  readonly url: string;
  readonly valueCoding?: { readonly system?: string; readonly code?: string };
  readonly valueString?: string;
  readonly extension?: readonly FhirExtension[];
}

export interface FhirAddress {
  readonly extension?: readonly FhirExtension[];
  readonly use?: 'home' | 'work' | 'temp' | 'old' | 'billing';
  readonly type?: 'postal' | 'physical' | 'both';
  readonly line?: readonly string[];
  readonly city?: string;
  readonly district?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
}

/** Who gave an identifier, as FHIR names it. */
export const identifierSystems = {
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
  socialSecurityNumber: 'http://hl7.org/fhir/sid/us-ssn',
  /** Florida's by its number in HL7's register of states: FIPS code 12. */
  driverLicense: 'urn:oid:2.16.840.1.113883.4.3.12',
} as const;

/** UK Core's extension for the number of an address in a national register. */
export const addressKey = {
  url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-AddressKey',
  system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-AddressKeyType',
  uprn: 'UPRN',
} as const;
