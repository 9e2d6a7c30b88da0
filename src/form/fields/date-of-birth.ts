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

export function dateOfBirthTemplate(view: FieldView): TemplateResult {
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
    ${hint(view, entry, hintKey)} ${errorMessage({ id, problems, messages: view.messages })}
    <div class="cif-boxes">${view.profile.dateOrder.map((part) => box(view, part))}</div>
  </fieldset>`;
}

function box(view: FieldView, part: DatePart): TemplateResult {
  const partEntry = `${entry}.${part}` as const;
  return html`<div class="cif-box">
    <label class="cif-label" for=${inputId(view, partEntry)}>${label(view, `${partEntry}/label`, false)}</label>
    ${inputAlone(view, {
      entry: partEntry,
      label: `${partEntry}/label`,
      autocomplete: `bday-${part}`,
      inputMode: 'numeric',
      width: part === 'year' ? 'four-digits' : 'two-digits',
    })}
  </div>`;
}
