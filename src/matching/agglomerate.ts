/**
 * From scored pairs to customers: connected components, every pair inside one scored, then the two most alike groups merged again and
 * again. Alike: .7 of the average pair and .3 of the best, so that one doubtful link cannot chain two people together. Not the cut:
 * merges are given with their scores, and whoever asks cuts where they like.
 */
import { componentsOf, cutAt, type Link, type Linked, type Links, linksWithin, partOf } from './components.ts';
import { createUnionFind } from './union-find.ts';
import { createFloat64s, createInt32s } from './large-lists.ts';

/** Two records whose groups become one, how alike the groups are in natural log odds, and how many pairs of records that joins. */
export interface Merge {
  readonly left: number;
  readonly right: number;
  readonly score: number;
  readonly pairs: number;
}

export interface ScoredPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly score: Float64Array;
}

export interface AgglomerationInput {
  /** How many records there are; pairs name them by number. */
  readonly size: number;
  readonly pairs: ScoredPairs;
  /** Scores any pair, also one that blocking missed. */
  readonly score: (left: number, right: number) => number;
  /** Pairs that are one by decision, and pairs that are not. Apart wins. */
  readonly together?: readonly (readonly [number, number])[];
  readonly apart?: readonly (readonly [number, number])[];
  /** `closure` joins whatever any pair joins: only to show what the average buys. */
  readonly linkage?: 'average' | 'closure';
}

/** Pairs below this are not even connected. */
const leastScore = -1;
/** Groups less alike than this are never merged, wherever the cut. */
const leastMerge = -4;
/** Components above this are cut at a higher score first: within one, everything is compared with everything. */
const largestComponent = 120;

/** All merges, best first. A merge never scores better than those it builds on, so that every cut gives whole groups. */
export function agglomerate(input: AgglomerationInput): Merge[] {
  const forced = forcedPairs(input);
  if (input.linkage === 'closure') return closeOver(input);
  const merges: Merge[] = [];
  const score = (left: number, right: number): number => forced.get(keyOf(left, right)) ?? input.score(left, right);
  const tables = createTables(largestComponent);
  mergeLinked({ size: input.size, links: linksOf(input, forced), rows: undefined }, leastScore, { score, merges, tables });
  return merges.sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
}

const keyOf = (left: number, right: number): number => Math.min(left, right) * 2 ** 26 + Math.max(left, right);

function forcedPairs({ together = [], apart = [] }: AgglomerationInput): ReadonlyMap<number, number> {
  const forced = new Map<number, number>();
  for (const [left, right] of together) forced.set(keyOf(left, right), Infinity);
  for (const [left, right] of apart) forced.set(keyOf(left, right), -Infinity);
  return forced;
}

function linksOf({ pairs, together = [] }: AgglomerationInput, forced: ReadonlyMap<number, number>): Links {
  const isLink = (index: number): boolean => {
    if (!((pairs.score[index] ?? -Infinity) > leastScore)) return false;
    return forced.size === 0 || forced.get(keyOf(pairs.left[index] ?? 0, pairs.right[index] ?? 0)) !== -Infinity;
  };
  const decided = together.filter(([left, right]) => forced.get(keyOf(left, right)) === Infinity);
  let size = decided.length;
  for (let index = 0; index < pairs.score.length; index++) if (isLink(index)) size++;
  const links = { size, left: createInt32s(size), right: createInt32s(size), score: createFloat64s(size) };
  let at = 0;
  for (let index = 0; index < pairs.score.length; index++) {
    if (!isLink(index)) continue;
    links.left[at] = pairs.left[index] ?? 0;
    links.right[at] = pairs.right[index] ?? 0;
    links.score[at++] = pairs.score[index] ?? 0;
  }
  for (const [left, right] of decided) {
    links.left[at] = left;
    links.right[at] = right;
    links.score[at++] = Infinity;
  }
  return links;
}

function closeOver({ size, pairs }: AgglomerationInput): Merge[] {
  const order = Uint32Array.from(pairs.score, (_, index) => index).filter((index) => (pairs.score[index] ?? 0) > leastMerge);
  order.sort((a, b) => (pairs.score[b] ?? 0) - (pairs.score[a] ?? 0) || a - b);
  const groups = createUnionFind(size);
  const sizes = new Map<number, number>();
  return Array.from(order).flatMap((index) => {
    const [left, right] = [pairs.left[index] ?? 0, pairs.right[index] ?? 0];
    const [ours, theirs] = [sizes.get(groups.find(left)) ?? 1, sizes.get(groups.find(right)) ?? 1];
    if (!groups.join(left, right)) return [];
    sizes.set(groups.find(left), ours + theirs);
    return [{ left, right, score: pairs.score[index] ?? 0, pairs: ours * theirs }];
  });
}

/** Where merges come from and go to: scores any two rows. */
interface Merging {
  readonly score: (left: number, right: number) => number;
  readonly merges: Merge[];
  readonly tables: Tables;
}

