/**
 * Fills an empty index with synthetic people, once: 5,000 people in 10,000 records over 8 source systems, the way a council
 * loads its own. The same people on every machine.
 */
import type { RecordsAnswer, RecordsRequest } from '../src/protocol/records.ts';
import type { Entries } from '../src/standard/identity.ts';
import type { Person, Population } from '../src/testing/index.ts';
import { readIfThere, writePrivateFile } from './private-files.ts';

/** Somebody to try the forms with, in words to type. All of it is made up. */
export interface PersonToTry {
  readonly name: string;
  readonly dateOfBirth: string;
  readonly address: string;
}

export interface SeedOptions {
  readonly indexUrl: () => string | undefined;
  readonly authorization: string;
  /** Notes that all of it is loaded, and whom to try. */
  readonly file: string;
  readonly tell: (sentence: string) => void;
}

/** Loads the population where that was not done before. Resolves to three people of it. */
export async function ensureSeeded(options: SeedOptions): Promise<readonly PersonToTry[]> {
  const noted = await readIfThere(options.file);
  if (noted !== undefined) return readPeople(noted);
  // Loaded for this alone, so that starting again is quick.
  const { createPopulation } = await import('../src/testing/index.ts');
  const population = createPopulation({ seed: 20_260_101, people: 5_000, records: 10_000 });
  options.tell('Loading 10,000 records of 5,000 synthetic people into the Customer Index, once …');
  const { customers, results } = await load(population, options);
  options.tell(`Loaded. The index knows ${customers.toLocaleString('en-GB')} customers.`);
  const people = choosePeople(population, results).map(describePerson);
  await writePrivateFile(options.file, JSON.stringify(people));
  return people;
}

/** In one call, so that the index can cluster all systems' records together. */
async function load({ records }: Population, { indexUrl, authorization }: SeedOptions): Promise<RecordsAnswer> {
  const request: RecordsRequest = {
    source: 'population',
    records: records.map(({ source, recordId, recordedAt, fields }) => ({ source, recordId, recordedAt, fields })),
  };
  const response = await fetch(`${indexUrl()}/v1/records`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (!response.ok) throw new Error(`The Customer Index did not take the records: status ${response.status}`);
  return (await response.json()) as RecordsAnswer;
}

type LinkedRecord = Population['records'][number] & { readonly customerId: string | undefined };

/**
 * Grown-ups with two names whom the index knows well: three records or more, all of them with one customer. From three places in the list.
 * None born on 1 January, which says little: it stands for "some time that year" in many a record.
 */
function choosePeople({ people, records }: Population, results: RecordsAnswer['results']): readonly Person[] {
  const recordsOf = new Map<string, LinkedRecord[]>();
  for (const [place, record] of records.entries()) {
    const linked = { ...record, customerId: results[place]?.customerId };
    const known = recordsOf.get(record.personId);
    if (known) known.push(linked);
    else recordsOf.set(record.personId, [linked]);
  }
  const isKnownWell = ({ personId, entries }: Person) => {
    const known = recordsOf.get(personId) ?? [];
    const isNow = known.some(
      ({ fields }) => fields['postalAddress.line1'] === entries['postalAddress.line1'] && 'dateOfBirth.year' in fields,
    );
    return known.length >= 3 && isNow && new Set(known.map(({ customerId }) => customerId)).size === 1;
  };
  const suitable = people.filter(
    (person) =>
      person.family !== undefined && person.dateOfBirth.year < 2000 && !isNewYear(person.dateOfBirth) && isKnownWell(person),
  );
  return [0.2, 0.5, 0.8].flatMap((share) => suitable.slice(Math.floor(suitable.length * share)).slice(0, 1));
}

const isNewYear = ({ day, month }: Person['dateOfBirth']) => day === 1 && month === 1;

function describePerson({ entries, dateOfBirth }: Person): PersonToTry {
  const words = (...names: readonly (keyof Entries)[]) => names.map((name) => entries[name]).filter((word) => word !== undefined);
  const { day, month, year } = dateOfBirth;
  return {
    name: words('name.given', 'name.family').join(' '),
    dateOfBirth: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day)),
    address: words('postalAddress.line1', 'postalAddress.town', 'postalAddress.postcode').join(', '),
  };
}

function readPeople(text: string): readonly PersonToTry[] {
  const people: unknown = JSON.parse(text);
  return Array.isArray(people) ? people.filter(isPersonToTry) : [];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isPersonToTry = (value: unknown): value is PersonToTry =>
  isObject(value) && ['name', 'dateOfBirth', 'address'].every((key) => typeof value[key] === 'string');
