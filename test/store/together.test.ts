/** What is asked for together, apart from any database: store.test.ts has those. */
import { describe, expect, it } from 'vitest';
import { oneByOne, together } from '../../src/store/together.ts';

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

describe('What is asked for together and worked on one by one', () => {
  const later = <T>(value: T) => new Promise<T>((resolve) => setImmediate(() => resolve(value)));

  it('is worked on in its order, before those behind it are answered', async () => {
    const done: string[] = [];
    let answer: (word: string) => void = () => undefined;
    const third = new Promise<string>((resolve) => (answer = resolve));
    await oneByOne([later('first'), Promise.resolve('second'), third], (word, index) => {
      done.push(word);
      if (index === 1) answer('third');
      return Promise.resolve();
    });
    expect(done).toEqual(['first', 'second', 'third']);
  });

  it('rejects with the first that fails, works on none behind it, and waits for all', async () => {
    const done: string[] = [];
    const slow = later('last').then((answer) => done.push(`${answer} is there`));
    const asked = [
      Promise.resolve(1),
      Promise.reject<number>(new Error('refused')),
      Promise.reject<number>(new Error('also')),
      slow,
    ];
    const work = (answer: number) => Promise.resolve(void done.push(String(answer)));
    await expect(oneByOne(asked, work)).rejects.toThrow('refused');
    expect(done).toEqual(['1', 'last is there']);
  });

  it('rejects with what the work rejects with, once all are answered', async () => {
    let isThere = false;
    const slow = later('second').then(() => (isThere = true));
    await expect(oneByOne([Promise.resolve(true), slow], () => Promise.reject(new Error('undecided')))).rejects.toThrow(
      'undecided',
    );
    expect(isThere).toBe(true);
  });
});
