/**
 * Everything inside the tag, as one template: drawn by the element in a browser and by `renderFallback` on a server, so that
 * a page that was taken over and one that was drawn are the same. Holds no listener: the element listens at its own edge.
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';
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
  /** Draws what is beyond `firstTemplates`; there where `asksMore` says so. */
  readonly drawFurtherField?: DrawField | undefined;
  /** On a server: puts further questions around these. */
  readonly surround?: ((questions: unknown) => unknown) | undefined;
  /** On a server: false where another element's summary has the problems. */
  readonly hasSummary?: boolean | undefined;
}

export type Template = (view: FieldView) => TemplateResult;

/** Draws one field of a form; `undefined` for one there is no template of. */
export type DrawField = (field: FieldName, view: FormView) => TemplateResult | undefined;

/** The class of the one element that holds all of it. */
export const rootClass = 'cif-form';

/** What a browser loads at first: the five fields of profile `gb`, in their usual shape. */
export const firstTemplates: Readonly<Partial<Record<FieldName, Template>>> = {
  name: nameTemplate,
  'date-of-birth': dateOfBirthTemplate,
  'postal-address': postalAddressTemplate,
  'email-address': emailAddressTemplate,
  'telephone-number': telephoneNumberTemplate,
};

/** What decides which inputs there are, but for their number in the page: a page that was drawn with other words is another. */
export interface Question extends Pick<FormView, 'nameParts' | 'addressAbroad'> {
  readonly profile: { readonly id: string };
  readonly fields: readonly string[];
}

/** Whether this takes more than `firstTemplates`, and so the rest of the standard and of the words too. */
export function asksMore({ profile, fields, nameParts, addressAbroad }: Question): boolean {
  const areUsual = fields.every((field) => Object.hasOwn(firstTemplates, field));
  return profile.id !== 'gb' || !areUsual || nameParts !== undefined || addressAbroad === true;
}

/** The question in one line, which the page carries: an element takes over a page that asks the same. */
export function question({ profile, fields, nameParts, addressAbroad }: Question): string {
  return [profile.id, ...fields, ...(nameParts ? [`(${nameParts})`] : []), ...(addressAbroad ? ['(abroad)'] : [])].join(' ');
}

const drawFirstField: DrawField = (field, view) =>
  firstTemplates[field]?.({ ...view, isRequired: view.requiredFields.includes(field) });

/** Never drawn over other `fields` (adoption.ts sees to that): what was typed would go to a neighbour. */
export function structure(view: FormView): TemplateResult {
  const { messages, fields, drawFurtherField: draw = drawFirstField, surround, hasSummary } = view;
  const questions = fields.map((field) => draw(field, view));
  return html`<div
    class="cif-form"
    lang=${text(messages, 'form/locale')}
    dir=${text(messages, 'form/direction')}
    data-question=${question(view)}
  >
    ${hasSummary === false ? nothing : errorSummary(view)}
    <div class="cif-questions">${surround ? surround(questions) : questions}</div>
    <p class="cif-status" role="status"></p>
  </div>`;
}
