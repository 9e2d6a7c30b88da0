/**
 * The eight council systems of a synthetic borough: what each asks, and how each spoils what it is told. A table of habits, and
 * what makes a record of a person by them. Values are messy as legacy data is: most parse one by one, some do not.
 */
import { nicknamesOf } from '../../matching/nicknames.ts';
import { foldText } from '../../standard/fold.ts';
import type { Entries } from '../../standard/identity.ts';
import { formatDwelling } from './dwellings.ts';
import { createPerson, type Person } from './person.ts';
import type { Random } from './random.ts';
import { withAddressRespelled, withTypo } from './variants.ts';

/** The systems, as `source` names them. */
export const sourceNames = [
  'council-tax',
  'electoral-services',
  'housing',
  'libraries',
  'parking',
  'benefits',
  'waste',
  'schools',
] as const;
export type SourceName = (typeof sourceNames)[number];

/** A row as a system holds it. `recordId` is unique within its source; `recordedAt` is an ISO date; `personId` is the truth. */
export interface PersonRecord {
  readonly source: SourceName;
  readonly recordId: string;
  readonly recordedAt: string;
  readonly fields: Entries;
  readonly personId: string;
}

/** Shares, 0 to 1, of records in which something happens. */
interface Habits {
  readonly dateOfBirth: number;
  readonly emailAddress: number;
  readonly telephoneNumber: number;
  readonly typo: number;
  readonly nickname: number;
  readonly initial: number;
  readonly middleName: number;
  readonly respelled: number;
  readonly withoutTown: number;
  /** The former address or surname, of people who have one. */
  readonly outOfDate: number;
  readonly isUpperCase?: boolean;
  /** The longest name the system can hold. */
  readonly longestName?: number;
  readonly youngest: number;
  readonly oldest: number;
}

const usual: Habits = {
  dateOfBirth: 0.9,
  emailAddress: 0.7,
  telephoneNumber: 0.7,
  typo: 0.06,
  nickname: 0.05,
  initial: 0.01,
  middleName: 0.05,
  respelled: 0.25,
  withoutTown: 0.1,
  outOfDate: 0.3,
  youngest: 18,
  oldest: 120,
};

const habits: Readonly<Record<SourceName, Habits>> = {
  'council-tax': { ...usual, dateOfBirth: 0.25, emailAddress: 0.4, initial: 0.06, isUpperCase: true, outOfDate: 0.2 },
  'electoral-services': { ...usual, dateOfBirth: 0.85, emailAddress: 0.3, telephoneNumber: 0.2, middleName: 0.8, nickname: 0 },
  housing: { ...usual, outOfDate: 0.4 },
  libraries: { ...usual, dateOfBirth: 0.8, nickname: 0.2, typo: 0.08, withoutTown: 0.35, youngest: 3 },
  parking: { ...usual, dateOfBirth: 0.15, emailAddress: 0.9, initial: 0.2 },
  benefits: { ...usual, dateOfBirth: 1, emailAddress: 0.35, isUpperCase: true, typo: 0.03, nickname: 0.01 },
  waste: { ...usual, dateOfBirth: 0.3, emailAddress: 0.9, typo: 0.12, nickname: 0.2, respelled: 0.5 },
  schools: { ...usual, dateOfBirth: 0.98, longestName: 14, youngest: 3, oldest: 18 },
};

const thisYear = 2025;

/** Whether a system would know of a person: schools of pupils, the others mostly of adults. */
export function wantsRecordOf(source: SourceName, person: Person): boolean {
  const age = thisYear - person.dateOfBirth.year;
  const isInfant = age < 3 && source === 'libraries';
  return isInfant || (age >= habits[source].youngest && age <= habits[source].oldest);
}

/** What a system holds about a person. `number` counts its records. */
export function drawRecord(
  person: Person,
  { source, number }: { source: SourceName; number: number },
  random: Random,
): PersonRecord {
  const habit = habits[source];
  const outdated = random.chance(habit.outOfDate) ? asBefore(person) : person;
  const entries = {
    ...drawName(outdated, habit, random),
    ...drawBirthday(outdated, habit, random),
    ...drawPlace(outdated, habit, random),
  };
  const fields = spoil({ ...entries, ...drawContacts(outdated, habit, random) }, habit, random);
  return { source, recordId: `${source}-${number}`, recordedAt: drawDay(random), fields, personId: person.personId };
}

