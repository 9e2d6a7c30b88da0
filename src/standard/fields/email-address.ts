/**
 * An e-mail address that mail can reach: the local part that HTML's own e-mail rule allows, a domain that DNS can hold.
 * Not whether the mailbox exists. A likely slip in a big provider's domain is a warning, never an issue.
 */
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import type { Profile } from '../profiles/profile.ts';
import { findUnwantedCharacter, tidy } from '../text.ts';
import { inIdentity, readEntry, type Field } from './field.ts';

const path = 'emailAddress';

/** Characters, at most: the longest that SMTP can carry (RFC 5321 §4.5.3.1.3, less the angle brackets). */
export const longestEmailAddress = 254;

/** HTML's e-mail rule (WHATWG HTML, "valid e-mail address"), but with no dot at an end nor two together. */
const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/u;
/** Punycode never begins with a hyphen (RFC 3492 §6.3), yet `URL` lets `xn---` pass in Chromium 156 and Node 20, not in Firefox 153. */
const domainLabel = /^(?!xn---)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/u;
const topLevelLabel = /^(?:[a-z]{2,}|xn--[a-z\d-]+)$/u;
/** Would be read as something other than a host name by `URL`. */
const notInDomain = /[\s\p{Cc}#%/:<>?@[\\\]^|]/u;

/**
 * Canonical: local part as typed, domain in lower case and in the ASCII form that mail software sends (`xn--…`). Warns of a likely
 * slip where the profile can tell (email-providers.ts).
 */
export function parseEmailAddress(typed: string, { suggestProvider }: Pick<Profile, 'suggestProvider'> = {}): Parsed<string> {
  const text = tidy(typed);
  if (text.length > longestEmailAddress) return refuseAsTooLong();
  const unwanted = findUnwantedCharacter(text, path);
  if (unwanted) return refused(unwanted);
  const fault = findFault(text);
  if (fault) return refused(createIssue(fault, path));
  const domain = readDomain(domainOf(text));
  if (domain === undefined) return refused(createIssue('email-address/domain-not-valid', path));
  const address = replaceDomain(text, domain);
  if (address.length > longestEmailAddress) return refuseAsTooLong();
  const suggestion = suggestProvider?.(domain);
  return accepted(address, suggestion === undefined ? [] : [createIssue('email-address/likely-typo', path, { suggestion })]);
}

/** The same mailbox at another domain: what a resident gets who takes the suggestion of `email-address/likely-typo`. */
export function replaceDomain(address: string, domain: string): string {
  return `${address.slice(0, address.lastIndexOf('@'))}@${domain}`;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function refuseAsTooLong(): Parsed<never> {
  return refused(createIssue('email-address/too-long', path, { most: longestEmailAddress }));
}

/** Of everything but the domain, the first thing that is wrong. */
function findFault(text: string): IssueCode | undefined {
  const [local = '', ...domains] = text.split('@');
  if (text === '') return 'email-address/missing';
  if (domains.length === 0) return 'email-address/no-at-sign';
  if (domains.length > 1) return 'email-address/several-at-signs';
  if (text.includes(' ')) return 'email-address/space-inside';
  return localPart.test(local) ? undefined : 'email-address/local-part-not-valid';
}

/** The domain as DNS knows it, or `undefined`. The platform's `URL` knows IDNA (UTS 46). */
function readDomain(typed: string): string | undefined {
  if (typed === '' || notInDomain.test(typed)) return undefined;
  let host: string;
  try {
    host = new URL(`http://${typed}`).hostname;
  } catch {
    return undefined;
  }
  const labels = host.split('.');
  const isReachable =
    labels.length > 1 && labels.every((label) => domainLabel.test(label)) && topLevelLabel.test(labels.at(-1) ?? '');
  return isReachable ? host : undefined;
}

export const emailAddressField: Field = {
  name: 'email-address',
  key: path,
  entries: [path],
  isBlank: (entries) => readEntry(entries, path) === '',
  parse: (entries, { profile }) =>
    inIdentity(parseEmailAddress(entries[path] ?? '', profile), (emailAddress) => ({ emailAddress })),
  format: ({ emailAddress }) => (emailAddress === undefined ? {} : { emailAddress }),
};
