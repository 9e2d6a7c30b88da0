/** An evaluation as a table for people. The figures themselves are matching/evaluate.ts. */
import type { Evaluation, Figures, Rates, ThresholdFigures } from '../matching/index.ts';

const stages = ['normalise', 'block', 'train', 'score', 'cluster', 'total'] as const;

/** Plain text, ended with a line break. */
export function evaluationTable(figures: Evaluation & { readonly peakMemoryBytes: number }): string {
  const { selfSet, calibration, cpuSeconds, peakMemoryBytes } = figures;
  const lines = [
    `${count(figures.records)} records of ${count(figures.people)} people, ${count(figures.truePairs)} true pairs`,
    `Blocking finds ${percent(figures.blockingRecall)} of them.`,
    '',
    row(['', 'precision', 'recall', 'F1']),
    ...thresholdRows('pairs', figures.pairs),
    ...thresholdRows('clusters', figures.clusters),
    '',
    'A precision chosen without the truth, and what it comes to:',
    row(['', 'precision', 'recall']),
    row(['wanted 99 %', ...rates(selfSet['0.99'])]),
    row(['wanted 99.9 %', ...rates(selfSet['0.999'])]),
    '',
    'What a score promises, and what is right:',
    row(['probability', 'pairs', 'promised', 'right']),
    ...calibration.map(({ from, to, pairs, predicted, observed }) =>
      row([`${from} to ${to}`, count(pairs), percent(predicted), percent(observed)]),
    ),
    '',
    `CPU seconds: ${stages.map((stage) => `${stage} ${cpuSeconds[stage].toFixed(1)}`).join(', ')}. Peak memory: ${Math.round(peakMemoryBytes / 1e6).toLocaleString('en-GB')} MB.`,
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function thresholdRows(name: string, { best, at, recallAtPrecision }: ThresholdFigures): string[] {
  const line = (label: string, figures: Figures) => row([`${name}, ${label}`, ...rates(figures), percent(figures.f1)]);
  return [
    line('best', best),
    ...(['0.5', '0.9', '0.99'] as const).map((key) => line(`p ≥ ${key}`, at[key])),
    row([`${name}, recall at precision`, '≥ 99 %', percent(recallAtPrecision['0.99'])]),
    row([`${name}, recall at precision`, '≥ 99.9 %', percent(recallAtPrecision['0.999'])]),
  ];
}

const rates = ({ precision, recall }: Rates): string[] => [percent(precision), percent(recall)];
const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
const count = (number: number): string => number.toLocaleString('en-GB');

function row([first = '', ...rest]: readonly string[]): string {
  return first.padEnd(30) + rest.map((cell) => cell.padStart(11)).join('');
}
