/**
 * The blocking keys of a look-up, few per identity: short texts such that two identities of one person share at least one, whichever
 * single field was mistyped, while hardly anybody else does. Plain text, deterministic; the store keeps them as keyed hashes. Not a
 * comparison: sharing a key says "look", never "the same". A batch follows the keys that its model names (blocking-keys.ts).
 */
import { type KeyParts, keyPartsOf } from './blocking-keys.ts';
import { shareOfNames } from './name-frequencies.ts';
import type { MatchIdentity } from './match-record.ts';
import { prepareIdentity } from './prepared.ts';

/** Rises whenever the keys of an identity may change: stored keys of another version have to be made again. */
export const blockingVersion = 3;

/** The keys of one identity, sorted, each once: at most 14, and none where it is too thin to tell its person from half a town. */
export function blockingKeys(identity: MatchIdentity): string[] {
  const parts = keyPartsOf(prepareIdentity(identity));
  const keys = [...rareNameKeys(parts), ...nameAndBirthdayKeys(parts), ...placeKeys(parts), ...contactKeys(parts)];
  return [...new Set([...keys, ...organisationKeys(parts)])].sort();
}

/** Names with more bearers than this share of all people are no key by themselves: one in two hundred thousand. */
const rare = 5e-6;

/** A rare name by itself: finds somebody who moved and whose birthday is not known. */
function rareNameKeys({ identity: { name }, both }: KeyParts): string[] {
  if (name?.given === undefined || name.family === undefined) return [];
  const share = shareOfNames(name.given.words[0] ?? '', name.family.form);
  return share > rare ? [] : both.slice(-1).map((names) => `names:${names}`);
}

/** Each key leaves out what another has: birthday with either name, both names with either half of the birthday. */
function nameAndBirthdayKeys({ digits, given, families, both }: KeyParts): string[] {
  if (digits === undefined) return [];
  return [
    ...families.map((family) => `birthday-family:${digits}:${family}`),
    ...(given === undefined ? [] : [`birthday-given:${digits}:${given}`]),
    ...both.map((names) => `names-year:${names}:${digits.slice(0, 4)}`),
    ...both.slice(-1).map((names) => `names-month-day:${names}:${digits.slice(4)}`),
  ];
}

/** The place with any one of birthday, house number and names; and the place without its postcode. */
function placeKeys({ identity: { place, birthday }, families, both, house, street }: KeyParts): string[] {
  if (place === undefined) return [];
  const keys: string[] = [];
  if (place.postcode !== undefined) {
    if (birthday !== undefined) keys.push(`postcode-birthday:${place.postcode}:${birthday.digits}`);
    if (house !== undefined) keys.push(`postcode-house:${place.postcode}:${house}`);
    keys.push(...both.slice(-1).map((names) => `names-district:${names}:${place.postcode?.slice(0, -3) ?? ''}`));
  }
  if (street !== undefined && place.numbers.length > 0) {
    keys.push(...families.slice(-1).map((family) => `house-street-family:${place.numbers.join('.')}:${street}:${family}`));
  }
  return keys;
}

/** Mailboxes and numbers whole, and the mailbox at another provider. */
function contactKeys({ identity: { emailAddress, telephoneNumber, identifiers } }: KeyParts): string[] {
  const keys: string[] = [];
  if (emailAddress !== undefined) {
    keys.push(`email-address:${emailAddress.address}`);
    // Shorter ones (jo, smith) are shared by strangers.
    if (emailAddress.local.length >= 7) keys.push(`mailbox:${emailAddress.local}`);
  }
  if (telephoneNumber !== undefined) keys.push(`telephone-number:${telephoneNumber.digits.slice(-9)}`);
  for (const [name, value] of Object.entries(identifiers)) keys.push(`${name}:${value}`);
  return keys;
}

/** Its name's first and last telling words, and the whole of a short one. */
function organisationKeys({ identity: { organisation }, both }: KeyParts): string[] {
  if (organisation === undefined) return [];
  return [
    ...both.map((names) => `organisation:${names}`),
    ...organisation.names.map(({ form }) => `organisation-start:${form.slice(0, 8)}`),
  ];
}
