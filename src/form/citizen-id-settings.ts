/** `<citizen-id-settings>`: what all elements inside it share. Shows nothing and is nothing but a provider of contexts.ts. */
import { ReactiveElement } from '@lit/reactive-element';
import type { AddressFinder } from '../protocol/address-finder.ts';
import type { CustomerIndex } from '../protocol/customer-index.ts';
import type { Messages } from '../standard/messages.ts';
import { contexts, settingNames, type SettingName } from './contexts.ts';
import { indexFromAttribute } from './index-factory.ts';

type Callback = HTMLElementEventMap['context-request']['callback'];

// Answers the requests of consumers by itself: the provider of @lit/context weighs 0.5 KB more, for what only this element needs.
export class CitizenIdSettings extends ReactiveElement {
  // Not as decorators: those weigh 0.7 KB more.
  static override properties = {
    index: { converter: { fromAttribute: indexFromAttribute } },
    service: {},
    profile: {},
    messages: { attribute: false },
    addressFinder: { attribute: 'address-finder' },
  };

  /** URL of the Customer Index as an attribute; any `CustomerIndex` as a property. */
  index?: CustomerIndex | undefined;
  /** Public id of the calling service. */
  service?: string;
  /** Id of the profile. */
  profile?: string;
  /** Words instead of those of the page's language. */
  messages?: Messages;
  /** URL of an address finder as an attribute; any `AddressFinder` as a property. */
  addressFinder?: AddressFinder | string | undefined;

  /** Whom to tell of a change: what they call back with, and how they leave. */
  private readonly subscribers = new Map<Callback, { readonly setting: SettingName; readonly leave: () => void }>();

  constructor() {
    super();
    this.addEventListener('context-request', this.onRequest);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override updated(): void {
    for (const [callback, { setting, leave }] of this.subscribers) callback(this[setting], leave);
  }

  private readonly onRequest = (event: HTMLElementEventMap['context-request']): void => {
    const setting = settingNames.find((name) => contexts[name] === event.context);
    if (!setting) return;
    event.stopPropagation();
    const { callback } = event;
    const leave = () => void this.subscribers.delete(callback);
    if (event.subscribe) this.subscribers.set(callback, { setting, leave });
    callback(this[setting], event.subscribe ? leave : undefined);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'citizen-id-settings': CitizenIdSettings;
  }
}
