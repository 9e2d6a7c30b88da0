/** What is kept of what was typed. */
import { fieldsByName } from '../standard/fields/all-fields.ts';
import type { Entries } from '../standard/identity.ts';

const known: ReadonlySet<string> = new Set(Object.values(fieldsByName).flatMap((field) => field.entries));

/** The entries that the standard reads; a form may send others, which nobody asked us to keep. */
export function knownEntries(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => known.has(name)));
}

/** Without what no database stores, NUL and halves of surrogate pairs: the standard refuses both, but a source's text is kept with its faults. */
export function storableEntries(entries: Entries): Entries {
  const storable = (text: string) => text.replace(/[\u0000\p{Cs}]/gu, '\uFFFD');
  return Object.fromEntries(Object.entries(knownEntries(entries)).map(([name, text]) => [name, storable(text)]));
}

/** Whether anything visible was typed at all. */
export function isBlank(entries: Entries): boolean {
  return Object.values(fieldsByName).every((field) => field.isBlank(entries));
}
