/** The synthetic borough: repeatable, valid by the standard, and with the hard cases in it. */
import { describe, expect, it } from 'vitest';
import { parseIdentity } from '../../../src/standard/identity.ts';
import { profiles } from '../../../src/standard/profiles.ts';
import { parseRecord } from '../../../src/standard/record.ts';
import { createPopulation, drawPeople, type Person, sourceNames } from '../../../src/testing/index.ts';

const today = { year: 2025, month: 6, day: 1 };
const population = createPopulation({ seed: 'population-test', people: 5000, records: 10_000 });
const { people, records } = population;

const groupedBy = (key: (person: Person) => string | undefined): Map<string, Person[]> => {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const value = key(person);
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), person]);
  }
  return groups;
};
const households = [...groupedBy((person) => person.householdId).values()];
const birthdayOf = ({ dateOfBirth: { year, month, day } }: Person): string => `${year}-${month}-${day}`;

describe('a synthetic population', () => {
  it('has the people and records asked for, every person in at least one record, over eight systems', () => {
    expect(people).toHaveLength(5000);
    expect(records).toHaveLength(10_000);
    expect(new Set(records.map((record) => record.personId))).toEqual(new Set(people.map((person) => person.personId)));
    expect(new Set(records.map((record) => record.source))).toEqual(new Set(sourceNames));
    expect(sourceNames).toHaveLength(8);
  });

  it('is the same to the byte for one seed, and another for another', () => {
    const small = (seed: string): string => JSON.stringify(createPopulation({ seed, people: 200, records: 400 }));
    expect(small('a')).toBe(small('a'));
    expect(small('a')).not.toBe(small('b'));
  });

  it('does not change from one release to the next', () => {
    const [first] = createPopulation({ seed: 1, people: 3, records: 3 }).people;
    expect(first?.entries).toMatchInlineSnapshot(`
      {
        "dateOfBirth.day": "18",
        "dateOfBirth.month": "12",
        "dateOfBirth.year": "1983",
        "name.family": "White",
        "name.given": "David",
        "postalAddress.line1": "49 Viaduct Way",
        "postalAddress.postcode": "BX26 4EP",
        "postalAddress.town": "Wexcombe Moor",
      }
    `);
  });

  it('gives every person entries that the standard accepts', () => {
    const refused = [...people, ...drawPeople('population-test', 300)].flatMap(({ entries }) => {
      const parsed = parseIdentity(entries, profiles.gb, { today });
      return parsed.ok ? [] : [{ entries, issues: parsed.issues }];
    });
    expect(refused).toEqual([]);
  });

  it('has records of which the standard can read all but a few values', () => {
    const read = records.map(({ fields }) => parseRecord(fields, profiles.gb, { today }));
    expect(read.filter(({ warnings }) => warnings.length > 0).length).toBeLessThan(200);
    expect(read.filter(({ identity }) => identity.name === undefined)).toEqual([]);
    expect(read.filter(({ identity }) => identity.dateOfBirth === undefined).length).toBeGreaterThan(1000);
  });

  it('names each record once within its source', () => {
    expect(new Set(records.map(({ source, recordId }) => `${source} ${recordId}`)).size).toBe(records.length);
  });

  it('shares a mailbox or a number within a household only, and a mobile with nobody', () => {
    const shared = (key: (person: Person) => string | undefined): Person[][] =>
      [...groupedBy(key).values()].filter((holders) => holders.length > 1);
    const between = [...shared((person) => person.emailAddress), ...shared((person) => person.telephoneNumber)].filter(
      (holders) => new Set(holders.map((person) => person.householdId)).size > 1,
    );
    expect(between).toEqual([]);
    expect(shared((person) => (person.telephoneNumber?.startsWith('07') ? person.telephoneNumber : undefined))).toEqual([]);
    expect(shared((person) => person.emailAddress).length).toBeGreaterThan(50);
  });

  it('writes to nobody: mailboxes at example.org and example.com, numbers from the drama ranges', () => {
    const addresses = people.flatMap((person) => person.emailAddress ?? []);
    expect(addresses.filter((address) => !/@example\.(?:org|com)$/.test(address))).toEqual([]);
    const numbers = people.flatMap((person) => person.telephoneNumber?.replaceAll(' ', '') ?? []);
    expect(numbers.filter((number) => !/^(?:07700900|01632960|0\d{2,3}4960|0207946|01914980|02920180)\d+$/.test(number))).toEqual(
      [],
    );
  });

  it.each([
    ['twins', 20, (a: Person, b: Person) => birthdayOf(a) === birthdayOf(b) && a.given !== b.given && a.family === b.family],
    [
      'fathers and sons of one name',
      20,
      (a: Person, b: Person) => birthdayOf(a) !== birthdayOf(b) && a.given === b.given && a.family === b.family,
    ],
    [
      'housemates of one surname',
      300,
      (a: Person, b: Person) => a.family !== undefined && a.family === b.family && a.given !== b.given,
    ],
    ['housemates of two surnames', 100, (a: Person, b: Person) => a.family !== b.family],
  ])('has %s: at least %i households', (_, least, holds) => {
    const found = households.filter((members) => members.some((a, index) => members.slice(index + 1).some((b) => holds(a, b))));
    expect(found.length).toBeGreaterThanOrEqual(least);
  });

  it('has movers, people of one name, and common surnames beside rare ones', () => {
    expect(people.filter((person) => person.previousDwelling).length).toBeGreaterThan(300);
    expect(people.filter((person) => person.family === undefined).length).toBeGreaterThan(10);
    const sizes = [...groupedBy((person) => person.family).values()].map((holders) => holders.length).sort((a, b) => b - a);
    expect(sizes[0]).toBeGreaterThan(40);
    expect(sizes.filter((size) => size < 4).length).toBeGreaterThan(200);
  });

  it('refuses fewer records than people', () => {
    expect(() => createPopulation({ seed: 1, people: 10, records: 9 })).toThrow(RangeError);
  });
});

describe('people drawn to fill forms', () => {
  it('are adults of as many households', () => {
    const drawn = drawPeople(11, 200);
    expect(new Set(drawn.map((person) => person.householdId)).size).toBe(200);
    expect(drawn.filter((person) => person.dateOfBirth.year >= 2005)).toEqual([]);
  });

  it('are the first of a longer draw too', () => {
    expect(drawPeople(11, 200).slice(0, 20)).toEqual(drawPeople(11, 20));
  });
});
