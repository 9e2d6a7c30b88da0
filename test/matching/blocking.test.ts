/** Blocking keys: found in spite of any one mistake, bounded, and never half a town. */
import { describe, expect, it } from 'vitest';
import { hashKeysOf } from '../../src/matching/key-hashes.ts';
import { blockingKeys, trainModel } from '../../src/matching/index.ts';
import { prepareIdentity } from '../../src/matching/prepared.ts';
import { fewBirthdaysKeys } from '../../src/matching/starting-model.ts';
import type { Entries, Identity } from '../../src/standard/identity.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { parseRecord } from '../../src/standard/record.ts';
import {
  createPopulation,
  createRandom,
  drawPeople,
  type Person,
  type Random,
  withoutContacts,
} from '../../src/testing/index.ts';
import { withTypo } from '../../src/testing/people/variants.ts';

const today = { year: 2025, month: 6, day: 1 };
const read = (entries: Entries): Identity => parseRecord(entries, profiles.gb, { today }).identity;
const people = drawPeople('blocking-test', 400);
const shareKey = (a: Entries, b: Entries): boolean => {
  const keys = new Set(blockingKeys(read(a)));
  return blockingKeys(read(b)).some((key) => keys.has(key));
};

/** One digit another digit, the first of a year left alone so that the date stays one. */
const withWrongDigit = (text: string, random: Random): string => {
  const at = random.integer(text.length - 1, text.length - 1);
  return text.slice(0, at) + String((Number(text[at]) + random.integer(1, 8)) % 10);
};

const mistakes: readonly (readonly [string, (entries: Entries, random: Random) => Entries])[] = [
  ['forename mistyped', (entries, random) => ({ ...entries, 'name.given': withTypo(entries['name.given'] ?? '', random) })],
  ['surname mistyped', (entries, random) => ({ ...entries, 'name.family': withTypo(entries['name.family'] ?? 'Xu', random) })],
  ['forename another', (entries) => ({ ...entries, 'name.given': 'Quillon' })],
  ['surname another', (entries) => ({ ...entries, 'name.family': 'Zzyzxby' })],
  [
    'names crossed',
    (entries) => ({ ...entries, 'name.given': entries['name.family'] ?? '', 'name.family': entries['name.given'] ?? '' }),
  ],
  [
    'year mistyped',
    (entries, random) => ({ ...entries, 'dateOfBirth.year': withWrongDigit(entries['dateOfBirth.year'] ?? '', random) }),
  ],
  ['day another', (entries) => ({ ...entries, 'dateOfBirth.day': entries['dateOfBirth.day'] === '7' ? '8' : '7' })],
  [
    'birthday missing',
    ({ 'dateOfBirth.day': _day, 'dateOfBirth.month': _month, 'dateOfBirth.year': _year, ...entries }) => entries,
  ],
  [
    'house number another',
    (entries) => ({ ...entries, 'postalAddress.line1': (entries['postalAddress.line1'] ?? '').replace(/\d+/, '999') }),
  ],
  [
    'street mistyped',
    (entries, random) => ({ ...entries, 'postalAddress.line1': withTypo(entries['postalAddress.line1'] ?? '', random) }),
  ],
  ['postcode another', (entries) => ({ ...entries, 'postalAddress.postcode': 'BX99 9ZZ' })],
  ['moved away', (entries) => ({ ...entries, 'postalAddress.line1': '999 Nowhere Lane', 'postalAddress.postcode': 'BX99 9ZZ' })],
];

const entriesOf = (person: Person): Entries => withoutContacts(person).entries;

