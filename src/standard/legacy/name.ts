/**
 * Reads the name of a legacy record, in parts or in one string, and tells an organisation from a person. Guesses where it must, and
 * keeps a name of one string whole beside its parts, so that matching can read it otherwise. Never for what a resident types.
 */
import type { CustomerKind, Organisation, PersonName } from '../identity.ts';
import type { Change, Normalised } from './change.ts';
import type { Columns } from './legacy-identity.ts';
import { isPlaceholder, readText, tidyPart } from './legacy-text.ts';
import { fixLetterCase } from './letter-case.ts';
import { isInitials, splitName } from './name-order.ts';
import { suffixes } from './name-words.ts';
import { clearName } from './name-wording.ts';
import { readOrdinaryName } from './ordinary-name.ts';
import { isOrganisation, splitTradingName } from './organisation-words.ts';

/** A person's name, or an organisation's where the column holds one; never both. */
export interface LegacyName {
  readonly name?: PersonName;
  /** From a name that holds it: `JANE SMITH NEE JONES`. */
  readonly earlierFamily?: string;
  readonly organisation?: Organisation;
}

/** Each part with its column. */
const columnsOf = [
  ['given', 'name.given'],
  ['middle', 'name.middle'],
  ['family', 'name.family'],
  ['suffix', 'name.suffix'],
  ['full', 'name.full'],
] as const;

/** Mutable while it is being read. */
type Draft = { -readonly [Part in keyof PersonName]?: string } & { earlierFamily?: string };

/**
 * Reads `name.given|middle|family|suffix|full`. `name.kind=single` says that the given name is all there is, however many words; `kind`
 * is what the record says of the customer, and nothing is guessed then.
 */
export function normaliseName(columns: Columns, kind?: CustomerKind): Normalised<LegacyName> {
  return readOrdinaryName(columns, kind) ?? normaliseAnyName(columns, kind);
}

/** The same of whatever name, by every rule. */
export function normaliseAnyName(columns: Columns, kind?: CustomerKind): Normalised<LegacyName> {
  const changes: Change[] = [];
  const draft = readDraft(columns, changes);
  const organisation = kind === 'person' ? undefined : findOrganisation(draft, kind, changes);
  if (organisation) return { value: { organisation }, changes };
  const whole = columns['name.kind'] === 'single' ? undefined : findWhole(draft);
  if (whole) splitWhole(draft, whole, changes);
  clearParts(draft, changes);
  dropPlaceholders(draft, changes);
  if (draft.family !== undefined && draft.middle === undefined) splitInitials(draft, changes);
  if (draft.suffix !== undefined) draft.suffix = usualSuffix(draft.suffix);
  fixCase(draft, changes);
  const { earlierFamily, ...name } = draft;
  const value: LegacyName = {
    ...(Object.keys(name).length > 0 ? { name } : {}),
    ...(earlierFamily === undefined ? {} : { earlierFamily: fixLetterCase(tidyPart(earlierFamily)) }),
  };
  return { value, changes };
}

function readDraft(columns: Columns, changes: Change[]): Draft {
  const draft: Draft = {};
  for (const [part, path] of columnsOf) {
    const text = readText(columns, path, changes);
    if (text === '') continue;
    if (/[\p{L}\p{M}\p{N}]/u.test(text)) draft[part] = text;
    else changes.push({ path, from: text, code: isPlaceholder(text) ? 'text/placeholder' : 'name/no-letter' });
  }
  dropPlaceholders(draft, changes);
  return draft;
}

/** `Null`, `None` and `Na` are names: beside another name only what cannot be one is a placeholder. */
const alsoNames = /^(?:null|none|na|nil|nan|blank|dummy|anon)$/iu;

function dropPlaceholders(draft: Draft, changes: Change[]): void {
  const isNothing = (part: keyof PersonName): boolean => isPlaceholder(draft[part] ?? '');
  if (!columnsOf.some(([part]) => isNothing(part))) return;
  const isAll = columnsOf.every(([part]) => draft[part] === undefined || isNothing(part));
  for (const [part, path] of columnsOf) {
    const from = draft[part];
    if (from === undefined || !isNothing(part) || (!isAll && alsoNames.test(from))) continue;
    changes.push({ path, from, code: 'text/placeholder' });
    delete draft[part];
  }
}

