/** What is fetched once a resident goes to the first input, in one file: nothing of it is needed before. */
import { askForMore, type AskableHost } from './ask-for-more.ts';
import { offerEmailProviders, type OfferingHost } from './offer-email-provider.ts';
import { spreadPastedDates, type DatedHost } from './paste-date.ts';

export { askIndex } from './ask-index.ts';
export { putIntoHostField, tellResolved } from './tell-reference.ts';

export type TypingHost = DatedHost & OfferingHost & AskableHost;

/** Helps a resident who types, from now on; once for each element, however often it is called. */
export function helpWhileTyping(host: TypingHost): void {
  spreadPastedDates(host);
  offerEmailProviders(host);
  askForMore(host);
}