/** Merges within connected components; one that is too large is cut at ever higher scores until its parts are not. */
function mergeLinked(linked: Linked, least: number, merging: Merging): void {
  const { members, links } = componentsOf(linked);
  const row = (member: number): number => linked.rows?.[member] ?? member;
  for (let component = 0; component < members.starts.length - 1; component++) {
    const own = partOf(members, component);
    const known = partOf(links, component);
    if (own.length <= largestComponent || least > 60) mergeComponent(own.map(row), linksWithin(linked, known), merging);
    else mergeLinked(cutAt(linked, { members: own, links: known, least: least + 2 }), least + 2, merging);
  }
}

/** Sums and bests of the pairs between each two groups of a component, in square tables. */
interface Tables {
  /** How many records each group holds; 0 for one that was merged away. */
  readonly counts: Int32Array;
  readonly sums: Float64Array;
  readonly bests: Float64Array;
  readonly isKnown: Uint8Array;
  /** The least score that made each group. */
  readonly scores: Float64Array;
}

/** Made once for all components of so many members at most: a file has hundreds of thousands, nearly all of a few. */
function createTables(members: number): Tables {
  const pairs = members * members;
  return {
    counts: new Int32Array(members),
    sums: new Float64Array(pairs),
    bests: new Float64Array(pairs),
    isKnown: new Uint8Array(pairs),
    scores: new Float64Array(members),
  };
}

interface Groups extends Tables {
  readonly size: number;
}

/** Adds the merges of one component to all. */
function mergeComponent(members: Int32Array, links: readonly Link[], { score, merges, tables }: Merging): void {
  // Most are two records, and one link says all.
  if (members.length === 2 && links.length === 1) {
    const [left = 0, right = 0] = members;
    const known = links[0]?.score ?? 0;
    merges.push({ left, right, score: 0.7 * known + 0.3 * known, pairs: 1 });
    return;
  }
  const groups = { size: members.length, ...(members.length > largestComponent ? createTables(members.length) : tables) };
  startGroups(groups, { members, links, score });
  for (;;) {
    const best = mostAlike(groups);
    if (best === undefined || best.score < leastMerge) return;
    const { left, right } = best;
    const [ours, theirs] = [groups.counts[left] ?? 0, groups.counts[right] ?? 0];
    const least = Math.min(best.score, groups.scores[left] ?? Infinity, groups.scores[right] ?? Infinity);
    merges.push({ left: members[left] ?? 0, right: members[right] ?? 0, score: least, pairs: ours * theirs });
    groups.scores[left] = least;
    mergeInto(groups, best);
  }
}

interface Component extends Pick<Merging, 'score'> {
  readonly members: Int32Array;
  readonly links: readonly Link[];
}

/** Every member alone, and every pair of the component, those that are known as they are. */
function startGroups(groups: Groups, { members, links, score }: Component): void {
  const { size, counts, sums, bests, isKnown, scores } = groups;
  counts.fill(1, 0, size);
  scores.fill(Infinity, 0, size);
  isKnown.fill(0, 0, size * size);
  const set = (left: number, right: number, value: number): void => {
    const [cell, mirrored] = [left * size + right, right * size + left];
    sums[cell] = sums[mirrored] = value;
    bests[cell] = bests[mirrored] = value;
    isKnown[cell] = isKnown[mirrored] = 1;
  };
  for (const link of links) set(members.indexOf(link.left), members.indexOf(link.right), link.score);
  for (let left = 0; left < size; left++) {
    for (let right = left + 1; right < size; right++) {
      if (isKnown[left * size + right] === 0) set(left, right, score(members[left] ?? 0, members[right] ?? 0));
    }
  }
}

/** Infinite where a decision put two of them together, and minus infinite where one put them apart, which outweighs it. */
function likenessOf({ size, counts, sums, bests }: Groups, left: number, right: number): number {
  const sum = sums[left * size + right] ?? 0;
  const best = bests[left * size + right] ?? 0;
  if (Number.isNaN(sum)) return -Infinity;
  return (0.7 * sum) / ((counts[left] ?? 1) * (counts[right] ?? 1)) + 0.3 * (sum === -Infinity ? -1 : best);
}

function mostAlike(groups: Groups): Link | undefined {
  const { size, counts } = groups;
  let found: { left: number; right: number; score: number } | undefined;
  for (let left = 0; left < size; left++) {
    if (counts[left] === 0) continue;
    for (let right = left + 1; right < size; right++) {
      if (counts[right] === 0) continue;
      const score = likenessOf(groups, left, right);
      if (score > (found?.score ?? -Infinity)) found = { left, right, score };
    }
  }
  return found;
}

/** Empties the right group into the left and updates both tables: sums add up, bests keep the greater. */
function mergeInto({ size, counts, sums, bests }: Groups, { left, right }: Link): void {
  counts[left] = (counts[left] ?? 0) + (counts[right] ?? 0);
  counts[right] = 0;
  for (let other = 0; other < size; other++) {
    if (other === left || counts[other] === 0) continue;
    const sum = (sums[left * size + other] ?? 0) + (sums[right * size + other] ?? 0);
    const best = Math.max(bests[left * size + other] ?? 0, bests[right * size + other] ?? 0);
    sums[left * size + other] = sum;
    sums[other * size + left] = sum;
    bests[left * size + other] = best;
    bests[other * size + left] = best;
  }
}
