/** The event of the button that empties the form. Fetched with it. */
import { eventOptions } from './events.ts';

/** The resident, or staff between two residents, had all answers cleared: the host may clear its own. */
export class CitizenIdClearedEvent extends CustomEvent<null> {
  static readonly type = 'citizen-id-cleared';

  constructor() {
    super(CitizenIdClearedEvent.type, eventOptions);
  }
}

declare global {
  interface HTMLElementEventMap {
    'citizen-id-cleared': CitizenIdClearedEvent;
  }
}
