/** Taking turns within this process. Not a lock between processes. */

/** Runs one piece of work after the other, in the order they came; one that fails stops none of the others. */
export function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
