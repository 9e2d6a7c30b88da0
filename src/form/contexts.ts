/**
 * What a page can settle once for all its elements: each takes from the nearest provider what it is not given itself.
 * `<citizen-id-settings>` provides them; so can any host with @lit/context.
 */
import { createContext, type ContextType } from '@lit/context';
import type { AddressFinder } from '../protocol/address-finder.ts';
import type { CustomerIndex } from '../protocol/customer-index.ts';
import type { Messages } from '../standard/messages.ts';

export const indexContext = createContext<CustomerIndex | undefined>(Symbol.for('citizen-id-form/index'));

/** The public id of the calling service. */
export const serviceContext = createContext<string | undefined>(Symbol.for('citizen-id-form/service'));

/** The id of a profile: `gb`. */
export const profileContext = createContext<string | undefined>(Symbol.for('citizen-id-form/profile'));

/** Words instead of those of the page's language. */
export const messagesContext = createContext<Messages | undefined>(Symbol.for('citizen-id-form/messages'));

/** Finds addresses at a postcode: any `AddressFinder`, or the URL of one. */
export const addressFinderContext = createContext<AddressFinder | string | undefined>(
  Symbol.for('citizen-id-form/address-finder'),
);

/** All of them, by the names of the properties that they stand in for. */
export const contexts = {
  index: indexContext,
  service: serviceContext,
  profile: profileContext,
  messages: messagesContext,
  addressFinder: addressFinderContext,
} as const;

export type SettingName = keyof typeof contexts;

export const settingNames = Object.keys(contexts) as SettingName[];

export type Settings = { readonly [Name in SettingName]?: ContextType<(typeof contexts)[Name]> };
