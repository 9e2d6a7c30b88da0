/**
 * Owns the resolution: what came of asking the index about what is typed, and that it no longer counts once an answer has
 * changed. Puts the reference where the form, and a host's own field, submit it.
 * Does not own the asking itself (ask-index.ts), when to ask (form-submission.ts), nor whether the answers are right (standard/).
 *
 * A controller because a call to the index outlives the submit event that caused it, and may outlive the element.
 */
import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { Resolution } from '../protocol/resolution.ts';
import type * as WhileTyping from './while-typing.ts';
import type { SubmittingHost } from './while-typing.ts';
import type { Outcome } from './ask-index.ts';
import { CitizenIdDeferredEvent } from './events.ts';
import { inTime, timeLimit } from './in-time.ts';
import type { Status } from './paint.ts';
import type { ReferringHost } from './tell-reference.ts';

export interface ResolvingHost extends ReactiveControllerHost, ReferringHost, SubmittingHost {
  /** What is typed, as one string; never leaves the element. */
  fingerprint(): string;
  /** The reference as the form's entry of the element's own name. */
  setReference(reference: string | null): void;
  setStatus(status: Status): void;
}

/** The first drawing does not wait for the code that asks: it is fetched while the resident types, at the latest on submit. */
export function loadWhileTyping(): Promise<typeof WhileTyping> {
  return import('./while-typing.ts');
}

export class ResolutionController implements ReactiveController {
  /** What came of resolving, and for which answers. */
  private settled: { readonly fingerprint: string; readonly outcome: Outcome; readonly isUsed: boolean } | undefined;
  private call:
    | { readonly fingerprint: string; readonly abort: AbortController; readonly answer: Promise<Resolution | undefined> }
    | undefined;
  private asking: typeof WhileTyping | undefined;
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
   * reached in time; on a submission, also where the resident is to be asked something else first. Never rejects.
   */
  resolve(isSubmission = false): Promise<Resolution | undefined> {
    if (this.resolution) return Promise.resolve(this.resolution);
    const fingerprint = this.host.fingerprint();
    if (this.call?.fingerprint === fingerprint) return this.call.answer;
    this.call?.abort.abort();
    const abort = new AbortController();
    const call = { fingerprint, abort, answer: this.askInTime(fingerprint, abort.signal, isSubmission) };
    this.call = call;
    return call.answer;
  }

  private async askInTime(fingerprint: string, signal: AbortSignal, isSubmission: boolean): Promise<Resolution | undefined> {
    this.host.setStatus('pending');
    const outcome = await this.ask(signal, isSubmission);
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

  /** Where not even the code that asks can be fetched, there is no index to reach either. */
  private async ask(signal: AbortSignal, isSubmission: boolean): Promise<Outcome | undefined> {
    const end = performance.now() + timeLimit;
    this.asking = await inTime(loadWhileTyping().catch(() => undefined));
    if (!this.asking) return { code: 'ADAPTER_UNREACHABLE' };
    return this.asking[isSubmission ? 'askOnSubmission' : 'askIndex'](this.host, { signal, end });
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
    this.asking?.tellResolved(this.host, outcome.resolution);
    return outcome.resolution;
  }

  private isCurrent(): boolean {
    return this.settled !== undefined && this.settled.fingerprint === this.host.fingerprint();
  }

  private putReference(reference: string | null): void {
    this.host.setReference(reference);
    this.asking?.putIntoHostField(this.host, reference ?? '');
  }
}
