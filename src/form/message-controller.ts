/**
 * Owns the words: the element's own, else the nearest provider's, else those of the page's language at this place, which
 * may have to be fetched. Does not own what is said where.
 *
 * A controller because the language of a page can change under the element: on itself, or on the document.
 */
import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { loadMessages, negotiateLocale, text, type Messages } from '../standard/messages.ts';
import { enGB } from '../standard/messages/en-GB.ts';
import { messagesContext } from './contexts.ts';

export type WordedHost = ReactiveElement & { readonly messages?: Messages | undefined };

export class MessageController implements ReactiveController {
  private loaded: Messages = enGB;
  private readonly provided: ContextConsumer<typeof messagesContext, WordedHost>;
  private readonly host: WordedHost;
  private readonly observer = new MutationObserver(() => void this.load());

  constructor(host: WordedHost) {
    this.host = host;
    this.provided = new ContextConsumer(host, { context: messagesContext, subscribe: true });
    host.addController(this);
  }

  hostConnected(): void {
    const page = this.host.ownerDocument.documentElement;
    this.observer.observe(page, { attributeFilter: ['lang'] });
    void this.load();
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  get words(): Messages {
    return this.host.messages ?? this.provided.value ?? this.loaded;
  }

  /** Fetches the words of the language at this place where they are not there yet, and has the element drawn anew. Never rejects. */
  async load(): Promise<void> {
    const locale = languageAt(this.host);
    if (negotiateLocale(locale) === text(this.loaded, 'form/locale')) return;
    const messages = await loadMessages(locale);
    if (messages === this.loaded || locale !== languageAt(this.host)) return;
    this.loaded = messages;
    this.host.requestUpdate();
  }
}

/** The nearest `lang`, through shadow roots; British English where no page says. */
function languageAt(element: Element): string {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof HTMLElement && node.lang) return node.lang;
  }
  return 'en-GB';
}
