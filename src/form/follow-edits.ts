/**
 * What follows when somebody, or a browser, edits an answer: it is the resident's from then on, what has become right is no longer wrong, and
 * the host is told. Not when to look for faults (form-submission.ts).
 */
import { CitizenIdChangedEvent } from './events.ts';
import { entryOf, type Inputs } from './inputs.ts';
import type { Prefill } from './prefill.ts';
import type { ProblemController } from './problem-controller.ts';

export interface EditedHost extends HTMLElement {
  readonly inputs: Inputs;
  /** What is typed, as one string. */
  fingerprint(inputs: Inputs): string;
  refresh(inputs: Inputs): void;
}

/** From now on. */
export function followEdits(host: EditedHost, prefill: Prefill, problems: ProblemController): void {
  let announced = '';
  const onEdit = (event: Event): void => {
    // Read once: this runs with every key.
    const { inputs } = host;
    const [key] = [...inputs].find(([, input]) => input === event.target) ?? [];
    if (key === undefined) return;
    const entry = entryOf(key);
    prefill.noteEdit(entry);
    host.refresh(inputs);
    problems.clearCorrected(entry);
    // `input` and `change` often come for the same edit.
    const now = host.fingerprint(inputs);
    if (now !== announced) host.dispatchEvent(new CitizenIdChangedEvent());
    announced = now;
  };
  host.addEventListener('input', onEdit);
  host.addEventListener('change', onEdit);
}
