/**
 * Cases that others wrote, over every field they speak of: each is kept, or overridden with the reason in the one
 * table (corpora-overrides.ts). Prints one line of counts for each corpus.
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
import { directions, namedUnits, numberedUnits, streetSuffixes } from '../../src/standard/publication-28-words.ts';
import { corporaNote, hasCorpora, readCorpus } from './corpora.ts';
import { overrides, type Overrides } from './corpora-overrides.ts';

const today = { year: 2025, month: 6, day: 15 };
const summary: string[] = [];

/** Counts the cases that come out as the corpus says, and holds the others to be those of the table, each of them. */
function expectOverridden(
  corpus: string,
  cases: readonly (readonly [input: string, isKept: boolean])[],
  overridden: Overrides,
): void {
  const others = cases.filter(([, isKept]) => !isKept).map(([input]) => input);
  const counts = [cases.length, cases.length - others.length, others.length].map((count) => String(count).padStart(8));
  summary.push(`${corpus.padEnd(44)}${counts.join('')}`);
  expect([...new Set(others)].toSorted()).toEqual(Object.keys(overridden).toSorted());
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
    expectOverridden('National Insurance prefixes', cases, overrides.nationalInsurancePrefixes);
    expect(valid.size).toBe(373);
  });

  it('states: 62 codes with their names', () => {
    const corpus = z.record(z.string(), z.object({ name: z.string() })).parse(readCorpus('libaddressinput-us-states.json'));
    const cases = Object.entries(corpus).map(([code, { name }]) => {
      const byName = parseUsState(name.replace(/ \(\w+\)$/u, ''));
      // The corpus calls all three states of the armed forces alike: by their codes they are told apart.
      const isForces = name.startsWith('Armed Forces');
      return [code, parseUsState(code).ok && (isForces || (byName.ok && byName.value === code))] as const;
    });
    expectOverridden('United States, states', cases, overrides.states);
    expect(cases.length).toBe(Object.keys(usStates).length);
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
    expectOverridden('United States, ZIP codes by state', cases, overrides.zipCodesByState);
  });

  it('spellings of states in use with the Postal Service', () => {
    const corpus = z
      .object({ STATE_ABBREVIATIONS: z.record(z.string(), z.string()) })
      .parse(readCorpus('usps-abbreviations.json'));
    const cases = Object.entries(corpus.STATE_ABBREVIATIONS).map(([spelling, code]) => {
      const parsed = parseUsState(spelling);
      return [spelling, parsed.ok && parsed.value === code] as const;
    });
    expectOverridden('United States, spellings of states', cases, overrides.spellingsOfStates);
  });

  it('countries and their examples of postcodes', () => {
    const corpus = z
      .record(z.string(), z.object({ zipex: z.nullable(z.string()) }))
      .parse(readCorpus('libaddressinput-countries.json'));
    const known = Object.keys(corpus).map((code) => [code, countries.has(code)] as const);
    expectOverridden('countries', known, overrides.countries);
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
    expectOverridden('postcodes of every country', cases, overrides.postcodesOfCountries);
  });

  it('Notify: no fixed abode, BFPO numbers', () => {
    const none = postal('test_has_no_fixed_abode_address').map(
      ([address, says]) =>
        [address, linesOf(address).some((line) => isRefusedAs(line, 'postal-address/no-fixed-address-typed')) === says] as const,
    );
    expectOverridden('Notify, no fixed abode', none, overrides.notifyNoFixedAbode);
    // A BFPO number is an address line: wherever there is one, it is taken there, and refused as a postcode.
    const forces = postal('test_bfpo_addresses').map(([address, isForces]) => {
      const numbers = linesOf(address).filter((line) => /^bfpo/iu.test(line));
      const isLine = numbers.every((line) => !isRefusedAs(line, 'postal-address/no-letter') && !parsePostcode(line).ok);
      return [address, isLine && numbers.length > 0 === isForces] as const;
    });
    expectOverridden('Notify, BFPO', forces, overrides.notifyForces);
  });

  it('Notify: e-mail addresses', () => {
    const corpus = z.object({ valid: texts, invalid: texts }).parse(readCorpus('notify-email.json'));
    const cases = [
      ...corpus.valid.map((text) => [text, parseEmailAddress(text).ok] as const),
      ...corpus.invalid.map((text) => [text, !parseEmailAddress(text).ok] as const),
    ];
    expectOverridden('Notify, e-mail addresses', cases, overrides.notifyEmailAddresses);
  });

  it('postcodes of five validators', () => {
    const corpus = z.array(z.object({ input: z.string(), valid: z.boolean() })).parse(readCorpus('uk-postcodes.json'));
    const cases = corpus.map(({ input, valid }) => [input, parsePostcode(input).ok === valid] as const);
    expectOverridden('postcodes of five validators', cases, overrides.postcodes);
  });

  it('examples of every numbering plan', () => {
    const corpus = z.array(z.object({ e164: z.string() })).parse(readCorpus('libphonenumber-examples.json'));
    const cases = corpus.map(({ e164 }) => {
      const parsed = parseTelephoneNumber(e164, profiles.gb);
      return [e164, parsed.ok && parsed.value.e164 === e164] as const;
    });
    expectOverridden('numbering plans', cases, overrides.numberingPlans);
  });

  it('names of Unicode CLDR, part by part', () => {
    const corpus = z.array(z.object({ name: z.record(z.string(), z.string()) })).parse(readCorpus('cldr-sample-names.json'));
    const parts = [...new Set(corpus.flatMap(({ name }) => Object.values(name)))];
    const cases = parts.map((part) => {
      const parsed = parsePersonName({ 'name.full': part });
      return [part, parsed.ok && parsed.value.full === part.normalize('NFC')] as const;
    });
    expectOverridden('CLDR names', cases, overrides.namesOfUnicode);
  });

  it('Notify: telephone numbers', () => {
    const corpus = z.record(z.string(), z.array(z.union([z.string(), texts]))).parse(readCorpus('notify-phone.json'));
    const cases = Object.entries(corpus).flatMap(([group, numbers]) =>
      numbers
        .flat()
        // Names of other lists.
        .filter((text) => !text.startsWith('@'))
        .map((text) => [text, parseTelephoneNumber(text, profiles.gb).ok === group.startsWith('valid')] as const),
    );
    expectOverridden('Notify, telephone numbers', cases, overrides.notifyTelephoneNumbers);
  });

  it('words of streets, units and directions with the Postal Service', () => {
    const spellings = z.record(z.string(), z.string());
    const corpus = z
      .object({
        DIRECTIONAL_REPLACEMENTS: spellings,
        STREET_TYPE_ABBREVIATIONS: spellings,
        OCCUPANCY_TYPE_ABBREVIATIONS: spellings,
      })
      .parse(readCorpus('usps-abbreviations.json'));
    const against = (said: Readonly<Record<string, string>>, known: ReadonlyMap<string, string>) =>
      Object.entries(said).map(([word, short]) => [word, known.get(word) === short] as const);
    const cases = [
      ...against(corpus.DIRECTIONAL_REPLACEMENTS, directions),
      ...against(corpus.STREET_TYPE_ABBREVIATIONS, streetSuffixes),
      ...against(corpus.OCCUPANCY_TYPE_ABBREVIATIONS, new Map([...numberedUnits, ...namedUnits])),
    ];
    expectOverridden('United States, words of addresses', cases, overrides.postalServiceWords);
  });
});
