/** Medians, and how far the middle half of the figures lies apart: what a run on a busy machine can be trusted to show. */

export interface Spread {
  readonly median: number;
  /** A quarter of the figures is smaller. */
  readonly lower: number;
  /** A quarter of them is larger. */
  readonly upper: number;
}

export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((one, other) => one - other);
  return { median: at(sorted, 0.5), lower: at(sorted, 0.25), upper: at(sorted, 0.75) };
}

/** Between two figures where the place is. */
function at(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below = NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}
