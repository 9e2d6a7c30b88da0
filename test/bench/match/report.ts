/** Tables for a terminal: one row per set, figures of equal width. */
import type { Evaluation } from '../../../src/matching/index.ts';

const columns = ['pair F1', 'R@.99', 'R@.999', 'cluster F1', 'R@.99', 'R@.999', 'blocking', 'set .99', 'set .999', 'CPU s'];

export function printHeading(): void {
  console.log(['set'.padEnd(24), ...columns.map((column) => column.padStart(10))].join(''));
}

/** The main figures of one evaluation, as {@link printHeading} names them. */
export function figuresOf(evaluation: Evaluation): readonly number[] {
  const { pairs, clusters, blockingRecall, selfSet, cpuSeconds } = evaluation;
  return [
    pairs.best.f1,
    pairs.recallAtPrecision['0.99'],
    pairs.recallAtPrecision['0.999'],
    clusters.best.f1,
    clusters.recallAtPrecision['0.99'],
    clusters.recallAtPrecision['0.999'],
    blockingRecall,
    selfSet['0.99'].precision,
    selfSet['0.999'].precision,
    cpuSeconds.total,
  ];
}

export function printRow(name: string, figures: readonly (number | undefined)[]): void {
  const cells = figures.map((figure, index) =>
    (figure === undefined ? '–' : index === columns.length - 1 ? figure.toFixed(1) : figure.toFixed(4)).padStart(10),
  );
  console.log([name.padEnd(24), ...cells].join(''));
}

/** The mean of several sets' figures, and half the width of its 95 % interval. */
export function printMean(name: string, rows: readonly (readonly number[])[]): void {
  const found = columns.map((_, column) => meanAndWidth(rows.map((row) => row[column] ?? 0)));
  printRow(
    `${name}, mean of ${rows.length}`,
    found.map(({ mean }) => mean),
  );
  if (rows.length > 1)
    printRow(
      '  ±',
      found.map(({ width }) => width),
    );
}

/** The mean, and half the width of its 95 % interval (Student's t); infinite for one value alone. */
export function meanAndWidth(values: readonly number[]): { readonly mean: number; readonly width: number } {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const student = [Infinity, 12.71, 4.3, 3.18, 2.78][count - 1] ?? 2.2;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(count - 1, 1);
  return { mean, width: count === 1 ? Infinity : student * Math.sqrt(variance / count) };
}

/** How far the probabilities are right: bands with what was predicted and what was observed. */
export function printCalibration({ calibration }: Evaluation): void {
  const bands = calibration.filter(({ from }) => from >= 0.5);
  console.log(
    `  calibration: ${bands.map(({ from, to, predicted, observed, pairs }) => `${from}–${to}: ${predicted.toFixed(3)} said, ${observed.toFixed(3)} in fact of ${pairs}`).join('; ')}`,
  );
}
