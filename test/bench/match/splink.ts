/** Splink's stored figures on the benchmark files, in the order of the bench's columns. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface SplinkResult {
  readonly dataset: string;
  readonly blocking_recall: number;
  readonly best: { readonly f1: number };
  readonly [figure: string]: unknown;
}

/** Its figures for one file; undefined where they are not stored. Best cluster F1 is over the five thresholds stored. */
export function splinkFigures(name: string): readonly (number | undefined)[] | undefined {
  const file = path.join(process.env['CITIZEN_ID_BENCHMARKS'] ?? '', 'splink-results.json');
  if (!existsSync(file)) return undefined;
  const stored = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly results: readonly SplinkResult[];
    readonly council_60k: SplinkResult;
  };
  const result = [...stored.results, stored.council_60k].find(({ dataset }) => dataset === name);
  if (result === undefined) return undefined;
  const clusters = Object.entries(result).filter(([key]) => key.startsWith('cluster_at_'));
  return [
    result.best.f1,
    numberOf(result['recall_at_precision_0.99']),
    numberOf(result['recall_at_precision_0.999']),
    clusters.length === 0 ? undefined : Math.max(...clusters.map(([, at]) => (at as { readonly f1: number }).f1)),
    undefined,
    undefined,
    result.blocking_recall,
    undefined,
    undefined,
    numberOf(Number(result['train_cpu_s'] ?? NaN) + Number(result['predict_cpu_s'] ?? NaN)),
  ];
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && !Number.isNaN(value) ? value : undefined;
}
