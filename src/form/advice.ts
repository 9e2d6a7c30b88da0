/**
 * What is said in the console to whoever configured an element wrongly: what is wrong, and what is allowed. Loaded only
 * then. Nothing a resident typed ever gets here.
 */
import type { FieldName, Identity } from '../standard/identity.ts';
import { matchStrength, minimumMatchStrength } from '../standard/match-strength.ts';
import { gb } from '../standard/profiles/gb.ts';

const reported = new Set<string>();

/** Once for each mistake: a page of twenty elements has one to mend. */
function report(message: string): void {
  if (reported.has(message)) return;
  reported.add(message);
  console.warn(`citizen-id-form: ${message}`);
}

/** An attribute says something unknown; the default was taken. */
export function notAllowed(attribute: string, value: string, allowed: readonly string[]): void {
  report(`${attribute}="${value}" is not known. Allowed: ${allowed.join(', ')}.`);
}

/** `index="…"` cannot be used; the element goes without. */
export function noIndex(reason: string): void {
  report(`index="…" cannot be used: ${reason}`);
}

const complete: Identity = {
  name: { given: 'A', family: 'B' },
  dateOfBirth: { year: 2000, month: 1, day: 1 },
  postalAddress: { kind: 'written', line1: '1', town: 'C', postcode: 'LS1 4AP', country: 'GB' },
  emailAddress: 'a@example.com',
  telephoneNumber: { typed: '07700 900123', e164: '+447700900123' },
};

/** Says so where not even a full answer to all fields is enough to be linked to a customer. */
export function tooWeak(fields: readonly FieldName[]): void {
  const best: Identity = Object.fromEntries(
    fields.map((field) => gb.fieldsByName[field]?.key ?? 'customerKind').map((key) => [key, complete[key]]),
  );
  const strength = matchStrength(best);
  if (strength >= minimumMatchStrength) return;
  report(
    `fields="${fields.join(' ')}" can never say enough to find a customer (${strength} of ${minimumMatchStrength}): ` +
      'every submission will end as "insufficient". Add a field, such as postal-address or email-address.',
  );
}
