/**
 * The native inputs inside the element. They are the only place where answers are kept: browsers fill and restore them
 * without an event, so they are read when needed and never mirrored.
 */
import type { Entries } from '../standard/identity.ts';

export type Input = HTMLInputElement | HTMLSelectElement;

/** Every input by its key: its entry; of a checkbox or radio, which share entries, the entry, `=` and its value. */
export type Inputs = ReadonlyMap<string, Input>;

/** Every input of the element, switched off or not, in document order. */
export function inputsByEntry(host: Element, elementName: string): Inputs {
  const prefix = `${elementName}.`;
  const inputs = new Map<string, Input>();
  for (const input of host.querySelectorAll<Input>('input, select')) {
    if (!input.name.startsWith(prefix)) continue;
    const entry = input.name.slice(prefix.length);
    inputs.set(isTick(input) ? `${entry}=${input.value}` : entry, input);
  }
  return inputs;
}

/** The entry that an input of this key is submitted as. */
export function entryOf(key: string): string {
  const end = key.indexOf('=');
  return end < 0 ? key : key.slice(0, end);
}

/** Whether an input is ticked rather than filled in. */
export function isTick(input: Input): input is HTMLInputElement {
  return input.type === 'checkbox' || input.type === 'radio';
}

/** What an input holds; nothing where it is not ticked. */
export function answerOf(input: Input): string {
  return isTick(input) && !input.checked ? '' : input.value;
}

/** What would be submitted: no disabled input, no box that is not ticked. */
export function readEntries(inputs: Inputs): Entries {
  return entriesOf([...inputs].filter(([, input]) => !input.matches(':disabled')));
}

/** The same, with what is in inputs that are switched off. */
export function readEveryEntry(inputs: Inputs): Entries {
  return entriesOf([...inputs]);
}

function entriesOf(inputs: readonly (readonly [string, Input])[]): Entries {
  const counted = inputs.filter(([, input]) => !isTick(input) || input.checked);
  return Object.fromEntries(counted.map(([key, input]) => [entryOf(key), input.value]));
}

/** Writes an answer as a property; an attribute would be readable in the markup. */
export function writeEntry(input: Input, value = ''): void {
  if (value) input.closest('details')?.setAttribute('open', '');
  if (isTick(input)) input.checked = value === input.value;
  else if (input.value !== value) input.value = value;
}

/** As the reset of a form does. */
export function resetInputs(inputs: Inputs): void {
  for (const input of inputs.values()) {
    if (input instanceof HTMLSelectElement) {
      for (const option of input.options) option.selected = option.defaultSelected;
    } else {
      input.value = input.defaultValue;
      input.checked = input.defaultChecked;
    }
  }
}

/** What was typed, where the resident is, and how far: to be put back after inputs had to be made anew. */
export interface KeptAnswers {
  readonly answers: ReadonlyMap<string, string>;
  readonly focused: { readonly key: string; readonly start: number | null; readonly end: number | null } | undefined;
}

export function keepAnswers(inputs: Inputs): KeptAnswers {
  const answers = new Map<string, string>();
  let focused: KeptAnswers['focused'];
  for (const [key, input] of inputs) {
    answers.set(key, answerOf(input));
    if (!input.matches(':focus')) continue;
    const caret = input instanceof HTMLInputElement ? input : { selectionStart: null, selectionEnd: null };
    focused = { key, start: caret.selectionStart, end: caret.selectionEnd };
  }
  return { answers, focused };
}

export function putBackAnswers(inputs: Inputs, { answers, focused }: KeptAnswers): void {
  for (const [key, input] of inputs) if (answers.has(key)) writeEntry(input, answers.get(key));
  const input = focused && inputs.get(focused.key);
  input?.focus({ preventScroll: true });
  if (focused?.start != null && input instanceof HTMLInputElement) input.setSelectionRange(focused.start, focused.end);
}
