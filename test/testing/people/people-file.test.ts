/** Files of synthetic people: frozen, life-like in what is missing and shared, and without accidents. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { columnsOf, createRandom, drawPeopleFile, peopleFileVersion, type Setting } from '../../../src/testing/index.ts';
import { drawTownspeople, type Townsperson } from '../../../src/testing/people/town/townspeople.ts';

const settings: readonly Setting[] = ['council', 'hard', 'florida'];
const draw = (setting: Setting, people: number, seed: number | string = 'test') => [...drawPeopleFile({ seed, people, setting })];
const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
const share = <T>(list: readonly T[], holds: (item: T) => boolean): number => list.filter(holds).length / list.length;

describe('A file of synthetic people', () => {
  it('is frozen: a seed gives the same bytes in every release of this version', () => {
    expect([peopleFileVersion, ...settings.map((setting) => digestOf(draw(setting, 2000, 1)))]).toMatchInlineSnapshot(`
      [
        3,
        "8033058c128dffca",
        "c9449edf82b2be2b",
        "a909576a525eede5",
      ]
    `);
  });

  it('is another for another seed', () => {
    expect(digestOf(draw('hard', 50, 1))).not.toBe(digestOf(draw('hard', 50, 2)));
  });

  it.each(settings)('%s: numbers its records, and fills only the columns it names', (setting) => {
    const records = draw(setting, 500);
    expect(records.map(({ recordId }) => recordId)).toEqual(records.map((_, number) => String(number)));
    const columns = new Set<string>(columnsOf(setting).map(([, column]) => column));
    expect(records.flatMap(({ fields }) => Object.keys(fields)).filter((column) => !columns.has(column))).toEqual([]);
    expect(records.flatMap(({ fields }) => Object.values(fields)).filter((text) => text === '')).toEqual([]);
  });

  it('has about 1.93 records of a person, as the benchmark files have', () => {
    const records = draw('hard', 5000);
    expect(new Set(records.map(({ personId }) => personId)).size).toBe(5000);
    expect(records.length / 5000).toBeCloseTo(1.93, 1);
  });

  it('refuses a file of nobody', () => {
    expect(() => draw('hard', 0)).toThrow(RangeError);
  });
});

describe('The harder file', () => {
  const records = draw('hard', 12_000);

  it('has at least 25 origins of names, and organisations', () => {
    const origins = new Map<string, number>();
    for (const { origin } of records) origins.set(origin, (origins.get(origin) ?? 0) + 1);
    expect(origins.size).toBeGreaterThan(25);
    expect(Math.min(...origins.values())).toBeGreaterThan(50);
    expect(share(records, ({ origin }) => origin === 'organisation')).toBeCloseTo(0.03, 1);
  });

  it('knows a full birthday of half of its records, and a year alone of some', () => {
    const full = share(
      records,
      ({ fields }) => /\d{6}|[-/]/u.test(fields.dateOfBirth ?? '') && !/01.01|^19[07]0/u.test(fields.dateOfBirth ?? ''),
    );
    expect(full).toBeGreaterThan(0.42);
    expect(full).toBeLessThan(0.58);
    expect(share(records, ({ fields }) => /^\d{4}$/u.test(fields.dateOfBirth ?? ''))).toBeGreaterThan(0.005);
  });

  it('holds names in parts and as one string, some of them cut off at 16 and 31 characters', () => {
    expect(share(records, ({ fields }) => fields['name.full'] !== undefined)).toBeGreaterThan(0.3);
    const longest = (source: string) =>
      Math.max(
        ...records
          .filter((record) => record.source === source)
          .map(({ fields }) => (fields['name.full'] ?? fields['name.family'] ?? '').length),
      );
    expect(longest('archive')).toBe(16);
    expect(longest('council_tax')).toBe(31);
  });

  it('says nothing about itself in addresses that lead anywhere', () => {
    const domains = records.flatMap(({ fields }) => fields.emailAddress?.toLowerCase().split('@')[1] ?? []);
    expect(domains.length).toBeGreaterThan(5000);
    expect(share(domains, (domain) => /(?:^|\.)example\.(?:com|org|net)$/u.test(domain))).toBeGreaterThan(0.97);
  });
});

describe('The people of a town', () => {
  const people = drawTownspeople('hard', 12_000, createRandom('people-of-a-town')).filter((person) => person.kind === 'person');
  const sharing = (key: (person: Townsperson) => string | undefined): Townsperson[][] => {
    const groups = new Map<string, Townsperson[]>();
    for (const person of people) {
      const value = key(person);
      if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), person]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  };
  const birthdayOf = ({ year, month, day }: Townsperson): string => `${year}-${month}-${day}`;

  it('share a mailbox within a household alone: never two strangers by accident', () => {
    const shared = sharing(({ mailbox }) => mailbox);
    expect(shared.length).toBeGreaterThan(200);
    expect(shared.filter((group) => new Set(group.map(({ household }) => household)).size > 1)).toEqual([]);
    const current = new Set(people.map(({ mailbox }) => mailbox));
    expect(people.filter(({ previousMailbox }) => previousMailbox !== undefined && current.has(previousMailbox))).toEqual([]);
    expect(sharing(({ previousMailbox }) => previousMailbox)).toEqual([]);
  });

  it('share a mobile with strangers where a carer answers it', () => {
    const between = sharing(({ mobile }) => mobile).filter((group) => new Set(group.map(({ household }) => household)).size > 1);
    expect(between.length).toBeGreaterThan(50);
    expect(between.filter((group) => !group.some(({ year }) => year < 1950))).toEqual([]);
  });

  it('have numbers that somebody else had before', () => {
    const current = new Set(people.map(({ mobile }) => mobile));
    const recycled = people.filter(({ previousMobile }) => previousMobile !== undefined && current.has(previousMobile));
    expect(recycled.length).toBeGreaterThan(100);
  });

  it.each([
    ['twins', 30, (a: Townsperson, b: Townsperson) => birthdayOf(a) === birthdayOf(b) && a.names.given !== b.names.given],
    [
      'fathers and sons of one name',
      50,
      (a: Townsperson, b: Townsperson) => a.names.given === b.names.given && a.names.family === b.names.family,
    ],
    ['strangers under one roof', 300, (a: Townsperson, b: Townsperson) => a.origin !== b.origin],
  ])('have %s: at least %i households', (_, least, holds) => {
    const households = sharing(({ household }) => String(household));
    const found = households.filter((members) => members.some((a, place) => members.slice(place + 1).some((b) => holds(a, b))));
    expect(found.length).toBeGreaterThanOrEqual(least);
  });

  it('have namesakes, cousins of one name, and people of one name alone', () => {
    expect(sharing(({ names }) => `${names.given} ${names.family ?? ''}`).length).toBeGreaterThan(300);
    expect(people.filter(({ names }) => names.family === undefined).length).toBeGreaterThan(50);
  });

  it('have moved into homes that others left', () => {
    const lived = new Set(people.map(({ home }) => home));
    expect(people.filter(({ previousHome }) => previousHome !== undefined && lived.has(previousHome)).length).toBeGreaterThan(
      1000,
    );
  });
});
