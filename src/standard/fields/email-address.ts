/**
 * An e-mail address that mail can reach: the local part that HTML's own e-mail rule allows, a domain that DNS can hold.
 * Not whether the mailbox exists. A likely slip in a big provider's domain is a warning, never an issue.
 */
import { suggestProvider } from '../email-providers.ts';
import { accepted, refused, type Parsed } from '../issue.ts';
import { createIssue, type IssueCode } from '../issue-code.ts';
import { findUnwantedCharacter, tidy } from '../text.ts';
import { readEntry, type EntryName, type Field } from './field.ts';

const path: EntryName = 'emailAddress';

/** Characters, at most: the longest that SMTP can carry (RFC 5321 §4.5.3.1.3, less the angle brackets). */
export const longestEmailAddress = 254;

/** HTML's e-mail rule (WHATWG HTML, "valid e-mail address"), but no dot at an end nor two together. */
const localPart = /^(?!\.)(?!.*\.\.)[\w.!#$%&'*+/=?^`{|}~-]+(?<!\.)$/u;
const domainLabel = /^(?!-)[a-z\d-]{1,63}(?<!-)$/u;
const topLevelLabel = /^(?:[a-z]{2,}|xn--[a-z\d-]+)$/u;
/** Would be read as something other than a host name by `URL`. */
const notInDomain = /[\s\p{Cc}#%/:<>?@[\\\]^|]/u;

/** Canonical: local part as typed, domain in lower case and in the ASCII form that mail software sends (`xn--…`). */
export function parseEmailAddress(typed: string): Parsed<string> {
  const text = tidy(typed);
  const at = text.lastIndexOf('@');
  const domain = text.length > longestEmailAddress ? undefined : readDomain(text.slice(at + 1));
  const code = findFault(text, domain);
  if (code)
    return refused(createIssue(code, path, code === 'email-address/too-long' ? { most: longestEmailAddress } : undefined));
  const unwanted = findUnwantedCharacter(text, path);
  if (unwanted) return refused(unwanted);
  const address = `${text.slice(0, at)}@${domain ?? ''}`;
  if (address.length > longestEmailAddress)
    return refused(createIssue('email-address/too-long', path, { most: longestEmailAddress }));
  const provider = suggestProvider(domain ?? '');
  const suggestion = provider && `${text.slice(0, at)}@${provider}`;
  return accepted(address, suggestion ? [createIssue('email-address/likely-typo', path, { suggestion })] : []);
}

function findFault(text: string, domain: string | undefined): IssueCode | undefined {
  if (text === '') return 'email-address/missing';
  if (text.length > longestEmailAddress) return 'email-address/too-long';
  const parts = text.split('@');
  if (parts.length < 2) return 'email-address/no-at-sign';
  if (parts.length > 2) return 'email-address/several-at-signs';
  if (text.includes(' ')) return 'email-address/space-inside';
  if (!localPart.test(parts[0] ?? '')) return 'email-address/local-part-not-valid';
  return domain === undefined ? 'email-address/domain-not-valid' : undefined;
}

/** The domain as DNS knows it, or `undefined`. The platform's `URL` knows IDNA (UTS 46) and says no to bad Punycode. */
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
  key: 'emailAddress',
  entries: ['emailAddress'],
  isBlank: (entries) => readEntry(entries, 'emailAddress') === '',
  parse(entries) {
    const parsed = parseEmailAddress(entries['emailAddress'] ?? '');
    return parsed.ok ? accepted({ emailAddress: parsed.value }, parsed.warnings) : parsed;
  },
  format: ({ emailAddress }) => (emailAddress === undefined ? {} : { emailAddress }),
};
