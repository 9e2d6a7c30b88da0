/**
 * The further words of every locale, each loaded only where it is asked for. Apart from messages.ts, so that a page of five
 * fields does not even load their list.
 */
import type { FurtherMessages } from '../../messages.ts';

const loaders: Readonly<Record<string, () => Promise<FurtherMessages>>> = {
  cy: async () => (await import('./cy.ts')).furtherCy,
  es: async () => (await import('./es.ts')).furtherEs,
  ht: async () => (await import('./ht.ts')).furtherHt,
  'en-US': async () => (await import('./en-US.ts')).furtherEnUS,
};

/** The further words of one of our locales; en-GB where there is no such locale. Rejects where they cannot be fetched. */
export async function loadFurtherMessages(locale: string): Promise<FurtherMessages> {
  return loaders[locale]?.() ?? (await import('./en-GB.ts')).furtherEnGB;
}
