/**
 * What only some pages ask for, each part fetched by itself when it is asked for, and taken away when it no longer is. Fetched late,
 * and so is each part, with the words and the style sheet that they share.
 */
import type { ReactiveElement } from '@lit/reactive-element';
import type { AddressFinder } from '../protocol/address-finder.ts';
import type { CustomerIndex } from '../protocol/customer-index.ts';
import type { FieldName, Identity } from '../standard/identity.ts';
import type { Issue } from '../standard/issue.ts';
import type { Messages } from '../standard/messages.ts';
import type { Profile } from '../standard/profiles/profile.ts';
import { furtherWords } from './further-words.ts';
import { inTime } from './in-time.ts';
import { adoptLateLook } from './late-look.ts';
import { advise } from './options.ts';
import type { ProfileController } from './profile-controller.ts';
import type { Helper } from './acting/helper.ts';
import type { Settings } from './contexts.ts';
import type { Inputs } from './inputs.ts';
import type { MessageController } from './message-controller.ts';
import type { StyledHost } from './style-controller.ts';
import { createOwnHintsPart, hasOwnHints } from './own-hints-part.ts';
import { createWhyWeAskPart, saysWhy } from './why-we-ask-part.ts';

/** One of the parts, while it is asked for. */
export interface Feature {
  /** Once at first and after every drawing of the element: brings the part into line with it. */
  update(words: Messages): void;
  /** Takes away all that it put there. */
  remove(): void;
}

/** What the parts need of the element. */
export interface FeatureHost extends ReactiveElement, Pick<StyledHost, 'appearance' | 'css'> {
  readonly provided: Settings;
  readonly elementName: string;
  readonly root: HTMLElement | undefined;
  readonly words: Messages;
  readonly activeProfile: Profile;
  readonly isDisabled: boolean;
  readonly readonly: boolean;
  initialIdentity?: Identity | undefined;
  readonly addressFinder?: AddressFinder | string | undefined;
  readonly form: HTMLFormElement | null;
  readonly layout?: 'page' | 'steps' | undefined;
  readonly stepHistory?: 'entries' | 'none' | undefined;
  step?: string | undefined;
  readonly clearButton: boolean;
  readonly errorTitle: boolean;
  readonly actingFor?: string | undefined;
  readonly mode?: 'self' | 'assisted' | undefined;
  readonly whyWeAsk?: string | undefined;
  readonly messages?: Messages;
  readonly activeIndex: CustomerIndex | undefined;
  readonly activeService: string | undefined;
  readonly askedFields: readonly FieldName[];
  readonly inputs: Inputs;
  helper?: Helper | undefined;
  readonly issues: readonly Issue[];
  /** Takes the answers back to what they were at first. */
  reset(): void;
  showIssues(options: { readonly takeFocus: boolean }): void;
  /** Brings everything into line with what the inputs hold. */
  refresh(): void;
}

/** What a part is made from. */
export interface FeatureParts {
  readonly host: FeatureHost;
  readonly profiles: ProfileController;
  readonly wording: MessageController;
  /** The element's own finder, else the nearest provider's. */
  readonly addressFinder: () => AddressFinder | string | undefined;
}

interface Offer {
  isAsked(parts: FeatureParts): boolean;
  load(parts: FeatureParts): Promise<Feature>;
}

const offers: readonly Offer[] = [
  {
    isAsked: ({ addressFinder }) => Boolean(addressFinder()),
    load: async (parts) => (await import('./address-finder/address-finder-part.ts')).createAddressFinderPart(parts),
  },
  {
    isAsked: ({ host }) => host.actingFor != null,
    load: async (parts) => (await import('./acting/acting-part.ts')).createActingPart(parts),
  },
  {
    isAsked: ({ host }) => host.mode === 'assisted',
    load: async (parts) => (await import('./assisted/candidates-part.ts')).createCandidatesPart(parts),
  },
  {
    isAsked: ({ host }) => host.layout === 'steps',
    load: async (parts) => (await import('./steps/steps-part.ts')).createStepsPart(parts),
  },
  {
    isAsked: ({ host }) => host.clearButton,
    load: async (parts) => (await import('./clear-part.ts')).createClearPart(parts),
  },
  {
    isAsked: ({ host }) => host.errorTitle,
    load: async (parts) => (await import('./error-title-part.ts')).createErrorTitlePart(parts),
  },
  {
    isAsked: ({ host }) => saysWhy(host),
    load: async (parts) => createWhyWeAskPart(parts),
  },
  {
    isAsked: ({ host }) => hasOwnHints(host),
    load: async (parts) => createOwnHintsPart(parts),
  },
];

/** A wrong word is told to whoever wrote it, and the default taken. */
function adviseOnFeatures({ layout, stepHistory, mode }: FeatureHost): void {
  const check = (attribute: string, value: string | null | undefined, allowed: readonly string[]) => {
    if (value != null && !allowed.includes(value))
      advise(({ notAllowed }) => notAllowed(attribute, value, allowed)).catch(() => undefined);
  };
  check('layout', layout, ['page', 'steps']);
  check('step-history', stepHistory, ['entries', 'none']);
  check('mode', mode, ['self', 'assisted']);
}

/** From now on, the parts that the element asks for. What cannot be fetched is done without. */
export function addFeatures(given: Omit<FeatureParts, 'addressFinder'>): void {
  const { host } = given;
  const parts: FeatureParts = { ...given, addressFinder: () => host.addressFinder ?? host.provided.addressFinder };
  const loaded = new Map<Offer, Promise<Feature | undefined>>();

  function loadingOf(offer: Offer): Promise<Feature | undefined> {
    const loading = loaded.get(offer) ?? offer.load(parts).catch(() => void loaded.delete(offer));
    loaded.set(offer, loading);
    return loading;
  }

  async function bringIntoLine(offer: Offer, words: Messages): Promise<void> {
    if (!offer.isAsked(parts)) {
      (await inTime(loaded.get(offer)))?.remove();
      loaded.delete(offer);
      return;
    }
    const loading = loadingOf(offer);
    const feature = await inTime(loading);
    if (loaded.get(offer) !== loading) return;
    if (feature) feature.update(words);
    // One that hangs keeps none of the others waiting; all are gone through again once it is there.
    else void loading.then(() => host.requestUpdate());
  }

  async function update(): Promise<void> {
    adviseOnFeatures(host);
    adoptLateLook(host);
    const words = await furtherWords(host.words);
    if (!words) return;
    for (const offer of offers) if (offer.isAsked(parts)) void loadingOf(offer);
    // Fetched at once, and drawn in their order: steps go through what the parts before them have added.
    for (const offer of offers) await bringIntoLine(offer, words);
  }

  host.addController({ hostUpdated: () => void update() });
  void update();
}
