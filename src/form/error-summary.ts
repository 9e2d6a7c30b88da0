/**
 * Everything that is wrong, in one list above the questions. Takes focus when it appears; each line leads to the first
 * input that it is about. Only markup: focus and scrolling are the element's.
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { text, type Messages } from '../standard/messages.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import type { Problem } from './problem.ts';

export interface ErrorSummary {
  readonly elementName: string;
  readonly profile: Pick<Profile, 'dateOrder'>;
  readonly problems: readonly Problem[];
  readonly messages: Messages;
}

export function errorSummary(view: ErrorSummary): TemplateResult | typeof nothing {
  const { problems, messages, elementName, profile } = view;
  if (problems.length === 0) return nothing;
  return html`<div class="cif-summary">
    <div class="cif-summary-alert" role="alert">
      <h2 class="cif-summary-title">${text(messages, 'form/error-summary-title')}</h2>
      <div class="cif-summary-body">
        <ul class="cif-summary-list">
          ${problems.map(
            (problem) =>
              html`<li>
                ${
                  problem.path === ''
                    ? problem.words
                    : html`<a class="cif-summary-link" href=${`#${elementName}.${firstEntryOf(problem, profile)}`}
                        >${problem.words}</a
                      >`
                }
              </li>`,
          )}
        </ul>
      </div>
    </div>
  </div>`;
}

/** The entry whose input a problem leads to: the first box where all of a date is at fault. */
export function firstEntryOf({ path }: Problem, { dateOrder }: Pick<Profile, 'dateOrder'>): string {
  return path === 'dateOfBirth' ? `dateOfBirth.${dateOrder[0]}` : path;
}
