/**
 * The several places of a customer, each with what it is for. Three are there to be filled in; all but the first are folded
 * away until they are wanted. Rules: standard/fields/locations.ts.
 */
import { html, type TemplateResult } from 'lit/html.js';
import type { EntryName } from '../../standard/fields/field.ts';
import { text } from '../../standard/messages.ts';
import { choice, list } from '../choices.ts';
import { legend, type FieldView } from './field.ts';
import { address } from './postal-address-parts.ts';

/** Places that a form offers. The standard reads more. */
const offered = [1, 2, 3] as const;
const uses = ['billTo', 'shipTo', 'soldTo'] as const;

export function locationsTemplate(view: FieldView): TemplateResult {
  return html`<fieldset class="cif-group cif-fieldset" data-field="locations">
    ${legend(view, 'locations/legend')} ${offered.map((number) => (number === 1 ? place(view, number) : folded(view, number)))}
  </fieldset>`;
}

/** Open where it holds something, or something in it is wrong. */
function folded(view: FieldView, number: number): TemplateResult {
  const prefix = `locations.${number}.`;
  const isAnswered = Object.entries(view.values).some(([entry, value]) => entry.startsWith(prefix) && value !== '');
  const isAtFault = view.problems.some(({ path }) => path.startsWith(prefix));
  return html`<details class="cif-more" ?open=${isAnswered || isAtFault}>
    <summary class="cif-more-title">${text(view.messages, 'locations/place', { number })}</summary>
    ${place(view, number, true)}
  </details>`;
}

/** What is folded has its title outside. */
function place(view: FieldView, number: number, isFolded = false): TemplateResult {
  return html`<fieldset class="cif-place cif-fieldset">
    <legend class=${isFolded ? 'cif-unseen' : 'cif-place-title'}>${text(view.messages, 'locations/place', { number })}</legend>
    ${address(view, { entry: `locations.${number}`, section: `section-location-${number}` })}
    ${uses.map((use) => {
      const entry: EntryName = `locations.${number}.${use}`;
      return list(
        { ...view, isRequired: true },
        {
          entry,
          label: `locations.${use}/label`,
          autocomplete: 'off',
          isAnswered: true,
          choices: [
            choice(view, '', 'form/use-none'),
            choice(view, 'use', 'form/use-other'),
            choice(view, 'primary', 'form/use-primary'),
          ],
        },
      );
    })}
  </fieldset>`;
}
