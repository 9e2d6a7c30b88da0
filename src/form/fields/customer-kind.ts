/** Person or organisation: two radios, which decide what else is asked. Rules: standard/fields/customer-kind.ts. */
import type { TemplateResult } from 'lit/html.js';
import { choice, options } from '../choices.ts';
import type { FieldView } from './field.ts';

export function customerKindTemplate(view: FieldView): TemplateResult {
  return options(view, {
    kind: 'radio',
    field: 'customer-kind',
    entry: 'customerKind',
    legend: 'customer-kind/legend',
    choices: [
      choice(view, 'person', 'customerKind.person/label'),
      choice(view, 'organisation', 'customerKind.organisation/label'),
    ],
  });
}
