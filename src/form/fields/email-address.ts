/** The e-mail address: one line. Rules: standard/fields/email-address.ts. */
import { html, type TemplateResult } from 'lit/html.js';
import { textInput, type FieldView } from './field.ts';

export function emailAddressTemplate(view: FieldView): TemplateResult {
  return html`<div class="cif-group" data-field="email-address">
    ${textInput(view, {
      entry: 'emailAddress',
      label: 'email-address/label',
      hint: 'email-address/hint',
      autocomplete: 'email',
      inputMode: 'email',
      autocapitalize: 'none',
      isTitle: true,
    })}
  </div>`;
}
