/**
 * The native inputs inside the element, by entry. They are the only place where answers are kept: browsers fill and restore
 * them without an event, so they are read when needed and never mirrored.
 */
import type { Entries } from '../standard/identity.ts';

/** Every input of the element by entry, switched off or not, in document order. */
export function inputsByEntry(host: Element, elementName: string): Map<string, HTMLInputElement> {
  const prefix = `${elementName}.`;
  const inputs = [...host.querySelectorAll('input')].filter(({ name }) => name.startsWith(prefix));
  return new Map(inputs.map((input) => [input.name.slice(prefix.length), input]));
}

/** What would be submitted: no disabled input, no box that is not ticked. */
export function readEntries(inputs: ReadonlyMap<string, HTMLInputElement>): Entries {
  const counted = [...inputs].filter(([, input]) => !input.matches(':disabled') && (input.type !== 'checkbox' || input.checked));
  return Object.fromEntries(counted.map(([entry, input]) => [entry, input.value]));
}

/** Writes an answer as a property; an attribute would be readable in the markup. */
export function writeEntry(input: HTMLInputElement, value: string | undefined): void {
  if (input.type === 'checkbox') input.checked = value === input.value;
  else if (input.value !== (value ?? '')) input.value = value ?? '';
}

/** As the reset of a form does. */
export function resetInputs(inputs: ReadonlyMap<string, HTMLInputElement>): void {
  for (const input of inputs.values()) {
    input.value = input.defaultValue;
    input.checked = input.defaultChecked;
  }
}

/** Ticked boxes excuse inputs: those are hidden, switched off, and keep what was typed. */
const excuses: readonly { readonly tick: string; readonly hides: readonly string[] }[] = [
  { tick: 'name.kind', hides: ['name.family'] },
  {
    tick: 'postalAddress.kind',
    hides: ['postalAddress.line1', 'postalAddress.line2', 'postalAddress.town', 'postalAddress.postcode'],
  },
];

/** The entries that need no answer because a box is ticked. */
export function excusedEntries(inputs: ReadonlyMap<string, HTMLInputElement>): ReadonlySet<string> {
  return new Set(excuses.flatMap(({ tick, hides }) => (inputs.get(tick)?.checked ? hides : [])));
}

/** What was typed, where the resident is, and how far: to be put back after inputs had to be made anew. */
export interface KeptAnswers {
  readonly values: ReadonlyMap<string, { readonly value: string; readonly checked: boolean }>;
  readonly focused: { readonly entry: string; readonly start: number | null; readonly end: number | null } | undefined;
}

export function keepAnswers(inputs: ReadonlyMap<string, HTMLInputElement>): KeptAnswers {
  const focused = [...inputs].find(([, input]) => input.matches(':focus'));
  return {
    values: new Map([...inputs].map(([entry, { value, checked }]) => [entry, { value, checked }])),
    focused: focused && { entry: focused[0], start: focused[1].selectionStart, end: focused[1].selectionEnd },
  };
}

export function putBackAnswers(inputs: ReadonlyMap<string, HTMLInputElement>, { values, focused }: KeptAnswers): void {
  for (const [entry, input] of inputs) {
    const kept = values.get(entry);
    if (!kept) continue;
    if (input.type === 'checkbox') input.checked = kept.checked;
    else if (input.value !== kept.value) input.value = kept.value;
  }
  const input = focused && inputs.get(focused.entry);
  input?.focus({ preventScroll: true });
  if (input && input.type !== 'checkbox') input.setSelectionRange(focused.start, focused.end);
}
