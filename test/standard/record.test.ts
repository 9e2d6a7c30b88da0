import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../src/standard/record.ts';
import { profiles } from '../../src/standard/profiles.ts';

const read = (entries: Record<string, string>) => parseRecord(entries, profiles.gb, { today: { year: 2025, month: 6, day: 15 } });
const summary = (entries: Record<string, string>) => {
  const { identity, warnings } = read(entries);
  return { identity, codes: warnings.map(({ code }) => code) };
};

describe('parseRecord', () => {
  it('takes an empty record', () => {
    expect(read({})).toEqual({ identity: {}, warnings: [] });
  });

  it('takes a surname alone', () => {
    expect(summary({ 'name.family': 'Example' })).toEqual({ identity: { name: { family: 'Example' } }, codes: [] });
  });

  it('drops the part of a name that cannot be read and keeps the other', () => {
    const expected = { identity: { name: { family: 'Example' } }, codes: ['name/no-letter'] };
    expect(summary({ 'name.given': '?', 'name.family': 'Example' })).toEqual(expected);
  });

  it('drops a wrong postcode and keeps the line', () => {
    const address = { kind: 'written', line1: '1 Example Street', country: 'GB' };
    const expected = { identity: { postalAddress: address }, codes: ['postal-address/postcode-not-valid'] };
    expect(summary({ 'postalAddress.line1': '1 Example Street', 'postalAddress.postcode': 'n/a' })).toEqual(expected);
  });

  it('drops an address of which nothing is left', () => {
    expect(summary({ 'postalAddress.postcode': 'n/a' })).toEqual({ identity: {}, codes: ['postal-address/postcode-not-valid'] });
  });

  it('drops a date with an impossible part, whole', () => {
    const expected = { identity: {}, codes: ['date-of-birth/month-not-valid'] };
    expect(summary({ 'dateOfBirth.day': '1', 'dateOfBirth.month': '13', 'dateOfBirth.year': '1985' })).toEqual(expected);
  });

  it('takes somebody who would be older than anyone alive', () => {
    const expected = { identity: { dateOfBirth: { year: 1850, month: 1, day: 1 } }, codes: [] };
    expect(summary({ dateOfBirth: '1850-01-01' })).toEqual(expected);
  });

  it('keeps the good fields beside the bad ones', () => {
    const expected = { identity: { emailAddress: 'ada@example.com' }, codes: ['telephone-number/letters'] };
    expect(summary({ emailAddress: 'ada@example.com', telephoneNumber: 'none' })).toEqual(expected);
  });

  it('keeps a value that only draws a warning', () => {
    const expected = { identity: { emailAddress: 'ada@gmial.com' }, codes: ['email-address/likely-typo'] };
    expect(summary({ emailAddress: 'ada@gmial.com' })).toEqual(expected);
  });
});
