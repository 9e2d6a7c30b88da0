import { describe, expect, it } from 'vitest';
import { isFieldName } from '../../src/standard/fields/all-fields.ts';
import { locales } from '../../src/standard/messages.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { gb } from '../../src/standard/profiles/gb.ts';

describe.each(Object.entries(profiles))('profile %s', (id, profile) => {
  it('carries its own id', () => {
    expect(profile.id).toBe(id);
  });

  it('asks fields that exist, and requires only what it asks', () => {
    expect(profile.fields.filter((name) => !isFieldName(name))).toEqual([]);
    expect(profile.requiredFields.filter((name) => !profile.fields.includes(name))).toEqual([]);
  });

  it('has words of its own locale', () => {
    expect(locales).toContain(profile.locale);
  });

  it('has telephone rules from the start', () => {
    expect(profile.telephone.rules?.('+447700900123')).toEqual({ verdict: 'valid', e164: '+447700900123' });
  });
});

describe('profile gb as a browser takes it', () => {
  it('is the one of servers but for the telephone rules and further fields', () => {
    const { rules, ...telephone } = profiles.gb.telephone;
    const { fieldsByName } = gb;
    const { monthNames, suggestProvider, ...usual } = profiles.gb;
    expect([monthNames?.length, typeof suggestProvider]).toEqual([2, 'function']);
    expect([{ ...usual, telephone, fieldsByName }, typeof rules]).toEqual([gb, 'function']);
    expect(Object.keys(profiles.gb.fieldsByName)).toEqual(expect.arrayContaining(Object.keys(fieldsByName)));
  });
});
