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
