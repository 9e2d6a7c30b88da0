import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { parsePersonName } from '../../../src/standard/fields/name.ts';
import { corporaNote, hasCorpora, readCorpus } from '../corpora.ts';

const given = (text: string) => parsePersonName({ 'name.given': text, 'name.kind': 'single' });
const codes = (text: string) => {
  const parsed = given(text);
  return parsed.ok ? [] : parsed.issues.map(({ code }) => code);
};

describe('a name', () => {
  it.each([
    ['Null', 'the word that broken systems lose'],
    ['Van der Berg-O’Example', 'particles, a hyphen and an apostrophe'],
    ['ʻOkina', 'begins with a letter that looks like an apostrophe'],
    ['Ng', 'no vowel'],
    ['X Æ A-12', 'letters, a dash and digits'],
    ['نی‌ک', 'a zero-width non-joiner inside'],
    ['ක්‍රි', 'a zero-width joiner inside'],
    ["'; DROP TABLE customers; --", 'an injection that holds letters is no fault of the name'],
    ['<b>Ada</b>', 'markup is text'],
    ['Ada (née Sample)', 'brackets'],
    ['́', 'a lone combining mark counts as a mark'],
  ])('keeps %j as typed: %s', (text) => {
    expect(given(text)).toEqual({ ok: true, value: { given: text }, warnings: [] });
  });

  it.each([
    ['', 'name/missing', 'empty'],
    ['​‌‍', 'name/missing', 'only joiners and zero-width spaces'],
    ['.', 'name/no-letter', 'what people type to get past a required box'],
    ['- -', 'name/no-letter', 'dashes'],
    ['♂', 'name/no-letter', 'a symbol'],
    ['A\u0000', 'text/control-character', 'NUL, which PostgreSQL cannot store'],
    ['A\u0085B', 'text/control-character', 'a C1 control that JavaScript does not count as white space'],
    ['A\u001b[31mB', 'text/control-character', 'a terminal escape'],
    ['A\u202dB', 'text/bidirectional-override', 'a left-to-right override inside'],
    ['\u202eadA', 'text/bidirectional-override', 'a right-to-left override at the start: what was seen is not what was typed'],
    ['A\u2066B\u2069C', 'text/bidirectional-override', 'an isolate inside'],
    ['\ud800A', 'text/lone-surrogate', 'a high half before a letter'],
    ['A\udc00', 'text/lone-surrogate', 'a low half at the end'],
    ['A'.repeat(10_000_000), 'name/too-long', 'ten million letters'],
    ['\u0316\u0300'.repeat(200_000), 'name/too-long', 'marks whose NFC would take quadratic time'],
  ])('refuses $0 with $1: $2', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it('takes only the family part of a record that has no other', () => {
    expect(parsePersonName({ 'name.family': 'Example' }, { reading: 'record' })).toEqual({
      ok: true,
      value: { family: 'Example' },
      warnings: [],
    });
  });

  it('takes no record without any part', () => {
    expect(parsePersonName({ 'name.given': ' ' }, { reading: 'record' }).ok).toBe(false);
  });
});

describe.skipIf(!hasCorpora)(`names of Unicode CLDR ${corporaNote}`, () => {
  const sample = z.object({ name: z.record(z.string(), z.string()) });
  const names = () =>
    z
      .array(sample)
      .parse(readCorpus('cldr-sample-names.json'))
      .map(({ name }) => Object.values(name));

  it('accepts every part of a name unchanged but for NFC', () => {
    const parts = [...new Set(names().flat())];
    const changed = parts.filter((part) => {
      const parsed = given(part);
      return !parsed.ok || parsed.value.given !== part.normalize('NFC');
    });
    console.log(`CLDR name parts: ${parts.length - changed.length} of ${parts.length} accepted and unchanged but for NFC`);
    expect(changed).toEqual([]);
  });

  it('accepts every full name, its parts joined, unchanged but for NFC', () => {
    const joined = names().map((parts) => parts.join(' '));
    const changed = joined.filter((full) => {
      const parsed = parsePersonName({ 'name.full': full });
      return !parsed.ok || parsed.value.full !== full.normalize('NFC');
    });
    console.log(`CLDR full names: ${joined.length - changed.length} of ${joined.length} accepted and unchanged but for NFC`);
    expect(changed).toEqual([]);
  });
});
