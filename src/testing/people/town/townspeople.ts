/**
 * The people of an invented town, household by household: alone, couples, families with twins or a junior, people who share a flat, homes
 * full of strangers; cousins of one name, carers' telephones, numbers that somebody else had before, next tenants. The truth, not records.
 */
import type { Origin, Sex } from '../origins/origin.ts';
import type { Random } from '../random.ts';
import { createHomeBook, type Home, type HomeBook } from './homes.ts';
import { type ContactBook, createContactBook } from './mailboxes.ts';
import { drawForename, drawNames, drawOrigin, drawSurname, type FamilyName, inFormOf, type Names } from './naming.ts';
import { drawOrganisation, type Organisation } from './organisations.ts';
import { type Setting, type Traits, traitsOf } from './setting.ts';

/** Somebody of the town. Telephone numbers are digits as dialled at home. */
export interface Townsperson {
  readonly kind: 'person';
  readonly id: string;
  readonly household: number;
  readonly origin: string;
  readonly sex: Sex;
  readonly names: Names;
  readonly suffix?: string;
  readonly previousFamily?: string;
  readonly usesSecondForename: boolean;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly home: Home;
  readonly previousHome?: Home;
  readonly mailbox?: string;
  readonly previousMailbox?: string;
  readonly mobile?: string;
  readonly previousMobile?: string;
  readonly landline?: string;
}

export type Townspart = Townsperson | Organisation;

/** Nobody ages: everybody is as old as they were at the end of this year. */
export const thisYear = 2025;

