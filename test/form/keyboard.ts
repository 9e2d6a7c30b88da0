/**
 * A resident without a pointer: goes on by Tab, and looks at every stop whether it can be seen that focus is there, and whether it
 * comes after the one before. Chromium only: there keys are real. Not a test.
 */
import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';

/** More stops than any form of ours has. */
const mostStops = 40;

/** The words by which a resident knows an input, a button or a link. */
export function nameOf(element: Element | null): string {
  const labelled = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0] : element;
  // As it is seen: a label may have other words ready.
  return labelled instanceof HTMLElement ? labelled.innerText.trim().replace(/\s+/gu, ' ') : '';
}

/** By Tab to what is called so; every stop on the way is looked at. */
export async function tabTo(name: string): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    const before = document.activeElement;
    await userEvent.tab();
    const now = document.activeElement;
    expect(before && now && isAfter(now, before), `on the way to ${name}: ${nameOf(now)} comes after ${nameOf(before)}`).toBe(
      true,
    );
    expect(seenFocus(now), nameOf(now)).toEqual({ outline: 'solid', isInView: true, isOnTop: true });
    if (nameOf(now) === name) return;
    passed.push(nameOf(now));
  }
  throw new Error(`no stop is called ${name}, only ${passed.join(', ')}`);
}

/** By Tab to what is called so, and types into it. */
export async function answer(answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, words] of Object.entries(answers)) {
    await tabTo(name);
    await userEvent.keyboard(words);
  }
}

/** Keys by their names, as vitest has them: `{Enter}`. */
export const press = (keys: string) => userEvent.keyboard(keys);

function isAfter(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function seenFocus(element: Element | null) {
  if (!element) return undefined;
  const { left, top, bottom, width, height } = element.getBoundingClientRect();
  const on = document.elementFromPoint(left + width / 2, top + height / 2);
  return {
    outline: getComputedStyle(element).outlineStyle.replace('auto', 'solid'),
    isInView: top >= 0 && bottom <= window.innerHeight && height > 0,
    isOnTop: on !== null && (element.contains(on) || on.contains(element)),
  };
}
