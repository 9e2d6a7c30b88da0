/** Identities in the forms of other systems: what is carried comes back the same, and what is not is listed. */
import fc from 'fast-check';
import { Fhir } from 'fhir';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/standard/identity.ts';
import {
  fromFhirPatient,
  fromOneLogin,
  fromOpenIdClaims,
  toFhirPatient,
  toSchemaOrg,
  type FhirPatient,
} from '../../../src/standard/interchange/index.ts';
import { profiles } from '../../../src/standard/profiles.ts';

const word = fc.stringMatching(/^[A-Za-zé]{1,12}$/);
const name = fc.record({ given: word, middle: word, family: word, suffix: word, full: word }, { requiredKeys: ['given'] });
const address = fc.oneof(
  fc.record({
    kind: fc.constant('written' as const),
    line1: word,
    line2: word,
    town: word,
    postcode: word,
    country: fc.constant('GB'),
  }),
  fc.record({ kind: fc.constant('abroad' as const), line1: word, country: fc.constantFrom('FR', 'NG') }),
  fc.record({
    kind: fc.constant('found' as const),
    line1: word,
    uprn: fc.stringMatching(/^[1-9]\d{4,11}$/),
    country: fc.constant('GB'),
  }),
);
const telephoneNumber = fc
  .integer({ min: 100, max: 999 })
  .map((last) => ({ typed: `+447700900${last}`, e164: `+447700900${last}` }));
