/**
 * Households drawn whole: people alone, couples, families with twins or with a father and son of one name, and strangers who share a
 * flat. The hard cases are commoner than in life, so that a few thousand people hold enough of them.
 */
import type { CalendarDate } from '../../standard/calendar-date.ts';
import { type ContactBook } from './contacts.ts';
import { type Dwelling, drawDwelling } from './dwellings.ts';
import { drawForename, drawOrigin, drawSurname, type Origin, type Sex } from './name-lists.ts';
import { createPerson, type Person, type PersonDetails } from './person.ts';
import type { Random } from './random.ts';

/** Everybody is born before this year's end: a constant, so that a seed's people do not age. */
export const newestBirthYear = 2023;
const thisYear = 2025;

/** What all of a household have in common while it is drawn. */
interface Home {
  readonly householdId: string;
  readonly dwelling: Dwelling;
  readonly landline: string | undefined;
  readonly mailbox: string | undefined;
}

/** What everything is drawn with. */
interface Draws {
  readonly random: Random;
  readonly contacts: ContactBook;
}

type Draft = Omit<PersonDetails, 'personId' | 'householdId' | 'dwelling'>;

/** One household of one to six people. `number` tells it from the others of its seed. */
export function drawHousehold(number: number, random: Random, contacts: ContactBook): Person[] {
  const kind = random.next();
  const origin = drawOrigin(random);
  const members =
    kind < 0.28
      ? [drawAdult(origin, random)]
      : kind < 0.5
        ? drawCouple(origin, random)
        : kind < 0.9
          ? drawFamily(origin, random)
          : drawFlatShare(random);
  const draws = { random, contacts };
  const home = drawHome(number, members, draws);
  return members.map((member, index) => settle({ ...member, personId: `${home.householdId}-${index + 1}` }, home, draws));
}

function drawAdult(origin: Origin, random: Random, about?: { readonly sex?: Sex; readonly year?: number }): Draft {
  const sex = about?.sex ?? drawSex(random);
  const year = clampYear(
    (about?.year ?? thisYear - 19 - Math.floor(70 * random.next() ** 1.3)) + random.integer(-4, 4),
    thisYear - 18,
  );
  const family = drawSurname(origin, random);
  return drawPersonOf(origin, { sex, year, ...(family === undefined ? {} : { family }) }, random);
}

function drawPersonOf(origin: Origin, { sex, year, family }: { sex: Sex; year: number; family?: string }, random: Random): Draft {
  const given = drawForename(origin, { sex, year }, random);
  const middle = random.chance(origin.name === 'british' ? 0.6 : 0.1)
    ? drawForename(origin, { sex, year: year - 30 }, random)
    : given;
  return {
    origin: origin.name,
    sex,
    given,
    ...(middle === given ? {} : { middle }),
    ...(family === undefined ? {} : { family: inFormOf(family, sex) }),
    dateOfBirth: drawBirthday(year, random),
  };
}

/** Two adults; most have one surname, some of them since they married. */
function drawCouple(origin: Origin, random: Random): Draft[] {
  const first = drawAdult(origin, random, { sex: random.chance(0.95) ? 'male' : drawSex(random) });
  const partner = drawAdult(random.chance(0.85) ? origin : drawOrigin(random), random, {
    sex: random.chance(0.95) ? 'female' : first.sex,
    year: first.dateOfBirth.year,
  });
  if (first.family === undefined || partner.family === undefined || random.chance(0.25)) return [first, partner];
  if (random.chance(0.06)) return [first, { ...partner, family: `${partner.family}-${first.family}` }];
  const family = inFormOf(first.family, partner.sex);
  return [
    first,
    { ...partner, family, ...(random.chance(0.2) && family !== partner.family ? { previousFamily: partner.family } : {}) },
  ];
}

