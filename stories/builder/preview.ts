/**
 * Shows a form that the builder made, from its HTML: in a shadow root, so that a design system's style sheet reaches the form and not
 * the page around it. It submits nothing, and finds nobody. Not a story.
 */
import { createMemoryIndex } from '../../src/adapters/memory.ts';
import '../../src/define.ts';
import type { Appearance } from '../../src/form/options.ts';
import { sheets } from '../sheets.ts';

const shown = new WeakMap<HTMLElement, string>();

/** Draws anew where the HTML is another: what was typed to try it out goes. */
export function showForm(place: HTMLElement, markup: string, appearance: Appearance): void {
  if (shown.get(place) === markup) return;
  shown.set(place, markup);
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  // What a system says of the whole page holds for this root.
  sheet.textContent = appearance === 'none' ? '' : sheets[appearance].replaceAll(':root', ':host');
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  const content = document.createElement('template');
  content.innerHTML = markup;
  root.replaceChildren(sheet, content.content, said);
  const [form, element] = [root.querySelector('form'), root.querySelector('citizen-id-form')];
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    said.textContent = 'The answers are right: a page of yours would submit them now.';
  });
  if (!element) return;
  // In memory: no page here calls anybody. And Back leads out of the builder.
  element.index = createMemoryIndex();
  element.stepHistory = 'none';
}
