/**
 * Blocking keys: short texts such that two identities of one person share at least one, whichever single field was mistyped, while
 * hardly anybody else does. Plain text, deterministic; the store keeps them as keyed hashes. Not a comparison: sharing a key says
 * "look", never "the same".
 */
import { doubleMetaphone } from 'double-metaphone';
import type { Identity } from '../standard/identity.ts';
import { shareOfNames } from './name-frequencies.ts';
import { type PreparedIdentity, prepareIdentity } from './prepared.ts';
import type { Words } from './words.ts';

/** Rises whenever the keys of an identity may change: stored keys of another version have to be made again. */
export const blockingVersion = 1;

/** The keys of one identity, sorted, each once: at most 14, and none where it is too thin to tell its person from half a town. */
export function blockingKeys(identity: Identity): string[] {
  const prepared = prepareIdentity(identity);
  const names = soundsOf(prepared);
  const keys = [...rareNameKeys(prepared, names), ...nameAndBirthdayKeys(prepared, names), ...placeKeys(prepared, names)];
  return [...new Set([...keys, ...contactKeys(prepared)])].sort();
}

/** How a name sounds. `families` are the first and the last word of a double-barrelled one; a single name stands in both parts. */
interface Sounds {
  readonly given: string | undefined;
  readonly families: readonly string[];
  /** Given and each family, in alphabetical order: a crossed name gives the same. */
  readonly both: readonly string[];
}

/** Names with more bearers than this share of all people are no key by themselves: one in two hundred thousand. */
const rare = 5e-6;

/** A rare name by itself: finds somebody who moved and whose birthday is not known. */
function rareNameKeys({ name }: PreparedIdentity, { both }: Sounds): string[] {
  if (name?.given === undefined || name.family === undefined) return [];
  const share = shareOfNames(name.given.words[0] ?? '', name.family.form);
  return share > rare ? [] : both.slice(-1).map((names) => `names:${names}`);
}

/** Each key leaves out what another has: birthday with either name, both names with either half of the birthday. */
function nameAndBirthdayKeys({ birthday }: PreparedIdentity, { given, families, both }: Sounds): string[] {
  if (birthday === undefined) return [];
  const { digits } = birthday;
  return [
    ...families.map((family) => `birthday-family:${digits}:${family}`),
    ...(given === undefined ? [] : [`birthday-given:${digits}:${given}`]),
    ...both.map((names) => `names-year:${names}:${digits.slice(0, 4)}`),
    ...both.slice(-1).map((names) => `names-month-day:${names}:${digits.slice(4)}`),
  ];
}

/** The place with any one of birthday, house number and names; and the place without its postcode. */
function placeKeys({ birthday, place }: PreparedIdentity, { families, both }: Sounds): string[] {
  if (place === undefined) return [];
  const keys: string[] = [];
  const house = place.numbers.join('.') || place.words[0];
  const street = place.words.at(-1) === place.words[0] ? place.words[0] : place.words.find((word) => word.length > 3);
  if (place.postcode !== undefined) {
    if (birthday !== undefined) keys.push(`postcode-birthday:${place.postcode}:${birthday.digits}`);
    if (house !== undefined) keys.push(`postcode-house:${place.postcode}:${house}`);
    keys.push(...both.slice(-1).map((names) => `names-district:${names}:${place.postcode?.slice(0, -3) ?? ''}`));
  }
  if (street !== undefined && place.numbers.length > 0) {
    keys.push(...families.slice(-1).map((family) => `house-street-family:${place.numbers.join('.')}:${sound(street)}:${family}`));
  }
  return keys;
}

/** Mailboxes and numbers whole, and the mailbox at another provider. */
function contactKeys({ emailAddress, telephoneNumber }: PreparedIdentity): string[] {
  const keys: string[] = [];
  if (emailAddress !== undefined) {
    keys.push(`email-address:${emailAddress.address}`);
    // Shorter ones (jo, smith) are shared by strangers.
    if (emailAddress.local.length >= 7) keys.push(`mailbox:${emailAddress.local}`);
  }
  if (telephoneNumber !== undefined) keys.push(`telephone-number:${telephoneNumber.digits.slice(-9)}`);
  return keys;
}

function soundsOf({ name }: PreparedIdentity): Sounds {
  const given = name?.given?.words[0] ?? name?.family?.words[0];
  const families = endsOf(name?.family ?? name?.given).map(sound);
  const givenSound = given === undefined ? undefined : sound(given);
  const both = givenSound === undefined ? [] : families.map((family) => [givenSound, family].sort().join('.'));
  return { given: givenSound, families: [...new Set(families)], both: [...new Set(both)] };
}

/** Words too common in surnames to be one. */
const particles = new Set('de da do dos la le el al bin ibn ben van von der den di du of st mac mc ap'.split(' '));

/** The first and the last word of a surname, particles left out where anything else is left. */
function endsOf(family: Words | undefined): string[] {
  if (family === undefined) return [];
  const telling = family.words.filter((word) => !particles.has(word));
  const words = telling.length > 0 ? telling : family.words;
  return [words[0], words.at(-1)].filter((word) => word !== undefined);
}

const knownSounds = new Map<string, string>();

/** The phonetic code of a folded word; the word itself where the code is empty or too short to tell anything (Lee, Wu, 李). */
function sound(word: string): string {
  const known = knownSounds.get(word);
  if (known !== undefined) return known;
  const [code] = doubleMetaphone(word);
  const value = code.length > 1 ? code : word;
  // Bounded: a server that runs for months must not remember every name it ever saw.
  if (knownSounds.size >= 50_000) knownSounds.clear();
  knownSounds.set(word, value);
  return value;
}