describe('blocking keys', () => {
  it.each(mistakes)('find a person with the %s, without any contact', (_, mistake) => {
    const random = createRandom('mistakes');
    const lost = people.map(entriesOf).filter((entries) => !shareKey(entries, mistake(entries, random)));
    expect(lost).toEqual([]);
  });

  it('find a person without a birthday whose postcode or name is mistyped', () => {
    const random = createRandom('no birthday');
    const lost = people
      .map((person) => entriesOf(person))
      .map(({ 'dateOfBirth.year': _year, ...entries }) => entries)
      .filter(
        (entries) =>
          !shareKey(entries, { ...entries, 'name.given': withTypo(entries['name.given'] ?? '', random) }) ||
          !shareKey(entries, { ...entries, 'postalAddress.postcode': 'BX99 9ZZ' }),
      );
    expect(lost).toEqual([]);
  });

  it('find a mailbox at another provider, and a number with or without its country', () => {
    const contacts = { emailAddress: 'quillon.featherby@example.org', telephoneNumber: '01632 960123' };
    expect(shareKey({ emailAddress: contacts.emailAddress }, { emailAddress: 'quillon.featherby@example.com' })).toBe(true);
    expect(shareKey({ telephoneNumber: contacts.telephoneNumber }, { telephoneNumber: '+44 1632 960123' })).toBe(true);
  });

  it('are the same each time, sorted, each once, and at most fourteen', () => {
    for (const { entries } of people) {
      const keys = blockingKeys(read(entries));
      expect(keys).toEqual([...new Set(blockingKeys(read(entries)))].sort());
      expect(keys.length).toBeGreaterThanOrEqual(6);
      expect(keys.length).toBeLessThanOrEqual(14);
    }
  });

  it('find a rare name by itself', () => {
    expect(
      shareKey({ 'name.given': 'Quillon', 'name.family': 'Zzyzxby' }, { 'name.given': 'Quillon', 'name.family': 'Zzyzxby' }),
    ).toBe(true);
  });

  it('are none for a common name alone, nor for one and no fixed address: they are half a town', () => {
    expect(blockingKeys({ name: { given: 'John', family: 'Smith' } })).toEqual([]);
    expect(blockingKeys({ name: { given: 'John', family: 'Smith' }, postalAddress: { kind: 'no-fixed-address' } })).toEqual([]);
  });

  it('are shared by few, even in a file of five thousand records', () => {
    const holders = new Map<string, number>();
    for (const { fields } of createPopulation({ seed: 'blocking-test', people: 2_500 }).records) {
      for (const key of blockingKeys(read(fields))) holders.set(key, (holders.get(key) ?? 0) + 1);
    }
    expect(Math.max(...holders.values())).toBeLessThan(40);
  }, 120_000);
});

describe('keys of a name alone', () => {
  const named = (given: string, family: string): Identity => ({ name: { given, family } });
  const mailed = (given: string, family: string, emailAddress: string): Identity => ({ ...named(given, family), emailAddress });
  const bornIn1984 = { dateOfBirth: { year: 1984, month: 3, day: 12 } };
  it.each([
    ['an initial', named('Petra', 'Richardson'), named('P', 'Richardson')],
    ['a forename with a letter left out', named('Kirsty', 'Lynch'), named('Kisty', 'Lynch')],
    ['a surname with another letter in its middle', named('Sophie', 'Wilkinson'), named('Sophie', 'Willinson')],
    ['a surname with another letter at its beginning', named('Sophie', 'Wilkinson'), named('Sophie', 'Qilkinson')],
    ['a nickname beside a surname cut short', named('Elizabeth', 'Richardson'), named('Liz', 'Richards')],
    ['a middle name for the forename', { name: { given: 'Petra', middle: 'Sophie', family: 'Lynch' } }, named('Sophie', 'Lynch')],
    ['one surname of two', named('Petra', 'Lynch Wilkinson Hale'), named('Petra', 'Wilkinson')],
    ['an earlier surname in a mailbox', mailed('Petra', 'Lynch', 'petra.wilkinson@example.org'), named('Petra', 'Wilkinson')],
    ['the same written as one', mailed('Petra', 'Lynch', 'wilkinsonpetra7@example.org'), named('Petra', 'Wilkinson')],
    [
      'a year of birth in a mailbox',
      mailed('Petra', 'Lynch', 'p.1984@example.org'),
      { ...named('Petra', 'Hale'), ...bornIn1984 },
    ],
  ])('find %s wherever they live', (_, one, other) => {
    const keys = hashKeysOf(prepareIdentity(one), fewBirthdaysKeys);
    expect(hashKeysOf(prepareIdentity(other), fewBirthdaysKeys).some((key) => keys.includes(key))).toBe(true);
  });

  it('are followed only where few have a birthday', () => {
    const keysOf = (change: (entries: Entries) => Entries): readonly string[] =>
      trainModel(people.slice(0, 30).map(({ entries }, index) => ({ recordId: String(index), identity: read(change(entries)) })))
        .kinds.person.keys;
    expect(keysOf((entries) => entries)).not.toContain(fewBirthdaysKeys[0]);
    expect(keysOf(({ 'dateOfBirth.year': _, ...entries }) => entries)).toContain(fewBirthdaysKeys[0]);
  });
});
