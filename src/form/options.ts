/**
 * What form builders may write into attributes, and how the element is told: an unknown value is reported in the console,
 * with what is allowed, and the default is taken. Nothing a resident typed ever gets here.
 */
import type { FieldName, Identity } from '../standard/identity.ts';
import { matchStrength, minimumMatchStrength } from '../standard/match-strength.ts';
import { gb } from '../standard/profiles/gb.ts';
import type { Profile } from '../standard/profiles/profile.ts';

export const appearances = ['default', 'none'] as const;
export const cssDeliveries = ['plain', 'layer'] as const;
export const resolveTimes = ['submit', 'never'] as const;
export const errorSummaries = ['own', 'host', 'none'] as const;

/** The profiles a browser has. */
const profiles: Readonly<Record<string, Profile>> = { gb };

const reported = new Set<string>();

/** Once for each mistake: a page of twenty elements has one to mend. */
function report(message: string): void {
  if (reported.has(message)) return;
  reported.add(message);
  console.warn(`citizen-id-form: ${message}`);
}

/** For Lit's `converter`: one of the allowed words, the first of them where the attribute is absent or says something else. */
export function oneOf<T extends string>(attribute: string, allowed: readonly [T, ...T[]]): (value: string | null) => T {
  return (value) => {
    const found = allowed.find((word) => word === value);
    if (value !== null && found === undefined) report(`${attribute}="${value}" is not known. Allowed: ${allowed.join(', ')}.`);
    return found ?? allowed[0];
  };
}

/** The profile of this id, or `gb`. */
export function profileCalled(id: string | undefined): Profile {
  const profile = profiles[id ?? 'gb'];
  if (!profile) report(`profile="${id}" is not known. Allowed: ${Object.keys(profiles).join(', ')}.`);
  return profile ?? gb;
}

/** Space-separated field names, each once, in their order; the default where the attribute is absent or names no field. */
export function fieldNames(attribute: string, value: string | undefined, profile: Profile): readonly FieldName[] {
  const fallback = attribute === 'fields' ? profile.fields : profile.requiredFields;
  if (value === undefined) return fallback;
  const words = value.split(/\s+/u).filter((word) => word !== '');
  for (const word of words) {
    if (!isFieldName(word, profile)) {
      report(`${attribute} names "${word}", which profile ${profile.id} does not have. Allowed: ${profile.fields.join(', ')}.`);
    }
  }
  const names = [...new Set(words)].filter((word) => isFieldName(word, profile));
  // Nothing required is a choice; nothing asked is a mistake.
  return names.length === 0 && attribute === 'fields' ? fallback : names;
}

function isFieldName(word: string, profile: Profile): word is FieldName {
  return profile.fields.some((name) => name === word);
}

const complete: Required<Identity> = {
  name: { given: 'A', family: 'B' },
  dateOfBirth: { year: 2000, month: 1, day: 1 },
  postalAddress: { kind: 'written', line1: '1', town: 'C', postcode: 'LS1 4AP', country: 'GB' },
  emailAddress: 'a@example.com',
  telephoneNumber: { typed: '07700 900123', e164: '+447700900123' },
};

const identityKeys: Readonly<Record<FieldName, keyof Identity>> = {
  name: 'name',
  'date-of-birth': 'dateOfBirth',
  'postal-address': 'postalAddress',
  'email-address': 'emailAddress',
  'telephone-number': 'telephoneNumber',
};

/** Tells the developer where not even a full answer to all fields says enough to be linked to a customer. */
export function reportIfTooWeak(fields: readonly FieldName[]): void {
  const best: Identity = Object.fromEntries(fields.map((field) => [identityKeys[field], complete[identityKeys[field]]]));
  const strength = matchStrength(best);
  if (strength >= minimumMatchStrength) return;
  report(
    `fields="${fields.join(' ')}" can never say enough to find a customer (${strength} of ${minimumMatchStrength}): ` +
      'every submission will end as "insufficient". Add a field, such as postal-address or email-address.',
  );
}
