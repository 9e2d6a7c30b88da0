/**
 * What happens when a form that holds one of our elements, or several, is submitted: one listener on the form, in capture,
 * before the host's own handlers. Wrong answers stop it; elements that have not resolved yet stop it, resolve, and submit
 * it again in the resident's name, so that the host's handlers run once. Knows elements only as participants.
 */

/** What an element is to its form. */
export interface Participant {
  /** False while nothing in the element is submitted. */
  readonly takesPart: boolean;
  /** Whether the answers can be submitted, as far as is known now. */
  isValid(): boolean;
  /** Whether what is typed now is resolved, or need not be. */
  isSettled(): boolean;
  /** Resolves what is typed, or gives up in time. Never rejects. */
  settle(): Promise<void>;
  showIssues(options: { readonly takeFocus: boolean }): void;
  /** The form was let through. */
  submitted(): void;
}

const submissions = new WeakMap<HTMLFormElement, FormSubmission>();

/** Takes part in a form's submission until the returned function is called. */
export function joinForm(form: HTMLFormElement, participant: Participant): () => void {
  const submission = submissions.get(form) ?? new FormSubmission(form);
  submissions.set(form, submission);
  return submission.join(participant);
}

/** Milliseconds in which the same button pressed again is the same press. */
const samePress = 1_000;

class FormSubmission {
  private readonly participants = new Set<Participant>();
  private isPending = false;
  private lastPass: { readonly submitter: HTMLElement | null; readonly at: number } | undefined;
  private readonly form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.form = form;
  }

  join(participant: Participant): () => void {
    if (this.participants.size === 0) this.listen('addEventListener');
    this.participants.add(participant);
    return () => {
      this.participants.delete(participant);
      if (this.participants.size === 0) this.listen('removeEventListener');
    };
  }

  private listen(change: 'addEventListener' | 'removeEventListener'): void {
    this.form[change]('submit', this.onSubmit, true);
    this.form[change]('input', this.onInput, true);
  }

  /** Something was corrected: the next press is a new one. */
  private readonly onInput = (): void => {
    this.lastPass = undefined;
  };

  private readonly onSubmit = (event: Event): void => {
    const submitter = event instanceof SubmitEvent ? event.submitter : null;
    if (isExempt(submitter)) return;
    const active = [...this.participants].filter(({ takesPart }) => takesPart);
    const mayPass = !this.isPending && this.areValid(active) && this.areSettled(active, submitter) && !this.isRepeated(submitter);
    if (!mayPass) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    this.lastPass = { submitter, at: performance.now() };
    for (const participant of active) participant.submitted();
  };

  private areValid(active: readonly Participant[]): boolean {
    const invalid = active.filter((participant) => !participant.isValid());
    invalid.forEach((participant, place) => participant.showIssues({ takeFocus: place === 0 }));
    return invalid.length === 0;
  }

  private areSettled(active: readonly Participant[], submitter: HTMLElement | null): boolean {
    const unsettled = active.filter((participant) => !participant.isSettled());
    if (unsettled.length > 0) void this.settleAndSubmit(unsettled, submitter);
    return unsettled.length === 0;
  }

  private isRepeated(submitter: HTMLElement | null): boolean {
    return (
      this.lastPass !== undefined && this.lastPass.submitter === submitter && performance.now() - this.lastPass.at < samePress
    );
  }

  /** The submit event that follows checks everything again: what was typed meanwhile counts. */
  private async settleAndSubmit(unsettled: readonly Participant[], submitter: HTMLElement | null): Promise<void> {
    this.isPending = true;
    try {
      await Promise.all(unsettled.map((participant) => participant.settle()));
      // A form ignores requestSubmit while it is still firing the event that we stopped; an index may answer that fast.
      await new Promise((resolve) => setTimeout(resolve));
    } finally {
      this.isPending = false;
    }
    // Rules that came in meanwhile may have found more.
    const active = [...this.participants].filter(({ takesPart }) => takesPart);
    if (!this.form.isConnected || active.length === 0 || !this.areValid(active)) return;
    this.form.requestSubmit(isOwnSubmitter(submitter, this.form) ? submitter : null);
  }
}

/** "Save for later" and the like: the form says that nothing is to be checked. */
export function isExempt(submitter: HTMLElement | null): boolean {
  return isButton(submitter) && submitter.formNoValidate;
}

/** A host may have taken the button away meanwhile; requestSubmit would throw. */
function isOwnSubmitter(submitter: HTMLElement | null, form: HTMLFormElement): submitter is HTMLElement {
  return isButton(submitter) && submitter.form === form;
}

function isButton(submitter: HTMLElement | null): submitter is HTMLButtonElement | HTMLInputElement {
  return submitter instanceof HTMLButtonElement || submitter instanceof HTMLInputElement;
}
