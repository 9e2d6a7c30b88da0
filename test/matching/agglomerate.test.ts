/** Merging of scored pairs into groups: against a slow reference on random graphs, and what decisions force. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agglomerate, type Merge } from '../../src/matching/agglomerate.ts';

type Scores = readonly (readonly number[])[];

const pairsOf = (scores: Scores): { left: Int32Array; right: Int32Array; score: Float64Array } => {
  const all = scores.flatMap((row, left) => row.slice(0, left).map((score, right) => ({ left: right, right: left, score })));
  return {
    left: Int32Array.from(all, ({ left }) => left),
    right: Int32Array.from(all, ({ right }) => right),
    score: Float64Array.from(all, ({ score }) => score),
  };
};
const between =
  (scores: Scores) =>
  (left: number, right: number): number =>
    scores[Math.max(left, right)]?.[Math.min(left, right)] ?? -Infinity;

const groupsOf = (merges: readonly Merge[], size: number, cut: number): string => {
  const groups = Array.from({ length: size }, (_, index) => index);
  for (const { left, right } of merges.filter(({ score }) => score >= cut)) {
    const [from, to] = [groups[right], groups[left]];
    for (const [index, group] of groups.entries()) if (group === from) groups[index] = to ?? 0;
  }
  const names = [...new Set(groups)];
  return groups.map((group) => names.indexOf(group)).join(' ');
};

/** Merges the most alike two again and again, everything worked out anew each time. */
const slowGroups = (scores: Scores, cut: number): string => {
  const groups = scores.map((_, index) => [index]);
  const score = between(scores);
  const alike = (ours: readonly number[], theirs: readonly number[]): number => {
    const all = ours.flatMap((left) => theirs.map((right) => score(left, right)));
    return (0.7 * all.reduce((sum, one) => sum + one, 0)) / all.length + 0.3 * Math.max(...all);
  };
  for (;;) {
    const pairs = groups.flatMap((ours, left) =>
      groups.slice(0, left).map((theirs) => ({ ours, theirs, score: alike(ours, theirs) })),
    );
    const best = pairs.sort((a, b) => b.score - a.score)[0];
    if (best === undefined || best.score < cut) break;
    groups.splice(groups.indexOf(best.ours), 1);
    best.theirs.push(...best.ours);
  }
  const numbers = scores.map((_, index) => groups.findIndex((group) => group.includes(index)));
  const names = [...new Set(numbers)];
  return numbers.map((number) => names.indexOf(number)).join(' ');
};

/** Scores that no two pairs share, so that the order of merges is one. */
const randomScores = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 1_000_000 }))
  .map(([size, seed]) =>
    Array.from({ length: size }, (_, left) =>
      Array.from({ length: left }, (_, right) => ((seed * (left * 31 + right + 7)) % 9973) / 500 - 8),
    ),
  );

describe('merging', () => {
  it('puts together what a slow reference does, on random graphs', () => {
    fc.assert(
      fc.property(randomScores, (scores) => {
        const merges = agglomerate({ size: scores.length, pairs: pairsOf(scores), score: between(scores) });
        expect(groupsOf(merges, scores.length, 0)).toBe(slowGroups(scores, 0));
      }),
    );
  });

  it('gives merges best first, none better than those it builds on', () => {
    fc.assert(
      fc.property(randomScores, (scores) => {
        const merges = agglomerate({ size: scores.length, pairs: pairsOf(scores), score: between(scores) });
        expect(merges.map(({ score }) => score)).toEqual(merges.map(({ score }) => score).sort((a, b) => b - a));
      }),
    );
  });

  it('never joins two that a decision put apart, whoever else comes', () => {
    fc.assert(
      fc.property(randomScores, (scores) => {
        const merges = agglomerate({ size: scores.length, pairs: pairsOf(scores), score: between(scores), apart: [[0, 1]] });
        const [first, second] = groupsOf(merges, scores.length, -Infinity).split(' ');
        expect(first).not.toBe(second);
      }),
    );
  });

  it('joins two that a decision put together, however unlike', () => {
    const scores = [[], [-50], [3, -50]];
    const input = { size: 3, pairs: pairsOf(scores), score: between(scores), together: [[0, 1]] as const };
    expect(groupsOf(agglomerate(input), 3, 5)).toBe('0 0 1');
    expect(groupsOf(agglomerate({ ...input, apart: [[1, 0]] }), 3, 1)).toBe('0 1 0');
  });

  it('splits a component that is too large instead of comparing everything in it with everything', () => {
    const size = 400;
    const pairs = {
      left: Int32Array.from({ length: size - 1 }, (_, index) => index),
      right: Int32Array.from({ length: size - 1 }, (_, index) => index + 1),
      score: Float64Array.from({ length: size - 1 }, (_, index) => (index % 4 === 3 ? 0.5 : 9)),
    };
    const merges = agglomerate({ size, pairs, score: (left, right) => (left >> 2 === right >> 2 ? 9 : -20) });
    expect(new Set(groupsOf(merges, size, 0).split(' ')).size).toBe(size / 4);
  });
});
