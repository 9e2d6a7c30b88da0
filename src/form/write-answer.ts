/** Writes an answer as if the resident had typed it: browsers can undo it, and listeners hear of it. Fetched late. */
import type { Input } from './inputs.ts';

/** The input has focus afterwards. */
export function writeAnswer(input: Input, value: string): void {
  input.focus();
  if (input instanceof HTMLInputElement) {
    input.select();
    const { ownerDocument } = input;
    if (value === '' ? ownerDocument.execCommand('delete') : ownerDocument.execCommand('insertText', false, value)) return;
  }
  setAnswer(input, value);
}

/** The same without taking focus; the browser has no undo for it. */
export function setAnswer(input: Input, value: string): void {
  if (input.value === value) return;
  input.value = value;
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
}
