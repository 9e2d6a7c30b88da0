/**
 * Cases that others wrote, over every field they speak of: each is kept, or overridden with the reason in the table here (for
 * postcodes and telephone numbers in the tests of those fields). Prints one line of counts for each corpus.
 */
import * as z from 'zod/mini';
import { afterAll, describe, expect, it } from 'vitest';
import { countries } from '../../src/standard/countries.ts';
import { parseEmailAddress } from '../../src/standard/fields/email-address.ts';
import { parsePersonName } from '../../src/standard/fields/name.ts';
import { parseNationalInsuranceNumber } from '../../src/standard/fields/national-insurance-number.ts';
import { parsePostalAddress } from '../../src/standard/fields/postal-address.ts';
import { parsePostcode } from '../../src/standard/fields/postcode.ts';
import { parseTelephoneNumber } from '../../src/standard/fields/telephone-number.ts';
import { parseUsState, parseZipCode } from '../../src/standard/fields/zip-code.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { usStates } from '../../src/standard/us-states.ts';
import { corporaNote, hasCorpora, readCorpus } from './corpora.ts';

const today = { year: 2025, month: 6, day: 15 };
const summary: string[] = [];

/** Counts the cases that come out as the corpus says; returns the others, each once. */
function differing(corpus: string, cases: readonly (readonly [input: string, isKept: boolean])[]): readonly string[] {
  const others = cases.filter(([, isKept]) => !isKept).map(([input]) => input);
  summary.push(
    `${corpus.padEnd(44)}${String(cases.length).padStart(6)}${String(cases.length - others.length).padStart(8)}${String(others.length).padStart(12)}`,
  );
  return [...new Set(others)].toSorted();
}

const texts = z.array(z.string());
const pairs = z.array(z.tuple([z.string(), z.unknown()]));
const postal = (test: string) => {
  const corpus = z.record(z.string(), z.object({ cases: z.array(z.unknown()) })).parse(readCorpus('notify-postal.json'));
  return pairs.parse(corpus[test]?.cases ?? []);
};
const linesOf = (address: string) =>
  address
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const isRefusedAs = (line: string, code: string) => {
  const entries = { 'postalAddress.line1': line, 'postalAddress.town': 'Sampleton', 'postalAddress.postcode': 'LS1 4AP' };
  const parsed = parsePostalAddress(entries, { profile: profiles.gb, today });
  return !parsed.ok && parsed.issues.some((issue) => issue.code === code);
};

/** Zimbabwe, Benin and Iran: telephone-number.test.ts says why. */
const overriddenNumbers = ['+22981123456', '+22985751234', '+2631312345', '+989601'];

