import { describe, expect, it } from 'vitest';
import { checkEntries, checkHelper } from '../../src/host/index.ts';
import { profiles } from '../../src/standard/profiles.ts';

const today = { year: 2026, month: 3, day: 1 };
const entries = {
  customer: '',
  'customer.name.given': ' Zebedee ',
  'customer.name.family': 'Quillfeather',
  'customer.dateOfBirth.day': '27',
  'customer.dateOfBirth.month': '3',
  'customer.dateOfBirth.year': '1985',
  'customer.postalAddress.line1': '1 Example Street',
  'customer.postalAddress.town': 'Anytown',
  'customer.postalAddress.postcode': 'ls1 4ap',
  'customer.telephoneNumber': '07700 900123',
};

const issuesOf = (changes: Readonly<Record<string, string>>, options: Partial<Parameters<typeof checkEntries>[1]> = {}) => {
  const checked = checkEntries({ ...entries, ...changes }, { profile: profiles.gb, today, ...options });
  return checked.ok ? [] : checked.issues.map(({ code, path }) => `${path} ${code}`);
};

describe('checking what was submitted, without a network', () => {
  it('gives the canonical identity', () => {
    const checked = checkEntries(new URLSearchParams(entries), { profile: profiles.gb, today });
    expect(checked).toMatchObject({
      ok: true,
      value: { name: { given: 'Zebedee', family: 'Quillfeather' }, postalAddress: { postcode: 'LS1 4AP' } },
    });
  });

  it('gives an issue for everything that is wrong, with its path', () => {
    expect(issuesOf({ 'customer.name.family': '', 'customer.postalAddress.postcode': 'nowhere' })).toEqual([
      'name.family name/family-missing',
      'postalAddress.postcode postal-address/postcode-not-valid',
    ]);
  });

  it('knows telephone numbers by the rules that a browser may not have loaded yet', () => {
    expect(issuesOf({ 'customer.telephoneNumber': '00000 000000' })).toEqual(['telephoneNumber telephone-number/not-valid']);
  });

  it('takes the day it is as given', () => {
    expect(issuesOf({ 'customer.dateOfBirth.year': '2026' })).toEqual(['dateOfBirth date-of-birth/in-future']);
    expect(issuesOf({ 'customer.dateOfBirth.year': '2026' }, { today: { year: 2026, month: 3, day: 27 } })).toEqual([]);
  });

  it("takes the server's own day where none is given", () => {
    const nextYear = String(new Date().getFullYear() + 1);
    const checked = checkEntries({ ...entries, 'customer.dateOfBirth.year': nextYear }, { profile: profiles.gb });
    expect(checked.ok).toBe(false);
  });

  it('asks for what the page requires, under the name that the page gives its element', () => {
    const partner = { 'partner.emailAddress': '' };
    const options = { elementName: 'partner', fields: ['email-address'], requiredFields: ['email-address'] } as const;
    expect(issuesOf(partner, options)).toEqual(['emailAddress email-address/missing']);
  });
});

describe('checking what was submitted for somebody else', () => {
  const helperFields = ['name', 'email-address'] as const;
  const options = { profile: profiles.gb, today, helperFields };
  const acting = { ...entries, 'customer.actingFor': 'someone-else', 'customer.helper.name.given': 'Bo' };

  it('keeps the helper apart from the person', () => {
    const whole = { ...acting, 'customer.helper.name.family': 'Marsh' };
    expect(checkEntries(whole, options)).toMatchObject({
      ok: true,
      value: { name: { given: 'Zebedee', family: 'Quillfeather' } },
    });
    expect(checkHelper(whole, options)).toEqual({ ok: true, value: { name: { given: 'Bo', family: 'Marsh' } }, warnings: [] });
  });

  it('finds the helper’s issues under paths of their own', () => {
    expect(issuesOf(acting, options)).toEqual(['helper.name.family name/family-missing']);
  });

  it.each([
    ['where they ask for themselves', { ...acting, 'customer.actingFor': 'myself' }, options],
    ['where it was not answered', { ...acting, 'customer.actingFor': '' }, options],
    ['where the page does not ask', acting, { profile: profiles.gb, today }],
  ])('knows no helper %s', (_where, submitted, given) => {
    expect(checkHelper(submitted, given)).toBe(undefined);
    expect(checkEntries(submitted, given).ok).toBe(true);
  });
});
