/**
 * Chooses which blocking keys a batch follows, without truth: the targets are pairs that the engine itself is sure of, and the key is
 * taken next that finds most of those still missing for each pair it adds.
 */
import { createBytes, createInt32s } from './large-lists.ts';

/** Sorted pairs, each once (candidates.ts). */
export interface KeyLearning {
  readonly pairsByKey: ReadonlyMap<string, Float64Array>;
  /** Of all pairs, sorted, whether each is a target. */
  readonly pairs: Float64Array;
  readonly isTarget: Uint8Array;
  /** Keys that are followed already, and named first. */
  readonly known?: readonly string[];
  /** The share of the targets to be found. Default .9995. */
  readonly coverage?: number;
  /** How many keys are chosen at most. Default: as many as it takes. */
  readonly most?: number;
  /** What a key costs before it adds a pair, in pairs: a store keeps every key of every record, so that few broad ones pay. Default 100. */
  readonly costOfKey?: number;
  /** The least share of the pairs that a key adds that must be targets. Default: any. */
  readonly leastPay?: number;
}

/** Names of the keys chosen, the best first. All of them where there is no target to learn from. */
export function learnKeys(learning: KeyLearning): string[] {
  const { pairsByKey, pairs, isTarget, coverage = 0.9995, known = [], most = Infinity, costOfKey = 100, leastPay = 0 } = learning;
  const places = new Map([...pairsByKey].map(([name, own]) => [name, placesIn(pairs, own)]));
  const targets = isTarget.reduce((sum, one) => sum + one, 0);
  if (targets === 0) return [...places.keys()].slice(0, most);
  const covered = createBytes(pairs.length);
  const chosen = [...known];
  for (const name of known) {
    for (const place of places.get(name) ?? []) covered[place] = 1;
    places.delete(name);
  }
  let missing = isTarget.reduce((sum, one, place) => sum + (covered[place] === 1 ? 0 : one), 0);
  while (missing > (1 - coverage) * targets && chosen.length < most) {
    const best = mostPaying(places, { covered, isTarget, costOfKey });
    if (best === undefined || best.pay < leastPay) break;
    for (const place of places.get(best.name) ?? []) covered[place] = 1;
    places.delete(best.name);
    missing -= best.found;
    chosen.push(best.name);
  }
  return chosen;
}

/** Where each of some pairs stands among all; both sorted. */
function placesIn(pairs: Float64Array, own: Float64Array): Int32Array {
  const places = createInt32s(own.length);
  let at = 0;
  for (let index = 0; index < own.length; index++) {
    while ((pairs[at] ?? Infinity) < (own[index] ?? 0)) at++;
    places[index] = at;
  }
  return places;
}

/** The key that pays most of those that find anything. */
function mostPaying(
  places: ReadonlyMap<string, Int32Array>,
  { covered, isTarget, costOfKey }: { readonly covered: Uint8Array; readonly isTarget: Uint8Array; readonly costOfKey: number },
): { name: string; found: number; pay: number } | undefined {
  let best: { name: string; found: number; pay: number } | undefined;
  for (const [name, own] of places) {
    let [found, more] = [0, 0];
    for (const place of own) {
      if (covered[place] === 1) continue;
      more++;
      found += isTarget[place] ?? 0;
    }
    // A handful of pairs more costs nothing; without a cost of its own a key of one pair would come first.
    const pay = found / (more + costOfKey);
    if (found > 0 && (best === undefined || pay > best.pay)) best = { name, found, pay };
  }
  return best;
}
