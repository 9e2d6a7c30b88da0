/**
 * Reads an e-mail address of a legacy record: what stands around it goes, and what people give who have none is recognised. Says
 * when the domain cannot be right and keeps the address: its first half still tells people apart.
 */
import { tidy } from '../text.ts';
import type { Change, ChangeCode, Normalised } from './change.ts';
import type { Columns } from './legacy-identity.ts';
import { readValue } from './legacy-text.ts';

const path = 'emailAddress';
const ordinary = /^[a-z\d._%+'-]+@(?:[a-z\d-]+\.)+[a-z]{2,}$/u;
const longest = 254;

/** Reads `emailAddress`. In small letters throughout: no provider of any size tells them apart. */
export function normaliseEmailAddress(columns: Columns): Normalised<string> {
  const changes: Change[] = [];
  const from = readValue(columns, path, changes);
  if (from === '') return { value: undefined, changes };
  const { address, codes } = ordinary.test(from) ? { address: from, codes: [] } : clean(from);
  const code = findFault(address);
  if (code !== undefined) return { value: undefined, changes: [...changes, { path, from, code }] };
  const faults: readonly ChangeCode[] = hasFullDomain(address) ? codes : [...codes, 'email-address/domain-not-valid'];
  for (const fault of faults) changes.push({ path, from, to: address, code: fault });
  return { value: address, changes };
}

function clean(text: string): { readonly address: string; readonly codes: readonly ChangeCode[] } {
  const inner = /<([^<>]*@[^<>]*)>/u.exec(text)?.[1] ?? text;
  const parts = inner.split(/[;,/\s|]+(?=[^\s;,/|]+@)/u);
  const several = parts.every((part) => part.includes('@')) ? parts : [inner];
  const first = several[0] ?? inner;
  const compact = tidy(
    first
      .replace(/^mailto:/iu, '')
      .replace(/[\s\p{Cf}]+/gu, '')
      .replace(/@+/gu, '@')
      .replace(/,/gu, '.')
      .replace(/\.{2,}/gu, '.')
      .replace(/\.?@\.?/u, '@'),
  ).replace(/^[.,;:'"()[\]<>]+|[.,;:'"()[\]<>]+$/gu, '');
  const address = compact.toLowerCase();
  return {
    address,
    codes: [
      ...(several.length > 1 ? (['email-address/several'] as const) : []),
      ...(compact !== text && several.length < 2 ? (['email-address/rewritten'] as const) : []),
      ...(address !== compact ? (['email-address/letter-case'] as const) : []),
    ],
  };
}

/** First halves and whole addresses that people and clerks give for none. */
const placeholderLocals = new Set(
  'test none noemail noemailaddress no na nil unknown noreply donotreply noone nobody nomail notgiven notprovided anonymous abc x xx xxx a'.split(
    ' ',
  ),
);
const placeholderDomains = new Set(
  'none.com noemail.com nomail.com no.com na.com test.com unknown.com email.com.com x.com xx.com none.none'.split(' '),
);
const neverAnybody = new Set('test none noemail noemailaddress notgiven notprovided nomail donotreply'.split(' '));

function findFault(address: string): ChangeCode | undefined {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || domain === '' || address.length > longest || local.includes('@')) return 'email-address/unreadable';
  const letters = local.replace(/[^\p{L}]+/gu, '');
  const isPlaceholder =
    neverAnybody.has(letters) ||
    placeholderDomains.has(domain) ||
    (placeholderLocals.has(local) && local === domain.split('.')[0]);
  return isPlaceholder ? 'email-address/placeholder' : undefined;
}

function hasFullDomain(address: string): boolean {
  return /@(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.)+(?:\p{L}[\p{L}\p{M}]+|xn--[a-z\d-]+)$/u.test(address);
}
