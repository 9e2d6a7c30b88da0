/**
 * A file of records about synthetic people, as large as a city's, with the truth beside each record: for measuring a matching engine. The
 * same seed gives the same bytes on every machine; a change of that raises {@link peopleFileVersion}. Not valid input for a form, and no
 * real people: see `population.ts` for a few people to fill forms with.
 */
import { createRandom, type Random } from './random.ts';
import { type Habits, habitsOf } from './town/habits.ts';
import type { Setting } from './town/setting.ts';
import { drawTownspeople, type Townspart } from './town/townspeople.ts';
import { type Column, type Fields, wantsRecordOf, writeRecord } from './town/writing-records.ts';

export type { Setting } from './town/setting.ts';
export type { Column, Fields } from './town/writing-records.ts';

/** Rises whenever a seed gives other records than before. */
export const peopleFileVersion = 3;

export interface PeopleFileOptions {
  readonly seed: number | string;
  /** People and organisations. Default 33,314, which makes about 64,000 records. */
  readonly people?: number;
  /** Default `hard`. */
  readonly setting?: Setting;
}

/** One row. `fields` holds what is not empty, by the standard's names; the rest is the truth. */
export interface PeopleFileRecord {
  readonly recordId: string;
  readonly source: string;
  readonly fields: Fields;
  readonly personId: string;
  /** Where the name comes from; `organisation` for one. */
  readonly origin: string;
}

/** Chance that somebody has one record more: 1.927 on average, as in the benchmark file. */
const oneMore = 0.481;

/** Draws records one after the other, in no order of people. Throws a `RangeError` where `people` is not at least 1. */
export function* drawPeopleFile({ seed, people = 33_314, setting = 'hard' }: PeopleFileOptions): Generator<PeopleFileRecord> {
  if (!(people >= 1)) throw new RangeError('a file holds at least one person');
  const random = createRandom(`people-file/${setting}/${seed}`);
  const drawn = drawTownspeople(setting, people, random);
  const { holders, sources } = drawHoldings(drawn, habitsOf[setting], random);
  for (const [number, holder] of holders.entries()) {
    const person = drawn[holder];
    const habits = habitsOf[setting][sources[number] ?? 0];
    if (person === undefined || habits === undefined) continue;
    yield {
      recordId: String(number),
      source: habits.name,
      fields: writeRecord(person, { habits, setting }, random),
      personId: person.id,
      origin: person.kind === 'organisation' ? 'organisation' : person.origin,
    };
  }
}

/** The columns that a setting's files have, and the heading of each. */
export function columnsOf(setting: Setting): readonly (readonly [heading: string, column: Column])[] {
  const place: readonly (readonly [string, Column])[] =
    setting === 'florida'
      ? [['address_1', 'postalAddress.line1'], ['address_2', 'postalAddress.line2'], ['city', 'postalAddress.town'], ['zip', 'postalAddress.postcode']]
      : [['address', 'postalAddress'], ['postcode', 'postalAddress.postcode']];
  const contacts: readonly (readonly [string, Column])[] = [['email', 'emailAddress'], ['mobile', 'telephoneNumber']];
  if (setting === 'council') return [['first_name', 'name.given'], ['surname', 'name.family'], ['dob', 'dateOfBirth'], ...place, ...contacts];
  return [
    ['full_name', 'name.full'],
    ['first_name', 'name.given'],
    ['middle_name', 'name.middle'],
    ['surname', 'name.family'],
    ['suffix', 'name.suffix'],
    ['dob', 'dateOfBirth'],
    ...place,
    ...contacts,
    ...(setting === 'florida' ? ([['driver_license', 'identifier.driverLicense'], ['fein', 'identifier.federalEmployerIdentificationNumber']] as const) : []),
  ];
} // prettier-ignore

interface Holdings {
  /** For each record, the place of its person and of its source. */
  readonly holders: Int32Array;
  readonly sources: Uint8Array;
}

/** Who is known where, shuffled. One in ten records is of a source that knows the person already. */
function drawHoldings(people: readonly Townspart[], systems: readonly Habits[], random: Random): Holdings {
  const held: number[] = [];
  const wantedBy = new Map<number | 'organisation', Wanted>();
  for (const [number, person] of people.entries()) {
    const group = person.kind === 'organisation' ? person.kind : person.year;
    const wanted = wantedBy.get(group) ?? wantedSystems(person, systems);
    wantedBy.set(group, wanted);
    const known = new Set<number>();
    do {
      const system = drawSystem(wanted, random);
      const other = known.has(system) && !random.chance(0.3) ? drawSystem(wanted, random) : system;
      known.add(other);
      held.push(number * 32 + other);
    } while (random.chance(oneMore));
  }
  for (let place = held.length - 1; place > 0; place--) {
    const other = random.integer(0, place);
    [held[place], held[other]] = [held[other] ?? 0, held[place] ?? 0];
  }
  return {
    holders: Int32Array.from(held, (holding) => Math.floor(holding / 32)),
    sources: Uint8Array.from(held, (holding) => holding % 32),
  };
}

/** The systems that would know somebody, each with its weight and those before it. */
type Wanted = readonly (readonly [system: number, upTo: number])[];

function wantedSystems(person: Townspart, systems: readonly Habits[]): Wanted {
  let sum = 0;
  return systems.flatMap((habits, system): [number, number][] =>
    wantsRecordOf(habits, person) ? [[system, (sum += habits.weight)]] : [],
  );
}

function drawSystem(wanted: Wanted, random: Random): number {
  const drawn = random.next() * (wanted.at(-1)?.[1] ?? 0);
  for (const [system, upTo] of wanted) if (drawn < upTo) return system;
  return 0;
}
