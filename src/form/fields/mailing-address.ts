/** Where mail goes: the same as the address, or its own. Rules: standard/fields/mailing-address.ts. */
import { html, type TemplateResult } from 'lit/html.js';
import { sameAddressKind } from '../../standard/fields/mailing-address.ts';
import { legend, type FieldView } from './field.ts';
import { address } from './postal-address-parts.ts';

export function mailingAddressTemplate(view: FieldView): TemplateResult {
  return html`<fieldset class="cif-group cif-fieldset" data-field="mailing-address">
    ${legend(view, 'mailing-address/legend')}
    ${address(view, {
      entry: 'mailingAddress',
      section: 'section-mailing',
      instead: { entry: 'mailingAddress.kind', value: sameAddressKind, label: 'form/same-address' },
      isInsteadFirst: true,
    })}
  </fieldset>`;
}
