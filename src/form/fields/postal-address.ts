/** The address, written by hand, and a way to say that there is none. Rules: standard/fields/written-address.ts. */
import { html, type TemplateResult } from 'lit/html.js';
import { noFixedAddressKind } from '../../standard/fields/written-address.ts';
import { checkboxes, legend, textInput, type FieldView, type TextInput } from './field.ts';

const lines: readonly TextInput[] = [
  { entry: 'postalAddress.line1', label: 'postalAddress.line1/label', autocomplete: 'address-line1', autocapitalize: 'words' },
  { entry: 'postalAddress.line2', label: 'postalAddress.line2/label', autocomplete: 'address-line2', autocapitalize: 'words' },
  {
    entry: 'postalAddress.town',
    label: 'postalAddress.town/label',
    autocomplete: 'address-level2',
    autocapitalize: 'words',
    width: 'medium',
  },
  {
    entry: 'postalAddress.postcode',
    label: 'postalAddress.postcode/label',
    autocomplete: 'postal-code',
    autocapitalize: 'characters',
    width: 'postcode',
  },
];

export function postalAddressTemplate(view: FieldView): TemplateResult {
  // The legend says what is optional; its parts would only repeat it. Line 2, which always is, says so in its own words.
  const parts: FieldView = { ...view, isRequired: true };
  return html`<fieldset class="cif-group cif-fieldset" data-field="postal-address">
    ${legend(view, 'postal-address/legend')} ${lines.map((line) => textInput(parts, { ...line, when: 'postalAddress.kind=' }))}
    ${checkboxes(view, { entry: 'postalAddress.kind', value: noFixedAddressKind, label: 'form/no-fixed-address' })}
  </fieldset>`;
}
