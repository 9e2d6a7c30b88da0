/** The one event of events.ts that comes only once the index was asked: fetched with what asks. */
import type { Resolution } from '../protocol/resolution.ts';
import { eventOptions } from './events.ts';

export interface ResolvedDetail {
  /** `customerId` and `grade` only where the index discloses them to this caller. */
  readonly resolution: Resolution;
}

/** The index answered: the form now submits a reference. */
export class CitizenIdResolvedEvent extends CustomEvent<ResolvedDetail> {
  static readonly type = 'citizen-id-resolved';

  constructor(resolution: Resolution) {
    super(CitizenIdResolvedEvent.type, { ...eventOptions, detail: { resolution } });
  }
}
