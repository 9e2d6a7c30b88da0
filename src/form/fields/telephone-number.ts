/** The telephone number: one line, any punctuation. Rules: standard/fields/telephone-number.ts. */
import { html, type TemplateResult } from 'lit/html.js';
import { textInput, type FieldView } from './field.ts';

export function telephoneNumberTemplate(view: FieldView): TemplateResult {
  return html`<div class="cif-group" data-field="telephone-number">
    ${textInput(view, {
      entry: 'telephoneNumber',
      label: 'telephone-number/label',
      hint: 'telephone-number/hint',
      autocomplete: 'tel',
      type: 'tel',
      inputMode: 'tel',
      width: 'medium',
      isTitle: true,
    })}
  </div>`;
}
