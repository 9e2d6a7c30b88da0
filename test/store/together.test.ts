/** What is asked for together, apart from any database: store.test.ts has those. */
import { describe, expect, it } from 'vitest';
import { together } from '../../src/store/together.ts';

describe('What is asked for together', () => {
  it('answers each in its place', async () => {
    expect(await together([Promise.resolve('one'), false, Promise.resolve(3)])).toEqual(['one', false, 3]);
  });

  it('rejects with the first in their order, though another one rejects sooner', async () => {
    const first = new Promise((_, reject) => setImmediate(() => reject(new Error('first'))));
    await expect(together([first, Promise.reject(new Error('second'))])).rejects.toThrow('first');
  });

  it('waits for every one, though one has rejected', async () => {
    let isDone = false;
    const slow = new Promise((resolve) => setImmediate(resolve)).then(() => (isDone = true));
    await expect(together([Promise.reject(new Error('refused')), slow])).rejects.toThrow('refused');
    expect(isDone).toBe(true);
  });
});
