/** The date of birth where the month is chosen from a list, by its name or by its number: every key of `05 – May` finds it. */
import type { TemplateResult } from 'lit/html.js';
import { text } from '../../standard/messages.ts';
import type { DatePart } from '../../standard/profiles/profile.ts';
import { listAlone } from '../choices.ts';
import { dateOfBirthTemplate, typed } from './date-of-birth.ts';
import type { FieldView } from './field.ts';

export function dateOfBirthMonthChosenTemplate(view: FieldView): TemplateResult {
  return dateOfBirthTemplate(view, monthChosen);
}

function monthChosen(view: FieldView, part: DatePart): TemplateResult {
  if (part !== 'month') return typed(view, part);
  const names = text(view.messages, 'dateOfBirth.month/names').split(' ');
  return listAlone(view, {
    entry: 'dateOfBirth.month',
    label: 'dateOfBirth.month/label',
    autocomplete: 'bday-month',
    width: 'month',
    isBox: true,
    choices: names.map((name, place) => ({
      value: String(place + 1),
      words: `${String(place + 1).padStart(2, '0')} – ${name}`,
    })),
  });
}
