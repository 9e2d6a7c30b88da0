/** What is kept of what was typed. */
import { fieldsByName } from '../standard/fields/all-fields.ts';
import type { Entries } from '../standard/identity.ts';
import type { Profile } from '../standard/profiles/profile.ts';

const known: ReadonlySet<string> = new Set(Object.values(fieldsByName).flatMap((field) => field.entries));

/** The entries that the standard has; a form may send others, which nobody asked us to keep. */
export function knownEntries(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => known.has(name)));
}

type Fields = Profile['fieldsByName'];

/** Profiles are few, and one for each service. */
const namesByFields = new WeakMap<Fields, ReadonlySet<string>>();

function namesOf(fields: Fields): ReadonlySet<string> {
  const names = namesByFields.get(fields) ?? new Set(Object.values(fields).flatMap((field) => field.entries));
  namesByFields.set(fields, names);
  return names;
}

/** The entries that the profile reads: an identifier without a purpose is not kept as it was typed either. Without what no database stores, NUL and halves of surrogate pairs: the standard refuses both, but a source's text is kept with its faults. */
export function storableEntries(entries: Entries, { fieldsByName: read }: Pick<Profile, 'fieldsByName'>): Entries {
  const names = namesOf(read);
  const kept: Record<string, string> = {};
  for (const [name, text] of Object.entries(entries)) if (names.has(name)) kept[name] = text.replace(unstorable, '\uFFFD');
  return kept;
}

const unstorable = /[\u0000\p{Cs}]/gu;

/** Whether anything visible was typed at all. */
export function isBlank(entries: Entries): boolean {
  return Object.values(fieldsByName).every((field) => field.isBlank(entries));
}
