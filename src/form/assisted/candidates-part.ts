/**
 * Owns assisted mode: staff who fill the form in for a caller look the customer up with whatever is right so far, see who it may be and why,
 * and say which, or that it is none of these. What they choose is submitted beside the reference and told in an event.
 * Does not own the finding (the port), nor who may ask: that is the index's, and the host's gateway to it.
 */
import { render } from 'lit/html.js';
import { AdapterError } from '../../protocol/error.ts';
import type { Candidate, CustomerIndex } from '../../protocol/customer-index.ts';
import type { Identity } from '../../standard/identity.ts';
import { text, type MessageKey, type Messages } from '../../standard/messages.ts';
import { standardVersion } from '../../standard/version.ts';
import { CitizenIdExplanation } from '../explanation/citizen-id-explanation.ts';
import type { Feature, FeatureHost, FeatureParts } from '../features.ts';
import { readEntries } from '../inputs.ts';
import { furtherLook } from '../looks/default-further.ts';
import { advise } from '../options.ts';
import { timeLimit } from '../in-time.ts';
import { adoptSheet } from '../style-controller.ts';
import { today } from '../today.ts';
import { CitizenIdCandidateChosenEvent } from './candidate-event.ts';
import { candidatesTemplate, noneOfThese, type CandidatesView } from './candidates-template.ts';

/** Fewer things known of a person find nobody. */
const fewestFields = 2;

export function createCandidatesPart(parts: FeatureParts): Feature {
  if (!customElements.get('citizen-id-explanation')) customElements.define('citizen-id-explanation', CitizenIdExplanation);
  return new CandidatesPart(parts);
}

class CandidatesPart implements Feature {
  private readonly host: FeatureHost;
  private readonly parts: FeatureParts;
  private readonly place: HTMLElement;
  private words: Messages;
  private status = '';
  private candidates: readonly Candidate[] = [];
  private call: AbortController | undefined;
  private adviser: CustomerIndex | undefined;

  constructor(parts: FeatureParts) {
    this.parts = parts;
    this.host = parts.host;
    this.words = this.host.words;
    this.place = this.host.ownerDocument.createElement('div');
    this.place.className = 'cif-group cif-candidates';
    // A choice is no answer: the element has not changed by it.
    for (const type of ['input', 'change']) this.place.addEventListener(type, (event) => event.stopPropagation());
    this.host.addEventListener('citizen-id-changed', this.forget);
    this.host.addEventListener('citizen-id-cleared', this.forget);
  }

  update(words: Messages): void {
    const { host, place } = this;
    this.words = words;
    const questions = host.root?.querySelector(':scope > .cif-questions');
    if (host.appearance === 'default') adoptSheet(host, furtherLook);
    if (questions && place.parentElement !== host.root) questions.after(place);
    this.adviseOnIndex();
    this.draw();
  }

  remove(): void {
    this.forget();
    this.place.remove();
    for (const type of ['citizen-id-changed', 'citizen-id-cleared'] as const) this.host.removeEventListener(type, this.forget);
  }

  /** Who was found, was found by other answers. */
  private readonly forget = (): void => {
    this.call?.abort();
    this.call = undefined;
    this.candidates = [];
    this.say('');
  };

  private adviseOnIndex(): void {
    const { activeIndex } = this.host;
    if (!activeIndex || activeIndex === this.adviser) return;
    this.adviser = activeIndex;
    if (!activeIndex.findCandidates) advise(({ noCandidates }) => noCandidates()).catch(() => undefined);
  }

  private draw(): void {
    const { host, words, status, candidates } = this;
    const view: CandidatesView = {
      id: `${host.elementName}.candidate`,
      words,
      status,
      isBusy: this.call !== undefined,
      isOff: host.isDisabled || host.readonly,
      candidates,
      search: () => void this.search(),
      choose: (value) =>
        host.dispatchEvent(new CitizenIdCandidateChosenEvent({ customerId: value === noneOfThese ? undefined : value })),
    };
    render(candidatesTemplate(view), this.place);
  }

  private say(key: MessageKey | '', params = {}): void {
    this.status = key === '' ? '' : text(this.words, key, params);
    this.draw();
  }

  /** A new search gives the one before it up. */
  private async search(): Promise<void> {
    this.forget();
    const call = new AbortController();
    this.call = call;
    this.say('form/find-customer-pending');
    const found = await this.ask(call);
    if (this.call !== call) return;
    this.call = undefined;
    if (typeof found === 'string') return this.say(found);
    this.candidates = found;
    this.say(found.length > 0 ? 'form/find-customer-count' : 'form/find-customer-none', { count: found.length });
    // Arrow keys choose from here.
    this.place.querySelector<HTMLElement>('input')?.focus();
  }

  /** The customers found, or the words for why there are none to show. */
  private async ask(call: AbortController): Promise<readonly Candidate[] | MessageKey> {
    const { activeIndex, activeService: service = '', activeProfile } = this.host;
    const identity = await this.readable();
    if (Object.keys(identity).length < fewestFields) return 'form/find-customer-more';
    const request = { service, profile: activeProfile.id, standardVersion, identity };
    const timer = setTimeout(() => call.abort(), timeLimit);
    try {
      return (await activeIndex?.findCandidates?.(request, { signal: call.signal })) ?? 'form/find-customer-failed';
    } catch (error) {
      return error instanceof AdapterError && error.status === tooThin ? 'form/find-customer-more' : 'form/find-customer-failed';
    } finally {
      clearTimeout(timer);
    }
  }

  /** What is right of what is typed so far: a caller has not said everything yet. */
  private async readable(): Promise<Identity> {
    const { profiles, host } = this.parts;
    await profiles.loadRules(timeLimit);
    const entries = readEntries(host.inputs);
    const read = host.askedFields.map((field) =>
      profiles.rules?.parseIdentity(entries, profiles.active, { today: today(), fields: [field], requiredFields: [] }),
    );
    return read.reduce<Identity>((whole, parsed) => (parsed?.ok ? { ...whole, ...parsed.value } : whole), {});
  }
}

/** The status with which an index asks to be told more of the person. */
const tooThin = 422;
