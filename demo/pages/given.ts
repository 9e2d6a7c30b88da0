/** What came with a case, as a caseworker reads it: one line for each field, as typed, then the service's own answers. */
import type { Entries } from '../../src/standard/identity.ts';
import type { Case } from '../cases/case.ts';
import { elementName, type CouncilService } from '../services/service.ts';
import { html, type Markup } from './markup.ts';

export function givenList(service: CouncilService, { entries }: Case): Markup {
  const own = service.questions.map(({ name, label }): Line => [label, entries[name]?.trim() ?? '']);
  const lines = [...identityLines(entries), ...own].filter(([, words]) => words !== '');
  return html`<dl class="summary">
    ${lines.map(
      ([label, words]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${words}</dd>
        </div>`,
    )}
  </dl>`;
}

type Line = readonly [label: string, words: string | Markup];

function identityLines(entries: Entries): readonly Line[] {
  const typed = (entry: string) => entries[`${elementName}.${entry}`]?.trim() ?? '';
  const joined = (separator: string, ...names: readonly string[]) =>
    names
      .map(typed)
      .filter((words) => words !== '')
      .join(separator);
  const lines = joined(', ', ...['line1', 'line2', 'town'].map((part) => `postalAddress.${part}`));
  const postcode = typed('postalAddress.postcode');
  const address = postcode && html`${lines && `${lines}, `}<span class="unbroken">${postcode}</span>`;
  return [
    ['Name', joined(' ', 'name.full', 'name.given', 'name.family')],
    ['Date of birth', joined(' / ', 'dateOfBirth.day', 'dateOfBirth.month', 'dateOfBirth.year')],
    ['Address', typed('postalAddress.kind') === 'no-fixed-address' ? 'No fixed address' : address || lines],
    ['Email address', typed('emailAddress')],
    ['Phone number', typed('telephoneNumber')],
  ];
}
