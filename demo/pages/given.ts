/** What came with a case, as a caseworker reads it: one line for each field, as typed, then the service's own answers. */
import type { Entries } from '../../src/standard/identity.ts';
import type { Case } from '../cases/case.ts';
import { elementName, type CouncilService } from '../services/service.ts';
import { html, type Markup } from './markup.ts';

export function givenList(service: CouncilService, { entries }: Case): Markup {
  const own = service.questions.map(({ name, label }): Line => [label, entries[name] ?? '']);
  const lines = [...identityLines(entries), ...own].filter(([, words]) => words.trim() !== '');
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

type Line = readonly [label: string, words: string];

function identityLines(entries: Entries): readonly Line[] {
  const typed = (entry: string) => entries[`${elementName}.${entry}`]?.trim() ?? '';
  const joined = (separator: string, ...names: readonly string[]) =>
    names
      .map(typed)
      .filter((words) => words !== '')
      .join(separator);
  const address = joined(', ', ...['line1', 'line2', 'town', 'postcode'].map((part) => `postalAddress.${part}`));
  return [
    ['Name', joined(' ', 'name.full', 'name.given', 'name.family')],
    ['Date of birth', joined(' / ', 'dateOfBirth.day', 'dateOfBirth.month', 'dateOfBirth.year')],
    ['Address', typed('postalAddress.kind') === 'no-fixed-address' ? 'No fixed address' : address],
    ['Email address', typed('emailAddress')],
    ['Phone number', typed('telephoneNumber')],
  ];
}
