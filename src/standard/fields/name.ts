/**
 * A person's name: any script, any punctuation, one part or two. Refuses only what cannot be a name.
 * Not about titles, and not about whether a name looks usual: `[A-Za-z' -]+` turns away two of three names in Unicode's own samples.
 */
import type { Entries, PersonName } from '../identity.ts';
import { accepted, refused, type Issue, type Parsed } from '../issue.ts';
import { createIssue } from '../issue-code.ts';
import { findFaultInWords } from '../text.ts';
import { areBlank, formatParts, inIdentity, readParts, type EntryName, type Field, type Reading } from './field.ts';

/** Characters (code points) in one part of a name, at most. */
export const longestNamePart = 128;

/** The value of `name.kind` where somebody has one name only: the family name is then not asked, and not read. */
export const singleNameKind = 'single';

const parts = ['given', 'middle', 'family', 'suffix', 'full'] as const;
const partEntries: readonly EntryName[] = parts.map((part) => `name.${part}` as const);

export interface NameOptions {
  /** `capture` where absent. */
  readonly reading?: Reading;
  /** The profile's; both are needed where absent. */
  readonly needsOneName?: boolean | undefined;
}

/**
 * Reads `name.given` and `name.family`, both required, or either by the profile's rule; or `name.given` alone with `name.kind=single`; or `name.full` alone.
 * `name.middle` and `name.suffix` are kept where given. A record needs any one part.
 * Canonical: NFC, ends trimmed, one space between words, case as typed.
 */
export function parsePersonName(entries: Entries, options: NameOptions = {}): Parsed<PersonName> {
  const name = readName(entries);
  const missing = findMissing(name, entries, options);
  const issues = [...(missing ? [missing] : []), ...findFaults(name)];
  return issues.length > 0 ? refused(...issues) : accepted(name);
}

function isSingle(entries: Entries): boolean {
  return entries['name.kind'] === singleNameKind;
}

/** One name typed into the family box is that name: without JavaScript both boxes stand there. */
function readName(entries: Entries): PersonName {
  const name: PersonName = readParts(entries, 'name', parts);
  if (!isSingle(entries)) return name;
  const { family, ...rest } = name;
  return family !== undefined && rest.given === undefined ? { ...rest, given: family } : rest;
}

function findMissing(name: PersonName, entries: Entries, { reading, needsOneName }: NameOptions): Issue | undefined {
  const { given, family, full } = name;
  if (full !== undefined || (reading === 'record' && Object.keys(name).length > 0)) return undefined;
  if (given === undefined && family === undefined)
    return createIssue('name/missing', 'name.full' in entries ? 'name.full' : 'name.given');
  if (needsOneName) return undefined;
  if (given === undefined) return createIssue('name/given-missing', 'name.given');
  return family === undefined && !isSingle(entries) ? createIssue('name/family-missing', 'name.family') : undefined;
}

function findFaults(name: PersonName): readonly Issue[] {
  return parts.flatMap((part) => {
    const text = name[part];
    return text === undefined ? [] : findFaultInWords(text, `name.${part}`, { field: 'name', most: longestNamePart });
  });
}

/** The box of somebody with one name is ticked. */
function formatPersonName(name: PersonName): Entries {
  const isSingle = name.full === undefined && name.given !== undefined && name.family === undefined;
  return formatParts('name', isSingle ? { ...name, kind: singleNameKind } : name);
}

export const nameField: Field = {
  name: 'name',
  key: 'name',
  entries: ['name.given', 'name.family', 'name.kind', 'name.full', 'name.middle', 'name.suffix'],
  isBlank: (entries) => areBlank(entries, partEntries),
  parse: (entries, { profile: { needsOneName }, reading = 'capture' }) =>
    inIdentity(parsePersonName(entries, { needsOneName, reading }), (name) => ({ name })),
  format: ({ name }) => (name ? formatPersonName(name) : {}),
};
