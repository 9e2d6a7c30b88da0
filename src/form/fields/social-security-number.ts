/** The Social Security number: one line, and why it is asked. Rules: standard/fields/social-security-number.ts. */
import type { TemplateResult } from 'lit/html.js';
import type { FieldView } from './field.ts';
import { identifierTemplate } from '../identifiers.ts';

export function socialSecurityNumberTemplate(view: FieldView): TemplateResult {
  return identifierTemplate(view, 'social-security-number', { entry: 'socialSecurityNumber', inputMode: 'numeric' });
}
