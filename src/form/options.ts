/**
 * What form builders may write into attributes, and how the element is told: an unknown value is reported in the console,
 * with what is allowed, and the default is taken. Nothing a resident typed ever gets here.
 */
import type * as Advice from './advice.ts';
import type { FieldName } from '../standard/identity.ts';
import { gb } from '../standard/profiles/gb.ts';
import type { Profile } from '../standard/profiles/profile.ts';

export const appearances = ['default', 'none'] as const;
export const cssDeliveries = ['plain', 'layer'] as const;
export const resolveTimes = ['submit', 'never'] as const;
export const errorSummaries = ['own', 'host', 'none'] as const;

/** The profiles a browser has. */
const profiles: Readonly<Record<string, Profile>> = { gb };

/** What developers are told is fetched only where there is something to tell. */
async function report(tell: (advice: typeof Advice) => void): Promise<void> {
  await import('./advice.ts').then(tell, () => undefined);
}

/** For Lit's `converter`: one of the allowed words, the first of them where the attribute is absent or says something else. */
export function oneOf<T extends string>(attribute: string, allowed: readonly [T, ...T[]]): (value: string | null) => T {
  return (value) => {
    const found = allowed.find((word) => word === value);
    if (value !== null && found === undefined) void report(({ notAllowed }) => notAllowed(attribute, value, allowed));
    return found ?? allowed[0];
  };
}

/** The profile of this id, or `gb`. */
export function profileCalled(id: string | undefined): Profile {
  const profile = profiles[id ?? 'gb'];
  if (!profile) void report(({ notAllowed }) => notAllowed('profile', id ?? '', Object.keys(profiles)));
  return profile ?? gb;
}

/** Space-separated field names, each once, in their order; the default where the attribute is absent or names no field. */
export function fieldNames(attribute: string, value: string | undefined, profile: Profile): readonly FieldName[] {
  const fallback = attribute === 'fields' ? profile.fields : profile.requiredFields;
  if (value === undefined) return fallback;
  const words = value.split(/\s+/u).filter((word) => word !== '');
  for (const word of words.filter((candidate) => !isFieldName(candidate, profile))) {
    void report(({ notAllowed }) => notAllowed(attribute, word, profile.fields));
  }
  const names = [...new Set(words)].filter((word) => isFieldName(word, profile));
  // Nothing required is a choice; nothing asked is a mistake.
  return names.length === 0 && attribute === 'fields' ? fallback : names;
}

function isFieldName(word: string, profile: Profile): word is FieldName {
  return profile.fields.some((name) => name === word);
}

/** Fields other than the profile's may not say enough to be linked to a customer, not even all of them. */
export function checkStrength(fields: readonly FieldName[], profile: Profile): void {
  if (fields !== profile.fields) void report(({ tooWeak }) => tooWeak(fields));
}
