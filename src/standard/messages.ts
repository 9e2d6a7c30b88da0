/**
 * Turns issues and keys into words. The words themselves are in messages/, one file for each locale; here are only
 * lookup, params and the choice of a locale. No markup, no DOM.
 */
import type { Issue } from './issue.ts';
import type { MessageKey } from './message-key.ts';
import { enGB } from './messages/en-GB.ts';

export type { FormWord, MessageKey } from './message-key.ts';

/** The words of the five fields that profile `gb` asks first: all that a page loads before it asks more. */
export type FirstMessages = Readonly<Record<keyof typeof enGB, string>>;

/** The rest of the words of one locale. */
export type FurtherMessages = Readonly<Record<Exclude<MessageKey, keyof FirstMessages>, string>>;

/** All the words of one locale. */
export type AllMessages = FirstMessages & FurtherMessages;

/**
 * The words of one locale: the first ones always, the rest where more is asked. `{param}` stands for a param; `{label}`, in an
 * issue's words, for the label of the box at fault.
 */
export type Messages = FirstMessages & Partial<FurtherMessages>;

/** Locales beside en-GB, each loaded only where it is asked for. */
const loaders: Readonly<Record<string, () => Promise<FirstMessages>>> = {
  cy: () => import('./messages/cy.ts').then(({ cy }) => cy),
  'en-US': () => import('./messages/en-US.ts').then(({ enUS }) => enUS),
  es: () => import('./messages/es.ts').then(({ es }) => es),
  ht: () => import('./messages/ht.ts').then(({ ht }) => ht),
};

/** Every locale there are words for. */
export const locales: readonly string[] = ['en-GB', ...Object.keys(loaders)];

/**
 * The first words for a BCP 47 tag: `cy-GB` gets `cy`, and what there is none of gets en-GB, whose own tag is at `form/locale`.
 * Never rejects: a locale that cannot be fetched is one there are no words for.
 */
export async function loadMessages(locale: string): Promise<FirstMessages> {
  const load = loaders[negotiateLocale(locale)];
  if (!load) return enGB;
  return load().catch(() => enGB);
}

/** All the words for a BCP 47 tag. Rejects where they cannot be fetched. */
export async function loadAllMessages(locale: string): Promise<AllMessages> {
  const { loadFurtherMessages } = await import('./messages/further/further-messages.ts');
  return { ...(await loadMessages(locale)), ...(await loadFurtherMessages(negotiateLocale(locale))) };
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

/** The words for a key, with its params put in; the key itself where its words are not loaded. A param that is not given stays visible as `{param}`: a mistake of the caller's. */
export function text(messages: Messages, key: MessageKey, params: Issue['params'] = {}): string {
  return fill(messages[key] ?? key, params);
}

/**
 * The words for an issue. A code these messages do not know, say of a newer index, gets general ones. A name or an address that
 * is not the first of its kind is named in front: "Mailing address: Enter your town or city".
 */
export function describeIssue({ code, path, params }: Issue, messages: Messages): string {
  // One of several places is like the others but for its number.
  const box = path.replace(/\.\d+/u, '');
  const field = box.replace(/[A-Z]/gu, (capital) => `-${capital.toLowerCase()}`);
  const named = find(messages, `${box}/label`, `${field}/label`, `${field}/legend`) ?? path;
  // That a box may be left empty is no part of its name.
  const label = named.replace(text(messages, 'form/optional', { label: '' }), '');
  const words = fill(find(messages, code, 'form/other-issue') ?? code, { label, ...params });
  const whole = find(messages, `${path.replace(/\..*/u, '')}/part`);
  return whole === undefined ? words : fill(whole, { words, number: /\d+/u.exec(path)?.[0] ?? '' });
}

/** The words of the first of these keys that has any. */
function find(messages: Readonly<Record<string, string>>, ...keys: readonly string[]): string | undefined {
  const key = keys.find((candidate) => Object.hasOwn(messages, candidate));
  return key === undefined ? undefined : messages[key];
}

function fill(template: string, params: NonNullable<Issue['params']>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
}
