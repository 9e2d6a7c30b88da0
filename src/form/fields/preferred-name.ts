/** What somebody would like to be called: one line. Rules: standard/fields/preferred-name.ts. */
import { html, type TemplateResult } from 'lit/html.js';
import { textInput, type FieldView } from './field.ts';

export function preferredNameTemplate(view: FieldView): TemplateResult {
  return html`<div class="cif-group" data-field="preferred-name">
    ${textInput(view, {
      entry: 'preferredName',
      label: 'preferred-name/label',
      hint: 'preferred-name/hint',
      autocomplete: 'nickname',
      autocapitalize: 'words',
      width: 'medium',
      isTitle: true,
    })}
  </div>`;
}
