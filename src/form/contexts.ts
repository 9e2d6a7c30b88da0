/**
 * What a page can settle once for all its elements: each takes from the nearest provider what it is not given itself.
 * `<citizen-id-settings>` provides them; so can any host with @lit/context.
 */
import { createContext } from '@lit/context';
import type { CustomerIndex } from '../protocol/customer-index.ts';
import type { Messages } from '../standard/messages.ts';

export const indexContext = createContext<CustomerIndex | undefined>(Symbol.for('citizen-id-form/index'));

/** The public id of the calling service. */
export const serviceContext = createContext<string | undefined>(Symbol.for('citizen-id-form/service'));

/** The id of a profile: `gb`. */
export const profileContext = createContext<string | undefined>(Symbol.for('citizen-id-form/profile'));

/** Words instead of those of the page's language. */
export const messagesContext = createContext<Messages | undefined>(Symbol.for('citizen-id-form/messages'));
