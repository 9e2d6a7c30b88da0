/**
 * Picks the element's entries out of all that a form submitted. Not a parser: what the values mean is the standard's.
 */
import type { Entries } from '../standard/identity.ts';

/**
 * A submitted form, as whatever the backend's framework makes of it: `FormData`, `URLSearchParams`, or a flat record
 * (where an entry came twice, bodies are often parsed into lists).
 */
export type SubmittedEntries = FormData | URLSearchParams | Readonly<Record<string, unknown>>;

/** The element's part of a submitted form: its reference, where it resolved, and what was typed, by entry. */
export interface ElementEntries {
  readonly reference: string | undefined;
  /** Without the element's own name in front: `name.given`. */
  readonly fields: Entries;
}

/**
 * The entries of the element called `elementName`: `customer` is its reference, `customer.…` its fields. Other entries,
 * files and whatever is no text are left out; of an entry that came twice the first one counts.
 */
export function pickElementEntries(entries: SubmittedEntries, elementName: string): ElementEntries {
  const prefix = `${elementName}.`;
  const fields = new Map<string, string>();
  let reference: string | undefined;
  for (const [entry, value] of pairsOf(entries)) {
    const text: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof text !== 'string') continue;
    if (entry === elementName) reference ??= text || undefined;
    const field = entry.startsWith(prefix) ? entry.slice(prefix.length) : '';
    if (field !== '' && !fields.has(field)) fields.set(field, text);
  }
  return { reference, fields: Object.fromEntries(fields) };
}

function pairsOf(entries: SubmittedEntries): Iterable<readonly [string, unknown]> {
  return entries instanceof FormData || entries instanceof URLSearchParams ? entries.entries() : Object.entries(entries);
}
