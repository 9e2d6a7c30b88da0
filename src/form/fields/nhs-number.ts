/** The NHS number: one line, and why it is asked. Rules: standard/fields/nhs-number.ts. */
import type { TemplateResult } from 'lit/html.js';
import type { FieldView } from './field.ts';
import { identifierTemplate } from '../identifiers.ts';

export function nhsNumberTemplate(view: FieldView): TemplateResult {
  return identifierTemplate(view, 'nhs-number', { entry: 'nhsNumber', inputMode: 'numeric' });
}
