/**
 * What an origin of names is made of: which names, how skewed, in which order and with which habits. Shapes only; the names stand in
 * the files beside this one, and how a person is named from them in `../naming.ts`.
 */

export type Sex = 'female' | 'male';

/**
 * How names are built.
 * - `plain`: forename, surname
 * - `two-surnames`: Spanish, father's surname then mother's; `mother-first`: Portuguese, the last one is the father's
 * - `one-name`: a single name, sometimes two that are both a person's own
 * - `father`: forename and father's forename, no family name (Somali also the grandfather's); `initial`: the father's name as an initial before
 * - `sikh`: Singh or Kaur with or without a family name; `begum`: women carry a title (Begum, Bibi, Khatun) where men carry a name
 * - `syllables`: a forename of two syllables, family name first; `vietnamese`: family name, middle name, forename
 */
export type NameStructure =
  'plain' | 'two-surnames' | 'mother-first' | 'one-name' | 'father' | 'initial' | 'sikh' | 'begum' | 'syllables' | 'vietnamese';

/** Names of one origin, common ones first: drawing is skewed towards them. */
export interface Origin {
  readonly name: string;
  readonly structure: NameStructure;
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly surnames: readonly string[];
  /** The smaller, the more people bear the first few surnames. 12 is usual; 1 gives the first a third of all. */
  readonly flatness: number;
  /** Rarer surnames, put together from a start and an end; `share` of all bearers, 0 to 1. */
  readonly tail?: { readonly starts: readonly string[]; readonly ends: readonly string[]; readonly share: number };
  /** Where a woman's surname ends otherwise than a man's. */
  readonly feminine?: readonly (readonly [male: string, female: string])[];
  /** Share of people who also go by an English forename; which ones are in `western.ts`. */
  readonly western?: number;
  /** Particles before a surname, with their share of bearers. */
  readonly particles?: { readonly words: readonly string[]; readonly share: number };
  /** Share of people with a second forename. */
  readonly middle: number;
}

/** Words in a line. */
export const list = (names: string): readonly string[] => names.split(' ');
