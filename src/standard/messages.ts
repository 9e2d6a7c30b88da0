/**
 * Turns issues and keys into words. The words themselves are in messages/, one file for each locale; here are only
 * lookup, params and the choice of a locale. No markup, no DOM.
 */
import type { Issue } from './issue.ts';
import type { MessageKey } from './message-key.ts';
import { enGB } from './messages/en-GB.ts';

export type { FormWord, MessageKey } from './message-key.ts';

/** All the words of one locale. `{param}` stands for a param; `{label}`, in an issue's words, for the label of the box at fault. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** Locales beside en-GB, each loaded only where it is asked for. */
const loaders: Readonly<Record<string, () => Promise<Messages>>> = {
  cy: async () => (await import('./messages/cy.ts')).cy,
  es: async () => (await import('./messages/es.ts')).es,
  ht: async () => (await import('./messages/ht.ts')).ht,
};

/** Every locale there are words for. */
export const locales: readonly string[] = ['en-GB', ...Object.keys(loaders)];

/**
 * The words for a BCP 47 tag: `cy-GB` gets `cy`, and what there is none of gets en-GB, whose own tag is at `form/locale`.
 * Never rejects: a locale that cannot be fetched is one there are no words for.
 */
export async function loadMessages(locale: string): Promise<Messages> {
  const load = loaders[negotiateLocale(locale)];
  if (!load) return enGB;
  return load().catch(() => enGB);
}

/** The locale of ours nearest to a BCP 47 tag: the same, or the same with its end cut off, or en-GB. */
export function negotiateLocale(tag: string): string {
  const subtags = tag.toLowerCase().split(/[-_]/u, 4);
  for (let length = subtags.length; length > 0; length -= 1) {
    const candidate = subtags.slice(0, length).join('-');
    const found = locales.find((locale) => locale.toLowerCase() === candidate);
    if (found !== undefined) return found;
  }
  return 'en-GB';
}

/** The words for a key, with its params put in. A param that is not given stays visible as `{param}`: a mistake of the caller's. */
export function text(messages: Messages, key: MessageKey, params: Issue['params'] = {}): string {
  return fill(messages[key], params);
}

/** The words for an issue. A code these messages do not know, say of a newer index, gets general ones. */
export function describeIssue(issue: Issue, messages: Messages): string {
  const template = hasWords(issue.code, messages) ? messages[issue.code] : messages['form/other-issue'];
  return fill(template, { label: labelAt(issue.path, messages), ...issue.params });
}

/** `name.given` has a label of its own; `emailAddress` and `dateOfBirth` have their field's label or legend. */
function labelAt(path: string, messages: Messages): string {
  const field = path.replace(/[A-Z]/gu, (capital) => `-${capital.toLowerCase()}`);
  const key = [`${path}/label`, `${field}/label`, `${field}/legend`].find((candidate) => hasWords(candidate, messages));
  return key !== undefined && hasWords(key, messages) ? messages[key] : path;
}

function hasWords(key: string, messages: Messages): key is MessageKey {
  return Object.hasOwn(messages, key);
}

function fill(template: string, params: NonNullable<Issue['params']>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
}