/** The person as they were: before they moved, before they married. */
function asBefore(person: Person): Person {
  const { previousDwelling, previousFamily } = person;
  const dwelling = previousDwelling ?? person.dwelling;
  return createPerson({ ...person, dwelling, ...(previousFamily === undefined ? {} : { family: previousFamily }) });
}

function drawName(person: Person, habit: Habits, random: Random): Entries {
  const { entries, given, middle } = person;
  const names = { ...entries, 'name.given': drawGiven(person, habit, random) };
  const parts = pickEntries(names, 'name.');
  if (middle !== undefined && parts['name.given'] === given && random.chance(habit.middleName))
    return { ...parts, 'name.given': `${given} ${middle}` };
  return parts;
}

function drawGiven({ given, family }: Person, habit: Habits, random: Random): string {
  if (family !== undefined && random.chance(habit.initial)) return given.slice(0, 1);
  const nicknames = nicknamesOf(foldText(given));
  if (nicknames.length === 0 || !random.chance(habit.nickname)) return given;
  const name = random.pick(nicknames);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function drawBirthday({ dateOfBirth }: Person, habit: Habits, random: Random): Entries {
  if (!random.chance(habit.dateOfBirth)) return {};
  const { year, month, day } = dateOfBirth;
  const slip = random.next();
  const isSwappable = day <= 12;
  const parts =
    slip < 0.008 && isSwappable
      ? { year, month: day, day: month }
      : slip < 0.02
        ? { year, month, day: day < 28 ? day + 1 : day - 1 }
        : slip < 0.03
          ? { year: year + random.pick([-10, -1, 1]), month, day }
          : slip < 0.035
            ? { year, month: 1, day: 1 }
            : dateOfBirth;
  return {
    'dateOfBirth.day': String(parts.day),
    'dateOfBirth.month': String(parts.month),
    'dateOfBirth.year': String(parts.year),
  };
}

function drawPlace(person: Person, habit: Habits, random: Random): Entries {
  const plain = { ...person.entries, 'postalAddress.line1': formatDwelling(person.dwelling) };
  const { 'postalAddress.town': town = '', ...place } = pickEntries(
    random.chance(habit.respelled) ? withAddressRespelled({ ...person, entries: plain }, random).entries : plain,
    'postalAddress.',
  );
  return random.chance(habit.withoutTown) ? place : { ...place, 'postalAddress.town': town };
}

function drawContacts({ entries }: Person, habit: Habits, random: Random): Entries {
  const { emailAddress, telephoneNumber } = entries;
  return {
    ...(emailAddress !== undefined && random.chance(habit.emailAddress) ? { emailAddress } : {}),
    ...(telephoneNumber !== undefined && random.chance(habit.telephoneNumber)
      ? { telephoneNumber: random.chance(0.5) ? telephoneNumber.replaceAll(' ', '') : telephoneNumber }
      : {}),
  };
}

/** Typing mistakes, capitals and truncation: what the system does to any value. */
function spoil(entries: Entries, habit: Habits, random: Random): Entries {
  const spoilt: Record<string, string> = { ...entries };
  for (const key of ['name.given', 'name.family', 'postalAddress.line1', 'emailAddress']) {
    const text = spoilt[key];
    if (text === undefined) continue;
    const chance = key.startsWith('name.') ? habit.typo : habit.typo / 3;
    if (text.length > 2 && random.chance(chance)) spoilt[key] = withTypo(text, random);
    if (habit.isUpperCase && key !== 'emailAddress') spoilt[key] = (spoilt[key] ?? '').toUpperCase();
    if (habit.longestName !== undefined && key.startsWith('name.'))
      spoilt[key] = [...(spoilt[key] ?? '')].slice(0, habit.longestName).join('');
  }
  return spoilt;
}

function pickEntries(entries: Entries, prefix: string): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => key.startsWith(prefix)));
}

function drawDay(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${random.integer(2012, 2024)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
}
