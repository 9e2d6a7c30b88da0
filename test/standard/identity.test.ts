import { describe, expect, it } from 'vitest';
import { formatIdentity, parseIdentity, type Entries, type Identity } from '../../src/standard/identity.ts';
import { profiles } from '../../src/standard/profiles.ts';

const today = { year: 2025, month: 6, day: 15 };
const typed: Entries = {
  'name.given': ' Ada ',
  'name.family': 'Example',
  'dateOfBirth.day': '27',
  'dateOfBirth.month': 'March',
  'dateOfBirth.year': '1985',
  'postalAddress.line1': '1 Example Street',
  'postalAddress.town': 'Sampleton',
  'postalAddress.postcode': 'ls14ap',
  emailAddress: 'ada@gmial.com',
  telephoneNumber: '07700 900123',
};
const identity: Identity = {
  name: { given: 'Ada', family: 'Example' },
  dateOfBirth: { year: 1985, month: 3, day: 27 },
  postalAddress: { kind: 'written', line1: '1 Example Street', town: 'Sampleton', postcode: 'LS1 4AP', country: 'GB' },
  emailAddress: 'ada@gmial.com',
  telephoneNumber: { typed: '07700 900123', e164: '+447700900123' },
};
const codesOf = (entries: Entries, options: Partial<Parameters<typeof parseIdentity>[2]> = {}) => {
  const parsed = parseIdentity(entries, profiles.gb, { today, ...options });
  return parsed.ok ? [] : parsed.issues.map(({ code }) => code);
};

describe('parseIdentity', () => {
  it('reads every field, and passes warnings on', () => {
    const warnings = [{ code: 'email-address/likely-typo', path: 'emailAddress', params: { suggestion: 'gmail.com' } }];
    expect(parseIdentity(typed, profiles.gb, { today })).toEqual({ ok: true, value: identity, warnings });
  });

  it('gives one issue for each required field that is blank, in the order asked', () => {
    expect(codesOf({})).toEqual(['name/missing', 'date-of-birth/missing', 'postal-address/missing']);
  });

  it('follows the order of the fields that the form builder chose', () => {
    expect(codesOf({}, { fields: ['date-of-birth', 'name'] })).toEqual(['date-of-birth/missing', 'name/missing']);
  });

  it('requires nothing that was not asked', () => {
    expect(codesOf({}, { fields: ['email-address'] })).toEqual([]);
  });

  it('does not read the entries of a field that was not asked', () => {
    const parsed = parseIdentity(typed, profiles.gb, { today, fields: ['name'] });
    expect(parsed).toEqual({ ok: true, value: { name: identity.name }, warnings: [] });
  });

  it('tells what is wrong with an optional field that was begun', () => {
    expect(codesOf({ ...typed, emailAddress: 'ada' })).toEqual(['email-address/no-at-sign']);
  });

  it('reads no entries that it does not know', () => {
    const entries = { 'name.given': 'Ada', 'name.family': 'Example', 'name.title': 'Dr', __proto__: 'x', toString: 'y' };
    expect(codesOf(entries, { fields: ['name'] })).toEqual([]);
  });
});

describe('formatIdentity', () => {
  it('gives the entries that read as the same identity', () => {
    const again = parseIdentity(formatIdentity(identity, profiles.gb), profiles.gb, { today });
    expect(again.ok && again.value).toEqual(identity);
  });

  it('gives no entries for what is not there', () => {
    expect(formatIdentity({}, profiles.gb)).toEqual({});
  });

  it('ticks the box of somebody with one name', () => {
    expect(formatIdentity({ name: { given: 'Ada' } }, profiles.gb)).toEqual({ 'name.given': 'Ada', 'name.kind': 'single' });
  });
});
