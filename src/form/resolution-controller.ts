/**
 * Owns the resolution: asking the index about what is typed, within a time limit; what came of it; and that it no longer
 * counts once an answer has changed. Puts the reference where the form, and a host's own field, submit it.
 * Does not own when to ask (form-submission.ts) nor whether the answers are right (standard/).
 *
 * A controller because a call to the index outlives the submit event that caused it, and may outlive the element.
 */
import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { CustomerIndex } from '../protocol/customer-index.ts';
import { AdapterError, CitizenIdError, type ErrorCode } from '../protocol/error.ts';
import type { Resolution } from '../protocol/resolution.ts';
import type { Identity } from '../standard/identity.ts';
import { standardVersion } from '../standard/version.ts';
import type { Status } from './paint.ts';
import { CitizenIdDeferredEvent, CitizenIdResolvedEvent } from './events.ts';

/** Milliseconds a resident waits for the index, the loading of rules included. */
export const timeLimit = 4_000;

export interface ResolvingHost extends ReactiveControllerHost, HTMLElement {
  /** `undefined` while the answers have issues. */
  readonly identity: Identity | undefined;
  readonly activeIndex: CustomerIndex | undefined;
  readonly activeService: string | undefined;
  readonly activeProfile: { readonly id: string };
  readonly bindTo?: string | undefined;
  /** What is typed, as one string; never leaves the element. */
  fingerprint(): string;
  /** Rules that judge the answers more closely are fetched before they are resolved. Never rejects. */
  loadRules(): Promise<void>;
  /** The reference as the form's entry of the element's own name. */
  setReference(reference: string | null): void;
  setStatus(status: Status): void;
}

type Outcome = { readonly resolution: Resolution } | { readonly code: ErrorCode };

export class ResolutionController implements ReactiveController {
  /** What came of resolving, and for which answers. */
  private settled: { readonly fingerprint: string; readonly outcome: Outcome; readonly isUsed: boolean } | undefined;
  private call:
    | { readonly fingerprint: string; readonly abort: AbortController; readonly answer: Promise<Resolution | undefined> }
    | undefined;
  private readonly host: ResolvingHost;

  constructor(host: ResolvingHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.call?.abort.abort();
  }

  /** The resolution of what is typed now; `undefined` where there is none, or it has expired. */
  get resolution(): Resolution | undefined {
    const outcome = this.isCurrent() ? this.settled?.outcome : undefined;
    if (!outcome || !('resolution' in outcome)) return undefined;
    return Date.parse(outcome.resolution.expiresAt) <= Date.now() ? undefined : outcome.resolution;
  }

  /**
   * Whether what is typed may be submitted as it is. Whatever came of asking is good for one submission: an index that is
   * down, and a clock so wrong that a new reference has expired already, would else be asked for ever.
   */
  isSettled(): boolean {
    return this.resolution !== undefined || (this.isCurrent() && this.settled?.isUsed === false);
  }

  submitted(): void {
    if (this.settled) this.settled = { ...this.settled, isUsed: true };
  }

  /** An answer may have changed: a reference for other answers must not be submitted. */
  forgetIfChanged(): void {
    if (!this.settled || this.isCurrent()) return;
    this.forget();
  }

  forget(): void {
    this.call?.abort.abort();
    this.call = undefined;
    this.settled = undefined;
    this.putReference(null);
    this.host.setStatus('idle');
  }

  /**
   * Asks the index about what is typed, once for the same answers. `undefined` where they have issues, or the index was not
   * reached in time. Never rejects.
   */
  resolve(): Promise<Resolution | undefined> {
    if (this.resolution) return Promise.resolve(this.resolution);
    const fingerprint = this.host.fingerprint();
    if (this.call?.fingerprint === fingerprint) return this.call.answer;
    this.call?.abort.abort();
    const abort = new AbortController();
    const call = { fingerprint, abort, answer: this.askInTime(fingerprint, abort.signal) };
    this.call = call;
    return call.answer;
  }

  private async askInTime(fingerprint: string, signal: AbortSignal): Promise<Resolution | undefined> {
    this.host.setStatus('pending');
    const deadline = startDeadline(signal);
    await deadline.race(this.host.loadRules()).catch(() => undefined);
    const { identity } = this.host;
    const outcome = identity && (await this.ask(identity, deadline));
    deadline.end();
    // Given up for newer answers, or taken off the page: whoever did that goes on from here.
    if (signal.aborted) return undefined;
    this.call = undefined;
    if (!outcome || fingerprint !== this.host.fingerprint()) {
      this.host.setStatus('idle');
      return undefined;
    }
    this.settled = { fingerprint, outcome, isUsed: false };
    return this.announce(outcome);
  }

  private async ask(identity: Identity, deadline: Deadline): Promise<Outcome> {
    const { activeIndex, activeService = '', activeProfile } = this.host;
    if (!activeIndex) return { code: 'CONFIGURATION_INVALID' };
    const request = { service: activeService, profile: activeProfile.id, standardVersion, identity };
    try {
      return { resolution: await deadline.race(activeIndex.resolve(request, { signal: deadline.signal })) };
    } catch (error) {
      return { code: error instanceof CitizenIdError ? error.code : 'ADAPTER_UNREACHABLE' };
    }
  }

  private announce(outcome: Outcome): Resolution | undefined {
    if ('code' in outcome) {
      this.putReference(null);
      this.host.setStatus('deferred');
      this.host.dispatchEvent(new CitizenIdDeferredEvent(outcome.code));
      return undefined;
    }
    this.putReference(outcome.resolution.reference);
    this.host.setStatus('resolved');
    this.host.dispatchEvent(new CitizenIdResolvedEvent(outcome.resolution));
    return outcome.resolution;
  }

  private isCurrent(): boolean {
    return this.settled !== undefined && this.settled.fingerprint === this.host.fingerprint();
  }

  /** Low-code platforms serialise their own fields: one of them gets the reference as if it had been typed. */
  private putReference(reference: string | null): void {
    this.host.setReference(reference);
    const root = this.host.getRootNode();
    if (!this.host.bindTo || !(root instanceof Document || root instanceof ShadowRoot)) return;
    const field = root.getElementById(this.host.bindTo);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.value === (reference ?? '')) return;
    field.value = reference ?? '';
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

interface Deadline {
  readonly signal: AbortSignal;
  /** The same promise, or a rejection once the time is over or the call was given up: an index need not honour signals. */
  race<T>(promise: Promise<T>): Promise<T>;
  end(): void;
}

function startDeadline(callerSignal: AbortSignal): Deadline {
  const controller = new AbortController();
  let fail: (error: AdapterError) => void = () => undefined;
  const over = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  over.catch(() => undefined);
  const stop = (error: AdapterError) => {
    fail(error);
    controller.abort();
  };
  const timer = setTimeout(() => stop(new AdapterError('ADAPTER_TIMEOUT', 'The index did not answer in time')), timeLimit);
  callerSignal.addEventListener('abort', () => stop(new AdapterError('ADAPTER_ABORTED', 'The answers changed')));
  return {
    signal: controller.signal,
    race: (promise) => Promise.race([promise, over]),
    end: () => clearTimeout(timer),
  };
}