/** One or two parents with one to three children; every tenth such household has twins, every eleventh a son named after his father. */
function drawFamily(origin: Origin, random: Random): Draft[] {
  const [father, mother] = drawCouple(origin, random);
  const parents = [father, mother].filter((parent) => parent !== undefined);
  const eldest = parents[0];
  if (eldest === undefined) return [];
  const birthYear = eldest.dateOfBirth.year + random.integer(21, 34);
  const children = Array.from({ length: random.pick([1, 1, 2, 2, 3]) }, (_, index) =>
    drawPersonOf(
      origin,
      {
        sex: drawSex(random),
        year: clampYear(birthYear + index * random.integer(2, 4), newestBirthYear),
        ...(eldest.family === undefined ? {} : { family: eldest.family }),
      },
      random,
    ),
  );
  const [child] = children;
  if (child && random.chance(0.1)) children.push(drawTwin(child, origin, random));
  if (child && random.chance(0.09) && eldest.dateOfBirth.year < 2000)
    children[0] = { ...child, sex: eldest.sex, given: eldest.given };
  return [...(random.chance(0.15) ? parents.slice(random.integer(0, 1)).slice(0, 1) : parents), ...children];
}

function drawTwin(child: Draft, origin: Origin, random: Random): Draft {
  for (;;) {
    const twin = drawPersonOf(origin, { ...child, year: child.dateOfBirth.year }, random);
    if (twin.given !== child.given) return { ...twin, dateOfBirth: child.dateOfBirth };
  }
}

/** Two to four adults of no relation; now and then two have the same surname all the same. */
function drawFlatShare(random: Random): Draft[] {
  const year = thisYear - random.integer(20, 45);
  const members = Array.from({ length: random.integer(2, 4) }, () => drawAdult(drawOrigin(random), random, { year }));
  const [first, second] = members;
  if (first?.family !== undefined && second?.family !== undefined && random.chance(0.15))
    members[1] = { ...second, family: first.family };
  return members;
}

function drawHome(number: number, members: readonly Draft[], { random, contacts }: Draws): Home {
  const [first] = members;
  const hasMailbox = members.length > 1 && first?.family !== undefined && random.chance(0.12);
  return {
    householdId: `household-${number}`,
    dwelling: drawDwelling(random),
    landline: random.chance(0.45) ? contacts.landline() : undefined,
    mailbox: hasMailbox && first?.family !== undefined ? contacts.emailAddress({ family: first.family }) : undefined,
  };
}

/** Moves a person in: contacts of their own or the household's, and perhaps a former address. */
function settle(draft: Draft & { readonly personId: string }, home: Home, { random, contacts }: Draws): Person {
  const isChild = draft.dateOfBirth.year > thisYear - 13;
  const ownAddress = !isChild && random.chance(0.62);
  const emailAddress =
    home.mailbox !== undefined && random.chance(0.6) ? home.mailbox : ownAddress ? contacts.emailAddress(draft) : undefined;
  // There are a thousand mobile numbers to give out: a sixth of the adults get one.
  const mobile = !isChild && random.chance(0.17) ? contacts.mobile() : undefined;
  const telephoneNumber = mobile ?? (random.chance(0.8) ? home.landline : undefined);
  return createPerson({
    ...draft,
    householdId: home.householdId,
    dwelling: home.dwelling,
    ...(random.chance(0.15) ? { previousDwelling: drawDwelling(random) } : {}),
    ...(emailAddress === undefined ? {} : { emailAddress }),
    ...(telephoneNumber === undefined ? {} : { telephoneNumber }),
  });
}

/** A birthday in a year: any day, or 1 January for one in sixty, who do not know theirs. */
export function drawBirthday(year: number, random: Random): CalendarDate {
  if (random.chance(1 / 60)) return { year, month: 1, day: 1 };
  const month = random.integer(1, 12);
  return { year, month, day: random.integer(1, month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31) };
}

function drawSex(random: Random): Sex {
  return random.chance(0.51) ? 'female' : 'male';
}

function clampYear(year: number, latest: number): number {
  return Math.max(1928, Math.min(latest, year));
}

/** Surnames that have a form for women, and Sikh ones. */
function inFormOf(family: string, sex: Sex): string {
  if (family === 'Singh' || family === 'Kaur') return sex === 'female' ? 'Kaur' : 'Singh';
  if (/(?:sk|ck|dzk)[iaIA]$/u.test(family)) return `${family.slice(0, -1)}${sex === 'female' ? 'a' : 'i'}`;
  return family;
}
