import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import type { Entries } from '../../../src/standard/identity.ts';
import { parsePostalAddress } from '../../../src/standard/fields/postal-address.ts';
import { gb } from '../../../src/standard/profiles/gb.ts';
import { corporaNote, hasCorpora, readCorpus } from '../corpora.ts';

const context = { profile: gb, today: { year: 2025, month: 6, day: 15 } };
const whole = {
  'postalAddress.line1': '1 Example Street',
  'postalAddress.town': 'Sampleton',
  'postalAddress.postcode': 'LS1 4AP',
};
const issuesOf = (entries: Entries) => {
  const parsed = parsePostalAddress({ ...whole, ...entries }, context);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} at ${path}`);
};

describe('a postal address', () => {
  it.each([
    ['n/f/a', true, 'slashes'],
    ['N F A', true, 'spaces'],
    ['(no fixed abode)', true, 'brackets'],
    ['NO  FIXED-ADDRESS', true, 'capitals, a hyphen'],
    ['Homeless', true, 'in a word of its own'],
    ['c/o no fixed address', true, 'among other words'],
    ['Homeless Link, Example House', false, 'the name of an organisation'],
    ['NFA NFA2024', false, 'as part of something longer'],
    ['Fixed Abode Cottage', false, 'half of the words'],
  ])('%j says that there is no address: %s (%s)', (line, says) => {
    expect(issuesOf({ 'postalAddress.line1': line })).toEqual(
      says ? ['postal-address/no-fixed-address-typed at postalAddress.line1'] : [],
    );
  });

  it.each<[Entries, string[], string]>([
    [
      { 'postalAddress.line2': '\u0007' },
      ['text/control-character at postalAddress.line2'],
      'a bell in the line nobody must fill',
    ],
    [
      { 'postalAddress.town': 'Samp\u202eleton' },
      ['text/bidirectional-override at postalAddress.town'],
      'a right-to-left override',
    ],
    [
      { 'postalAddress.line1': 'x'.repeat(10_000_000) },
      ['postal-address/too-long at postalAddress.line1'],
      'ten million letters',
    ],
    [{ 'postalAddress.kind': 'something-else' }, [], 'a kind that nobody offered'],
    [{ 'postalAddress.kind': ' no-fixed-address' }, [], 'almost the kind'],
  ])('reads $0 with $1: $2', (entries, issues) => {
    expect(issuesOf(entries)).toEqual(issues);
  });

  it('keeps what a record has, without the parts that it lacks', () => {
    const entries = { 'postalAddress.line1': '1 Example Street' };
    const expected = { kind: 'written', line1: '1 Example Street', country: 'GB' };
    expect(parsePostalAddress(entries, { ...context, reading: 'record' })).toEqual({ ok: true, value: expected, warnings: [] });
  });

  it('takes a record at its word that there is no address', () => {
    const parsed = parsePostalAddress({ 'postalAddress.line1': 'NFA' }, { ...context, reading: 'record' });
    expect(parsed).toEqual({ ok: true, value: { kind: 'no-fixed-address' }, warnings: [] });
  });
});

describe.skipIf(!hasCorpora)(`addresses of GOV.UK Notify ${corporaNote}`, () => {
  it('finds who has no fixed abode, in all 8 cases', () => {
    const schema = z.object({
      test_has_no_fixed_abode_address: z.object({ cases: z.array(z.tuple([z.string(), z.boolean()])) }),
    });
    const { cases } = schema.parse(readCorpus('notify-postal.json')).test_has_no_fixed_abode_address;
    const saysSo = (address: string) =>
      address.split('\n').some((line) => issuesOf({ 'postalAddress.line1': line }).join().includes('no-fixed-address-typed'));
    const agreed = cases.filter(([address, expected]) => saysSo(address) === expected);
    console.log(`Notify no fixed abode: ${agreed.length} of ${cases.length} agreed`);
    expect([agreed.length, cases.length]).toEqual([8, 8]);
  });
});
