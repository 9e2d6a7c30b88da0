/** What is fetched once a resident goes to the first input, in one file: nothing of it is needed before. */
import { askForMore, wantsMore, type AskableHost } from './ask-for-more.ts';
import { askIndex, type AskingHost, type AskOptions, type Outcome } from './ask-index.ts';
import { offerEmailProviders, type OfferingHost } from './offer-email-provider.ts';
import { spreadPastedDates, type DatedHost } from './paste-date.ts';

export { askIndex };
export { putIntoHostField, tellResolved } from './tell-reference.ts';

export type TypingHost = DatedHost & OfferingHost & AskableHost;

/** Helps a resident who types, from now on; once for each element, however often it is called. */
export function helpWhileTyping(host: TypingHost): void {
  spreadPastedDates(host);
  offerEmailProviders(host);
  askForMore(host);
}

/**
 * Asks the index on a submission. `undefined` where another question comes first, too: a form may be sent without anybody having typed
 * in it, say with what was put in at first, and whoever sends it again is then asked for one more answer.
 */
export function askOnSubmission(host: SubmittingHost, options: AskOptions): Promise<Outcome | undefined> {
  helpWhileTyping(host);
  return askIndex(host, { ...options, isHeldUp: () => wantsMore(host) });
}

export type SubmittingHost = TypingHost & AskingHost;
