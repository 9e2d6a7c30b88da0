/**
 * Budgets: how many different identities may be tried on one target, and how many submissions one service and all of them may hand
 * in. Over budget nothing is matched and the outcome is `review`; nothing is refused, so no stranger can lock anybody out.
 *
 * A target is whatever people are found by, a keyed hash of each blocking key: who knows a name and an address and guesses at
 * the date of birth spends the budget of the keys that hold name and address, and without a key in common nobody is found at all.
 */
import type { Store, StoreUnit } from '../store/store.ts';
import { shortHash, type IndexKeys } from './keys.ts';

export interface BudgetLimits {
  /** Different identities on one target in {@link targetWindow}; the same identity again costs nothing. */
  readonly perTarget: number;
  /** Submissions in a day. */
  readonly perService: number;
  readonly overall: number;
}

/** More than live in one house and mistype their names; far fewer than the 183 guesses that a fuzzy answer gives a date of birth away in. */
export const usualLimits: BudgetLimits = { perTarget: 30, perService: 20_000, overall: 100_000 };

/** Milliseconds: thirty days. */
export const targetWindow = 30 * 86_400_000;

/** Counts submissions in this process, and squares the count with the database now and then, so that no submission waits for another's. */
export interface Ledger {
  /** Counts one submission of the service; whether it is within what the service and all of them may hand in today. */
  readonly spend: (service: string) => boolean;
  /** Adds what was counted here to the database, and learns what other processes counted. */
  readonly settle: () => Promise<void>;
}

/** A ledger over an open store. */
export function createLedger(store: Store, options: { readonly now: () => Date; readonly limits: BudgetLimits }): Ledger {
  const { now, limits } = options;
  const unsettled = new Map<string, number>();
  let known: { readonly day: number; readonly totals: ReadonlyMap<string, number> } = { day: 0, totals: new Map() };
  const today = () => Math.floor(now().getTime() / 86_400_000);
  const count = (scope: string) => (known.day === today() ? (known.totals.get(scope) ?? 0) : 0) + (unsettled.get(scope) ?? 0);
  return {
    spend: (service) => {
      const isWithin = count(scopeOf(service)) < limits.perService && count(overall) < limits.overall;
      for (const scope of [scopeOf(service), overall]) unsettled.set(scope, (unsettled.get(scope) ?? 0) + 1);
      return isWithin;
    },
    settle: async () => {
      const day = today();
      const spent = new Map(unsettled);
      unsettled.clear();
      try {
        known = { day, totals: await store.transaction((unit) => unit.spendInDay(day, spent)) };
      } catch (error) {
        for (const [scope, more] of spent) unsettled.set(scope, (unsettled.get(scope) ?? 0) + more);
        throw error;
      }
    },
  };
}

const overall = 'all';
const scopeOf = (service: string) => `service:${service}`;

/** What is spent by somebody who asks after a person. */
export interface Spending {
  readonly service: string;
  /** Locked by the caller. */
  readonly matchKeys: readonly string[];
  /** The same for the same identity. */
  readonly contentDigest: string;
}

/** Whether this identity may be matched. Spends the budgets that it touches. */
export async function spendBudgets(
  context: { readonly keys: IndexKeys; readonly ledger: Ledger; readonly limits: BudgetLimits; readonly now: () => Date },
  unit: StoreUnit,
  spending: Spending,
): Promise<boolean> {
  const isWithin = context.ledger.spend(spending.service);
  const now = context.now();
  const onTargets = await unit.spendOnTargets({
    targets: spending.matchKeys.map((matchKey) => shortHash(context.keys.budget, matchKey)),
    contentDigest: spending.contentDigest,
    since: new Date(now.getTime() - targetWindow),
    now,
    limit: context.limits.perTarget,
  });
  return isWithin && onTargets;
}
