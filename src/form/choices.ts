/**
 * Pieces for answers that are chosen: a native list and native radios. Like the pieces of fields/field.ts, but fetched only
 * where a field has them (further-fields.ts).
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { EntryName } from '../standard/fields/field.ts';
import type { FieldName } from '../standard/identity.ts';
import { text, type MessageKey } from '../standard/messages.ts';
import { errorMessage } from './error-message.ts';
import { describedBy, drawnLabel, group, hint, inputId, label, markWrong, type FieldView } from './fields/field.ts';
import { isWrong, problemsAt } from './problem.ts';

/** One answer: what is submitted, and its words. */
export interface Choice {
  readonly value: string;
  readonly words: string;
  /** More about it, under it; not in a list. */
  readonly hint?: string;
}

export interface List {
  readonly entry: EntryName;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
  /** Where the label is also the title of the field. */
  readonly isTitle?: boolean;
  /** One of several that stand side by side. */
  readonly isBox?: boolean;
  /** Without one a list begins with its first choice; else with a line that answers nothing. */
  readonly isAnswered?: boolean;
  readonly choices: readonly Choice[];
  readonly autocomplete: string;
  readonly width?: 'medium' | 'month' | 'full';
  /** With which other answers this is asked, as `data-when` has it (paint.ts). */
  readonly when?: string;
}

/** A label, a hint, the place of an error, and a native list. */
export function list(view: FieldView, options: List): TemplateResult {
  const { entry, isTitle = false, when } = options;
  const id = inputId(view, entry);
  const problems = problemsAt(view.problems, entry);
  return html`<div class=${markWrong('cif-field', problems.length > 0)} data-entry=${entry} data-when=${when ?? nothing}>
    ${drawnLabel(view, id, { isTitle, words: label(view, options.label, !view.isRequired) })} ${hint(view, entry, options)}
    ${errorMessage(view, id, problems)} ${listAlone(view, options, describedBy(view, entry, options.hint))}
  </div>`;
}

/** The list without its surroundings, for a field that sets several inputs side by side. */
export function listAlone(view: FieldView, options: List, described: string | typeof nothing = nothing): TemplateResult {
  const { entry, choices, autocomplete, isAnswered = false, isBox = false, width = 'medium' } = options;
  const id = inputId(view, entry);
  const chosen = view.values[entry] ?? '';
  const isFaulty = isWrong(view.problems, entry);
  return html`<select
    class=${markWrong(`cif-input cif-select ${isBox ? 'cif-box-input ' : ''}cif-width-${width}`, isFaulty)}
    id=${id}
    name=${id}
    autocomplete=${autocomplete}
    aria-describedby=${described}
    aria-invalid=${isFaulty ? 'true' : nothing}
  >
    ${isAnswered ? nothing : html`<option value=""></option>`}
    ${choices.map(({ value, words }) => html`<option value=${value} ?selected=${value !== '' && value === chosen}>${words}</option>`)}
  </select>`;
}

export interface Options {
  /** Radios where one answer is chosen, checkboxes where several may be. */
  readonly kind: 'radio' | 'checkbox';
  readonly field: FieldName;
  readonly entry: EntryName;
  readonly legend: MessageKey;
  readonly hint?: MessageKey;
  readonly choices: readonly Choice[];
}

/** A legend, a hint, the place of an error, and native inputs. The first has the id of the entry, so that a summary leads to it. */
export function options(view: FieldView, { kind, field, entry, legend: key, ...more }: Options): TemplateResult {
  const id = inputId(view, entry);
  const problems = problemsAt(view.problems, entry);
  return html`<div class=${markWrong('cif-field cif-group', problems.length > 0)} data-field=${field} data-entry=${entry}>
    ${group(
      view,
      { entry, legend: key, ...(more.hint ? { hint: more.hint } : {}) },
      html`<div class=${kind === 'radio' ? 'cif-choices cif-radios' : 'cif-choices cif-checkboxes'}>
        ${more.choices.map((each, place) => option(view, each, { kind, entry, id: place === 0 ? id : `${id}.${each.value}` }))}
      </div>`,
    )}
  </div>`;
}

interface OptionPlace extends Pick<Options, 'kind' | 'entry'> {
  readonly id: string;
}

function option(view: FieldView, { value, words, hint: hintWords }: Choice, { kind, entry, id }: OptionPlace): TemplateResult {
  // Not `…-hint`: the first has the entry's id, and so would have its hint.
  const described = hintWords === undefined ? nothing : `${id}-item-hint`;
  return html`<div class=${`cif-${kind}`}>
    <input
      class=${`cif-${kind}-input`}
      id=${id}
      name=${inputId(view, entry)}
      type=${kind}
      value=${value}
      autocomplete="off"
      aria-describedby=${described}
      ?checked=${view.values[entry] === value}
    />
    <label class=${`cif-${kind}-label`} for=${id}>${words}</label>
    ${hintWords === undefined ? nothing : html`<div class=${`cif-${kind}-hint cif-hint`} id=${described}>${hintWords}</div>`}
  </div>`;
}

/** The words of a key, as a choice. */
export function choice(view: FieldView, value: string, key: MessageKey): Choice {
  return { value, words: text(view.messages, key) };
}
