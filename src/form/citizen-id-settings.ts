/** `<citizen-id-settings>`: what all elements inside it share. Shows nothing and is nothing but a provider of contexts.ts. */
import { ContextProvider } from '@lit/context';
import { ReactiveElement } from '@lit/reactive-element';
import type { CustomerIndex } from '../protocol/customer-index.ts';
import type { Messages } from '../standard/messages.ts';
import { indexContext, messagesContext, profileContext, serviceContext } from './contexts.ts';
import { indexFromAttribute } from './index-factory.ts';

export class CitizenIdSettings extends ReactiveElement {
  // Not as decorators: those weigh 0.7 KB more.
  static override properties = {
    index: { converter: { fromAttribute: indexFromAttribute } },
    service: {},
    profile: {},
    messages: { attribute: false },
  };

  /** URL of the Customer Index as an attribute; any `CustomerIndex` as a property. */
  index?: CustomerIndex | undefined;
  /** Public id of the calling service. */
  service?: string;
  /** Id of the profile. */
  profile?: string;
  /** Words instead of those of the page's language. */
  messages?: Messages;

  private readonly indexProvider = new ContextProvider(this, { context: indexContext });
  private readonly serviceProvider = new ContextProvider(this, { context: serviceContext });
  private readonly profileProvider = new ContextProvider(this, { context: profileContext });
  private readonly messagesProvider = new ContextProvider(this, { context: messagesContext });

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(): void {
    this.indexProvider.setValue(this.index);
    this.serviceProvider.setValue(this.service);
    this.profileProvider.setValue(this.profile);
    this.messagesProvider.setValue(this.messages);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'citizen-id-settings': CitizenIdSettings;
  }
}
