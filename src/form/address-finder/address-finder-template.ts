/** What the address finder looks like: a box and a button, what became of the search, and a plain list. Markup only. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { text, type Messages } from '../../standard/messages.ts';

export interface FinderView {
  readonly id: string;
  readonly words: Messages;
  /** What became of the search, in words. */
  readonly status: string;
  readonly isBusy: boolean;
  /** Whether nothing can be typed into the form. */
  readonly isOff: boolean;
  /** In one line each. */
  readonly addresses: readonly string[];
  /** Place in `addresses`; -1 for none. */
  readonly chosen: number;
  readonly search: (postcode: string) => void;
  readonly choose: (place: number) => void;
}

/** A plain list rather than a combobox: every browser and every aid knows it, and a postcode has few addresses. */
export function addressFinderTemplate(view: FinderView): TemplateResult {
  const { id, words, status, isBusy, isOff, addresses } = view;
  return html`<div class="cif-field">
      <label class="cif-label" for=${id}>${text(words, 'form/find-address-label')}</label>
      <div class="cif-hint" id=${`${id}-hint`}>${text(words, 'form/find-address-hint')}</div>
      <div class="cif-together">
        <input
          class="cif-input cif-width-postcode"
          id=${id}
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          aria-describedby=${`${id}-hint ${id}-status`}
          ?disabled=${isOff}
          @keydown=${(event: KeyboardEvent) => searchOnEnter(event, view)}
        />
        <button
          class="cif-button cif-button-secondary"
          type="button"
          ?disabled=${isOff}
          aria-disabled=${isBusy ? 'true' : nothing}
          @click=${(event: Event) => view.search(boxBeside(event)?.value ?? '')}
        >
          ${text(words, 'form/find-address')}
        </button>
      </div>
    </div>
    <p class="cif-said cif-words" id=${`${id}-status`} role="status">${status}</p>
    ${addresses.length > 0 ? listOf(view) : nothing}`;
}

function listOf({ id, words, isOff, addresses, chosen, choose }: FinderView): TemplateResult {
  const listId = `${id}-choice`;
  return html`<div class="cif-field">
    <label class="cif-label" for=${listId}>${text(words, 'form/choose-address')}</label>
    <select
      class="cif-input cif-width-full"
      id=${listId}
      autocomplete="off"
      ?disabled=${isOff}
      @change=${({ target }: Event) => target instanceof HTMLSelectElement && choose(target.selectedIndex - 1)}
    >
      <option value="" .selected=${chosen === -1}>${text(words, 'form/choose-address-none')}</option>
      ${addresses.map((line, place) => html`<option value=${place} .selected=${chosen === place}>${line}</option>`)}
    </select>
  </div>`;
}

/** Enter in an input would submit the form. */
function searchOnEnter(event: KeyboardEvent, { search }: FinderView): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  if (event.target instanceof HTMLInputElement) search(event.target.value);
}

function boxBeside({ target }: Event): HTMLInputElement | undefined {
  return (target instanceof Element && target.closest('.cif-together')?.querySelector('input')) || undefined;
}
