/**
 * The standard as its page shows it, read from the same files that everybody gets: editions, conformance files and messages.
 * Not a story, and nothing here says what a rule is.
 */
import type { Edition, EditionProfile } from '../src/standard/editions.ts';
import { loadAllMessages, locales, type AllMessages } from '../src/standard/messages.ts';
import { standardVersion } from '../src/standard/version.ts';

/** One example, as its file has it. */
export interface Example {
  readonly name: string;
  readonly reason: string;
  readonly profile?: string;
  readonly entries: Readonly<Record<string, string>>;
  readonly value?: unknown;
  readonly issues?: readonly { readonly code: string }[];
  readonly warnings?: readonly { readonly code: string }[];
}

interface ConformanceFile {
  readonly field: string;
  readonly profile: string;
  readonly cases: readonly Example[];
}

/** All the words of one locale, and whether a native speaker has reviewed them. */
export interface Locale {
  readonly tag: string;
  readonly messages: AllMessages;
  readonly isReviewed: boolean;
}

/** What one rule says, with one example that it lets pass and one that it refuses, where there are such. */
export interface Rule {
  readonly reason: string;
  readonly examples: readonly Example[];
}

const conformance = import.meta.glob<ConformanceFile>(['../src/standard/conformance/*.json', '!**/conformance.schema.json'], {
  eager: true,
  import: 'default',
});
const sources = import.meta.glob<string>('../src/standard/messages/**/*.ts', { eager: true, query: '?raw', import: 'default' });
const editionsByFile = import.meta.glob<Edition>('../src/standard/editions/*.json', { eager: true, import: 'default' });

/** Every edition, the earliest first. */
export const editions: readonly Edition[] = Object.values(editionsByFile).toSorted((left, right) =>
  left.standardVersion.localeCompare(right.standardVersion, 'en', { numeric: true }),
);

/** A profile of the edition that the code is. */
export function presentProfile(id: string): EditionProfile {
  const profile = editions.find((edition) => edition.standardVersion === standardVersion)?.profiles[id];
  if (!profile) throw new Error(`edition ${standardVersion} has no profile ${id}`);
  return profile;
}

/** Both files of a locale have to say so at their top. */
function isReviewed(tag: string): boolean {
  const files = Object.entries(sources).filter(
    ([file]) => file.endsWith(`/messages/${tag}.ts`) || file.endsWith(`/further/${tag}.ts`),
  );
  const said = files.map(([, source]) => /Reviewed by a native speaker: (not yet)?/u.exec(source.replace(/[\s*]+/gu, ' ')));
  return said.length > 0 && said.every((found) => found !== null && found[1] === undefined);
}

/** Every locale with its words. */
export async function loadLocales(): Promise<readonly Locale[]> {
  return Promise.all(locales.map(async (tag) => ({ tag, messages: await loadAllMessages(tag), isReviewed: isReviewed(tag) })));
}

/** The examples of a field that a profile's rules are shown by: its own, or everybody's where the field is read alike in all. */
function examplesOf(field: string, profile: string): readonly Example[] {
  const file = Object.values(conformance).find((candidate) => candidate.field === field);
  const cases = file?.cases ?? [];
  const own = cases.filter((example) => (example.profile ?? file?.profile) === profile);
  return own.some(({ issues }) => issues !== undefined) ? own : cases;
}

/** The rules of a field in the order of its file. */
export function rulesOf(field: string, profile: string): readonly Rule[] {
  const examples = examplesOf(field, profile);
  const reasons = [...new Set(examples.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const all = examples.filter((example) => example.reason === reason);
    const passing = all.find(({ issues }) => issues === undefined);
    const refused = all.find(({ issues }) => issues !== undefined);
    return { reason, examples: [passing, refused].filter((example) => example !== undefined) };
  });
}

/** Text with what cannot be seen made visible, and cut where it is very long. */
export function showTyped(text: string, mostShown = 60): string {
  const characters = [...text];
  const shown = characters
    .slice(0, mostShown)
    .map((character) =>
      /[\p{C}\p{Z}]/u.test(character) && character !== ' '
        ? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`
        : character,
    );
  return characters.length > mostShown ? `${shown.join('')}… (${characters.length} characters)` : shown.join('');
}
