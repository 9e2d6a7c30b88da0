/**
 * Shows the host's own hints in the place of ours: children of the element marked `data-citizen-id="hint:name"`. They describe the input or
 * the group, as ours do. For words alone there are `messages`; this is for what has markup, say an emphasis.
 */
import type { Feature, FeatureHost, FeatureParts } from './features.ts';
import { copiesOf, markedChildren, placeOf } from './marked-children.ts';

/** Whether the host has any hint of its own. */
export function hasOwnHints(host: FeatureHost): boolean {
  return markedChildren(host, 'hint').length > 0;
}

interface Shown {
  readonly hint: HTMLElement;
  /** The hint that it stands in for, and what both describe. */
  readonly ours: HTMLElement | null;
  readonly described: Element;
}

export function createOwnHintsPart({ host }: FeatureParts): Feature {
  const shown = new Map<string, Shown>();

  function show(field: string, child: HTMLElement): void {
    child.hidden = true;
    const [around, described] = describedAt(placeOf(host.root, field));
    if (!around || !described) return;
    const hint = shown.get(field)?.hint ?? host.ownerDocument.createElement('div');
    hint.classList.add('cif-hint');
    hint.id = `${host.elementName}.${field}-own-hint`;
    hint.replaceChildren(...copiesOf(child));
    const ours = oursIn(around, hint);
    if (hint.parentElement !== around) (ours ?? around.querySelector(':scope > :is(legend, label, h1)'))?.after(hint);
    if (ours) ours.hidden = true;
    describe(described, hint.id, ours?.id);
    shown.set(field, { hint, ours, described });
  }

  function takeAway(field: string, { hint, ours, described }: Shown): void {
    hint.remove();
    if (ours) ours.hidden = false;
    describe(described, ours?.id, hint.id);
    shown.delete(field);
  }

  return {
    update() {
      const marked = markedChildren(host, 'hint');
      for (const [field, each] of shown) if (!marked.some((other) => other.field === field)) takeAway(field, each);
      for (const { field, child } of marked) show(field, child);
    },
    remove() {
      for (const [field, each] of shown) takeAway(field, each);
    },
  };
}

/** The hint to stand in for; one that states the purpose of an identifier stays. */
function oursIn(around: Element, own: Element): HTMLElement | null {
  const hints = [...around.children].filter(
    (child) => child.matches('.cif-hint') && child !== own && !child.querySelector('.cif-note'),
  );
  return hints[0] instanceof HTMLElement ? hints[0] : null;
}

/** What stands around a field's hint, and what the hint describes: a group, or the one input. */
function describedAt(place: Element | null): readonly [Element?, Element?] {
  const group = place?.matches('.cif-fieldset') ? place : place?.querySelector('.cif-fieldset');
  if (group) return [group, group];
  const input = place?.querySelector('.cif-input');
  return input?.parentElement ? [input.parentElement, input] : [];
}

/** The first in the other's stead, and before all else; an error is said last. */
function describe(element: Element, id: string | undefined, instead: string | undefined): void {
  const others = (element.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each !== id && each !== instead);
  const ids = [id ?? '', ...others].filter((each) => each !== '');
  if (ids.length === 0) element.removeAttribute('aria-describedby');
  else element.setAttribute('aria-describedby', ids.join(' '));
}
