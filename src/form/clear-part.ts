/**
 * Owns the button that empties the form, for computers that one resident uses after another: everything goes, what the server or the host
 * had put in too. Does not own what the browser keeps for Back: that is `no-restore`'s.
 */
import { html, nothing, render } from 'lit/html.js';
import { text, type Messages } from '../standard/messages.ts';
import { CitizenIdClearedEvent } from './cleared-event.ts';
import type { Feature, FeatureHost, FeatureParts } from './features.ts';
import { inputsByEntry } from './inputs.ts';

export function createClearPart({ host }: FeatureParts): Feature {
  const place = host.ownerDocument.createElement('div');
  place.className = 'cif-clear';
  const draw = (words: Messages, said: string): void => {
    const onClick = (): void => {
      clear(host);
      draw(words, text(words, 'form/cleared'));
    };
    render(
      html`<button
          class="cif-button cif-button-secondary"
          type="button"
          ?disabled=${host.isDisabled || host.readonly}
          @click=${onClick}
        >
          ${text(words, 'form/clear')}
        </button>
        <p class="cif-said cif-words" role="status">${said}</p>`,
      place,
    );
  };
  return {
    update(words) {
      if (place.parentElement !== host.root) host.root?.append(place);
      draw(words, '');
    },
    remove: () => place.remove(),
  };
}

function clear(host: FeatureHost): void {
  host.initialIdentity = undefined;
  for (const input of inputsByEntry(host, host.elementName).values()) {
    if (input instanceof HTMLSelectElement) {
      for (const option of input.options) option.defaultSelected = false;
    } else {
      // Of a box that is ticked, the value is not an answer.
      if (input.type === 'text' || input.type === 'tel') input.defaultValue = '';
      input.defaultChecked = false;
    }
  }
  host.reset();
  // What was offered repeats what was typed.
  for (const offered of host.querySelectorAll<HTMLElement>('.cif-offer, .cif-one-more')) render(nothing, offered);
  host.dispatchEvent(new CitizenIdClearedEvent());
  host.focus();
}