describe.skipIf(!hasCorpora)(`corpora of others ${corporaNote}`, () => {
  afterAll(() => {
    console.log(['corpus                                         cases    kept  overridden', ...summary].join('\n'));
  });

  it('National Insurance: all 676 pairs of letters, as HMRC’s rule has them', () => {
    const valid = new Set(z.object({ valid: texts }).parse(readCorpus('nino-prefixes.json')).valid);
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const prefixes = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
    const cases = prefixes.map(
      (prefix) => [prefix, parseNationalInsuranceNumber(`${prefix}123456C`).ok === valid.has(prefix)] as const,
    );
    expect([differing('National Insurance prefixes', cases), valid.size]).toEqual([[], 373]);
  });

  it('states: 62 codes with their names', () => {
    const corpus = z.record(z.string(), z.object({ name: z.string() })).parse(readCorpus('libaddressinput-us-states.json'));
    const cases = Object.entries(corpus).map(([code, { name }]) => {
      const byName = parseUsState(name.replace(/ \(\w+\)$/u, ''));
      // The corpus calls all three states of the armed forces alike: by their codes they are told apart.
      const isForces = name.startsWith('Armed Forces');
      return [code, parseUsState(code).ok && (isForces || (byName.ok && byName.value === code))] as const;
    });
    expect([differing('United States, states', cases), cases.length]).toEqual([[], Object.keys(usStates).length]);
  });

  it('ZIP codes: the prefixes of each state, tried on every hundredth code', () => {
    const corpus = z.record(z.string(), z.object({ zip: z.string() })).parse(readCorpus('libaddressinput-us-states.json'));
    const codes = Array.from({ length: 1_000 }, (_, index) => String(index * 100 + (index % 100)).padStart(5, '0'));
    const cases = Object.entries(corpus).flatMap(([state, { zip }]) => {
      const pattern = new RegExp(`^(?:${zip})`, 'u');
      return codes.map((code) => {
        const ranges = usStates[state]?.zipCodes.split(' ') ?? [];
        const isHeld = ranges.some((range) => code >= range.slice(0, 5) && code <= range.slice(-5));
        return [`${state} ${code}`, parseZipCode(code).ok && isHeld === pattern.test(code)] as const;
      });
    });
    expect(differing('United States, ZIP codes by state', cases)).toEqual([]);
  });

  it('spellings of states in use with the Postal Service', () => {
    const corpus = z
      .object({ STATE_ABBREVIATIONS: z.record(z.string(), z.string()) })
      .parse(readCorpus('usps-abbreviations.json'));
    const cases = Object.entries(corpus.STATE_ABBREVIATIONS).map(([spelling, code]) => {
      const parsed = parseUsState(spelling);
      return [spelling, parsed.ok && parsed.value === code] as const;
    });
    expect(differing('United States, spellings of states', cases)).toEqual([]);
  });

  it('countries and their examples of postcodes', () => {
    const corpus = z
      .record(z.string(), z.object({ zipex: z.nullable(z.string()) }))
      .parse(readCorpus('libaddressinput-countries.json'));
    const known = Object.keys(corpus).map((code) => [code, countries.has(code)] as const);
    // Ascension and Tristan da Cunha are parts of SH in ISO 3166-1; ZZ stands for no country.
    expect(differing('countries', known)).toEqual(['AC', 'TA', 'ZZ']);
    const home = ['GB', 'GG', 'IM', 'JE'];
    const cases = Object.entries(corpus).flatMap(([country, { zipex }]) =>
      (zipex?.split(',') ?? []).map((postcode) => {
        const entries = {
          'postalAddress.kind': 'abroad',
          'postalAddress.line1': 'Example 1',
          'postalAddress.postcode': postcode,
        };
        const abroad = parsePostalAddress({ ...entries, 'postalAddress.country': country }, { profile: profiles.gb, today });
        return [
          `${country} ${postcode}`,
          home.includes(country) ? parsePostcode(postcode).ok : abroad.ok || !countries.has(country),
        ] as const;
      }),
    );
    // Letter O for a zero, a number abroad of the Forces, and the bank's: the corpus's own mistakes, or postcode.test.ts's reasons.
    const overridden = differing('postcodes of every country', cases);
    expect(overridden.filter((example) => !/^GB /u.test(example))).toEqual([]);
  });

  it('Notify: no fixed abode, BFPO numbers', () => {
    const none = postal('test_has_no_fixed_abode_address').map(
      ([address, says]) =>
        [address, linesOf(address).some((line) => isRefusedAs(line, 'postal-address/no-fixed-address-typed')) === says] as const,
    );
    expect(differing('Notify, no fixed abode', none)).toEqual([]);
    // A BFPO number is an address line: wherever there is one, it is taken there, and refused as a postcode.
    const forces = postal('test_bfpo_addresses').map(([address, isForces]) => {
      const numbers = linesOf(address).filter((line) => /^bfpo/iu.test(line));
      const isLine = numbers.every((line) => !isRefusedAs(line, 'postal-address/no-letter') && !parsePostcode(line).ok);
      return [address, isLine && numbers.length > 0 === isForces] as const;
    });
    expect(differing('Notify, BFPO', forces)).toEqual([]);
  });

  it('Notify: e-mail addresses', () => {
    const corpus = z.object({ valid: texts, invalid: texts }).parse(readCorpus('notify-email.json'));
    const cases = [
      ...corpus.valid.map((text) => [text, parseEmailAddress(text).ok] as const),
      ...corpus.invalid.map((text) => [text, !parseEmailAddress(text).ok] as const),
    ];
    expect(differing('Notify, e-mail addresses', cases)).toEqual([]);
  });

  it('postcodes of five validators', () => {
    const corpus = z.array(z.object({ input: z.string(), valid: z.boolean() })).parse(readCorpus('uk-postcodes.json'));
    const cases = corpus.map(({ input, valid }) => [input, parsePostcode(input).ok === valid] as const);
    // One by one, with reasons, in postcode.test.ts.
    expect(differing('postcodes of five validators', cases)).toHaveLength(16);
  });

  it('examples of every numbering plan', () => {
    const corpus = z.array(z.object({ e164: z.string() })).parse(readCorpus('libphonenumber-examples.json'));
    const cases = corpus.map(({ e164 }) => {
      const parsed = parseTelephoneNumber(e164, profiles.gb);
      return [e164, parsed.ok && parsed.value.e164 === e164] as const;
    });
    expect(differing('numbering plans', cases)).toEqual(overriddenNumbers);
  });

  it('names of Unicode CLDR, part by part', () => {
    const corpus = z.array(z.object({ name: z.record(z.string(), z.string()) })).parse(readCorpus('cldr-sample-names.json'));
    const parts = [...new Set(corpus.flatMap(({ name }) => Object.values(name)))];
    const cases = parts.map((part) => {
      const parsed = parsePersonName({ 'name.full': part });
      return [part, parsed.ok && parsed.value.full === part.normalize('NFC')] as const;
    });
    expect(differing('CLDR names', cases)).toEqual([]);
  });
});
