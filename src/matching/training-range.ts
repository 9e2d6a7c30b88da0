/**
 * What a model was trained on, in figures that say nothing of anybody: how much was filled in, at which levels one person's records agree,
 * and a digest of the file. And whether other data are of that kind: a model is no better than its likeness to them.
 */
import { type PreparedRecord, valueReaderOf } from './compare.ts';
import type { CompiledKind } from './compiled-model.ts';
import { hashText } from './key-hashes.ts';
import type { ComparisonName, CustomerKind, KindModel, Provenance } from './model.ts';
import type { PairSet } from './pair-set.ts';
import type { PreparedRecords, RecordTable } from './record-table.ts';
import { firstBearers, sharedPartOf } from './shared-parts.ts';
import { toNats } from './weigh.ts';

/** Shares by comparison. */
export type FilledShares = Readonly<Record<ComparisonName, number>>;
export type LevelShares = Readonly<Record<ComparisonName, readonly number[]>>;

/**
 * What is out of the range that a model was trained on. `filled`: another share of the records has a value; `levels`: one person's
 * records agree otherwise (`found` and `trained` are shares of the commonest level, the distributions are further apart); `size`: records.
 */
export interface RangeWarning {
  readonly code: 'range/filled' | 'range/levels' | 'range/size';
  readonly comparison?: ComparisonName;
  readonly trained: number;
  readonly found: number;
}

const round = (share: number): number => Number(share.toFixed(3));

/** The share of a table's rows that have each comparison's value. */
export function filledOf(table: RecordTable, { comparisons }: KindModel): FilledShares {
  const { rows } = table;
  return Object.fromEntries(
    Object.keys(comparisons).map((name) => {
      const isFilled = filledReaderOf(table, name);
      let filled = 0;
      for (let row = 0; row < rows.length; row++) if (isFilled(row)) filled++;
      return [name, round(filled / Math.max(rows.length, 1))];
    }),
  );
}

/** Whether a row has the value. What rows share is missing in a row or has one: a part without any is none. */
function filledReaderOf(table: RecordTable, name: ComparisonName): (row: number) => boolean {
  const { rows } = table;
  const part = sharedPartOf(name);
  if (part) {
    const { numbers } = table.parts[part];
    return (row) => (numbers[row] ?? -1) >= 0;
  }
  // A source has no value whose frequency counts, and yet it is known or not.
  if (name === 'source') return (row) => (rows[row]?.source ?? -1) >= 0;
  const read = valueReaderOf(name);
  return (row) => {
    const record = rows[row];
    return record !== undefined && read(record) !== undefined;
  };
}

/** From this probability on a pair counts as one person's here; of fewer pairs than that nothing is told. */
const almostSure = 0.99;
const leastPairs = 100;

/** Of the pairs that are almost surely one person's, the share at each level; comparisons that hardly any of them has are left out. */
export function levelSharesOf(set: Pick<PairSet, 'levels' | 'size'>, scores: Float64Array, model: CompiledKind): LevelShares {
  const width = model.fields.length;
  const counts = model.fields.map(({ codes }) => new Float64Array(codes));
  const least = toNats(almostSure);
  for (let pair = 0; pair < set.size; pair++) {
    if ((scores[pair] ?? 0) < least) continue;
    for (let field = 0; field < width; field++) {
      const own = counts[field];
      const code = set.levels[pair * width + field] ?? 0;
      if (own && code > 0) own[code] = (own[code] ?? 0) + 1;
    }
  }
  const shares = counts.map((own): readonly number[] => {
    const all = own.reduce((sum, count) => sum + count, 0);
    return all < leastPairs ? [] : Array.from(own.subarray(1), (count) => round(count / all));
  });
  return Object.fromEntries(model.names.flatMap((name, field) => (shares[field]?.length ? [[name, shares[field]]] : [])));
}

/** How far apart shares may be: of records that have a value, and of pairs at other levels; and how many times larger or smaller a file. */
const mostFilledApart = 0.25;
const mostLevelsApart = 0.2;
const mostTimes = 30;

/** Compares other data with what a model was trained on; nothing where the model does not say. */
export function rangeWarnings(
  trained: Provenance | undefined,
  found: { readonly records: number; readonly filled: FilledShares; readonly levels: LevelShares },
): RangeWarning[] {
  if (trained === undefined) return [];
  const warnings: RangeWarning[] = [];
  const times = found.records / Math.max(trained.records, 1);
  if (times > mostTimes || times < 1 / mostTimes)
    warnings.push({ code: 'range/size', trained: trained.records, found: found.records });
  for (const [comparison, share] of Object.entries(found.filled)) {
    const before = trained.filled[comparison] ?? 0;
    if (Math.abs(share - before) > mostFilledApart)
      warnings.push({ code: 'range/filled', comparison, trained: before, found: share });
  }
  for (const [comparison, shares] of Object.entries(found.levels)) {
    const before = trained.levels?.[comparison];
    if (before === undefined) continue;
    const apart = shares.reduce((sum, share, at) => sum + Math.abs(share - (before[at] ?? 0)), 0) / 2;
    const commonest = before.indexOf(Math.max(...before));
    if (apart > mostLevelsApart)
      warnings.push({ code: 'range/levels', comparison, trained: before[commonest] ?? 0, found: shares[commonest] ?? 0 });
  }
  return warnings;
}

/** Values of every kind of record together; where both have a comparison of the name, people's count. */
export function mergeKinds<Value>(
  byKind: ReadonlyMap<CustomerKind, Readonly<Record<string, Value>>>,
): Readonly<Record<string, Value>> {
  return { ...byKind.get('organisation'), ...byKind.get('person') };
}

const digestedParts = ['given', 'family', 'organisation-name', 'date-of-birth', 'place', 'email-address', 'telephone-number'];

/** Sixteen hexadecimal digits, the same for the same records in whatever order they came. */
export function digestOf({ tables }: PreparedRecords): string {
  let [one, other] = [0, 0];
  for (const table of tables) {
    const parts = digestedParts.map((name) => hashValues(table, name));
    for (let row = 0; row < table.rows.length; row++) {
      let hash = 0;
      for (const { numbers, hashes } of parts) hash = Math.imul(hash ^ (hashes[numbers[row] ?? -1] ?? missing), 0x9e3779b1);
      one = (one + hash) >>> 0;
      other = (other + Math.imul(hash ^ (hash >>> 13), 0x85ebca6b)) >>> 0;
    }
  }
  return [one, other].map((part) => part.toString(16).padStart(8, '0')).join('');
}

const missing = hashText('');

/** The values of one comparison, each hashed once for all rows that share it. */
function hashValues(table: RecordTable, name: ComparisonName): { readonly numbers: Int32Array; readonly hashes: Int32Array } {
  const { rows } = table;
  const read = valueReaderOf(name);
  const hashOf = (row: PreparedRecord): number => hashText(read(row) ?? '');
  const part = sharedPartOf(name);
  if (part === undefined) return { numbers: Int32Array.from(rows, (_, row) => row), hashes: Int32Array.from(rows, hashOf) };
  const { numbers } = table.parts[part];
  return { numbers, hashes: Int32Array.from(firstBearers(table, numbers), hashOf) };
}
