/**
 * Tells matching among how many customers it decides: the more there are, the likelier is a namesake. Counted now and then and remembered,
 * so that nobody waits for it.
 */
import type { Matching } from './context.ts';

/** Customers that the built-in models take for granted. A smaller index may be filled within the minute, and is not taken for smaller. */
const usualPopulation = 100_000;

export interface Population {
  /** The same matching; it decides by the last count. */
  readonly matching: Matching;
  /** Counts the customers. Rejects where that does. */
  readonly count: () => Promise<void>;
}

/** Nothing is counted before `count` is called: until then matching decides by its model's own figure. */
export function weighByPopulation(matching: Matching, countCustomers: () => Promise<number>): Population {
  let population: number | undefined;
  return {
    matching: {
      ...matching,
      decide: (identity, candidates, options) =>
        matching.decide(identity, candidates, { ...(population !== undefined && { population }), ...options }),
    },
    count: async () => {
      population = Math.max(usualPopulation, await countCustomers());
    },
  };
}
