/** The driver license number: one line, and why it is asked. Rules: standard/fields/driver-license.ts. */
import type { TemplateResult } from 'lit/html.js';
import type { FieldView } from './field.ts';
import { identifierTemplate } from '../identifiers.ts';

export function driverLicenseTemplate(view: FieldView): TemplateResult {
  return identifierTemplate(view, 'driver-license', { entry: 'driverLicense', autocapitalize: 'characters' });
}
