/**
 * Pieces for answers that are chosen: a native list and native radios. Like the pieces of fields/field.ts, but fetched only
 * where a field has them (further-fields.ts).
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { EntryName } from '../standard/fields/field.ts';
import type { FieldName } from '../standard/identity.ts';
import { text, type MessageKey } from '../standard/messages.ts';
import { errorMessage } from './error-message.ts';
import { describedBy, inputId, label, type FieldView } from './fields/field.ts';
import { isWrong, problemsAt } from './problem.ts';

/** One answer: what is submitted, and its words. */
export interface Choice {
  readonly value: string;
  readonly words: string;
}

export interface List {
  readonly entry: EntryName;
  readonly label: MessageKey;
  /** Without one a list begins with its first choice; else with a line that answers nothing. */
  readonly isAnswered?: boolean;
  readonly choices: readonly Choice[];
  readonly autocomplete: string;
  readonly width?: 'medium' | 'month' | 'full';
  /** With which other answers this is asked, as `data-when` has it (paint.ts). */
  readonly when?: string;
}

/** A label, the place of an error, and a native list. */
export function list(view: FieldView, options: List): TemplateResult {
  const id = inputId(view, options.entry);
  const problems = problemsAt(view.problems, options.entry);
  return html`<div class="cif-field" data-entry=${options.entry} data-when=${options.when ?? nothing}>
    <label class="cif-label" for=${id}>${label(view, options.label, !view.isRequired)}</label>
    ${errorMessage({ id, problems, messages: view.messages })}
    ${listAlone(view, options, describedBy(view, options.entry, undefined))}
  </div>`;
}

/** The list without its surroundings, for a field that sets several inputs side by side. */
export function listAlone(view: FieldView, options: List, described: string | typeof nothing = nothing): TemplateResult {
  const { entry, choices, autocomplete, isAnswered = false, width = 'medium' } = options;
  const id = inputId(view, entry);
  const chosen = view.values[entry] ?? '';
  return html`<select
    class=${`cif-input cif-width-${width}`}
    id=${id}
    name=${id}
    autocomplete=${autocomplete}
    aria-describedby=${described}
    aria-invalid=${isWrong(view.problems, entry) ? 'true' : nothing}
  >
    ${isAnswered ? nothing : html`<option value=""></option>`}
    ${choices.map(({ value, words }) => html`<option value=${value} ?selected=${value !== '' && value === chosen}>${words}</option>`)}
  </select>`;
}

export interface Radios {
  readonly field: FieldName;
  readonly entry: EntryName;
  readonly legend: MessageKey;
  readonly choices: readonly Choice[];
}

/** A legend, the place of an error, and native radios. The first has the id of the entry, so that a summary leads to it. */
export function radios(view: FieldView, { field, entry, legend, choices }: Radios): TemplateResult {
  const id = inputId(view, entry);
  const problems = problemsAt(view.problems, entry);
  return html`<fieldset
    class="cif-group"
    data-field=${field}
    data-entry=${entry}
    aria-describedby=${describedBy(view, entry, undefined)}
  >
    <legend class="cif-title">${label(view, legend, !view.isRequired)}</legend>
    ${errorMessage({ id, problems, messages: view.messages })}
    <div class="cif-choices">
      ${choices.map(({ value, words }, place) => {
        const ownId = place === 0 ? id : `${id}.${value}`;
        return html`<div class="cif-checkbox">
          <input
            class="cif-checkbox-input"
            id=${ownId}
            name=${id}
            type="radio"
            value=${value}
            autocomplete="off"
            ?checked=${view.values[entry] === value}
          />
          <label class="cif-checkbox-label" for=${ownId}>${words}</label>
        </div>`;
      })}
    </div>
  </fieldset>`;
}

/** The words of a key, as a choice. */
export function choice(view: FieldView, value: string, key: MessageKey): Choice {
  return { value, words: text(view.messages, key) };
}
