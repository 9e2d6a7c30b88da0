/**
 * Has what only some pages ask for fetched where the tag, or the settings around it, ask for it: an address finder, steps, … Until
 * then, and where it cannot be fetched, the form is the plain one, and complete. Not any of it itself: features.ts.
 */
import type { FeatureHost } from './features.ts';
import type { ProfileController } from './profile-controller.ts';
import { loadWhileTyping } from './resolution-controller.ts';
import type { TypingHost } from './while-typing.ts';

/** From now on, after every drawing: a tag can be told so at any time. */
export function watchForFeatures(host: FeatureHost & TypingHost, profiles: ProfileController): void {
  let isFetched = false;
  host.addEventListener('focusin', () => {
    loadWhileTyping().then(
      ({ helpWhileTyping }) => helpWhileTyping(host),
      () => undefined,
    );
  });
  host.addController({
    hostUpdated() {
      if (isFetched || !(host.layout ?? host.addressFinder ?? host.provided.addressFinder)) return;
      isFetched = true;
      import('./features.ts').then(
        ({ addFeatures }) => addFeatures(host, profiles),
        () => (isFetched = false),
      );
    },
  });
}
