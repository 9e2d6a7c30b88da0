/** Draws a service's own questions, filled and marked as they came back. The identity is not among them: see form-page.ts. */
import type { Entries } from '../../src/standard/identity.ts';
import type { Question } from '../services/service.ts';
import { html, type Markup } from './markup.ts';

export interface QuestionState {
  readonly entries: Entries;
  /** Words by the question's name. */
  readonly faults: ReadonlyMap<string, string>;
}

export function drawQuestion(question: Question, state: QuestionState): Markup {
  const fault = state.faults.get(question.name);
  return html`<div class="question${fault === undefined ? '' : ' question-at-fault'}">
    ${question.kind === 'choice' ? choice(question, state) : box(question, state)}
  </div>`;
}

/** Where an error summary's link leads: the box, or the first of the choices. */
export function idOfQuestion(question: Question): string {
  return question.kind === 'choice' ? `${question.name}-1` : question.name;
}

function box(question: Question, { entries, faults }: QuestionState): Markup {
  const { name, label } = question;
  const answer = entries[name] ?? '';
  const attributes = describedBy(question, faults);
  const control =
    question.kind === 'paragraph'
      ? html`<textarea class="input" id="${name}" name="${name}" rows="4" ${attributes}>${answer}</textarea>`
      : html`<input class="input input-short" id="${name}" name="${name}" value="${answer}" ${attributes} />`;
  return html`<label class="label" for="${name}">${label}</label> ${notes(question, faults)} ${control}`;
}

function choice(question: Question, { entries, faults }: QuestionState): Markup {
  const { name, label, options = [] } = question;
  return html`<fieldset ${describedBy(question, faults)}>
    <legend class="label">${label}</legend>
    ${notes(question, faults)}
    ${options.map((option, index) => {
      const id = `${name}-${index + 1}`;
      const checked = entries[name] === option && html`checked`;
      return html`<div class="choice">
        <input type="radio" id="${id}" name="${name}" value="${option}" ${checked} />
        <label for="${id}">${option}</label>
      </div>`;
    })}
  </fieldset>`;
}

function notes({ name, hint }: Question, faults: QuestionState['faults']): Markup {
  const fault = faults.get(name);
  return html`
    ${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${fault !== undefined && html`<p class="fault" id="${name}-fault"><span class="hidden">Error:</span> ${fault}</p>`}
  `;
}

function describedBy({ name, hint, kind }: Question, faults: QuestionState['faults']): Markup {
  const isAtFault = faults.has(name);
  const ids = [hint !== undefined && `${name}-hint`, isAtFault && `${name}-fault`].filter((id) => id !== false).join(' ');
  const invalid = isAtFault && kind !== 'choice' && html`aria-invalid="true"`;
  return html`${ids !== '' && html`aria-describedby="${ids}"`} ${invalid}`;
}
