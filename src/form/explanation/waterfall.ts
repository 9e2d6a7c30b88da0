/** Where the bars of a waterfall stand: each begins where the sum so far ends. Figures only; drawing is citizen-id-explanation.ts. */

/** One bar, in percent of the width. `end` is where the sum stands after it: at its left or right edge. */
export interface Bar {
  readonly start: number;
  readonly width: number;
  readonly end: number;
}

export interface Waterfall {
  readonly bars: readonly Bar[];
  /** Where nought is. */
  readonly zero: number;
  readonly total: Bar;
}

/** Bars of at least this width, or a small figure cannot be seen. In percent. */
const leastWidth = 0.8;

/** Lays out figures one after the other, and their total from nought. Figures that are not finite count as nought. */
export function layOutWaterfall(figures: readonly number[]): Waterfall {
  const finite = figures.map((figure) => (Number.isFinite(figure) ? figure : 0));
  const sums = finite.reduce<number[]>((before, figure) => [...before, (before.at(-1) ?? 0) + figure], []);
  const [lowest, highest] = [Math.min(0, ...sums), Math.max(0, ...sums)];
  const range = highest - lowest || 1;
  const at = (sum: number) => ((sum - lowest) / range) * 100;
  const bar = (from: number, to: number): Bar => {
    const width = Math.max(leastWidth, Math.abs(at(to) - at(from)));
    return { start: Math.min(at(from), at(to), 100 - width), width, end: at(to) };
  };
  return {
    bars: sums.map((sum, index) => bar(sums[index - 1] ?? 0, sum)),
    zero: at(0),
    total: bar(0, sums.at(-1) ?? 0),
  };
}
