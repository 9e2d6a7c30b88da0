/**
 * Which of some identities are one person's, by a model that is there already: for a first load of an index. Training, and all that a
 * batch can tell, is linkage.ts.
 */
import type { Identity } from '../standard/identity.ts';
import { builtInModel } from './built-in-model.ts';
import { dedupe } from './linkage.ts';
import type { Model } from './model.ts';

export interface ClusterOptions {
  readonly model?: Model;
  /** The share of pairs put together that must be right, as the model expects it, .5 to 1. Default .999, as for a look-up. */
  readonly precision?: number;
  /** The source system of each record, in the records' order: a system seldom holds one person twice. */
  readonly sources?: readonly string[];
}

/**
 * One number per record, in the records' order: equal numbers are one person. Numbers run from 0 by first appearance. Throws a
 * `RangeError` for a precision outside .5 to 1.
 */
export function clusterRecords(identities: readonly Identity[], options: ClusterOptions = {}): number[] {
  const { precision = 0.999, sources, model = builtInModel } = options;
  const records = identities.map((identity, index) => {
    const source = sources?.[index];
    return { recordId: String(index).padStart(8, '0'), identity, ...(source !== undefined && { source }) };
  });
  return Array.from(dedupe(records, { model }).clustersFor(precision));
}
