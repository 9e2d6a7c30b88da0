/**
 * A synthetic borough: its people, and what eight council systems hold about them, each with its own habits and mistakes. The same seed
 * gives the same bytes. The truth (`personId`) stands beside each record. Not real people, and kinder than life.
 */
import { createContactBook } from './contacts.ts';
import { drawHousehold } from './households.ts';
import type { Person } from './person.ts';
import { createRandom, type Random } from './random.ts';
import { drawRecord, type PersonRecord, sourceNames, type SourceName, wantsRecordOf } from './source-systems.ts';

export interface PopulationOptions {
  readonly seed: number | string;
  /** How many people. Default 5,000. */
  readonly people?: number;
  /** How many records, at least one for each person. Default twice as many as people. */
  readonly records?: number;
}

export interface Population {
  readonly people: readonly Person[];
  /** In the order the systems wrote them down, which is not the people's. */
  readonly records: readonly PersonRecord[];
}

/** Draws people in households, then their records. Throws a `RangeError` for fewer records than people. */
export function createPopulation({ seed, people = 5000, records = people * 2 }: PopulationOptions): Population {
  if (records < people) throw new RangeError('a population needs at least as many records as people');
  if (records > people * sourceNames.length)
    throw new RangeError('a population has at most one record per person and source system');
  const drawn = drawHouseholds(`population/${seed}`, people);
  return { people: drawn, records: drawRecords(drawn, records, createRandom(`records/${seed}`)) };
}

/**
 * Adults with a full identity, each of another household, that no population of any seed holds: to fill forms in tests. Two of three
 * have an e-mail address or a telephone number.
 */
export function drawPeople(seed: number | string, count: number): Person[] {
  const drawn: Person[] = [];
  const random = createRandom(`people/${seed}`);
  const contacts = createContactBook(random);
  for (let number = 1; drawn.length < count; number++) {
    const adult = drawHousehold(number, random, contacts).find((person) => person.dateOfBirth.year < 2005);
    if (adult) drawn.push({ ...adult, personId: `${seed}-${adult.personId}` });
  }
  return drawn;
}

function drawHouseholds(seed: string, count: number): Person[] {
  const random = createRandom(seed);
  const contacts = createContactBook(random);
  const people: Person[] = [];
  for (let number = 1; people.length < count; number++) people.push(...drawHousehold(number, random, contacts));
  return people.slice(0, count);
}

/** One record for everybody, then more for those whom a system would know. */
function drawRecords(people: readonly Person[], count: number, random: Random): PersonRecord[] {
  const known = new Map(people.map((person) => [person, new Set<SourceName>()]));
  const holdings: [Person, SourceName][] = [];
  const add = (person: Person, source: SourceName): void => {
    known.get(person)?.add(source);
    holdings.push([person, source]);
  };
  for (const person of people) add(person, random.pick(sourceNames.filter((source) => wantsRecordOf(source, person))));
  while (holdings.length < count) {
    // A few people deal with the council all the time.
    const person = random.pickSkewed(people, people.length / 2);
    const source = random.pick(sourceNames);
    if (wantsRecordOf(source, person) && known.get(person)?.has(source) === false) add(person, source);
  }
  const numbers = new Map<SourceName, number>();
  return shuffled(holdings, random).map(([person, source]) => {
    const number = (numbers.get(source) ?? 0) + 1;
    numbers.set(source, number);
    return drawRecord(person, { source, number }, random);
  });
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
