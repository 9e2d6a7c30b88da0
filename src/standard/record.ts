/**
 * Reads the entries of a source system's record: takes what can be read, and says what was left out. Not for what a
 * resident types, who can be asked again: that is `parseIdentity`.
 */
import type { CalendarDate } from './calendar-date.ts';
import type { Field, ParseContext } from './fields/field.ts';
import type { Entries, Identity } from './identity.ts';
import type { Issue } from './issue.ts';
import type { Profile } from './profiles/profile.ts';

export interface ReadRecord {
  /** Holds every value that could be read; may be empty. */
  readonly identity: Identity;
  /** Why each other value was left out, and the warnings of those that were kept. */
  readonly warnings: readonly Issue[];
}

/**
 * Nothing is required, a part of a name or an address stands without the others, and nobody is too old. A part that cannot
 * be read is dropped with a warning, and its field with it only where nothing else is left. Never throws.
 */
export function parseRecord(entries: Entries, profile: Profile, options: { readonly today: CalendarDate }): ReadRecord {
  const context: ParseContext = { profile, today: options.today, reading: 'record' };
  return Object.values(profile.fieldsByName)
    .map((field) => salvage(field, entries, context))
    .reduce<ReadRecord>(
      (whole, part) => ({ identity: { ...whole.identity, ...part.identity }, warnings: [...whole.warnings, ...part.warnings] }),
      { identity: {}, warnings: [] },
    );
}

/** Reads a field, and where that fails once more without the entries at fault. */
function salvage(field: Field, entries: Entries, context: ParseContext): ReadRecord {
  if (field.isBlank(entries)) return { identity: {}, warnings: [] };
  const whole = field.parse(entries, context);
  if (whole.ok) return { identity: whole.value, warnings: whole.warnings };
  const faulty = new Set(whole.issues.map((issue) => issue.path));
  const rest = Object.fromEntries(Object.entries(entries).filter(([entry]) => !faulty.has(entry)));
  const remaining = field.parse(rest, context);
  return { identity: remaining.ok ? remaining.value : {}, warnings: whole.issues };
}
