/** What stands around the questions of a form in steps: how far one is, a button, and all answers to be checked. Markup only. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { text, type Messages } from '../../standard/messages.ts';

export interface Progress {
  readonly words: Messages;
  /** Counted from 1. */
  readonly step: number;
  readonly steps: number;
  /** What is asked, for those who only hear the heading. */
  readonly title: string;
  readonly back: () => void;
}

export function progressTemplate({ words, step, steps, title, back }: Progress): TemplateResult {
  const goBack = (event: Event) => {
    event.preventDefault();
    back();
  };
  return html`${step > 1 ? html`<a class="cif-link cif-back" href="#" @click=${goBack}>${text(words, 'form/back')}</a>` : nothing}
    <h2 class="cif-step" tabindex="-1">
      ${text(words, 'form/step', { step, steps })}<span class="cif-unseen">: ${title}</span>
    </h2>`;
}

/** `formnovalidate`, or the browser would hold a step up for what the host asks later. */
export function continueTemplate(words: Messages, formId: string | null): TemplateResult {
  return html`<button class="cif-button cif-button-primary" type="submit" formnovalidate form=${formId ?? nothing}>
    ${text(words, 'form/continue')}
  </button>`;
}

export interface AnswerRow {
  readonly label: string;
  readonly lines: readonly string[];
  /** Id of the first input. */
  readonly id: string;
}

export function answersTemplate(words: Messages, rows: readonly AnswerRow[]): TemplateResult {
  return html`<h2 class="cif-part-title" tabindex="-1">${text(words, 'form/check-answers')}</h2>
    <dl class="cif-answers">
      ${rows.map(
        ({ label, lines, id }) =>
          html`<div class="cif-answer">
            <dt class="cif-key">${label}</dt>
            <dd class="cif-value">
              ${lines.length > 0 ? lines.map((line) => html`<span class="cif-line">${line}</span> `) : text(words, 'form/not-given')}
            </dd>
            <dd class="cif-change">
              <a class="cif-link" href=${`#${id}`}>${text(words, 'form/change')}<span class="cif-unseen"> ${label}</span></a>
            </dd>
          </div>`,
      )}
    </dl>`;
}
