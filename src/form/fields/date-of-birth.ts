/**
 * The date of birth: three text inputs under one legend, in the profile's order. No picker (nobody pages back to 1951),
 * no list to choose from, no jump from box to box. Rules: standard/fields/date-of-birth.ts.
 */
import { html, type TemplateResult } from 'lit/html.js';
import type { DatePart } from '../../standard/profiles/profile.ts';
import { errorMessage } from '../error-message.ts';
import { problemsAt } from '../problem.ts';
import { describedBy, hint, inputAlone, inputId, label, type FieldView } from './field.ts';

const entry = 'dateOfBirth';
const hintKey = 'date-of-birth/hint';

/** `drawBox` for a profile that has another kind of box for a part. */
export function dateOfBirthTemplate(view: FieldView, drawBox: DrawBox = typed): TemplateResult {
  const id = inputId(view, entry);
  const problems = problemsAt(view.problems, entry);
  return html`<fieldset
    class="cif-group"
    data-field="date-of-birth"
    data-entry=${entry}
    id=${id}
    aria-describedby=${describedBy(view, entry, hintKey)}
  >
    <legend class="cif-title">${label(view, 'date-of-birth/legend', !view.isRequired)}</legend>
    ${hint(view, entry, { hint: hintKey })} ${errorMessage({ id, problems, messages: view.messages })}
    <div class="cif-boxes">${view.profile.dateOrder.map((part) => box(view, part, drawBox))}</div>
  </fieldset>`;
}

/** The input of one part, without its label. */
export type DrawBox = (view: FieldView, part: DatePart) => TemplateResult;

function box(view: FieldView, part: DatePart, drawBox: DrawBox): TemplateResult {
  const partEntry = `${entry}.${part}` as const;
  return html`<div class="cif-box">
    <label class="cif-label" for=${inputId(view, partEntry)}>${label(view, `${partEntry}/label`, false)}</label>
    ${drawBox(view, part)}
  </div>`;
}

/** A box to type into. */
export function typed(view: FieldView, part: DatePart): TemplateResult {
  return inputAlone(view, {
    entry: `${entry}.${part}`,
    label: `${entry}.${part}/label`,
    autocomplete: `bday-${part}`,
    inputMode: 'numeric',
    width: part === 'year' ? 'four-digits' : 'two-digits',
  });
}
