/** An organisation: its names, whom it belongs to, and its federal number where a purpose is stated. Rules: standard/fields/organisation.ts. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { legend, textInput, type FieldView, type TextInput } from './field.ts';
import { purposeOf } from '../identifiers.ts';

const legalName: TextInput = {
  entry: 'organisation.legalName',
  label: 'organisation.legalName/label',
  autocomplete: 'organization',
};
const others: readonly TextInput[] = [
  { entry: 'organisation.tradingName', label: 'organisation.tradingName/label', autocomplete: 'off' },
  { entry: 'organisation.parent', label: 'organisation.parent/label', autocomplete: 'off' },
];

export function organisationTemplate(view: FieldView): TemplateResult {
  const number = 'federal-employer-identification-number';
  const optional: FieldView = { ...view, isRequired: false };
  return html`<fieldset class="cif-group cif-fieldset" data-field="organisation">
    ${legend(view, 'organisation/legend')} ${textInput({ ...view, isRequired: true }, legalName)}
    ${others.map((input) => textInput(optional, input))}
    ${
      view.profile.purposes?.[number] === undefined
        ? nothing
        : textInput(optional, {
            entry: 'organisation.federalEmployerIdentificationNumber',
            label: 'organisation.federalEmployerIdentificationNumber/label',
            hint: 'organisation.federalEmployerIdentificationNumber/hint',
            note: purposeOf(view, number),
            autocomplete: 'off',
            inputMode: 'numeric',
            width: 'code',
          })
    }
  </fieldset>`;
}