/** Somebody who is being drawn: what a household adds comes later. */
interface Draft {
  readonly origin: Origin;
  readonly sex: Sex;
  readonly names: Names;
  readonly suffix?: string;
  readonly previousFamily?: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Everything that draws, and what was drawn so far. */
interface Town {
  readonly setting: Setting;
  readonly traits: Traits;
  readonly random: Random;
  readonly homes: HomeBook;
  readonly contacts: ContactBook;
  /** All homes given out, for those who lived there before. */
  readonly known: Home[];
  readonly families: Family[];
  readonly formerMobiles: string[];
}

interface Family {
  readonly origin: Origin;
  readonly family: FamilyName;
  readonly children: readonly Draft[];
}

/** Draws `count` people and organisations. */
export function drawTownspeople(setting: Setting, count: number, random: Random): Townspart[] {
  const traits = traitsOf[setting];
  const homes = createHomeBook({ setting, flats: traits.flats }, random);
  const town: Town = {
    setting,
    traits,
    random,
    homes,
    contacts: createContactBook(setting, random),
    known: [],
    families: [],
    formerMobiles: [],
  };
  const people: Townspart[] = [];
  for (let household = 1; people.length < count; household++) {
    const members = random.chance(traits.organisations * 2.4)
      ? [organisationAt(people, town)]
      : drawHousehold(household, people, town);
    for (const member of members) people.push({ ...member, id: `p${people.length + 1}` });
  }
  return withPast(people.slice(0, count), town);
}

function organisationAt(people: readonly Townspart[], town: Town): Organisation {
  const { random } = town;
  const owner = people.length > 0 && random.chance(0.4) ? random.pick(people) : undefined;
  return drawOrganisation({ ...town, ...(owner?.kind === 'person' ? { owner } : {}) }, random);
}

function drawHousehold(household: number, people: readonly Townspart[], town: Town): Townsperson[] {
  const { random, traits } = town;
  if (random.chance(traits.careHomes / 12)) return drawCareHome(household, town);
  const drafts = drawMembers(town);
  const home = town.homes.next();
  town.known.push(home);
  const landline = random.chance(0.3) ? town.contacts.landline() : undefined;
  const mailbox = random.chance(0.12) ? sharedMailbox(drafts, town) : undefined;
  const shared = { home, ...(landline === undefined ? {} : { landline }), ...(mailbox === undefined ? {} : { mailbox }) };
  const settled: Townsperson[] = [];
  for (const draft of drafts) settled.push(settle(draft, { household, shared, settled, people }, town));
  return settled;
}

function drawMembers(town: Town): Draft[] {
  const { random, setting } = town;
  const kin = random.chance(town.traits.kin) && town.families.length > 0 ? random.pick(town.families) : undefined;
  const origin = kin?.origin ?? drawOrigin(setting, random);
  const family = kin?.family ?? drawFamilyName(origin, random);
  const kind = random.next();
  if (kind < 0.3) return [drawAdult(origin, { family }, random)];
  if (kind < 0.5) return drawCouple(origin, family, random);
  if (kind < 0.92) return drawFamily(origin, family, { town, kin });
  return Array.from({ length: random.integer(2, 4) }, () => {
    const own = drawOrigin(setting, random);
    return drawAdult(own, { family: drawFamilyName(own, random), year: thisYear - random.integer(19, 36) }, random);
  });
}

function drawFamilyName(origin: Origin, random: Random): FamilyName {
  const surname = drawSurname(origin, random);
  const hasTwo = origin.structure === 'two-surnames' || (origin.structure === 'mother-first' && random.chance(0.8));
  const mother = origin.structure === 'initial' ? undefined : hasTwo ? drawSurname(origin, random) : undefined;
  if (origin.structure === 'father')
    return { surname: random.pickSkewed(origin.male, 4), mother: random.pickSkewed(origin.male, 4) };
  return { ...(surname === undefined ? {} : { surname }), ...(mother === undefined ? {} : { mother }) };
}

function drawAdult(
  origin: Origin,
  { family, ...about }: { family: FamilyName; sex?: Sex; year?: number },
  random: Random,
): Draft {
  const sex = about.sex ?? (random.chance(0.5) ? 'female' : 'male');
  const year = Math.min(thisYear - 18, about.year ?? thisYear - 19 - Math.floor(72 * random.next() ** 1.3));
  return { origin, sex, names: drawNames(origin, { sex, year, family }, random), year, ...drawBirthday(random) };
}

/** Two adults; most of one surname, some since they married. Where each keeps their father's name, nobody takes another's. */
function drawCouple(origin: Origin, family: FamilyName, random: Random): Draft[] {
  const first = drawAdult(origin, { family, sex: random.chance(0.95) ? 'male' : 'female' }, random);
  const own = drawFamilyName(origin, random);
  const year = first.year + random.integer(-5, 6);
  const partner = drawAdult(origin, { family: own, sex: random.chance(0.95) ? 'female' : first.sex, year }, random);
  const keeps = origin.structure !== 'plain' && origin.structure !== 'begum' ? 0.95 : 0.3;
  if (family.surname === undefined || partner.names.family === undefined || random.chance(keeps)) return [first, partner];
  if (random.chance(0.08))
    return [first, { ...partner, names: { ...partner.names, family: `${partner.names.family}-${family.surname}` } }];
  const married = { ...partner, names: { ...partner.names, family: inFormOf(origin, family.surname, partner.sex) } };
  return [
    first,
    random.chance(0.35) && partner.names.family !== married.names.family
      ? { ...married, previousFamily: partner.names.family }
      : married,
  ];
}

function drawFamily(origin: Origin, family: FamilyName, { town, kin }: { town: Town; kin: Family | undefined }): Draft[] {
  const { random, traits } = town;
  const parents = drawCouple(origin, family, random);
  const [eldest] = parents;
  const born = (eldest?.year ?? 1980) + random.integer(20, 34);
  const name =
    origin.structure === 'father' || origin.structure === 'initial'
      ? {
          surname: eldest?.names.given ?? '',
          ...(origin.structure === 'father' && family.surname !== undefined ? { mother: family.surname } : {}),
        }
      : family;
  const wanted = Array.from({ length: random.pick([1, 1, 2, 2, 3]) }, (_, index) => born + index * random.integer(1, 4));
  // Of a young couple some are not born yet.
  const children = wanted
    .filter((year) => year < thisYear)
    .map((year) => {
      const sex: Sex = random.chance(0.5) ? 'female' : 'male';
      // Cousins are often named alike, after a grandparent.
      const namesake = kin !== undefined && random.chance(0.25) ? kin.children.find((child) => child.sex === sex) : undefined;
      const names = drawNames(origin, { sex, year, family: name, ...(namesake && { given: namesake.names.given }) }, random);
      return { origin, sex, names, year, ...drawBirthday(random) };
    });
  const [child] = children;
  if (child && random.chance(traits.twins)) children.push(drawTwin(child, name, random));
  if (town.families.length < 20_000) town.families.push({ origin, family, children });
  const adults = random.chance(0.2) ? parents.slice(1) : parents;
  if (!eldest || !child || !random.chance(traits.juniors) || adults[0] !== eldest) return [...adults, ...children];
  const isMarked = random.chance(traits.marked);
  const junior = { ...child, sex: eldest.sex, names: { ...eldest.names }, ...(isMarked ? { suffix: 'Jr' } : {}) };
  const senior = { ...eldest, ...(isMarked && random.chance(0.5) ? { suffix: 'Sr' } : {}) };
  return [senior, ...adults.slice(1), junior, ...children.slice(1)];
}

function drawTwin(child: Draft, family: FamilyName, random: Random): Draft {
  const { origin, year, month, day } = child;
  for (;;) {
    const sex = random.chance(0.66) ? child.sex : child.sex === 'female' ? 'male' : 'female';
    const given = drawForename(origin, { sex, year }, random);
    if (given !== child.names.given)
      return { origin, sex, names: drawNames(origin, { sex, year, family, given }, random), year, month, day };
  }
}

/** Thirty old people of one address, with the house's telephone number and some with its mailbox. */
function drawCareHome(household: number, town: Town): Townsperson[] {
  const { random, contacts, homes, setting } = town;
  const home = homes.careHome();
  const landline = contacts.landline();
  const office = contacts.organisationMailbox(home.building ?? 'house');
  return Array.from({ length: random.integer(12, 40) }, () => {
    const origin = drawOrigin(setting, random);
    const draft = drawAdult(origin, { family: drawFamilyName(origin, random), year: thisYear - random.integer(74, 99) }, random);
    const shared = { home, landline, ...(random.chance(0.5) ? { mailbox: office } : {}) };
    return { ...personOf(draft, household, town), ...shared, home };
  });
}

interface Household {
  readonly household: number;
  readonly shared: { readonly home: Home; readonly landline?: string; readonly mailbox?: string };
  readonly settled: readonly Townsperson[];
  readonly people: readonly Townspart[];
}

/** Adds a home, a telephone and a mailbox: one's own, a parent's, a carer's or the household's. */
function settle(draft: Draft, { household, shared, settled, people }: Household, town: Town): Townsperson {
  const { random, traits, contacts } = town;
  const person = {
    ...personOf(draft, household, town),
    home: shared.home,
    ...(shared.landline && { landline: shared.landline }),
  };
  const age = thisYear - draft.year;
  const parent = settled[settled.length > 1 && random.chance(0.6) ? 1 : 0];
  if (age < 16 && parent) return { ...person, ...contactsOf(parent) };
  const carer = age > 76 && people.length > 0 && random.chance(traits.carers) ? random.pick(people) : undefined;
  const mobile = carer?.kind === 'person' ? carer.mobile : random.chance(age > 80 ? 0.5 : 0.92) ? drawMobile(town) : undefined;
  const owner = {
    given: draft.names.western ?? draft.names.given,
    ...(draft.names.family && { family: draft.names.family }),
    year: draft.year,
  };
  const own = random.chance(age > 75 ? 0.45 : 0.88) ? contacts.mailbox(owner, random.chance(traits.namedMailboxes)) : undefined;
  const mailbox = shared.mailbox ?? own;
  const former = mobile !== undefined && random.chance(0.12) ? contacts.mobile() : undefined;
  if (former !== undefined) town.formerMobiles.push(former);
  const earlier = random.chance(0.12) ? contacts.mailbox(owner, random.chance(traits.namedMailboxes)) : undefined;
  return {
    ...person,
    ...(mobile && { mobile }),
    ...(mailbox && { mailbox }),
    ...(former && { previousMobile: former }),
    ...(earlier && { previousMailbox: earlier }),
  };
}

/** Some numbers had another owner, whose older records still show them. */
function drawMobile({ random, traits, contacts, formerMobiles }: Town): string {
  const former = random.chance(traits.recycled / 6) ? formerMobiles.pop() : undefined;
  return former ?? contacts.mobile();
}

function personOf({ origin, ...draft }: Draft, household: number, { random, traits }: Town): Omit<Townsperson, 'home'> {
  const usesSecondForename =
    draft.names.middle !== undefined && origin.structure === 'plain' && random.chance(traits.usesSecondForename);
  return { kind: 'person', id: '', household, origin: origin.name, usesSecondForename, ...draft };
}

function contactsOf({ mobile, mailbox }: Townsperson): Partial<Townsperson> {
  return { ...(mobile && { mobile }), ...(mailbox && { mailbox }) };
}

function sharedMailbox([first]: readonly Draft[], { contacts, random }: Town): string | undefined {
  if (first === undefined) return undefined;
  return contacts.mailbox({ given: first.names.family ?? first.names.given, year: first.year }, random.chance(0.5));
}

/** Where people lived before: known only once all homes are. */
function withPast(people: readonly Townspart[], town: Town): Townspart[] {
  const { random, traits, known, homes } = town;
  return people.map((person) => {
    if (person.kind === 'organisation') return person;
    const previousHome = random.chance(traits.moved)
      ? random.chance(traits.nextTenant)
        ? random.pick(known)
        : homes.next()
      : undefined;
    return { ...person, ...(previousHome && { previousHome }) };
  });
}

function drawBirthday(random: Random): { month: number; day: number } {
  return { month: random.integer(1, 12), day: random.integer(1, 28) + (random.chance(0.06) ? 2 : 0) };
}
