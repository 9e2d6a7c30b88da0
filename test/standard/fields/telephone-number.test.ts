import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { parseTelephoneNumber } from '../../../src/standard/fields/telephone-number.ts';
import { profiles } from '../../../src/standard/profiles.ts';
import { gb } from '../../../src/standard/profiles/gb.ts';
import { corporaNote, hasCorpora, readCorpus } from '../corpora.ts';

const read = (text: string, profile = profiles.gb) => {
  const parsed = parseTelephoneNumber(text, profile);
  return parsed.ok ? parsed.value.e164 : parsed.issues.map(({ code }) => code).join();
};

describe('a telephone number', () => {
  it.each([
    ['07700\u00a0900\u202f123', '+447700900123', 'no-break spaces'],
    ['07700 900123.', '+447700900123', 'a full stop after it'],
    ['[07700] 900_123', '+447700900123', 'square brackets and an underscore'],
    ['tel:07700900123', 'telephone-number/letters', 'a link'],
    ['+', 'telephone-number/too-short', 'a plus alone'],
    ['++++447700900123', '+447700900123', 'a key that stuck'],
    ['00', 'telephone-number/too-short', 'the exit code alone'],
    ['0', 'telephone-number/too-short', 'the trunk prefix alone'],
    ['-', 'telephone-number/too-short', 'punctuation alone'],
    ['x12', 'telephone-number/too-short', 'an extension alone'],
    ['07700 900123 x', '+447700900123', 'a mark without an extension'],
    ['07700 900123 x1x2', 'telephone-number/letters', 'two extensions'],
    ['٠٧٧٠٠٩٠٠١٢٣', '+447700900123', 'Arabic-Indic digits'],
    ['⓪7700900123', '+447700900123', 'a circled digit is a digit'],
    ['07700\u0000900123', 'text/control-character', 'NUL'],
    ['07700 900123\u202e', 'text/bidirectional-override', 'a right-to-left override'],
    ['07700 900123\ud800', 'text/lone-surrogate', 'half of a surrogate pair'],
    ['1'.repeat(10_000_000), 'telephone-number/too-long', 'ten million digits'],
    ['('.repeat(64), 'telephone-number/too-short', 'only brackets'],
  ])('reads %.24j as %s: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('is judged by its shape alone until the rules are loaded', () => {
    expect([read('0400 123 4567', gb), read('0400 123 4567')]).toEqual(['+444001234567', 'telephone-number/not-valid']);
  });

  it('keeps what was typed, and its extension apart', () => {
    const parsed = parseTelephoneNumber(' 01632 960001  ext 12 ', gb);
    const value = { typed: '01632 960001 ext 12', e164: '+441632960001', extension: '12' };
    expect(parsed).toEqual({ ok: true, value, warnings: [] });
  });
});

/** Cases of GOV.UK Notify that come out otherwise here, with the reason. Notify sends text messages; we keep a number to call. */
const overridden: Readonly<Record<string, string>> = {
  '784951234567': 'another country’s number begins with + or 00; without it these digits are a number here, and too long',
  '1-202-555-0104': 'as above: 01202 is also Bournemouth',
  '1‑202–555—010−4': 'as above',
  '230 5 2512345': 'as above',
  '07723 456789...': 'punctuation between and after the digits is ignored',
  '0900 123 4567': 'a premium-rate number exists; whether to call it is the service’s to say',
};

describe.skipIf(!hasCorpora)(`telephone numbers of GOV.UK Notify ${corporaNote}`, () => {
  const schema = z.record(z.string(), z.array(z.union([z.string(), z.array(z.string())])));
  const cases = () =>
    Object.entries(schema.parse(readCorpus('notify-phone.json'))).flatMap(([group, numbers]) =>
      numbers
        .flat()
        .filter((text) => !text.startsWith('@'))
        .map((text) => ({ text, valid: group.startsWith('valid') })),
    );

  it('keeps or overrides every case, and overrides none that is not in the table', () => {
    const all = cases();
    const differing = all.filter(({ text, valid }) => parseTelephoneNumber(text, profiles.gb).ok !== valid);
    console.log(
      `Notify telephone numbers: ${all.length - differing.length} of ${all.length} kept, ${differing.length} overridden`,
    );
    expect(differing.map(({ text }) => text).toSorted()).toEqual(Object.keys(overridden).toSorted());
  });
});

/** Examples in the metadata of libphonenumber that come out otherwise here. */
const overriddenExamples: Readonly<Record<string, string>> = {
  '+22985751234': 'Benin’s old eight digits: libphonenumber-js refuses its own example',
  '+22981123456': 'as above',
  '+2631312345': 'Zimbabwe: libphonenumber-js refuses its own example',
  '+989601': 'a short number of Iran that cannot be called from abroad',
};

describe.skipIf(!hasCorpora)(`examples of every numbering plan ${corporaNote}`, () => {
  it('are accepted as they are, but for those in the table', () => {
    const examples = z.array(z.object({ e164: z.string() })).parse(readCorpus('libphonenumber-examples.json'));
    const differing = examples.filter(({ e164 }) => read(e164) !== e164);
    console.log(
      `libphonenumber examples: ${examples.length - differing.length} of ${examples.length} kept, ${differing.length} overridden`,
    );
    expect(differing.map(({ e164 }) => e164).toSorted()).toEqual(Object.keys(overriddenExamples).toSorted());
  });
});
