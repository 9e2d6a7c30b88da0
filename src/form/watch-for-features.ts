/**
 * Has fetched what is not there at first: help for typing and the telephone rules once somebody types; and what only some pages ask
 * for (an address finder, steps, …) where the tag, or the settings around it, ask for it. Until then, and where it cannot be fetched,
 * the form is the plain one, and complete. Not any of it itself: while-typing.ts, features.ts.
 */
import type { FeatureHost } from './features.ts';
import type { MessageController } from './message-controller.ts';
import type { ProfileController } from './profile-controller.ts';
import { timeLimit } from './in-time.ts';
import { loadWhileTyping } from './resolution-controller.ts';
import type { TypingHost } from './while-typing.ts';

/** From now on, after every drawing: a tag can be told so at any time. */
export function watchForFeatures(host: FeatureHost & TypingHost, profiles: ProfileController, wording: MessageController): void {
  let isFetched = false;
  host.addEventListener('focusin', ({ target }) => {
    const isNumber = target instanceof HTMLInputElement && target.name === `${host.elementName}.telephoneNumber`;
    if (isNumber) void profiles.loadRules(timeLimit);
    loadWhileTyping().then(
      ({ helpWhileTyping }) => helpWhileTyping(host),
      () => undefined,
    );
  });
  host.addController({
    hostUpdated() {
      if (isFetched) return;
      const { layout, addressFinder = host.provided.addressFinder, actingFor, mode, whyWeAsk } = host;
      const isAsked = layout ?? addressFinder ?? actingFor ?? mode ?? whyWeAsk ?? host.querySelector('[data-citizen-id*=":"]');
      // An empty attribute asks, too.
      if (isAsked == null && !host.clearButton && !host.errorTitle) return;
      isFetched = true;
      import('./features.ts').then(
        ({ addFeatures }) => addFeatures({ host, profiles, wording }),
        () => (isFetched = false),
      );
    },
  });
}
