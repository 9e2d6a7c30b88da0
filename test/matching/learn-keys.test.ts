/** Which keys a batch follows, learned from the pairs that they find. */
import { describe, expect, it } from 'vitest';
import { without } from '../../src/matching/candidates.ts';
import { learnKeys } from '../../src/matching/learn-keys.ts';

/** Six pairs, of which the first four are one person's. */
const pairs = Float64Array.of(1, 2, 3, 4, 5, 6);
const isTarget = Uint8Array.of(1, 1, 1, 1, 0, 0);
const pairsByKey = new Map([
  ['name', Float64Array.of(1, 2, 5)],
  ['birthday', Float64Array.of(2, 3)],
  ['place', Float64Array.of(4, 5, 6)],
  ['nothing', Float64Array.of(6)],
]);
const learning = { pairsByKey, pairs, isTarget, costOfKey: 1 };

describe('Learned keys', () => {
  it('find every target, those that pay most first, and leave out what finds none', () => {
    expect(learnKeys(learning)).toEqual(['birthday', 'name', 'place']);
  });

  it('stop where enough is found, and at the number wanted', () => {
    expect(learnKeys({ ...learning, coverage: 0.7 })).toEqual(['birthday', 'name']);
    expect(learnKeys({ ...learning, most: 1 })).toEqual(['birthday']);
  });

  it('leave out those that add too many pairs for what they find', () => {
    // Behind birthday, name and place find one of the two pairs that either adds: with its own cost, one for three.
    expect(learnKeys({ ...learning, leastPay: 0.33 })).toEqual(['birthday', 'name', 'place']);
    expect(learnKeys({ ...learning, leastPay: 0.34 })).toEqual(['birthday']);
  });

  it('follow those already known, and others only for what these miss', () => {
    expect(learnKeys({ ...learning, known: ['place'] })).toEqual(['place', 'name', 'birthday']);
    expect(learnKeys({ ...learning, known: ['name', 'birthday', 'place'] })).toEqual(['name', 'birthday', 'place']);
  });

  it('are all of them where there is no target to learn from', () => {
    expect(learnKeys({ ...learning, isTarget: new Uint8Array(6) })).toEqual([...pairsByKey.keys()]);
  });
});

describe('Pairs without those known', () => {
  it.each([
    [[], [1], []],
    [[1, 4, 9], [], [1, 4, 9]],
    // Known ones before, between and after.
    [
      [2, 4, 9],
      [1, 4, 5, 10],
      [2, 9],
    ],
    [[2, 4], [2, 4], []],
  ])('%j without %j are %j', (all, known, wanted) => {
    expect([...without(Float64Array.from(all), Float64Array.from(known))]).toEqual(wanted);
  });
});
