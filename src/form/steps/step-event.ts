/** The event of a form in steps. Fetched with the steps. */
import { eventOptions } from '../events.ts';

export interface StepDetail {
  /** The field that is asked now, by its name; `check` where all answers are shown to be checked. */
  readonly step: string;
  /** The one before. */
  readonly from: string;
}

/**
 * The resident has gone to another step. Cancelled, the element leaves the browser's history alone: the host keeps it, with addresses
 * of its own, and sets `step` when somebody comes Back.
 */
export class CitizenIdStepEvent extends CustomEvent<StepDetail> {
  static readonly type = 'citizen-id-step';

  constructor(detail: StepDetail) {
    super(CitizenIdStepEvent.type, { ...eventOptions, cancelable: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'citizen-id-step': CitizenIdStepEvent;
  }
}
