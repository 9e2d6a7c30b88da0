import { describe, expect, it } from 'vitest';
import { parseIdentity, type Entries, type FieldName } from '../../../src/standard/identity.ts';
import { profiles } from '../../../src/standard/profiles.ts';

const today = { year: 2025, month: 6, day: 15 };
const fields: readonly FieldName[] = ['customer-kind', 'name', 'organisation', 'date-of-birth'];
const person = { 'name.given': 'Ada', 'dateOfBirth.day': '27', 'dateOfBirth.month': '3', 'dateOfBirth.year': '1985' };
const organisation = { 'organisation.legalName': 'Example Ltd' };
const read = (entries: Entries, asked = fields) => {
  const parsed = parseIdentity(entries, profiles['us-fl'], { today, fields: asked, requiredFields: asked });
  return parsed.ok ? Object.keys(parsed.value) : parsed.issues.map(({ code }) => code);
};

describe('the kind of a customer', () => {
  it('excuses a person from naming an organisation', () => {
    expect(read({ customerKind: 'person', ...person })).toEqual(['customerKind', 'name', 'dateOfBirth']);
  });

  it('excuses an organisation from a name and a date of birth, and reads none', () => {
    expect(read({ customerKind: 'organisation', ...organisation, ...person })).toEqual(['customerKind', 'organisation']);
  });

  it('excuses nobody while it is not said', () => {
    expect(read({})).toEqual(['customer-kind/missing', 'name/missing', 'organisation/missing', 'date-of-birth/missing']);
  });

  it('excuses nobody where it is not asked', () => {
    const asked = fields.filter((name) => name !== 'customer-kind');
    expect(read({ customerKind: 'organisation', ...person, ...organisation }, asked)).toEqual([
      'name',
      'organisation',
      'dateOfBirth',
    ]);
  });
});
