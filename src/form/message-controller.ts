/**
 * Owns the words: the element's own, else the nearest provider's, else those of the page's language at this place, which
 * may have to be fetched. Does not own what is said where.
 *
 * A controller because the language of a page can change under the element: on itself, or on the document.
 */
import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { loadAllMessages, loadMessages, negotiateLocale, text, type Messages } from '../standard/messages.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { enGB } from '../standard/messages/en-GB.ts';
import type { Settings } from './contexts.ts';

export interface WordedHost extends ReactiveElement {
  readonly provided: Settings;
  readonly messages?: Messages | undefined;
  /** Whether the words of profile `gb`'s five usual fields are not enough. */
  readonly asksMore: boolean;
  /** Its locale is that of a page that names none, or only the language. */
  readonly activeProfile: Pick<Profile, 'locale'>;
}

export class MessageController implements ReactiveController {
  /** Before the loaded words and behind the host's: of questions about another person (acting/). */
  instead: Partial<Messages> = {};
  private loaded: Messages = enGB;
  private readonly host: WordedHost;
  private readonly observer = new MutationObserver(() => void this.load());

  constructor(host: WordedHost) {
    this.host = host;
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
    const own = this.host.messages ?? this.host.provided.messages;
    return { ...this.loaded, ...this.instead, ...own };
  }

  /** Fetches the words of the language at this place where they are not there yet, and has the element drawn anew. Never rejects. */
  async load(): Promise<void> {
    const { locale } = this;
    const { asksMore } = this.host;
    const hasAll = !asksMore || 'form/purpose' in this.loaded;
    if (locale === text(this.loaded, 'form/locale') && hasAll) return;
    const messages = asksMore ? await loadAllMessages(locale).catch(() => loadMessages(locale)) : await loadMessages(locale);
    if (messages === this.loaded || locale !== this.locale) return;
    this.loaded = messages;
    this.host.requestUpdate();
  }

  private get locale(): string {
    const tag = languageAt(this.host);
    const { locale } = this.host.activeProfile;
    return negotiateLocale(locale.startsWith(tag) ? locale : tag);
  }
}

/** The nearest `lang`, through shadow roots; nothing where no page says. */
export function languageAt(element: Element): string {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node instanceof HTMLElement && node.lang) return node.lang;
  }
  return '';
}
