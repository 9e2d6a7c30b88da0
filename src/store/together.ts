/**
 * Verbs of one unit that are asked for together: PostgreSQL gets their statements at once and runs them in that order, so that a caller
 * waits for one answer. For verbs of which none needs another's answer. Nothing runs at the same moment.
 */

/**
 * Settles once every one has, so that none says another word after the transaction was rolled back. Rejects with what the first of them
 * rejects with, in their order: those behind it are refused because of it.
 */
export async function together<Asked extends readonly unknown[]>(
  asked: readonly [...Asked],
): Promise<{ [Index in keyof Asked]: Awaited<Asked[Index]> }> {
  for (const settled of await Promise.allSettled(asked)) if (settled.status === 'rejected') throw settled.reason;
  return Promise.all(asked);
}

/**
 * The same, where what to do with an answer need not wait for those behind it. Does it for one after the other, in their order; rejects with
 * what the first of them or of what is done rejects with, once all are settled.
 */
export async function oneByOne<Answer>(
  asked: readonly Promise<Answer>[],
  work: (answer: Answer, index: number) => Promise<void>,
): Promise<void> {
  const settled = Promise.allSettled(asked);
  try {
    for (const [index, one] of asked.entries()) await work(await one, index);
  } finally {
    await settled;
  }
}
