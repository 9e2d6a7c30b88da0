/** What the routes share by which a member of staff decides about one customer: who decides and why, and whom the address names. */
import { authorOf } from '../author.ts';
import type { ServiceContext } from '../context.ts';
import type { Authorship, Work } from '../customer-changes.ts';
import { parseCustomerId } from '../customer-id.ts';
import { problem, type Problem } from '../problem.ts';
import type { Answer, Call } from '../route.ts';

/** Of the parameter in the address, for the API's description. */
export const customerIdParameter = 'As read aloud or typed: any case, with or without hyphens.';

/** `customerId` as it was asked for: it may have been merged since. */
export interface DecidedOn {
  readonly customerId: string;
  readonly by: Authorship;
}

type Decide = (work: Work, decided: DecidedOn, call: Call) => Promise<Answer | Problem>;

/** Runs `decide` in one transaction, once it is said who decides, why, and about whom. */
export function decidingOn(decide: Decide): (call: Call, context: ServiceContext) => Promise<Answer | Problem> {
  return async (call, context) => {
    const by = authorOf(call);
    if ('kind' in by) return by;
    const customerId = parseCustomerId(call.parameters['customerId'] ?? '');
    if (customerId === undefined) return problem('customer-unknown');
    return context.store.transaction((unit) => decide({ context, unit }, { customerId, by }, call));
  };
}
