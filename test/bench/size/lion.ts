/** The same form with @lion/ui: form, fieldsets, inputs, checkboxes, button, feedback. */
import '@lion/ui/define/lion-form.js';
import '@lion/ui/define/lion-fieldset.js';
import '@lion/ui/define/lion-input.js';
import '@lion/ui/define/lion-input-email.js';
import '@lion/ui/define/lion-input-tel.js';
import '@lion/ui/define/lion-checkbox-group.js';
import '@lion/ui/define/lion-checkbox.js';
import '@lion/ui/define/lion-button-submit.js';
import { Validator } from '@lion/ui/form-core.js';
import { html, render } from 'lit';
import { peerCheckboxes, peerFields, postReference, validatePeer } from './peer-form.ts';

let entries: Record<string, string> = {};
let words = new Map<string, string>();

class Standard extends Validator {
  static override get validatorName() {
    return 'Standard';
  }
  override execute(_value: unknown, entry?: unknown) {
    return words.has(String(entry));
  }
  static override async getMessage(data?: { params?: unknown }) {
    return words.get(String(data?.params)) ?? '';
  }
}

const tags: Record<string, (field: (typeof peerFields)[number]) => unknown> = {
  emailAddress: (field) =>
    html`<lion-input-email
      name=${field.entry}
      label=${field.label}
      .validators=${[new Standard(field.entry)]}
    ></lion-input-email>`,
  telephoneNumber: (field) =>
    html`<lion-input-tel name=${field.entry} label=${field.label} .validators=${[new Standard(field.entry)]}></lion-input-tel>`,
};
const plain = (field: (typeof peerFields)[number]) =>
  html`<lion-input
    name=${field.entry}
    label=${field.label}
    help-text=${field.hint ?? ''}
    autocomplete=${field.autocomplete}
    .validators=${[new Standard(field.entry)]}
  ></lion-input>`;

async function submit(event: Event): Promise<void> {
  event.preventDefault();
  entries = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>;
  words = await validatePeer(entries);
  if (words.size === 0) await postReference(entries);
  draw();
}

function draw(): void {
  render(
    html`<lion-form @submit=${submit}>
      <form>
        <div role="alert" tabindex="-1">
          <ul>
            ${[...words].map(([entry, text]) => html`<li><a href="#${entry}">${text}</a></li>`)}
          </ul>
        </div>
        <lion-fieldset name="customer" label="About you">
          ${peerFields.map((field) => (tags[field.entry] ?? plain)(field))}
          ${peerCheckboxes.map(
            (box) =>
              html`<lion-checkbox-group name="${box.entry}[]"
                ><lion-checkbox label=${box.label} .choiceValue=${box.value}></lion-checkbox
              ></lion-checkbox-group>`,
          )}
        </lion-fieldset>
        <lion-button-submit>Continue</lion-button-submit>
      </form>
    </lion-form>`,
    document.body,
  );
}
draw();
