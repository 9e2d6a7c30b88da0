import { describe, expect, it } from 'vitest';
import { parseOrganisation } from '../../../src/standard/fields/organisation.ts';
import { profiles } from '../../../src/standard/profiles.ts';
import { withPurposes } from '../../../src/standard/purposes.ts';

const asked = withPurposes(profiles['us-fl'], { 'federal-employer-identification-number': 'To pay you' });
const context = { profile: asked, today: { year: 2025, month: 6, day: 15 } };
const number = 'organisation.federalEmployerIdentificationNumber';

describe('an organisation', () => {
  it('of a record may have its trading name alone', () => {
    const parsed = parseOrganisation({ 'organisation.tradingName': 'Example & Co' }, { ...context, reading: 'record' });
    const value = { legalName: 'Example & Co', tradingName: 'Example & Co' };
    expect(parsed).toEqual({ ok: true, value, warnings: [] });
  });

  it('is told all that is wrong with it at once', () => {
    const parsed = parseOrganisation({ 'organisation.parent': '-', [number]: '1' }, context);
    expect(parsed.ok ? [] : parsed.issues.map(({ code }) => code)).toEqual([
      'organisation/legal-name-missing',
      'organisation/no-letter',
      'federal-employer-identification-number/not-nine-digits',
    ]);
  });

  it.each([
    ['01', true],
    ['07', false],
    ['49', false],
    ['50', true],
    ['99', true],
  ])('has a federal number whose prefix %s is known: %s', (prefix, isKnown) => {
    const parsed = parseOrganisation({ 'organisation.legalName': 'Example', [number]: `${prefix}-1234567` }, context);
    expect(parsed.ok && parsed.warnings.length === 0).toBe(isKnown);
  });
});
