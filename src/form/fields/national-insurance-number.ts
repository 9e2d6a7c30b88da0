/** The National Insurance number: one line, and why it is asked. Rules: standard/fields/national-insurance-number.ts. */
import type { TemplateResult } from 'lit/html.js';
import type { FieldView } from './field.ts';
import { identifierTemplate } from '../identifiers.ts';

export function nationalInsuranceNumberTemplate(view: FieldView): TemplateResult {
  return identifierTemplate(view, 'national-insurance-number', {
    entry: 'nationalInsuranceNumber',
    autocapitalize: 'characters',
  });
}
