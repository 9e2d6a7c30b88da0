/** The name: first and last, and a way to say that there is only one. Rules: standard/fields/name.ts. */
import { html, type TemplateResult } from 'lit/html.js';
import { singleNameKind } from '../../standard/fields/name.ts';
import { checkboxes, legend, textInput, type FieldView } from './field.ts';

export function nameTemplate(view: FieldView): TemplateResult {
  // The legend says what is optional; its parts would only repeat it.
  const parts: FieldView = { ...view, isRequired: true };
  return html`<fieldset class="cif-group cif-fieldset" data-field="name">
    ${legend(view, 'name/legend')}
    ${textInput(parts, {
      entry: 'name.given',
      label: 'name.given/label',
      labelWhen: { entry: 'name.kind', value: singleNameKind, label: 'name.single/label' },
      autocomplete: 'given-name',
      width: 'medium',
      autocapitalize: 'words',
    })}
    ${textInput(parts, {
      entry: 'name.family',
      label: 'name.family/label',
      autocomplete: 'family-name',
      width: 'medium',
      autocapitalize: 'words',
      when: 'name.kind=',
    })}
    ${checkboxes(view, { entry: 'name.kind', value: singleNameKind, label: 'form/single-name' })}
  </fieldset>`;
}
