import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { parsePostcode } from '../../../src/standard/fields/postcode.ts';
import { corporaNote, hasCorpora, readCorpus } from '../corpora.ts';

const read = (text: string) => {
  const parsed = parsePostcode(text);
  return parsed.ok ? parsed.value : parsed.issues.map(({ code }) => code).join();
};

describe('a postcode', () => {
  it.each([
    ['ＬＳ１　４ＡＰ', 'LS1 4AP', 'full-width'],
    ['LS1–4AP', 'LS1 4AP', 'a dash'],
    ['LS1\u200b4AP', 'LS1 4AP', 'a zero-width space inside'],
    ['ls1 4ap.', 'LS1 4AP', 'a full stop after it'],
    ['LS1\u00004AP', 'text/control-character', 'NUL'],
    ['LS1\u202e4AP', 'text/bidirectional-override', 'a right-to-left override'],
    ['LS1 4AP\ud800', 'text/lone-surrogate', 'half of a surrogate pair'],
    ['ＬＳ١ ٤ＡＰ', 'LS1 4AP', 'Arabic-Indic digits'],
    ['LŚ1 4AP', 'postal-address/postcode-not-valid', 'a letter that is none of ours'],
    ['ﬀ1 4AP', 'postal-address/postcode-unknown-area', 'a ligature is its letters'],
    ['L', 'postal-address/postcode-not-valid', 'a letter'],
    ['1', 'postal-address/postcode-not-valid', 'a digit'],
    ['LS1 4AP LS1 4AP', 'postal-address/postcode-not-valid', 'two postcodes'],
    ['bfpo c/o 61', 'postal-address/postcode-forces', 'a BFPO number of a person on a ship'],
    ['gir0aa', 'postal-address/postcode-not-used', 'small letters, no space'],
    ['A'.repeat(10_000_000), 'postal-address/postcode-not-valid', 'ten million letters'],
    [`LS1${' '.repeat(10_000_000)}4AP`, 'LS1 4AP', 'ten million spaces'],
  ])('reads $0 as $1: $2', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe.skipIf(!hasCorpora)(`postcodes of five validators ${corporaNote}`, () => {
  const corpus = () =>
    z.array(z.object({ source: z.string(), input: z.string(), valid: z.boolean() })).parse(readCorpus('uk-postcodes.json'));

  it('agrees with all 24 cases of GOV.UK Notify', () => {
    const cases = corpus().filter(({ source }) => source.startsWith('notifications-utils'));
    const agreed = cases.filter(({ input, valid }) => parsePostcode(input).ok === valid);
    console.log(`Notify postcodes: ${agreed.length} of ${cases.length} agreed`);
    expect([agreed.length, cases.length]).toEqual([24, 24]);
  });

  it('accepts nothing that any of them calls invalid', () => {
    expect(corpus().filter(({ input, valid }) => !valid && parsePostcode(input).ok)).toEqual([]);
  });

  it('formats as GOV.UK Notify prints', () => {
    const formatting = z.object({
      test_format_postcode_for_printing: z.object({ cases: z.array(z.tuple([z.string(), z.string()])) }),
    });
    const { cases } = formatting.parse(readCorpus('notify-postal.json')).test_format_postcode_for_printing;
    const kept = cases.filter(([input]) => input !== 'GIR0AA');
    expect(kept.map(([input]) => read(input))).toEqual(kept.map(([, printed]) => printed));
  });
});