const identity: fc.Arbitrary<Identity> = fc.record(
  {
    name,
    previousName: name,
    preferredName: word,
    dateOfBirth: fc.record({
      year: fc.integer({ min: 1900, max: 2024 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    postalAddress: address,
    mailingAddress: address,
    emailAddress: fc.constantFrom('ada@example.com', 'bea@example.org'),
    telephoneNumber,
    nhsNumber: fc.constant('9434765919'),
  },
  { requiredKeys: ['name'] },
);

/**
 * What HL7 FHIR R4 (4.0.1) says of the elements of a Patient that are written here: whether one or many, and the codes of those with
 * a required binding. Written from the specification's pages, beside the published structure that `publishedFaults` checks with: that one
 * lets a list stand where one value belongs.
 */
const structure: Readonly<Record<string, Readonly<Record<string, 'one' | 'many' | readonly string[]>>>> = {
  Patient: { resourceType: ['Patient'], identifier: 'many', name: 'many', telecom: 'many', birthDate: 'one', address: 'many' },
  identifier: { use: ['usual', 'official', 'temp', 'secondary', 'old'], system: 'one', value: 'one' },
  name: {
    use: ['usual', 'official', 'temp', 'nickname', 'anonymous', 'old', 'maiden'],
    ...({ text: 'one', family: 'one', given: 'many', suffix: 'many' } as const),
  },
  telecom: { system: ['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other'], value: 'one', use: ['home', 'work', 'mobile'] },
  address: {
    ...({
      extension: 'many',
      line: 'many',
      city: 'one',
      district: 'one',
      state: 'one',
      postalCode: 'one',
      country: 'one',
    } as const),
    use: ['home', 'work', 'temp', 'old', 'billing'],
    type: ['postal', 'physical', 'both'],
  },
};

function faultsOf(element: object, rules: keyof typeof structure): string[] {
  return Object.entries(element).flatMap(([key, value]: [string, unknown]) => {
    const rule = structure[rules]?.[key];
    const isRight =
      rule === 'many'
        ? Array.isArray(value) && value.length > 0
        : typeof value === 'string' && value !== '' && rule !== undefined;
    const isBound = !Array.isArray(rule) || rule.includes(value);
    return isRight && isBound ? [] : [`${rules}.${key}`];
  });
}

const faultsOfPatient = (patient: FhirPatient) => [
  ...faultsOf(patient, 'Patient'),
  ...(['identifier', 'name', 'telecom', 'address'] as const).flatMap((key) =>
    (patient[key] ?? []).flatMap((part: object) => faultsOf(part, key)),
  ),
];

const published = new Fhir();

/** What the definitions that HL7 publishes for R4 find wrong: unknown elements, wrong types, codes outside a required binding. */
const publishedFaults = (patient: object) => published.validate(patient).messages.map(({ location }) => location);

describe('FHIR R4 Patient', () => {
  it('comes back as the identity that it was made from', () => {
    fc.assert(
      fc.property(identity, (given) => {
        const { value: patient, notCarried } = toFhirPatient(given);
        expect(notCarried).toEqual([]);
        expect(fromFhirPatient(patient, profiles.gb)).toEqual({ value: given, notCarried: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('has the elements, cardinalities and codes of the specification', () => {
    fc.assert(
      fc.property(identity, (given) => {
        const { value: patient } = toFhirPatient(given);
        expect(publishedFaults(patient)).toEqual([]);
        expect(faultsOfPatient(patient)).toEqual([]);
        expect(patient.birthDate ?? '1985-03-27').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
      { numRuns: 500 },
    );
  });

  it('is not valid with an element or a code that the specification has not', () => {
    const patient = { resourceType: 'Patient', birthDat: '1985-03-27', name: [{ use: 'first', given: ['Ada'] }] };
    expect(publishedFaults(patient)).toEqual(['Patient.name[0].use', 'Patient.birthDat']);
    expect(faultsOf({ use: 'first' }, 'name')).toEqual(['name.use']);
    expect(faultsOf({ given: 'Ada' }, 'name')).toEqual(['name.given']);
    expect(faultsOf({ nickname: 'Ada' }, 'name')).toEqual(['name.nickname']);
  });

  it('lists what it has no place for', () => {
    const { notCarried } = toFhirPatient({
      customerKind: 'organisation',
      organisation: { legalName: 'Example Ltd' },
      postalAddress: { kind: 'no-fixed-address' },
      telephoneNumber: { typed: '07700 900123', e164: '+447700900123' },
      nationalInsuranceNumber: 'AB123456C',
    });
    const expected = ['customerKind', 'organisation', 'nationalInsuranceNumber', 'postalAddress.kind', 'telephoneNumber.typed'];
    expect(notCarried).toEqual(expected);
  });

  it('is read without ethnicity and gender, which are listed', () => {
    const patient = {
      resourceType: 'Patient' as const,
      gender: 'female',
      extension: [{ url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity' }],
      name: [{ family: 'Example', given: ['Ada', 'Bea'] }],
      birthDate: '1985-03',
    };
    expect(fromFhirPatient(patient, profiles.gb)).toEqual({
      value: { name: { given: 'Ada', middle: 'Bea', family: 'Example' } },
      notCarried: ['birthDate', 'gender', 'extension'],
    });
  });
});

describe('OpenID Connect claims', () => {
  it('become an identity', () => {
    const claims = {
      sub: 'abc',
      given_name: 'Ada',
      family_name: 'Example',
      birthdate: '1985-03-27',
      email: 'ada@example.com',
      phone_number: '+447700900123',
      address: { street_address: '1 Example Street\nFlat 2', locality: 'Leeds', postal_code: 'LS1 4AP', country: 'GB' },
    };
    expect(fromOpenIdClaims(claims, profiles.gb)).toEqual({
      value: {
        name: { given: 'Ada', family: 'Example' },
        dateOfBirth: { year: 1985, month: 3, day: 27 },
        postalAddress: {
          kind: 'written',
          line1: '1 Example Street',
          line2: 'Flat 2',
          town: 'Leeds',
          postcode: 'LS1 4AP',
          country: 'GB',
        },
        emailAddress: 'ada@example.com',
        telephoneNumber: { typed: '+447700900123', e164: '+447700900123' },
      },
      notCarried: ['sub'],
    });
  });

  it('list a birthday without its year and a full name beside its parts', () => {
    const { value, notCarried } = fromOpenIdClaims(
      { name: 'Ada Example', given_name: 'Ada', birthdate: '0000-03-27' },
      profiles.gb,
    );
    expect(value).toEqual({ name: { given: 'Ada' } });
    expect(notCarried).toEqual(['name', 'birthdate']);
  });
});

describe('GOV.UK One Login', () => {
  it('is read with its present and its previous name, in the order of their parts', () => {
    const part = (type: 'GivenName' | 'FamilyName', value: string) => ({ type, value });
    const claims = {
      name: [
        {
          validFrom: '2020-03-01',
          nameParts: [part('GivenName', 'Ada'), part('GivenName', 'Bea'), part('FamilyName', 'Example')],
        },
        { validUntil: '2020-03-01', nameParts: [part('FamilyName', 'Sample'), part('GivenName', 'Ada')] },
      ],
      birthDate: [{ value: '1985-03-27' }],
      address: [
        {
          uprn: 100000000001,
          subBuildingName: 'FLAT 5',
          buildingName: 'EXAMPLE HOUSE',
          buildingNumber: '16',
          streetName: 'EXAMPLE LANE',
          addressLocality: 'LEEDS',
          postalCode: 'LS1 4AP',
          addressCountry: 'GB',
          validFrom: '2022-01-01',
        },
        { buildingNumber: '8', streetName: 'EXAMPLE ROAD', addressLocality: 'LEEDS', validUntil: '2022-01-01' },
      ],
    };
    expect(fromOneLogin(claims)).toEqual({
      value: {
        name: { given: 'Ada', middle: 'Bea', family: 'Example' },
        previousName: { given: 'Ada', family: 'Sample' },
        dateOfBirth: { year: 1985, month: 3, day: 27 },
        postalAddress: {
          kind: 'found',
          line1: 'FLAT 5',
          line2: 'EXAMPLE HOUSE, 16 EXAMPLE LANE',
          town: 'LEEDS',
          postcode: 'LS1 4AP',
          country: 'GB',
          uprn: '100000000001',
        },
      },
      notCarried: ['name[0].validFrom', 'name[1].validUntil', 'address[0].validFrom', 'address[1]'],
    });
  });

  it('is read where it says nothing', () => {
    expect(fromOneLogin({})).toEqual({ value: {}, notCarried: [] });
  });
});

describe('schema.org', () => {
  it('has a Person', () => {
    const { value, notCarried } = toSchemaOrg({
      name: { given: 'Ada', family: 'Example' },
      dateOfBirth: { year: 1985, month: 3, day: 27 },
      postalAddress: { kind: 'written', line1: '1 Example Street', town: 'Leeds', postcode: 'LS1 4AP', country: 'GB' },
      nhsNumber: '9434765919',
    });
    expect(value).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Person',
      givenName: 'Ada',
      familyName: 'Example',
      birthDate: '1985-03-27',
      address: {
        '@type': 'PostalAddress',
        streetAddress: '1 Example Street',
        addressLocality: 'Leeds',
        postalCode: 'LS1 4AP',
        addressCountry: 'GB',
      },
    });
    expect(notCarried).toEqual(['nhsNumber']);
  });

  it('has an Organization', () => {
    const { value } = toSchemaOrg({
      customerKind: 'organisation',
      organisation: { legalName: 'Example Ltd', parent: 'Example Group' },
    });
    expect(value).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Organization',
      legalName: 'Example Ltd',
      parentOrganization: { '@type': 'Organization', name: 'Example Group' },
    });
  });
});
