/** Batches are worked on in order, one at a time, while so many more are made. */
import { describe, expect, it } from 'vitest';
import { createBatchQueue } from '../../src/cli/batch-queue.ts';

/** Work that ends when it is told to, and what it was given in order. */
function createHeldWork() {
  const begun: string[] = [];
  const waiting: { readonly end: () => void; readonly fail: (error: Error) => void }[] = [];
  const work = (batch: string) =>
    new Promise<void>((end, fail) => {
      begun.push(batch);
      waiting.push({ end, fail });
    });
  return { work, begun, next: () => waiting.shift() };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('A queue of batches', () => {
  it('works on one at a time, in the order they came', async () => {
    const { work, begun, next } = createHeldWork();
    const queue = createBatchQueue(work, 5);
    for (const batch of ['a', 'b', 'c']) await queue.add(batch);
    const seen: string[][] = [];
    for (const _ of ['a', 'b', 'c']) {
      await turn();
      seen.push([...begun]);
      next()?.end();
    }
    await queue.finish();
    expect(seen).toEqual([['a'], ['a', 'b'], ['a', 'b', 'c']]);
  });

  it('lets no more be made than may wait', async () => {
    const { work, next } = createHeldWork();
    const queue = createBatchQueue(work, 1);
    let added = 0;
    const adding = (async () => {
      for (const batch of ['worked on', 'waits', 'too many']) {
        await queue.add(batch);
        added += 1;
      }
    })();
    await turn();
    expect(added).toBe(2);
    next()?.end();
    await adding;
    expect(added).toBe(3);
  });

  it('begins none after one that failed, and says with what', async () => {
    const { work, begun, next } = createHeldWork();
    const queue = createBatchQueue(work, 5);
    await queue.add('fails');
    await queue.add('after');
    await turn();
    next()?.fail(new Error('the database is away'));
    await expect(queue.finish()).rejects.toThrow('the database is away');
    expect(begun).toEqual(['fails']);
  });
});
