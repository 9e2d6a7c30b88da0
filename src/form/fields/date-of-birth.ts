/**
 * The date of birth: three text inputs under one legend, in the profile's order. No picker (nobody pages back to 1951),
 * no list to choose from, no jump from box to box. Rules: standard/fields/date-of-birth.ts.
 */
import { html, type TemplateResult } from 'lit/html.js';
import type { DatePart } from '../../standard/profiles/profile.ts';
import { isWrong, problemsAt } from '../problem.ts';
import { group, inputAlone, inputId, label, markWrong, type FieldView } from './field.ts';

const entry = 'dateOfBirth';

/** `drawBox` for a profile that has another kind of box for a part. */
export function dateOfBirthTemplate(view: FieldView, drawBox: DrawBox = typed): TemplateResult {
  const id = inputId(view, entry);
  const problems = problemsAt(view.problems, entry);
  return html`<div class=${markWrong('cif-field cif-group', problems.length > 0)} data-field="date-of-birth" data-entry=${entry}>
    ${group(
      view,
      { entry, legend: 'date-of-birth/legend', hint: 'date-of-birth/hint', role: 'group' },
      html`<div class="cif-boxes" id=${id}>${view.profile.dateOrder.map((part) => box(view, part, drawBox))}</div>`,
    )}
  </div>`;
}

/** The input of one part, without its label. */
export type DrawBox = (view: FieldView, part: DatePart) => TemplateResult;

function box(view: FieldView, part: DatePart, drawBox: DrawBox): TemplateResult {
  const partEntry = `${entry}.${part}` as const;
  return html`<div class="cif-box">
    <div class=${markWrong('cif-box-field', isWrong(view.problems, partEntry))}>
      <label class="cif-label cif-box-label" for=${inputId(view, partEntry)}>${label(view, `${partEntry}/label`, false)}</label>
      ${drawBox(view, part)}
    </div>
  </div>`;
}

/** A month may be typed by its name. */
const widths = { day: 'two-digits', month: 'month-name', year: 'four-digits' } as const;

/** A box to type into. */
export function typed(view: FieldView, part: DatePart): TemplateResult {
  return inputAlone(view, {
    entry: `${entry}.${part}`,
    label: `${entry}.${part}/label`,
    autocomplete: `bday-${part}`,
    inputMode: 'numeric',
    isBox: true,
    width: widths[part],
  });
}
