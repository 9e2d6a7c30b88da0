/**
 * Compares e-mail addresses. Not whether they work. A mailbox of a role (`info@…`) is nobody's own and counts as missing.
 */
import type { LevelLabel } from '../model.ts';
import { alignmentDistance } from '../string-distance.ts';
import { beginningOf } from '../words.ts';

/** Lower case throughout; `letters` and `digits` are those of the local part before any plus tag. */
export interface PreparedEmailAddress {
  readonly address: string;
  readonly local: string;
  readonly letters: string;
  readonly digits: string;
}

const roles = new Set(
  'info office admin contact enquiries enquiry hello mail post reception help support sales team accounts manager noreply none test'.split(
    ' ',
  ),
);

/** Most addresses are. */
const ascii = /^[\0-\x7f]*$/;

export function prepareEmailAddress(text: string | undefined): PreparedEmailAddress | undefined {
  if (text === undefined) return undefined;
  const address = beginningOf(text).normalize('NFKC').trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const whole = address.slice(0, Math.max(at, 0));
  const local = whole.includes('+') ? whole.replace(/\+.*$/u, '') : whole;
  if (local === '' || roles.has(local)) return undefined;
  return {
    // Put together anew only where it differs: what is put together is held beside its parts.
    address: local === whole ? address : `${local}${address.slice(at)}`,
    local,
    letters: local.replace(ascii.test(local) ? /[^a-z]+/g : /[^\p{L}\p{M}]+/gu, ''),
    digits: local.replace(/\D+/gu, ''),
  };
}

/** The domain of a role's mailbox (`info@example.org`); nothing where the mailbox may be somebody's own. */
export function domainOfRole(text: string): string | undefined {
  const address = beginningOf(text).toLowerCase();
  const at = address.lastIndexOf('@');
  return at > 0 && roles.has(address.slice(0, at).trim()) ? address.slice(at + 1) : undefined;
}

export function compareEmailAddresses(a: PreparedEmailAddress, b: PreparedEmailAddress): LevelLabel<'email-address'> {
  if (a.address === b.address) return 'exact';
  // Another digit is another person's address, not a typing mistake.
  if (a.digits === b.digits && alignmentDistance(a.address, b.address, 2) <= (a.local.length >= 8 ? 2 : 1)) return 'near';
  return a.letters !== '' && a.letters === b.letters ? 'same-letters' : 'differ';
}
