/** What staff see of a search for the caller: a button, what came of it, and the customers it may be, to choose from. Markup only. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Candidate } from '../../protocol/customer-index.ts';
import type { CalendarDate } from '../../standard/calendar-date.ts';
import { foundText } from '../../standard/fields/postal-address.ts';
import type { Identity } from '../../standard/identity.ts';
import { text, type Messages } from '../../standard/messages.ts';

export interface CandidatesView {
  /** Name of the entry, and what every id begins with. */
  readonly id: string;
  readonly words: Messages;
  readonly status: string;
  readonly isBusy: boolean;
  readonly isOff: boolean;
  /** Best first; `undefined` before a search. */
  readonly candidates: readonly Candidate[];
  readonly search: () => void;
  /** An ID, or `none`. */
  readonly choose: (value: string) => void;
}

/** What is submitted where it is none of the customers found. */
export const noneOfThese = 'none';

export function candidatesTemplate(view: CandidatesView): TemplateResult {
  const { words, status, isBusy, isOff, candidates, search } = view;
  return html`<button
      class="cif-button cif-button-secondary"
      type="button"
      ?disabled=${isOff}
      aria-disabled=${isBusy ? 'true' : nothing}
      @click=${search}
    >
      ${text(words, 'form/find-customer')}
    </button>
    <p class="cif-said cif-words" role="status">${status}</p>
    ${candidates.length > 0 ? list(view) : nothing}`;
}

function list(view: CandidatesView): TemplateResult {
  const { candidates, words } = view;
  return html`<div class="cif-field">
    <fieldset class="cif-fieldset">
      <legend class="cif-title cif-title-m">${text(words, 'form/candidates')}</legend>
      <div class="cif-choices cif-radios">
        ${candidates.map((candidate, place) => drawCandidate(candidate, place, view))}
        ${option(view, { value: noneOfThese, id: `${view.id}.none`, label: text(words, 'form/candidate-none') })}
      </div>
    </fieldset>
  </div>`;
}

function drawCandidate(candidate: Candidate, place: number, view: CandidatesView): TemplateResult {
  const { customerId, summary, explanation } = candidate;
  const id = place === 0 ? view.id : `${view.id}.${place + 1}`;
  const name = nameOf(summary) || customerId;
  return html`${option(view, { value: customerId, id, label: name, hint: hintOf(candidate, view) })}
    <details class="cif-more">
      <summary class="cif-more-title">
        <span class="cif-more-words">${text(view.words, 'form/candidate-why')}<span class="cif-unseen">: ${name}</span></span>
      </summary>
      <div class="cif-more-body"><citizen-id-explanation .evidence=${explanation}></citizen-id-explanation></div>
    </details>`;
}

interface Option {
  readonly value: string;
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
}

function option({ id: name, isOff, choose }: CandidatesView, { value, id, label, hint }: Option): TemplateResult {
  return html`<div class="cif-radio">
    <input
      class="cif-radio-input"
      id=${id}
      name=${name}
      type="radio"
      value=${value}
      autocomplete="off"
      aria-describedby=${hint === undefined ? nothing : `${id}-hint`}
      ?disabled=${isOff}
      @change=${() => choose(value)}
    />
    <label class="cif-radio-label" for=${id}>${label}</label>
    ${hint === undefined ? nothing : html`<div class="cif-radio-hint cif-hint" id=${`${id}-hint`}>${hint}</div>`}
  </div>`;
}

function nameOf({ name, organisation }: Identity): string {
  const parts = name ? [name.given, name.middle, name.family, name.suffix] : [organisation?.legalName];
  return name?.full ?? parts.filter((part) => part !== undefined).join(' ');
}

/** How sure, and by what else staff can tell them apart. Never rounded up to certainty. */
function hintOf({ grade, probability, summary }: Candidate, { words }: CandidatesView): string {
  const { dateOfBirth, postalAddress, emailAddress, telephoneNumber } = summary;
  const sure = `${text(words, `form/grade-${grade}`)}, ${(Math.floor(Math.min(probability, 0.999) * 1000) / 10).toFixed(1)} %`;
  const born = dateOfBirth && dateWords(dateOfBirth, words);
  const lives = postalAddress && foundText(postalAddress);
  return [sure, born, lives, emailAddress, telephoneNumber?.typed]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** As the language writes it: 28 February 1963. Of a date that an index knows in part, what it knows. */
function dateWords({ year, month, day }: Partial<CalendarDate>, words: Messages): string {
  const name = month === undefined ? undefined : text(words, 'dateOfBirth.month/names').split(' ')[month - 1];
  if (name === undefined || year === undefined) return [day, name, year].filter((part) => part !== undefined).join(' ');
  if (day === undefined) return text(words, 'form/date-without-day', { month: name, year });
  return text(words, 'form/date', { day, month: name, year });
}
