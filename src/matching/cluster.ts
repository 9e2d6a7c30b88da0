/**
 * Which records are one person's, all at once: for a first load or a legacy file. Blocks, scores, takes connected components and
 * agglomerates inside each. Not the one-record look-up (decide.ts), and no learning: the model is taken as it is.
 */
import type { Identity } from '../standard/identity.ts';
import { blockingKeys } from './blocking.ts';
import { builtInModel } from './built-in-model.ts';
import { compileModel } from './compiled-model.ts';
import type { Model } from './model.ts';
import { prepareIdentity } from './prepared.ts';
import { scoreBits, toProbability } from './score.ts';

export interface ClusterOptions {
  readonly model?: Model;
  /** The share of pairs put together that must be right, as the model expects it, .5 to 1. Default .999, as for a look-up. */
  readonly precision?: number;
  /** The source system of each record, in the records' order: a system seldom holds one person twice. */
  readonly sources?: readonly string[];
  /** A key shared by more records than this is not followed. Default 120. */
  readonly largestBlock?: number;
}

/** What two records of one source system count against each other, in bits: about one in fifty records of a system is a double. */
const sameSourceBits = -6;
/** A smaller file is taken for one of this size: it is a sample of a town, not a town. */
const leastPopulation = 1024;
/** Pairs below this (−1 in nats) are not even connected. */
const leastBits = -1 / Math.LN2;
/** Components above this are cut at a higher score first: within one, everything is compared with everything. */
const largestComponent = 80;

/**
 * One number per record, in the records' order: equal numbers are one person. Numbers run from 0 by first appearance. Throws a
 * `RangeError` for a precision outside .5 to 1.
 */
export function clusterRecords(identities: readonly Identity[], options: ClusterOptions = {}): number[] {
  const { precision = 0.999, sources, largestBlock = 120 } = options;
  if (!(precision >= 0.5 && precision < 1)) throw new RangeError('precision must be at least 0.5 and below 1');
  const prepared = identities.map(prepareIdentity);
  const model = compileModel(forBatch(options.model ?? builtInModel, identities.length));
  const score = (left: number, right: number): number => {
    const [a, b] = [prepared[left], prepared[right]];
    return a && b ? scoreBits(a, b, model) + sourceBits(sources, left, right) : -Infinity;
  };
  const pairs = candidatePairs(identities, largestBlock).flatMap(([left, right]): ScoredPair[] => {
    const bits = score(left, right);
    return bits > leastBits ? [{ left, right, bits }] : [];
  });
  const merges = componentsOf(pairs, identities.length).map((component) => agglomerate(component, score));
  const cut = cutFor(precision, merges.flat());
  return numberClusters(
    merges.flatMap((inOrder) => takeUntil(inOrder, cut)),
    identities.length,
  );
}

/** Two records whose clusters become one, how alike the clusters are, and how many pairs of records that puts together. */
interface Merge extends ScoredPair {
  readonly pairs: number;
}

/** The lowest score at which the pairs put together are still expected to be right often enough. */
function cutFor(precision: number, merges: readonly Merge[]): number {
  let [wrong, all] = [0, 0];
  let cut = Infinity;
  for (const { bits, pairs } of [...merges].sort((a, b) => b.bits - a.bits)) {
    all += pairs;
    wrong += pairs * (1 - toProbability(bits));
    if (wrong <= (1 - precision) * all) cut = bits;
  }
  return cut;
}

/** A component's merges, in the order made, up to the first below the cut. */
function takeUntil(merges: readonly Merge[], cut: number): readonly Merge[] {
  const first = merges.findIndex(({ bits }) => bits < cut);
  return first < 0 ? merges : merges.slice(0, first);
}

interface ScoredPair {
  readonly left: number;
  readonly right: number;
  readonly bits: number;
}

/** Pairs that share a key of a block small enough, each once, lower number first. */
function candidatePairs(identities: readonly Identity[], largestBlock: number): [number, number][] {
  const blocks = new Map<string, number[]>();
  const keysOf = identities.map((identity) => blockingKeys(identity));
  for (const [number, keys] of keysOf.entries()) {
    for (const key of keys) {
      const block = blocks.get(key);
      if (block) block.push(number);
      else blocks.set(key, [number]);
    }
  }
  const pairs: [number, number][] = [];
  const lastPartner = new Int32Array(identities.length).fill(-1);
  for (const [number, keys] of keysOf.entries()) {
    for (const key of keys) {
      const block = blocks.get(key) ?? [];
      if (block.length > largestBlock) continue;
      for (const other of block) {
        if (other >= number || lastPartner[other] === number) continue;
        lastPartner[other] = number;
        pairs.push([other, number]);
      }
    }
  }
  return pairs;
}

