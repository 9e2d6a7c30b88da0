/** Hands a resolution on: to listeners, and to a field of the host's own. Fetched late, as there is none before the index was asked. */
import type { Resolution } from '../protocol/resolution.ts';
import { CitizenIdResolvedEvent } from './resolved-event.ts';

export interface ReferringHost extends HTMLElement {
  readonly bindTo?: string | undefined;
}

/** Tells whoever listens to the element. */
export function tellResolved(host: HTMLElement, resolution: Resolution): void {
  host.dispatchEvent(new CitizenIdResolvedEvent(resolution));
}

/** Low-code platforms serialise their own fields: one of them gets the reference as if it had been typed. */
export function putIntoHostField(host: ReferringHost, reference: string): void {
  const root = host.getRootNode();
  if (!host.bindTo || !(root instanceof Document || root instanceof ShadowRoot)) return;
  const field = root.getElementById(host.bindTo);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.value === reference) return;
  // By the prototype's setter: React puts one of its own on every input, and takes what goes through it for its own doing.
  Reflect.set(Object.getPrototypeOf(field) as object, 'value', reference, field);
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}
