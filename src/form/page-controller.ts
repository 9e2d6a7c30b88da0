/**
 * Owns what reaches the element from the page around it: a host's `<label for>` that is pressed, and a browser that comes Back.
 * Does not own what is done about it: `focus` and `refresh` are the element's.
 *
 * A controller because the listeners stand on document and window, and must go when the element does.
 */
import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

export interface HostOnPage extends ReactiveControllerHost, HTMLElement {
  /** Brings everything into line with what the inputs hold. */
  refresh(): void;
}

export class PageController implements ReactiveController {
  private readonly host: HostOnPage;

  constructor(host: HostOnPage) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { ownerDocument } = this.host;
    ownerDocument.addEventListener('click', this.onClick);
    ownerDocument.defaultView?.addEventListener('pageshow', this.onPageShow);
  }

  hostDisconnected(): void {
    const { ownerDocument } = this.host;
    ownerDocument.removeEventListener('click', this.onClick);
    ownerDocument.defaultView?.removeEventListener('pageshow', this.onPageShow);
  }

  /** The label activates the element, which has nothing of its own to focus. */
  private readonly onClick = (event: MouseEvent): void => {
    const label = event.composedPath().find((node) => node instanceof HTMLLabelElement);
    if (label?.control === this.host) this.host.focus();
  };

  /** Browsers put answers in without an event. */
  private readonly onPageShow = (): void => this.host.refresh();
}
