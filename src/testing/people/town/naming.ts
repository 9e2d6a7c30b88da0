/**
 * Names a person: what they are called in full, by the customs of where their names come from. Not how a system writes it down: that is
 * `writing-names.ts`.
 */
import { britishForenames, rareForenames } from '../origins/british-isles.ts';
import { allOrigins, sharesOf } from '../origins/index.ts';
import type { Origin, Sex } from '../origins/origin.ts';
import { westernForenames } from '../origins/western.ts';
import type { Random } from '../random.ts';
import type { Setting } from './setting.ts';

/** What somebody is called. `given` and `family` as they would write them themselves, with all marks. */
export interface Names {
  readonly given: string;
  /** A second forename; the father's name, Singh or Kaur, or a Vietnamese middle name. */
  readonly middle?: string;
  /** Nothing where people have one name. Two words where there are two surnames. */
  readonly family?: string;
  /** An English name they go by. */
  readonly western?: string;
}

/** What a family have in common. `surname` is the father's; women's forms are made of it. */
export interface FamilyName {
  readonly surname?: string;
  readonly mother?: string;
}

const byName = new Map(allOrigins.map((origin) => [origin.name, origin]));

/** An origin by its share in the setting. */
export function drawOrigin(setting: Setting, random: Random): Origin {
  const { shares, sum } = tables[setting];
  let left = random.next() * sum;
  for (const [origin, share] of shares) if ((left -= share) < 0) return origin;
  return originNamed('british');
}

const tables = { council: tableOf('council'), hard: tableOf('hard'), florida: tableOf('florida') };

function tableOf(setting: Setting): { shares: readonly (readonly [Origin, number])[]; sum: number } {
  const shares = Object.entries(sharesOf[setting]);
  return {
    shares: shares.map(([name, share]) => [originNamed(name), share]),
    sum: shares.reduce((sum, [, share]) => sum + share, 0),
  };
}

/** Throws a `RangeError` for an origin that there is not. */
export function originNamed(name: string): Origin {
  const origin = byName.get(name);
  if (origin === undefined) throw new RangeError(`no names of origin ${name}`);
  return origin;
}

/** A surname usual for the origin, in a man's form; nothing where people have none. */
export function drawSurname(origin: Origin, random: Random): string | undefined {
  const { surnames, tail, flatness, particles } = origin;
  if (tail !== undefined && random.chance(tail.share))
    return random.pickSkewed(tail.starts, 20) + random.pickSkewed(tail.ends, 12);
  if (surnames.length === 0) return undefined;
  const surname = random.pickSkewed(surnames, flatness);
  return particles !== undefined && random.chance(particles.share)
    ? joinParticle(random.pick(particles.words), surname)
    : surname;
}

/** A forename usual for the origin, sex and year of birth. */
export function drawForename(origin: Origin, { sex, year }: { sex: Sex; year: number }, random: Random): string {
  if (origin.structure === 'syllables') return drawSyllables(origin, sex, random);
  if (origin.structure === 'one-name') return drawOneName(origin, sex, random);
  const own = origin[sex];
  if (own.length > 0 && (origin.name === 'american' || !isOfTheIsles(origin) || random.chance(0.45)))
    return random.pickSkewed(own, 6);
  if (random.chance(0.1)) return random.pick(rareForenames[sex]);
  // Fashions do not change overnight.
  const fashion = year + random.integer(-9, 9);
  return random.pickSkewed(britishForenames.find(({ until }) => fashion < until)?.names[sex] ?? [], 6);
}

/** A person's names, in a family of this name. */
export function drawNames(
  origin: Origin,
  about: { readonly sex: Sex; readonly year: number; readonly family: FamilyName; readonly given?: string },
  random: Random,
): Names {
  const given = about.given ?? drawForename(origin, about, random);
  const family = familyOf(origin, about, random);
  const middle = middleOf(origin, { ...about, given }, random);
  return {
    given,
    ...(middle === undefined || middle === given ? {} : { middle }),
    ...(family === undefined ? {} : { family }),
    ...(origin.western !== undefined && random.chance(origin.western)
      ? { western: random.pickSkewed(westernForenames[about.sex], 8) }
      : {}),
  };
}

/** The surname in the form that somebody of this sex bears. */
export function inFormOf(origin: Origin, surname: string, sex: Sex): string {
  if (sex === 'male') return surname;
  const ending = origin.feminine?.find(([male]) => surname.endsWith(male));
  return ending === undefined ? surname : surname.slice(0, -ending[0].length) + ending[1];
}

function familyOf(origin: Origin, { sex, family }: { sex: Sex; family: FamilyName }, random: Random): string | undefined {
  const { surname, mother } = family;
  if (origin.structure === 'begum' && sex === 'female' && random.chance(0.45)) {
    return random.pickSkewed(
      origin.name === 'bengali' ? ['Begum', 'Khatun', 'Akter', 'Bibi'] : ['Bibi', 'Begum', 'Akhtar', 'Kauser'],
      1,
    );
  }
  if (origin.structure === 'sikh' && (surname === undefined || random.chance(0.45))) return sex === 'male' ? 'Singh' : 'Kaur';
  if (surname === undefined) return undefined;
  if (mother === undefined) return inFormOf(origin, surname, sex);
  return origin.structure === 'mother-first' ? `${mother} ${surname}` : `${surname} ${mother}`;
}

function middleOf(
  origin: Origin,
  { sex, year, family, given }: { sex: Sex; year: number; family: FamilyName; given: string },
  random: Random,
): string | undefined {
  if (origin.structure === 'sikh') return sex === 'male' ? 'Singh' : 'Kaur';
  if (origin.structure === 'vietnamese')
    return sex === 'male'
      ? random.pickSkewed(['Văn', 'Đức', 'Minh', 'Hữu'], 1)
      : random.pickSkewed(['Thị', 'Ngọc', 'Thu', 'Kim'], 1);
  if (origin.structure === 'father') return family.mother ?? random.pickSkewed(origin.male, 4);
  if (!random.chance(origin.middle)) return undefined;
  for (;;) {
    const middle = drawForename(origin, { sex, year: year - 30 }, random);
    if (middle !== given) return middle;
  }
}

function drawSyllables(origin: Origin, sex: Sex, random: Random): string {
  const first = random.pickSkewed(origin[sex], 8);
  if (origin.name === 'chinese' && random.chance(0.25)) return first;
  const second = random.pickSkewed(origin[sex], 14);
  return origin.name === 'chinese' ? first + second.toLowerCase() : `${first} ${second}`;
}

function drawOneName({ tail, ...origin }: Origin, sex: Sex, random: Random): string {
  if (tail === undefined || !random.chance(tail.share)) return random.pickSkewed(origin[sex], 12);
  return random.pick(tail.starts) + random.pick(tail.ends);
}

function joinParticle(particle: string, surname: string): string {
  return particle.endsWith("'") ? particle + surname : `${particle} ${surname}`;
}

function isOfTheIsles({ name }: Origin): boolean {
  return ['scottish', 'welsh', 'irish', 'caribbean'].includes(name);
}
