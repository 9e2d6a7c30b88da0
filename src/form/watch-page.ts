/**
 * What reaches the element from the page around it: a host's `<label for>` that is pressed, a browser that comes Back, and a network that
 * does. Not what is done about it: `focus`, `refresh` and the drawing are the element's.
 */
import { nextFrame } from './before-drawing.ts';
import { maskFromRecorders } from './masking.ts';
import type { ReactiveControllerHost } from '@lit/reactive-element';

export interface HostOnPage extends ReactiveControllerHost, HTMLElement {
  /** Brings everything into line with what the inputs hold. */
  refresh(): void;
}

/** While the element is connected: the listeners stand on document and window, and must go when it does. */
export function watchPage(host: HostOnPage): void {
  /** The label activates the element, which has nothing of its own to focus. */
  const onClick = (event: Event): void => {
    const label = event.composedPath().find((node) => node instanceof HTMLLabelElement);
    if (label?.control === host) host.focus();
  };
  /** Browsers put answers in without an event. What is new is drawn first. */
  const onPageShow = (): void => void nextFrame().then(() => host.refresh());
  /** A drawing fetches what could not be had before: words, a look, parts. */
  const onOnline = (): void => host.requestUpdate();
  const listen = (change: 'addEventListener' | 'removeEventListener'): void => {
    host.ownerDocument[change]('click', onClick);
    host.ownerDocument.defaultView?.[change]('pageshow', onPageShow);
    host.ownerDocument.defaultView?.[change]('online', onOnline);
  };
  host.addController({
    hostConnected() {
      maskFromRecorders(host);
      listen('addEventListener');
    },
    hostDisconnected: () => listen('removeEventListener'),
  });
}