/** Connected components of two records or more; one that is too large is cut at ever higher scores until its parts are not. */
function componentsOf(pairs: readonly ScoredPair[], size: number, leastScore = leastBits): number[][] {
  const parents = Int32Array.from({ length: size }, (_, index) => index);
  for (const { left, right } of pairs) parents[rootOf(parents, left)] = rootOf(parents, right);
  const members = new Map<number, Set<number>>();
  const inside = new Map<number, ScoredPair[]>();
  for (const pair of pairs) {
    const root = rootOf(parents, pair.left);
    members.set(root, (members.get(root) ?? new Set()).add(pair.left).add(pair.right));
    const own = inside.get(root);
    if (own) own.push(pair);
    else inside.set(root, [pair]);
  }
  return [...members].flatMap(([root, numbers]) => {
    if (numbers.size <= largestComponent || leastScore > 40) return [[...numbers].sort((a, b) => a - b)];
    const higher = leastScore + 3;
    return componentsOf(
      (inside.get(root) ?? []).filter((pair) => pair.bits >= higher),
      size,
      higher,
    );
  });
}

/** The root of a union-find tree, halving the path on the way. */
function rootOf(parents: Int32Array, start: number): number {
  let node = start;
  for (;;) {
    const parent = parents[node] ?? node;
    if (parent === node) return node;
    const grandparent = parents[parent] ?? parent;
    parents[node] = grandparent;
    node = grandparent;
  }
}

/**
 * Merges the two most alike clusters of a component until none are more likely one person's than not. Alike: .7 of the average pair, .3
 * of the best; all pairs count, also those that blocking missed, so that one doubtful link cannot chain two people together.
 */
function agglomerate(component: readonly number[], score: (left: number, right: number) => number): Merge[] {
  const scores = component.map((left) =>
    component.map((right) => (left === right ? 0 : score(Math.min(left, right), Math.max(left, right)))),
  );
  const state = { clusters: component.map((number) => [number]), sums: scores, bests: scores.map((row) => [...row]) };
  const merges: Merge[] = [];
  for (;;) {
    const merge = mostAlike(state);
    if (merge === undefined || merge.bits < 0) return merges;
    const [left = [], right = []] = [state.clusters[merge.left], state.clusters[merge.right]];
    merges.push({ left: left[0] ?? 0, right: right[0] ?? 0, bits: merge.bits, pairs: left.length * right.length });
    mergeInto(state, merge);
  }
}

/** Clusters of one component, an emptied one for each merged away; for each two, the sum of their pairs' scores and the best. */
interface Agglomeration {
  readonly clusters: number[][];
  readonly sums: readonly number[][];
  readonly bests: readonly number[][];
}

function mostAlike({ clusters, sums, bests }: Agglomeration): ScoredPair | undefined {
  let found: ScoredPair | undefined;
  for (let left = 0; left < clusters.length; left++) {
    const ours = clusters[left]?.length ?? 0;
    for (let right = left + 1; ours > 0 && right < clusters.length; right++) {
      const theirs = clusters[right]?.length ?? 0;
      if (theirs === 0) continue;
      const bits = (0.7 * (sums[left]?.[right] ?? 0)) / (ours * theirs) + 0.3 * (bests[left]?.[right] ?? 0);
      if (found === undefined || bits > found.bits) found = { left, right, bits };
    }
  }
  return found;
}

/** Empties the right cluster into the left and updates both tables: sums add up, bests keep the greater. */
function mergeInto({ clusters, sums, bests }: Agglomeration, { left, right }: ScoredPair): void {
  clusters[left]?.push(...(clusters[right] ?? []));
  clusters[right] = [];
  const add = (row: number[] | undefined, into: number, from: number): void => {
    if (row) row[into] = (row[into] ?? 0) + (row[from] ?? 0);
  };
  const keepGreater = (row: number[] | undefined, into: number, from: number): void => {
    if (row) row[into] = Math.max(row[into] ?? 0, row[from] ?? 0);
  };
  for (const [other] of clusters.entries()) {
    add(sums[other], left, right);
    keepGreater(bests[other], left, right);
    const [ours, ourBests] = [sums[left], bests[left]];
    if (ours) ours[other] = sums[other]?.[left] ?? 0;
    if (ourBests) ourBests[other] = bests[other]?.[left] ?? 0;
  }
}

function sourceBits(sources: readonly string[] | undefined, left: number, right: number): number {
  return sources !== undefined && sources[left] !== undefined && sources[left] === sources[right] ? sameSourceBits : 0;
}

/** In a file of n records a record has one other of its person, about, and two of its household. */
function forBatch(model: Model, records: number): Model {
  return { ...model, prior: { population: Math.max(records, leastPopulation), samePerson: 1, household: 2 } };
}

function numberClusters(merges: readonly Merge[], size: number): number[] {
  const parents = Int32Array.from({ length: size }, (_, index) => index);
  for (const { left, right } of merges) parents[rootOf(parents, left)] = rootOf(parents, right);
  const numbers = new Map<number, number>();
  return Array.from(parents, (_, index) => {
    const root = rootOf(parents, index);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}
