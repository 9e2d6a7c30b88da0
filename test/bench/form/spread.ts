/** Medians, and how well a run on a busy machine knows them. */

export interface Spread {
  readonly median: number;
  /** The median of ever so many figures lies above this and below `upper` in nineteen runs of twenty. */
  readonly lower: number;
  readonly upper: number;
}

/** The interval is that of the sign test: between two of the figures, whatever their distribution. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.filter((figure) => !Number.isNaN(figure)).sort((one, other) => one - other);
  const away = 0.98 * Math.sqrt(sorted.length);
  const middle = (sorted.length - 1) / 2;
  return { median: at(sorted, middle), lower: at(sorted, middle - away), upper: at(sorted, middle + away) };
}

/** Between two figures where the place is; outwards at most the last. */
function at(sorted: readonly number[], wanted: number): number {
  const place = Math.min(Math.max(wanted, 0), sorted.length - 1);
  const [below = NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}
