import { describe, expect, it } from 'vitest';
import { formatIdentity, parseIdentity, type Entries } from '../../../src/standard/identity.ts';
import { profiles } from '../../../src/standard/profiles.ts';

const today = { year: 2025, month: 6, day: 15 };
const profile = profiles['us-fl'];
const postal = {
  'postalAddress.line1': '1 Example St',
  'postalAddress.town': 'Testville',
  'postalAddress.region': 'FL',
  'postalAddress.postcode': '32399',
};
const read = (entries: Entries) =>
  parseIdentity(entries, profile, { today, fields: ['postal-address', 'mailing-address'], requiredFields: ['mailing-address'] });
const codes = (entries: Entries) => {
  const parsed = read(entries);
  return parsed.ok ? parsed.warnings.map(({ code }) => code) : parsed.issues.map(({ code, path }) => `${code} at ${path}`);
};

describe('a mailing address that is the same', () => {
  const same = { ...postal, 'mailingAddress.kind': 'same' };

  it('is the postal address, whole', () => {
    const parsed = read(same);
    expect(parsed.ok && parsed.value.mailingAddress).toEqual(parsed.ok && parsed.value.postalAddress);
  });

  it('tells once what is wrong with the postal address', () => {
    expect(codes({ ...same, 'postalAddress.postcode': '1' })).toEqual([
      'postal-address/zip-code-incomplete at postalAddress.postcode',
    ]);
  });

  it('gives a warning of the postal address once', () => {
    expect(codes({ ...same, 'postalAddress.region': 'GA' })).toEqual(['postal-address/zip-code-of-other-region']);
  });

  it('stands by itself when it is written out', () => {
    const parsed = read(same);
    const again = read(formatIdentity(parsed.ok ? parsed.value : {}, profile));
    expect(again).toEqual(parsed);
  });
});
