/** What the stories' play functions share: finding the parts of the page, and answering as a resident does. Not a story. */
import { expect, userEvent, waitFor } from 'storybook/test';
import type { CitizenIdForm } from '../src/form/citizen-id-form.ts';
import type { Entries } from '../src/standard/identity.ts';

/** The one element that matches; says which was not there. */
export function the<T extends Element = HTMLElement>(within: ParentNode, selector: string): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** Milliseconds: what is fetched late is bundled on the spot where stories are developed. */
const patience = { timeout: 15_000 };

/** The element, once it has drawn its questions and can judge answers. */
export async function drawn(canvas: ParentNode, selector = 'citizen-id-form'): Promise<CitizenIdForm> {
  await waitFor(() => expect(canvas.querySelector(`${selector} .cif-form`)).not.toBeNull(), patience);
  const element = the<CitizenIdForm>(canvas, selector);
  await element.updateComplete;
  return element;
}

export function inputOf(element: CitizenIdForm, entry: string): HTMLInputElement {
  return the<HTMLInputElement>(element, `[name="${element.name}.${entry}"]`);
}

/** Pastes every answer: what is tested is the form, not the speed of fingers. */
export async function answer(element: CitizenIdForm, entries: Entries): Promise<void> {
  for (const [entry, value] of Object.entries(entries)) {
    const input = inputOf(element, entry);
    await userEvent.clear(input);
    await userEvent.click(input);
    await userEvent.paste(value);
  }
}

export async function pressContinue(canvas: ParentNode): Promise<void> {
  await userEvent.click(the(canvas, '.service-button'));
}

/** The submitted entries, once the host has them. */
export async function submitted(canvas: ParentNode, milliseconds = patience.timeout): Promise<Map<string, string>> {
  const place = the(canvas, '.service-submission');
  await waitFor(() => expect(place.hidden).toBe(false), { timeout: milliseconds });
  const pairs = place.textContent.split('\n').map((line): [string, string] => {
    const [name = '', ...value] = line.split('=');
    return [name, value.join('=')];
  });
  return new Map(pairs);
}
