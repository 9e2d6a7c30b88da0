/**
 * How common the values of rows are, with equal shares told apart no more: of 300,000 mailboxes nearly all are one person's or two's, so
 * that what a share weighs in a score is reckoned a few times and not for every pair. Not the counting: frequencies.ts.
 */
import type { BatchFrequencies } from './frequencies.ts';
import { createInt32s } from './large-lists.ts';

export interface RowShares {
  /** `row · fields + field`: the place of the share's logarithm in that field's list; −1 where frequency does not count. */
  readonly numbers: Int32Array;
  /** By field, each different logarithm once. */
  readonly logs: readonly Float64Array[];
}

/** Of none where there are no frequencies. */
export function rowSharesOf(frequencies: BatchFrequencies | undefined, fields: number): RowShares {
  if (frequencies === undefined) return { numbers: new Int32Array(0), logs: [] };
  const { columns, logShares } = frequencies;
  const rows = columns.fullNames.ids.length;
  const numbers = createInt32s(rows * fields).fill(-1);
  const logs = Array.from({ length: fields }, (_, field): Float64Array => {
    const [own, ids] = [logShares[field], columns.byField[field]?.ids];
    if (own === undefined || ids === undefined) return new Float64Array(0);
    const { byValue, different } = numberShares(own);
    for (let row = 0; row < rows; row++) {
      const id = ids[row] ?? -1;
      if (id >= 0) numbers[row * fields + field] = byValue[id] ?? -1;
    }
    return different;
  });
  return { numbers, logs };
}

/** A logarithm of nought says that frequency does not count. */
function numberShares(logs: Float64Array): { readonly byValue: Int32Array; readonly different: Float64Array } {
  const known = new Map<number, number>();
  const byValue = createInt32s(logs.length);
  for (let id = 0; id < logs.length; id++) {
    const log = logs[id] ?? 0;
    const number = log === 0 ? -1 : (known.get(log) ?? known.size);
    if (number === known.size) known.set(log, number);
    byValue[id] = number;
  }
  return { byValue, different: Float64Array.from(known.keys()) };
}
