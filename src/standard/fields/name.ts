/**
 * A person's name: any script, any punctuation, one part or two. Refuses only what cannot be a name.
 * Not about titles, and not about whether a name looks usual: `[A-Za-z' -]+` turns away two of three names in Unicode's own samples.
 */
import type { Entries, PersonName } from '../identity.ts';
import { accepted, refused, type Issue, type Parsed } from '../issue.ts';
import { createIssue } from '../issue-code.ts';
import { findUnwantedCharacter, isLongerThan } from '../text.ts';
import { areBlank, inIdentity, readEntry, type EntryName, type Field, type Reading } from './field.ts';

/** Characters (code points) in one part of a name, at most. */
export const longestNamePart = 128;

/** The value of `name.kind` where somebody has one name only: the family name is then not asked, and not read. */
export const singleNameKind = 'single';

const parts = ['given', 'middle', 'family', 'suffix', 'full'] as const;
const partEntries: readonly EntryName[] = parts.map((part) => `name.${part}` as const);

/**
 * Reads `name.given` and `name.family`, both required; or `name.given` alone with `name.kind=single`; or `name.full` alone.
 * `name.middle` and `name.suffix` are kept where given. A record needs any one part.
 * Canonical: NFC, ends trimmed, one space between words, case as typed.
 */
export function parsePersonName(entries: Entries, reading: Reading = 'capture'): Parsed<PersonName> {
  const name = readParts(entries);
  const missing = findMissing(name, entries, reading);
  const issues = [...(missing ? [missing] : []), ...findFaults(name)];
  return issues.length > 0 ? refused(...issues) : accepted(name);
}

function isSingle(entries: Entries): boolean {
  return entries['name.kind'] === singleNameKind;
}

/** One name typed into the family box is that name: without JavaScript both boxes stand there. */
function readParts(entries: Entries): PersonName {
  const typed = parts.map((part) => [part, readEntry(entries, `name.${part}`)] as const).filter(([, text]) => text !== '');
  const name: PersonName = Object.fromEntries(typed);
  if (!isSingle(entries)) return name;
  const { family, ...rest } = name;
  return family !== undefined && rest.given === undefined ? { ...rest, given: family } : rest;
}

function findMissing({ given, family, full, ...others }: PersonName, entries: Entries, reading: Reading): Issue | undefined {
  if (full !== undefined) return undefined;
  const isNothing = given === undefined && family === undefined;
  if (reading === 'record' && !(isNothing && Object.keys(others).length === 0)) return undefined;
  if (isNothing) return createIssue('name/missing', 'name.full' in entries ? 'name.full' : 'name.given');
  if (given === undefined) return createIssue('name/given-missing', 'name.given');
  return family === undefined && !isSingle(entries) ? createIssue('name/family-missing', 'name.family') : undefined;
}

function findFaults(name: PersonName): Issue[] {
  return parts.map((part) => findFault(name[part], `name.${part}`)).filter((issue) => issue !== undefined);
}

function findFault(text: string | undefined, path: EntryName): Issue | undefined {
  if (text === undefined) return undefined;
  if (isLongerThan(text, longestNamePart)) return createIssue('name/too-long', path, { most: longestNamePart });
  const unwanted = findUnwantedCharacter(text, path);
  if (unwanted) return unwanted;
  return /[\p{L}\p{M}\p{N}]/u.test(text) ? undefined : createIssue('name/no-letter', path);
}

function formatPersonName(name: PersonName): Entries {
  const typed = parts.flatMap((part) => (name[part] === undefined ? [] : [[`name.${part}`, name[part]] as const]));
  const hasOneName = name.full === undefined && name.given !== undefined && name.family === undefined;
  return { ...Object.fromEntries(typed), ...(hasOneName ? { 'name.kind': singleNameKind } : {}) };
}

export const nameField: Field = {
  name: 'name',
  key: 'name',
  entries: ['name.given', 'name.family', 'name.kind', 'name.full', 'name.middle', 'name.suffix'],
  isBlank: (entries) => areBlank(entries, partEntries),
  parse: (entries, { reading }) => inIdentity(parsePersonName(entries, reading), (name) => ({ name })),
  format: ({ name }) => (name ? formatPersonName(name) : {}),
};
