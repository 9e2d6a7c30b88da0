/**
 * What is said in the console to whoever configured an element wrongly: what is wrong, and what is allowed. Loaded only
 * then. Nothing a resident typed ever gets here.
 */
import { ConfigurationError } from '../protocol/error.ts';
import type { FieldName } from '../standard/identity.ts';
import { offeredFields } from '../standard/offered-fields.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { strengthAdvice } from './full-answers.ts';
import { isFieldName, wordsOf, type FieldsAttribute } from './options.ts';

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
export function noIndex(error: unknown): void {
  report(`index="…" cannot be used: ${reasonOf(error)}`);
}

/** `address-finder="…"` cannot be used; addresses are written by hand. */
export function noAddressFinder(error: unknown): void {
  report(`address-finder="…" cannot be used: ${reasonOf(error)}`);
}

/** A page that loads two copies of the package, say through two bundles: the elements are of the one that came first. */
export function definedTwice(): void {
  report('the package is loaded twice on this page, by two bundles or in two versions. The copy that came first counts.');
}

/** A script of the page rewrites what stands inside the tag, again and again. */
export function atOdds(): void {
  report(
    'another script rewrites what is inside the tag all the time: exclude the element from it (data-turbo-permanent, hx-preserve).',
  );
}

/** `mode="assisted"` with an index that tells no candidates: staff fill the form in as residents do. */
export function noCandidates(): void {
  report('mode="assisted" takes an index that offers findCandidates, for callers that it trusts: nobody can be looked up.');
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'it is refused');

/** The elements were registered by somebody else, who did not say how an index is reached. */
export function notDefined(): never {
  throw new ConfigurationError('the page has not loaded citizen-id-form/define');
}

/** Tells of words that name no field, of identifiers without a purpose, and of too few fields to be linked to a customer. */
export function adviseOnFields(attribute: FieldsAttribute, value: string, profile: Profile): void {
  const offered: readonly string[] = offeredFields[profile.id];
  for (const word of wordsOf(value).filter((each) => !isFieldName(each, profile))) {
    if (offered.includes(word))
      report(`${attribute}="${word}" is asked only with its purpose: set purpose-${word}="…", in words for the resident.`);
    else notAllowed(attribute, word, offered);
  }
}

/** Says so where not even a full answer to all fields is enough to be linked to a customer. */
export function adviseOnStrength(fields: readonly FieldName[], profile: Pick<Profile, 'fieldsByName'>): void {
  const advice = strengthAdvice(fields, profile);
  if (advice !== undefined) report(`fields="${fields.join(' ')}" ${advice}`);
}
