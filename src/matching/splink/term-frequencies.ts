/** How common each value of a column is, as Splink counts it: among the records that have one. Not the engine's own frequencies. */
import type { SplinkRecord } from './condition.ts';

/** By column: the share of each value, above 0 and at most 1. */
export type TermFrequencies = Readonly<Record<string, ReadonlyMap<string, number>>>;

/** Counts the values of these columns over all records. */
export function countTermFrequencies(records: Iterable<SplinkRecord>, columns: readonly string[]): TermFrequencies {
  const counts = new Map(columns.map((column) => [column, new Map<string, number>()]));
  for (const record of records) {
    for (const [column, values] of counts) {
      const value = record[column];
      if (value !== undefined) values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...counts].map(([column, values]) => [column, sharesOf(values)]));
}

function sharesOf(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  let total = 0;
  for (const count of counts.values()) total += count;
  return new Map([...counts].map(([value, count]) => [value, count / total]));
}
