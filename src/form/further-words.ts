/**
 * The words of what comes late: all of the locale that the element speaks, under those that the host has changed. Fetched late, and
 * once for each locale.
 */
import { text, type FurtherMessages, type Messages } from '../standard/messages.ts';
import { loadFurtherMessages } from '../standard/messages/further/further-messages.ts';

const loading = new Map<string, Promise<FurtherMessages | undefined>>();

/** `undefined` where they cannot be fetched. Never rejects. */
export async function furtherWords(words: Messages): Promise<Messages | undefined> {
  const locale = text(words, 'form/locale');
  const further = loading.get(locale) ?? loadFurtherMessages(locale).catch(() => undefined);
  loading.set(locale, further);
  const loaded = await further;
  if (!loaded) loading.delete(locale);
  return loaded && { ...loaded, ...words };
}
