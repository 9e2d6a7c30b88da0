/**
 * Owns what the browser knows of the element's validity, and that a failed check shows our errors instead of the browser's
 * bubble. On the element itself, not on its inputs: an input that the browser holds for invalid gets a tooltip, and in
 * Firefox a red glow, before anybody asked for a check.
 * Does not own the problems on show (problem-controller.ts).
 *
 * A controller because a check can come from the browser, from the form or from a script, at any time.
 */
import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

export interface ValidatedHost extends ReactiveControllerHost, HTMLElement {
  /** Shows all that is wrong. */
  showIssues(options: { readonly takeFocus: boolean }): void;
  /** Brings everything into line with what the inputs hold. */
  refresh(): void;
}

interface Fault {
  readonly words: string;
  readonly anchor: HTMLElement;
}

export class ValidityController implements ReactiveController {
  private readonly host: ValidatedHost;
  private readonly internals: ElementInternals;
  /** Whether the task at hand began with somebody pressing a button, or Enter. */
  private isPressed = false;
  /** Whether the browser, after a failed check in this task, may be about to report it. */
  private mayReport = false;
  private isQuiet = false;
  private told: Fault | undefined;

  constructor(host: ValidatedHost, internals: ElementInternals) {
    this.host = host;
    this.internals = internals;
    host.addController(this);
    host.addEventListener('invalid', this.onInvalid);
    host.addEventListener('focusin', this.onFocusIn);
  }

  hostConnected(): void {
    this.host.ownerDocument.addEventListener('click', this.onPress, true);
  }

  hostDisconnected(): void {
    this.host.ownerDocument.removeEventListener('click', this.onPress, true);
  }

  /** `undefined`: all is well. The anchor is where the browser would point. */
  set(fault: Fault | undefined): void {
    // Most keys change nothing of it.
    if (fault?.words === this.told?.words && fault?.anchor === this.told?.anchor) return;
    this.told = fault;
    if (fault) this.internals.setValidity({ customError: true }, fault.words, fault.anchor);
    else this.internals.setValidity({});
  }

  /** As the browser's own: fires `invalid`, shows nothing. */
  check(): boolean {
    this.isQuiet = true;
    const isValid = this.internals.checkValidity();
    this.isQuiet = false;
    return isValid;
  }

  /** Enter in an input presses the form's button, so that is a click too. A click into a field asks for nothing. */
  private readonly onPress = (event: Event): void => {
    const [target] = event.composedPath();
    if (target instanceof HTMLElement && target.matches('label, select, textarea, input:not([type=submit], [type=image])'))
      return;
    // What was filled in without an event may be right by now, and the browser would hold the form up before anybody is asked.
    if (!this.internals.validity.valid) this.host.refresh();
    this.isPressed = true;
    setTimeout(() => (this.isPressed = false));
  };

  /**
   * A check and a submission that fails the check look the same from here. One that follows a press is a submission; after
   * any other, the browser either does nothing, or moves focus to the anchor to report it, and then we report instead.
   */
  private readonly onInvalid = (event: Event): void => {
    if (event.target !== this.host || this.isQuiet) return;
    if (this.isPressed) {
      event.preventDefault();
      this.host.showIssues({ takeFocus: this.isFirstInvalid() });
      return;
    }
    this.mayReport = true;
    setTimeout(() => (this.mayReport = false));
  };

  /** Focus belongs to the first wrong control of the form, be it a field of the host's or another element of ours. */
  private isFirstInvalid(): boolean {
    const controls = [...(this.internals.form?.elements ?? [])];
    return controls.find((control) => control.matches(':invalid:not(fieldset)')) === this.host;
  }

  private readonly onFocusIn = (): void => {
    if (!this.mayReport) return;
    this.mayReport = false;
    this.host.showIssues({ takeFocus: true });
  };
}
