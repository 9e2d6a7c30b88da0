/**
 * What the templates of all national identifiers share: one line, with the host's reason for asking. A profile holds an
 * identifier only where a purpose is stated, so none is ever drawn without.
 */
import { html, type TemplateResult } from 'lit/html.js';
import { text } from '../standard/messages.ts';
import type { IdentifierName } from '../standard/profiles/profile.ts';
import type { FieldName } from '../standard/identity.ts';
import { textInput, type FieldView, type TextInput } from './fields/field.ts';

/** One line under its own title. No browser is to keep or offer it. */
export function identifierTemplate(
  view: FieldView,
  field: FieldName & IdentifierName,
  input: Pick<TextInput, 'entry' | 'inputMode' | 'autocapitalize'>,
): TemplateResult {
  return html`<div class="cif-group" data-field=${field}>
    ${textInput(view, {
      ...input,
      label: `${field}/label`,
      hint: `${field}/hint`,
      note: purposeOf(view, field),
      autocomplete: 'off',
      width: 'code',
      isTitle: true,
    })}
  </div>`;
}

/** Why it is asked, as the resident is told. */
export function purposeOf({ profile, messages }: FieldView, identifier: IdentifierName): string | undefined {
  const purpose = profile.purposes?.[identifier];
  return purpose && text(messages, 'form/purpose', { purpose });
}
