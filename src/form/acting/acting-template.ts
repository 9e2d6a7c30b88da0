/** "Who is this for?", and the place of the helper's own questions. The same in a browser and on a server. Markup only. */
import { html, type TemplateResult } from 'lit/html.js';
import { text, type Messages } from '../../standard/messages.ts';
import { actingEntry, someoneElse } from './helper.ts';

export interface WhoView {
  readonly elementName: string;
  readonly words: Messages;
  readonly isForSomeoneElse: boolean;
}

/** What the place of the question has as attributes. */
export const whoAttributes = { class: 'cif-field cif-group', 'data-field': 'acting-for', 'data-entry': actingEntry } as const;

/** Inside its place. The many who ask for themselves need not answer: that is ticked. */
export function whoTemplate({ elementName, words, isForSomeoneElse }: WhoView): TemplateResult {
  const id = `${elementName}.${actingEntry}`;
  return html`<fieldset class="cif-fieldset">
    <legend class="cif-title cif-title-m">${text(words, 'form/acting-for')}</legend>
    <div class="cif-choices cif-radios">
      <div class="cif-radio">
        <input
          class="cif-radio-input"
          id=${id}
          name=${id}
          type="radio"
          value="myself"
          autocomplete="off"
          ?checked=${!isForSomeoneElse}
        />
        <label class="cif-radio-label" for=${id}>${text(words, 'form/acting-for-myself')}</label>
      </div>
      <div class="cif-radio">
        <input
          class="cif-radio-input"
          id=${`${id}.${someoneElse}`}
          name=${id}
          type="radio"
          value=${someoneElse}
          autocomplete="off"
          ?checked=${isForSomeoneElse}
        />
        <label class="cif-radio-label" for=${`${id}.${someoneElse}`}>${text(words, 'form/acting-for-someone-else')}</label>
      </div>
    </div>
  </fieldset>`;
}

/** Inside the helper's place: `questions` is an element of ours under its own name. The title says for itself whom it is for. */
export function helperTemplate(words: Messages, questions: unknown): TemplateResult {
  return html`<div data-field="helper">
    <h2 class="cif-part-title">${text(words, 'form/helper')}</h2>
    ${questions}
  </div>`;
}
