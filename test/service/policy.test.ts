/** The policy file: what each rule means, that the first one that fits decides, and that mistakes are told with their place. */
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/protocol/error.ts';
import { builtInPolicy, loadPolicy, readPolicy, type Policy } from '../../src/service/policy.ts';
import { isSensitiveField, tellsWhereabouts } from '../../src/service/sensitive-fields.ts';

const value = { field: 'email-address' as const, source: 'library', purposes: ['identity'] };

const rule = (changes: object) => ({ allow: ['match'], because: 'for the test', ...changes });
const policyOf = (...rules: readonly object[]): Policy => readPolicy(JSON.stringify({ rules }), 'policy.json');

function mistakeIn(text: string): string {
  try {
    readPolicy(text, 'policy.json');
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
  }
  return 'no mistake';
}

describe('A policy', () => {
  it('lets ordinary fields be used for any purpose where no rule says otherwise', () => {
    expect(builtInPolicy.allows('match', value)).toBe(true);
    expect(builtInPolicy.allows('pass-on', value)).toBe(true);
    expect(builtInPolicy.allows('see', { ...value, purposes: [] })).toBe(false);
  });

  it('knows which fields need a purpose of their own, and which tell where a person is', () => {
    const names = [
      'national-insurance-number',
      'nhs-number',
      'social-security-number',
      'name',
      'date-of-birth',
      'postal-address',
    ];
    expect(names.map(isSensitiveField)).toEqual([true, true, true, false, false, false]);
    expect(names.map(tellsWhereabouts)).toEqual([false, false, false, false, false, true]);
  });

  it('is decided by the first rule that fits', () => {
    const policy = policyOf(rule({ sources: ['library'], allow: ['see'] }), rule({ allow: ['match'] }));
    expect([policy.allows('see', value), policy.allows('match', value)]).toEqual([true, false]);
    expect([
      policy.allows('see', { ...value, source: 'housing' }),
      policy.allows('match', { ...value, source: 'housing' }),
    ]).toEqual([false, true]);
  });

  it('allows what any one of the stated purposes allows', () => {
    const policy = policyOf(rule({ purposes: ['arrears'], allow: ['see'] }), rule({ allow: [] }));
    expect(policy.allows('see', { ...value, purposes: ['identity', 'arrears'] })).toBe(true);
    expect(policy.allows('see', { ...value, purposes: ['identity'] })).toBe(false);
  });

  it.each([
    ['not JSON', '{', 'is not JSON'],
    ['no rules', '{}', 'rules: '],
    [
      'an unknown field',
      JSON.stringify({ rules: [rule({ fields: ['shoe-size'] })] }),
      'rules.0.fields.0: must be some of: customer-kind, name',
    ],
    ['a field list without fields', JSON.stringify({ rules: [rule({ fields: [] })] }), 'rules.0.fields: must name at least one'],
    ['an unknown use', JSON.stringify({ rules: [rule({ allow: ['sell'] })] }), 'rules.0.allow.0: must be some of: match'],
    ['no reason', JSON.stringify({ rules: [rule({ because: '' })] }), 'rules.0.because: must say why'],
    ['a misspelt member', JSON.stringify({ rules: [rule({ purpose: ['x'] })] }), 'rules.0: '],
  ])('with %s is refused, with the place', (_, text, words) => {
    expect(mistakeIn(text)).toContain(words);
  });

  it('that cannot be read is told by its file', async () => {
    await expect(loadPolicy('/nowhere/policy.json')).rejects.toThrow('/nowhere/policy.json');
  });
});
