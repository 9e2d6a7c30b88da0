/**
 * Everything inside the tag, as one template: drawn by the element in a browser and by `renderFallback` on a server, so that
 * a page that was taken over and one that was drawn are the same. Holds no listener: the element listens at its own edge.
 */
import { html, type TemplateResult } from 'lit/html.js';
import type { FieldName } from '../standard/identity.ts';
import { text } from '../standard/messages.ts';
import { errorSummary } from './error-summary.ts';
import { dateOfBirthTemplate } from './fields/date-of-birth.ts';
import { emailAddressTemplate } from './fields/email-address.ts';
import type { FieldView } from './fields/field.ts';
import { nameTemplate } from './fields/name.ts';
import { postalAddressTemplate } from './fields/postal-address.ts';
import { telephoneNumberTemplate } from './fields/telephone-number.ts';

export interface FormView extends Omit<FieldView, 'isRequired'> {
  /** What is asked, in this order. */
  readonly fields: readonly FieldName[];
  readonly requiredFields: readonly FieldName[];
}

/** The class of the one element that holds all of it. */
export const rootClass = 'cif-form';

const templates: Readonly<Partial<Record<FieldName, (view: FieldView) => TemplateResult>>> = {
  name: nameTemplate,
  'date-of-birth': dateOfBirthTemplate,
  'postal-address': postalAddressTemplate,
  'email-address': emailAddressTemplate,
  'telephone-number': telephoneNumberTemplate,
};

/** Never drawn over other `fields` (adoption.ts sees to that): what was typed would go to a neighbour. */
export function structure(view: FormView): TemplateResult {
  const { messages, fields, requiredFields } = view;
  return html`<div class="cif-form" lang=${text(messages, 'form/locale')} dir=${text(messages, 'form/direction')}>
    ${errorSummary(view)}
    <div class="cif-questions">
      ${fields.map((field) => templates[field]?.({ ...view, isRequired: requiredFields.includes(field) }))}
    </div>
    <p class="cif-status" role="status"></p>
  </div>`;
}
