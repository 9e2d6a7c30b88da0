/**
 * What people ruled stands above what matching finds: whoever a reviewer told apart stays apart when the same data comes again.
 * Not the making of rulings, which comes with a decision (customer-changes.ts), and not matching.
 */
import type { CandidateCustomer, Decision } from '../matching/index.ts';
import type { Identity } from '../standard/identity.ts';
import type { StoreUnit } from '../store/store.ts';
import { canonicalJson } from './canonical-json.ts';

export interface Deciding {
  readonly decision: Decision;
  readonly candidates: readonly CandidateCustomer[];
  readonly identity: Identity;
}

/**
 * The decision, or where it is a doubt that a person has settled before, what the person said: one customer of those in question
 * holds this very identity, and is ruled apart from all the others.
 */
export async function keepToRulings(unit: StoreUnit, { decision, candidates, identity }: Deciding): Promise<Decision> {
  if (decision.outcome !== 'review') return decision;
  const inQuestion = decision.ranked.filter(({ probability }) => probability >= 0.5);
  const text = canonicalJson(identity);
  const holders = inQuestion.filter((ranked) =>
    candidates.some(
      ({ customerId, records }) => customerId === ranked.customerId && records.some((one) => canonicalJson(one) === text),
    ),
  );
  const [holder] = holders;
  if (holder === undefined || holders.length > 1) return decision;
  const others = inQuestion.map(({ customerId }) => customerId).filter((customerId) => customerId !== holder.customerId);
  if (others.length === 0) return decision;
  const apart = await unit.ruledApart(holder.customerId, others);
  if (apart.length < others.length) return decision;
  return { ...decision, outcome: 'existing', grade: holder.grade, customerId: holder.customerId };
}
