/**
 * Folds the host's own reasons out beside the fields that they are about: a child of the element marked `data-citizen-id="why:name"`.
 * The child itself stays where its host put it, hidden, as a framework may look for it there; what is shown is a copy.
 */
import { html, render } from 'lit/html.js';
import { text, type Messages } from '../standard/messages.ts';
import type { Feature, FeatureHost, FeatureParts } from './features.ts';

/** What the mark of such a child begins with; the field's name follows. */
const mark = 'why:';

/** Whether the host says why it asks any field. */
export function saysWhy(host: FeatureHost): boolean {
  return reasonsOf(host).length > 0;
}

function reasonsOf(host: FeatureHost): readonly HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>(`:scope > [data-citizen-id^="${mark}"]`)];
}

export function createWhyWeAskPart({ host }: FeatureParts): Feature {
  const places = new Map<string, HTMLElement>();

  function show(reason: HTMLElement, words: Messages): void {
    const field = reason.dataset['citizenId']?.slice(mark.length) ?? '';
    const group = host.root?.querySelector(`[data-field="${CSS.escape(field)}"]`);
    reason.hidden = true;
    if (!group) return;
    const place = places.get(field) ?? host.ownerDocument.createElement('div');
    places.set(field, place);
    if (place.parentElement !== group) group.append(place);
    const copies = [...reason.childNodes].map((node) => node.cloneNode(true));
    render(
      html`<details class="cif-more">
        <summary class="cif-more-title"><span class="cif-more-words">${text(words, 'form/why-we-ask')}</span></summary>
        <div class="cif-more-body">${copies}</div>
      </details>`,
      place,
    );
  }

  return {
    update: (words) => {
      for (const reason of reasonsOf(host)) show(reason, words);
    },
    remove: () => {
      for (const place of places.values()) place.remove();
    },
  };
}
