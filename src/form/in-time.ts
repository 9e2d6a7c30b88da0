/** How long anybody waits for what a network may never bring: a file that is asked for can also just hang. */

/** Milliseconds that a resident waits at most, for an index, for rules, for anything that has to be fetched. */
export const timeLimit = 4_000;

/** The same, or `undefined` where it has not come in time. Rejects as it does. */
export function inTime<T>(coming: Promise<T> | undefined, milliseconds = timeLimit): Promise<T | undefined> {
  return Promise.race([coming, new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds))]);
}
