/**
 * Walks down the thresholds of a linkage, from the highest score to the lowest, and tells at each how many linked pairs are right and
 * how many are wrong. Exact, and fast enough for millions of pairs: one native sort, or one pass over the dendrogram.
 */
import type { Judge, Truth } from './evaluate-truth.ts';

/** Called once for each distinct score, highest first, with the pairs linked at that score or above. */
export type Visit = (score: number, right: number, wrong: number) => void;

export interface ScoredPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly score: Float64Array;
}

/** Two clusters, each named by any of its records, that become one at `score`. */
export interface Merge {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

/** Every pair by itself. */
export function sweepPairs(pairs: ScoredPairs, judge: Judge, visit: Visit): void {
  const right = sortedScores(pairs, judge, true);
  const wrong = sortedScores(pairs, judge, false);
  let [rights, wrongs] = [0, 0];
  while (rights < right.length || wrongs < wrong.length) {
    const score = Math.max(right[right.length - 1 - rights] ?? -Infinity, wrong[wrong.length - 1 - wrongs] ?? -Infinity);
    while (right[right.length - 1 - rights] === score) rights++;
    while (wrong[wrong.length - 1 - wrongs] === score) wrongs++;
    visit(score, rights, wrongs);
  }
}

/** Lowest first. Sorting bare numbers without a comparison function is what is fast. */
function sortedScores({ left, right, score }: ScoredPairs, judge: Judge, wanted: boolean): Float64Array {
  const scores = new Float64Array(score.length);
  let count = 0;
  for (let index = 0; index < score.length; index++) {
    const value = score[index] ?? NaN;
    if (Number.isNaN(value)) throw new RangeError('a score is not a number');
    if (judge(left[index] ?? 0, right[index] ?? 0) === wanted) scores[count++] = value;
  }
  return scores.subarray(0, count).sort();
}

/** Every pair within a cluster, while merges join more and more of them. The merges may come in any order. */
export function sweepClusters(merges: readonly Merge[], truth: Truth, visit: Visit): void {
  const clusters = new CountedClusters(truth);
  const ordered = [...merges].sort((a, b) => b.score - a.score);
  let [right, wrong] = [0, 0];
  for (const [index, { left, right: other, score }] of ordered.entries()) {
    const joined = clusters.join(left, other);
    right += joined.right;
    wrong += joined.wrong;
    if (ordered[index + 1]?.score !== score) visit(score, right, wrong);
  }
}

/**
 * Clusters by union-find; each root knows how many records of whom it holds. The smaller count is poured into the larger, so that
 * one cluster of all records costs no more than many small ones.
 */
class CountedClusters {
  readonly #truth: Truth;
  readonly #parents: Int32Array;
  readonly #counts = new Map<number, Map<number, number>>();

  constructor(truth: Truth) {
    this.#truth = truth;
    this.#parents = Int32Array.from(truth.people, (_, record) => record);
  }

  /** How many pairs become linked, right ones and wrong ones; none where both are in one cluster already. */
  join(left: number, right: number): { readonly right: number; readonly wrong: number } {
    const [one, other] = [this.#rootOf(left), this.#rootOf(right)];
    if (one === other) return { right: 0, wrong: 0 };
    const [ours, theirs] = [this.#countOf(one), this.#countOf(other)];
    const [root, child, larger, smaller] = ours.size >= theirs.size ? [one, other, ours, theirs] : [other, one, theirs, ours];
    const added = this.#pairsBetween(larger, smaller);
    for (const [key, count] of smaller) larger.set(key, (larger.get(key) ?? 0) + count);
    this.#parents[child] = root;
    this.#counts.delete(child);
    this.#counts.set(root, larger);
    return added;
  }

  /** Records by person and side, as one number: twice the person, and one more for the second side. Totals are at −2 and −1. */
  #countOf(root: number): Map<number, number> {
    const known = this.#counts.get(root);
    if (known) return known;
    const person = this.#truth.people[root] ?? -1;
    const side = this.#truth.sides?.[root] === 1 ? 1 : 0;
    return person < 0
      ? new Map<number, number>()
      : new Map([
          [2 * person + side, 1],
          [side - 2, 1],
        ]);
  }

  #pairsBetween(larger: ReadonlyMap<number, number>, smaller: ReadonlyMap<number, number>): { right: number; wrong: number } {
    const acrossSides = this.#truth.sides !== undefined;
    let [right, all] = [0, 0];
    for (const [key, count] of smaller) {
      // The lowest bit is the side: across two files, records meet those of the other side.
      const pairs = count * (larger.get(acrossSides ? key ^ 1 : key) ?? 0);
      if (key < 0) all += pairs;
      else right += pairs;
    }
    return { right, wrong: all - right };
  }

  #rootOf(record: number): number {
    let node = record;
    for (;;) {
      const parent = this.#parents[node] ?? node;
      if (parent === node) return node;
      const grandparent = this.#parents[parent] ?? parent;
      this.#parents[node] = grandparent;
      node = grandparent;
    }
  }
}
