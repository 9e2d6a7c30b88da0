/** Lines that are written a moment later. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatherLines } from '../../src/service/gathered-lines.ts';

describe('Gathered lines', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('are written together and in order, a moment after the first of them', () => {
    const written: string[] = [];
    const { add } = gatherLines((text) => written.push(text));
    add('one');
    vi.advanceTimersByTime(15);
    add('two');
    expect(written).toEqual([]);
    vi.advanceTimersByTime(5);
    expect(written).toEqual(['one\ntwo\n']);
    add('three');
    vi.advanceTimersByTime(20);
    expect(written).toEqual(['one\ntwo\n', 'three\n']);
  });

  it('are written once where a process ends before the moment is over', () => {
    const written: string[] = [];
    const { add, flush } = gatherLines((text) => written.push(text));
    add('last');
    flush();
    flush();
    vi.advanceTimersByTime(100);
    expect(written).toEqual(['last\n']);
  });
});
