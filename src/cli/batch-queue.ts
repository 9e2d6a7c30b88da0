/**
 * Batches that are worked on one after the other while the next ones are made, so many ahead at most. In memory; knows nothing of what is
 * in a batch.
 */

export interface BatchQueue<Batch> {
  /** Waits while too many are waiting. Rejects, sooner or later, with what a batch before failed with. */
  readonly add: (batch: Batch) => Promise<void>;
  /** Settles once the last batch has. Rejects with the first failure, after which none was begun. */
  readonly finish: () => Promise<void>;
}

/** A queue over the work on one batch; `ahead` batches wait beside the one that is worked on. */
export function createBatchQueue<Batch>(work: (batch: Batch) => Promise<void>, ahead: number): BatchQueue<Batch> {
  const unfinished: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  return {
    add: async (batch) => {
      if (unfinished.length > ahead) await unfinished.shift();
      last = last.then(() => work(batch));
      // Told where it is awaited; unheard until then it would end the process.
      last.catch(() => undefined);
      unfinished.push(last);
    },
    finish: () => last,
  };
}
