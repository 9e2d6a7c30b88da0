import { describe, expect, it } from 'vitest';
import { parseIdentity } from '../../src/standard/identity.ts';
import { loadProfile } from '../../src/standard/load-profile.ts';
import { offeredFields } from '../../src/standard/offered-fields.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { identifierFields, withPurposes } from '../../src/standard/purposes.ts';

const today = { year: 2025, month: 6, day: 15 };
const purposes = { 'nhs-number': 'To find your care record', 'driver-license': 'To find your license' };

describe('withPurposes', () => {
  it('adds the identifiers that a profile offers, and no others', () => {
    const held = Object.values(profiles).map((profile) => Object.keys(withPurposes(profile, purposes).fieldsByName));
    expect(held.map((names) => names.filter((name) => Object.hasOwn(identifierFields, name)))).toEqual([
      ['nhs-number'],
      ['driver-license'],
    ]);
  });

  it('leaves the profile as it was', () => {
    withPurposes(profiles.gb, purposes);
    expect(Object.keys(profiles.gb.fieldsByName).filter((name) => Object.hasOwn(identifierFields, name))).toEqual([]);
  });

  it('lets an identifier without a purpose neither be asked nor be missed', () => {
    const parsed = parseIdentity({ nhsNumber: '4505577104' }, profiles.gb, {
      today,
      fields: ['nhs-number'],
      requiredFields: ['nhs-number'],
    });
    expect(parsed).toEqual({ ok: true, value: {}, warnings: [] });
  });
});

describe('loadProfile', () => {
  it.each([
    ['gb', ['nhs-number']],
    ['us-fl', ['driver-license']],
  ] as const)('gives %s with every field that it offers but the identifiers, and of those %j', async (id, identifiers) => {
    const usual = offeredFields[id].filter((name) => !Object.hasOwn(identifierFields, name));
    const { fieldsByName } = await loadProfile(id, purposes);
    expect(Object.keys(fieldsByName).toSorted()).toEqual([...usual, ...identifiers].toSorted());
  });
});
