/** Who decides: a call that changes whose anything is says which member of staff it is from, and why, whatever the service. */
import type { Authorship } from './customer-changes.ts';
import { problem, type Problem } from './problem.ts';
import type { Call } from './route.ts';

/** The member of staff and the reason of a call on a trusted route. */
export function authorOf({ caller }: Call): Authorship | Problem {
  if (caller?.staff === undefined || caller.reason === undefined) {
    return problem('reason-missing', { detail: 'Send Index-Staff and Index-Reason, of at most 500 characters.' });
  }
  return { service: caller.service.id, decidedBy: caller.staff, reason: caller.reason };
}
