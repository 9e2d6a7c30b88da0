import { describe, expect, it } from 'vitest';
import type { Identity } from '../../src/standard/identity.ts';
import { matchStrength, minimumMatchStrength } from '../../src/standard/match-strength.ts';

const name = { given: 'Ada', family: 'Example' };
const dateOfBirth = { year: 1985, month: 3, day: 27 };
const postalAddress = {
  kind: 'written',
  line1: '1 Example Street',
  town: 'Sampleton',
  postcode: 'LS1 4AP',
  country: 'GB',
} as const;
const emailAddress = 'ada@example.com';
const telephoneNumber = { typed: '07700 900123', e164: '+447700900123' };

describe('matchStrength', () => {
  it.each<[Identity, number, string]>([
    [{}, 0, 'nothing'],
    [{ name }, 3, 'a name'],
    [{ name: { given: 'Ada' } }, 3, 'the one name of somebody who has one'],
    [{ name: { full: 'Ada Example' } }, 3, 'a name in one box'],
    [{ name: { family: 'Example' } }, 0, 'half of a name, from a record'],
    [{ dateOfBirth }, 2, 'a date of birth'],
    [{ emailAddress }, 4, 'one contact'],
    [{ emailAddress, telephoneNumber }, 5, 'two contacts'],
    [{ emailAddress, telephoneNumber, postalAddress }, 5, 'three contacts'],
    [{ name, dateOfBirth }, 5, 'name and date of birth'],
    [{ name, dateOfBirth, postalAddress }, 9, 'what gb requires'],
    [{ name, dateOfBirth, emailAddress }, 9, 'an e-mail address for an address'],
    [{ name, dateOfBirth, postalAddress, telephoneNumber }, 10, 'with a telephone number'],
    [{ name, dateOfBirth, postalAddress: { kind: 'no-fixed-address' } }, 5, 'no fixed address is no contact'],
    [{ name, postalAddress, emailAddress }, 8, 'no date of birth'],
    [{ driverLicense: 'A123456789012' }, 5, 'a driver license'],
    [{ name, dateOfBirth, driverLicense: 'A123456789012' }, 10, 'a driver license for a contact'],
    [{ nationalInsuranceNumber: 'AB123456C' }, 4, 'a National Insurance number'],
    [{ nhsNumber: '4505577104' }, 4, 'an NHS number'],
    [{ nationalInsuranceNumber: 'AB123456C', nhsNumber: '4505577104' }, 4, 'two such numbers count once'],
    [{ name, dateOfBirth, nhsNumber: '4505577104' }, 9, 'an NHS number for a contact'],
    [{ socialSecurityNumber: '123456789', individualTaxpayerNumber: '912701234' }, 0, 'numbers that HL7 gives no weight'],
    [{ preferredName: 'Ada', previousName: { family: 'Sample' } }, 0, 'other names'],
    [{ mailingAddress: postalAddress }, 4, 'a mailing address is a contact'],
    [{ postalAddress, mailingAddress: postalAddress }, 4, 'two addresses are one kind of contact'],
    [{ locations: [{ address: postalAddress, uses: ['bill-to'], primaryFor: ['bill-to'] }] }, 4, 'a location'],
    [{ organisation: { legalName: 'Example' } }, 3, 'an organisation'],
    [{ organisation: { legalName: 'Example' }, postalAddress, emailAddress }, 8, 'an organisation with two contacts'],
    [
      { organisation: { legalName: 'Example', federalEmployerIdentificationNumber: '121234567' }, postalAddress },
      11,
      'an organisation with its federal number',
    ],
  ])('weighs %j as %i: %s', (identity, strength) => {
    expect(matchStrength(identity)).toBe(strength);
  });

  it('lets the fields that gb requires reach the minimum, exactly', () => {
    expect(matchStrength({ name, dateOfBirth, postalAddress })).toBe(minimumMatchStrength);
  });
});
