/** The individual taxpayer identification number: one line, and why it is asked. Rules: standard/fields/individual-taxpayer-number.ts. */
import type { TemplateResult } from 'lit/html.js';
import type { FieldView } from './field.ts';
import { identifierTemplate } from '../identifiers.ts';

export function individualTaxpayerNumberTemplate(view: FieldView): TemplateResult {
  return identifierTemplate(view, 'individual-taxpayer-number', { entry: 'individualTaxpayerNumber', inputMode: 'numeric' });
}
