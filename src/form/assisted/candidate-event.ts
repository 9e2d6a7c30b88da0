/** The event of staff who say which customer a caller is. Fetched with the candidates. */
import { eventOptions } from '../events.ts';

export interface CandidateChosenDetail {
  /** `undefined` where it is none of those found. */
  readonly customerId: string | undefined;
}

/** Which customer staff take the caller for. A host that acts on it has checked who is signed in: the browser says it. */
export class CitizenIdCandidateChosenEvent extends CustomEvent<CandidateChosenDetail> {
  static readonly type = 'citizen-id-candidate-chosen';

  constructor(detail: CandidateChosenDetail) {
    super(CitizenIdCandidateChosenEvent.type, { ...eventOptions, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'citizen-id-candidate-chosen': CitizenIdCandidateChosenEvent;
  }
}
