/**
 * Folds reasons out beside the fields that they are about: the host's own, from children of the element marked
 * `data-citizen-id="why:name"`, and ours where the attribute `why-we-ask` wants them. Identifiers have none of ours: their purpose, which
 * the host must state, stands beside them.
 */
import { html, render } from 'lit/html.js';
import { text, type Messages } from '../standard/messages.ts';
import type { Feature, FeatureHost, FeatureParts } from './features.ts';
import { copiesOf, markedChildren, placeOf } from './marked-children.ts';
import { wordsOf } from './options.ts';

/** Whether any reason is given or wanted. */
export function saysWhy(host: FeatureHost): boolean {
  return host.whyWeAsk != null || markedChildren(host, 'why').length > 0;
}

type Reason = readonly Node[] | string;

/** By field; the host's own words count. */
function reasonsOf(host: FeatureHost, words: Messages): ReadonlyMap<string, Reason> {
  const named = wordsOf(host.whyWeAsk ?? '');
  const wanted = host.whyWeAsk == null ? [] : named.length > 0 ? named : host.askedFields;
  const known = new Map(Object.entries(words));
  const ours = wanted.flatMap((field): (readonly [string, Reason])[] => {
    const reason = known.get(`why/${field}`);
    return reason === undefined ? [] : [[field, reason]];
  });
  const theirs = markedChildren(host, 'why').map(({ field, child }) => [field, copiesOf(child)] as const);
  return new Map<string, Reason>([...ours, ...theirs]);
}

export function createWhyWeAskPart({ host }: FeatureParts): Feature {
  const places = new Map<string, HTMLElement>();

  function show(field: string, reason: Reason, words: Messages): void {
    const group = placeOf(host.root, field);
    if (!group) return;
    const place = places.get(field) ?? host.ownerDocument.createElement('div');
    places.set(field, place);
    if (place.parentElement !== group) group.append(place);
    render(
      html`<details class="cif-more">
        <summary class="cif-more-title"><span class="cif-more-words">${text(words, 'form/why-we-ask')}</span></summary>
        <div class="cif-more-body">${reason}</div>
      </details>`,
      place,
    );
  }

  return {
    update(words) {
      const reasons = reasonsOf(host, words);
      for (const { child } of markedChildren(host, 'why')) child.hidden = true;
      for (const [field, place] of places) if (!reasons.has(field)) place.remove();
      for (const [field, reason] of reasons) show(field, reason, words);
    },
    remove: () => {
      for (const place of places.values()) place.remove();
    },
  };
}
