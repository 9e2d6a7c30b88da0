/**
 * What form builders may write into attributes, and how the element is told: an unknown value is reported in the console,
 * with what is allowed, and the default is taken. Nothing a resident typed ever gets here.
 */
import type * as Advice from './advice.ts';
import type { FieldName } from '../standard/identity.ts';
import type { Profile, ProfileId } from '../standard/profiles/profile.ts';

export const appearances = ['default', 'govuk', 'nhsuk', 'uswds', 'bootstrap', 'none'] as const;
export type Appearance = (typeof appearances)[number];
export const cssDeliveries = ['plain', 'layer'] as const;
export const resolveTimes = ['submit', 'never'] as const;
/** Of the page's headings, as design systems name them; `plain` is no larger than other words. */
export const titleSizes = ['m', 'plain', 's', 'l', 'xl'] as const;
export type TitleSize = (typeof titleSizes)[number];
export const errorSummaries = ['own', 'host', 'none'] as const;

const profileIds: readonly ProfileId[] = ['gb', 'us-fl'];

/** What developers are told is fetched only where there is something to tell. Rejects where it cannot be fetched. */
export function advise<T>(tell: (advice: typeof Advice) => T): Promise<T> {
  return import('./advice.ts').then(tell);
}

function report(tell: (advice: typeof Advice) => void): void {
  advise(tell).catch(() => undefined);
}

/** For Lit's `converter`: one of the allowed words, the first of them where the attribute is absent or says something else. */
export function oneOf<T extends string>(attribute: string, allowed: readonly [T, ...T[]]): (value: string | null) => T {
  return (value) => {
    const found = allowed.find((word) => word === value);
    if (value !== null && found === undefined) report(({ notAllowed }) => notAllowed(attribute, value, allowed));
    return found ?? allowed[0];
  };
}

/** The id where there is such a profile, else `gb`. */
export function profileIdOf(word = 'gb'): ProfileId {
  const found = profileIds.find((id) => id === word);
  if (!found) report(({ notAllowed }) => notAllowed('profile', word, profileIds));
  return found ?? 'gb';
}

/** What a space-separated attribute lists, each word once. */
export function wordsOf(list: string): readonly string[] {
  return [...new Set(list.split(/\s+/u).filter((word) => word !== ''))];
}

/** Space-separated field names, each once, in their order; the default where the attribute is absent or names no field. */
export function fieldNames(attribute: FieldsAttribute, value: string | undefined, profile: Profile): readonly FieldName[] {
  const fallback = attribute === 'fields' ? profile.fields : profile.requiredFields;
  if (value === undefined) return fallback;
  const names = wordsOf(value).filter((word) => isFieldName(word, profile));
  // Nothing required is a choice; nothing asked is a mistake.
  return names.length === 0 && attribute === 'fields' ? fallback : names;
}

/** The attributes that list fields. */
export type FieldsAttribute = 'fields' | 'required-fields';

/** Whether a word names a field that the profile reads. */
export function isFieldName(word: string, { fieldsByName }: Profile): word is FieldName {
  return Object.hasOwn(fieldsByName, word);
}

export interface FieldsHost {
  readonly fields?: string;
  readonly requiredFields?: string;
  readonly activeProfile: Profile;
  readonly resolveTime: (typeof resolveTimes)[number];
}

/** What is said of the fields that a form builder chose, where the choice has changed and is another than the profile's. */
export function checkFields(changed: ReadonlyMap<PropertyKey, unknown>, host: FieldsHost): void {
  const { fields, requiredFields, activeProfile: profile } = host;
  const check = (attribute: FieldsAttribute, value: string | undefined) => {
    if (value !== undefined) report(({ adviseOnFields }) => adviseOnFields(attribute, value, profile));
  };
  if (changed.has('fields')) check('fields', fields);
  // A page of several need not say enough by itself.
  if (changed.has('fields') && fields !== undefined && host.resolveTime !== 'never')
    report(({ adviseOnStrength }) => adviseOnStrength(fieldNames('fields', fields, profile), profile));
  if (changed.has('requiredFields')) check('required-fields', requiredFields);
}
