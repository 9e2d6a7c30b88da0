/** The same form with Web Awesome: inputs, checkboxes, button, callout for the summary, its default theme. */
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import { html, render } from 'lit';
import { peerCheckboxes, peerFields, postReference, validatePeer } from './peer-form.ts';

let words = new Map<string, string>();

async function submit(event: Event): Promise<void> {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const entries = Object.fromEntries(new FormData(form)) as Record<string, string>;
  words = await validatePeer(entries);
  for (const { entry } of peerFields) {
    const input = form.querySelector<HTMLElement & { setCustomValidity(words: string): void }>(`[name="${entry}"]`);
    input?.setCustomValidity(words.get(entry) ?? '');
  }
  if (words.size === 0) await postReference(entries);
  draw();
}

function draw(): void {
  render(
    html`<form @submit=${submit} novalidate>
      <wa-callout variant="danger">
        <ul>
          ${[...words].map(([entry, text]) => html`<li><a href="#${entry}">${text}</a></li>`)}
        </ul>
      </wa-callout>
      <fieldset>
        <legend>About you</legend>
        ${peerFields.map(
          (field) =>
            html`<wa-input
              name=${field.entry}
              id=${field.entry}
              label=${field.label}
              hint=${words.get(field.entry) ?? field.hint ?? ''}
              autocomplete=${field.autocomplete}
            ></wa-input>`,
        )}
        ${peerCheckboxes.map((box) => html`<wa-checkbox name=${box.entry} value=${box.value}>${box.label}</wa-checkbox>`)}
      </fieldset>
      <wa-button type="submit">Continue</wa-button>
    </form>`,
    document.body,
  );
}
draw();
