/**
 * Children of the element that its host has marked as words of its own about a field: `data-citizen-id="why:name"`, `"hint:name"`. A child
 * itself stays where its host put it, hidden, as a framework may look for it there; what is shown is a copy.
 */
import { marker } from './adoption.ts';

export interface MarkedChild {
  readonly field: string;
  readonly child: HTMLElement;
}

/** Those of one kind, such as `why`, in their order. */
export function markedChildren(host: Element, kind: string): readonly MarkedChild[] {
  const children = [...host.querySelectorAll<HTMLElement>(`:scope > [${marker}^="${kind}:"]`)];
  return children.map((child) => ({ field: child.getAttribute(marker)?.slice(kind.length + 1) ?? '', child }));
}

/** What stands in a child, to be shown elsewhere. */
export function copiesOf(child: HTMLElement): readonly Node[] {
  return [...child.childNodes].map((node) => node.cloneNode(true));
}

/** Where a field stands, if it is asked. */
export function placeOf(root: Element | undefined, field: string): Element | null {
  return root?.querySelector(`[data-field="${CSS.escape(field)}"]`) ?? null;
}
