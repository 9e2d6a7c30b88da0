/** What is kept of what was typed. */
import { fieldsByName } from '../standard/fields/all-fields.ts';
import type { Entries } from '../standard/identity.ts';
import type { Profile } from '../standard/profiles/profile.ts';

const known: ReadonlySet<string> = new Set(Object.values(fieldsByName).flatMap((field) => field.entries));

/** The entries that the standard has; a form may send others, which nobody asked us to keep. */
export function knownEntries(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => known.has(name)));
}

/** The entries that the profile reads: an identifier without a purpose is not kept as it was typed either. Without what no database stores, NUL and halves of surrogate pairs: the standard refuses both, but a source's text is kept with its faults. */
export function storableEntries(entries: Entries, { fieldsByName: read }: Pick<Profile, 'fieldsByName'>): Entries {
  const storable = (text: string) => text.replace(/[\u0000\p{Cs}]/gu, '\uFFFD');
  const names: ReadonlySet<string> = new Set(Object.values(read).flatMap((field) => field.entries));
  const kept = Object.entries(entries).filter(([name]) => names.has(name));
  return Object.fromEntries(kept.map(([name, text]) => [name, storable(text)]));
}

/** Whether anything visible was typed at all. */
export function isBlank(entries: Entries): boolean {
  return Object.values(fieldsByName).every((field) => field.isBlank(entries));
}