function findOrganisation(
  { given, family, full }: Draft,
  kind: 'organisation' | undefined,
  changes: Change[],
): Organisation | undefined {
  const joined = given === undefined || family === undefined ? (given ?? family ?? '') : `${given} ${family}`;
  const named = [joined, full ?? ''].filter((text) => text !== '');
  const text = kind === undefined ? named.find(isOrganisation) : named[0];
  if (text === undefined) return undefined;
  changes.push({ path: text === joined ? 'name' : 'name.full', from: text, to: text, code: 'name/organisation' });
  return splitTradingName(text);
}

function usualSuffix(text: string): string {
  return suffixes.get(text.replace(/[.,]/g, '').toLowerCase()) ?? text;
}

/** The part that holds a whole name, where one does. */
function findWhole({ given, family, full }: Draft): keyof PersonName | undefined {
  if (given === undefined && family === undefined) return full === undefined ? undefined : 'full';
  if (given !== undefined && family !== undefined) return undefined;
  if (family !== undefined) return /,./u.test(family) ? 'family' : undefined;
  return given !== undefined && given.split(' ').filter((word) => !isInitials(word)).length > 1 ? 'given' : undefined;
}

/** `full` stays as it was written, unless it is the one name itself. */
function splitWhole(draft: Draft, whole: keyof PersonName, changes: Change[]): void {
  const path = `name.${whole}`;
  const text = draft[whole] ?? '';
  const { text: cleared, suffix, earlierFamily } = clearName(text, path, changes);
  if (earlierFamily !== undefined) draft.earlierFamily = earlierFamily;
  const { isFamilyFirst, ...parts } = splitName(cleared);
  delete draft.given;
  delete draft.family;
  for (const part of ['given', 'middle', 'family'] as const) {
    const text = tidyPart(parts[part] ?? '');
    if (text !== '') draft[part] = text;
  }
  if (suffix !== undefined) draft.suffix ??= suffix;
  draft.full ??= text;
  if (draft.family === undefined && draft.given === draft.full) {
    delete draft.full;
    return;
  }
  const to = [parts.given, parts.middle, parts.family].filter((part) => part !== undefined).join(' | ');
  changes.push({ path, from: text, to, code: 'name/one-string' });
  if (isFamilyFirst) changes.push({ path, from: text, to, code: 'name/family-first' });
}

function clearParts(draft: Draft, changes: Change[]): void {
  for (const part of ['given', 'family'] as const) {
    const text = draft[part];
    if (text === undefined) continue;
    const cleared = clearName(text, `name.${part}`, changes);
    draft[part] = cleared.text;
    if (cleared.suffix !== undefined) draft.suffix ??= cleared.suffix;
    if (cleared.earlierFamily !== undefined) draft.earlierFamily ??= cleared.earlierFamily;
  }
}

/** `JOHN A` in the column of given names. */
function splitInitials(draft: Draft, changes: Change[]): void {
  const words = (draft.given ?? '').split(' ');
  const start = words.findIndex((word, index) => index > 0 && isInitials(word));
  if (start < 1 || !words.slice(start).every(isInitials)) return;
  const from = draft.given ?? '';
  draft.given = words.slice(0, start).join(' ');
  draft.middle = words.slice(start).join(' ');
  changes.push({ path: 'name.given', from, to: `${draft.given} | ${draft.middle}`, code: 'name/initial-apart' });
}

function fixCase(draft: Draft, changes: Change[]): void {
  for (const part of ['given', 'middle', 'family'] as const) {
    const from = draft[part];
    if (from === undefined) continue;
    const tidied = tidyPart(from);
    const to = fixLetterCase(tidied);
    if (to === from) continue;
    draft[part] = to;
    if (to === tidied) continue;
    changes.push({ path: `name.${part}`, from, to, code: 'name/letter-case' });
  }
}
