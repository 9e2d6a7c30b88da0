/** The files that a linkage is written to: every record with its cluster, and every pair with its score. */
import type { Linkage, RecordSet } from '../matching/index.ts';
import { CommandError } from './command.ts';
import { openCsv } from './csv-reading.ts';
import type { RecordFile } from './record-file.ts';

/** The column that is added; it has a number behind it where the file has one of that name. */
const clusterColumn = 'clusterId';

/** A header, and every row of the file as it came, with the number of its cluster in front. */
export async function* clusterRows(source: RecordFile, clusters: Int32Array): AsyncGenerator<readonly (string | number)[]> {
  const { file } = source;
  const { header, rows } = await openCsv(file);
  yield [freeName(header, clusterColumn), ...header];
  let record = 0;
  for await (const cells of rows) yield [clusterOf(clusters, record++, file), ...cells];
  if (record !== source.records.length) throw changed(file);
}

/** The same of two files: whose record it is, its cluster, and the columns of both. */
export async function* linkRows(
  sources: readonly RecordFile[],
  clusters: Int32Array,
): AsyncGenerator<readonly (string | number)[]> {
  const columns = [...new Set(sources.flatMap(({ header }) => header))];
  yield [freeName(columns, clusterColumn), freeName(columns, 'file'), ...columns];
  let record = 0;
  for (const { file, records } of sources) {
    const end = record + records.length;
    const { header, rows } = await openCsv(file);
    const positions = columns.map((column) => header.indexOf(column));
    for await (const cells of rows) {
      yield [clusterOf(clusters, record++, file), file, ...positions.map((position) => cells[position] ?? '')];
    }
    if (record !== end) throw changed(file);
  }
}

/** Pairs below this probability are of no interest to anybody, and are most of them. */
const leastProbability = 0.01;

/** A header, and the pairs that are likely enough, best first. With `sides`, only those across two files. */
export function* pairRows(
  linkage: Pick<Linkage, 'pairs'>,
  { recordIds, sources }: Pick<RecordSet, 'recordIds' | 'sources'>,
  sides?: Uint8Array,
): Generator<readonly (string | number)[]> {
  yield ['leftSource', 'leftRecordId', 'rightSource', 'rightRecordId', 'probability', 'bits'];
  const { left, right, score } = linkage.pairs;
  const least = Math.log(leastProbability / (1 - leastProbability));
  const wanted: number[] = [];
  for (let pair = 0; pair < score.length; pair++) {
    const isAcross = sides === undefined || sides[left[pair] ?? 0] !== sides[right[pair] ?? 0];
    if (isAcross && (score[pair] ?? -Infinity) >= least) wanted.push(pair);
  }
  wanted.sort(
    (a, b) => (score[b] ?? 0) - (score[a] ?? 0) || (left[a] ?? 0) - (left[b] ?? 0) || (right[a] ?? 0) - (right[b] ?? 0),
  );
  for (const pair of wanted) {
    const [one, other] = [left[pair] ?? 0, right[pair] ?? 0];
    const nats = score[pair] ?? 0;
    const probability = 1 / (1 + Math.exp(-nats));
    yield [
      sources[one] ?? '',
      recordIds[one] ?? '',
      sources[other] ?? '',
      recordIds[other] ?? '',
      probability.toFixed(6),
      (nats / Math.LN2).toFixed(3),
    ];
  }
}

function clusterOf(clusters: Int32Array, record: number, file: string): number {
  const cluster = clusters[record];
  if (cluster === undefined) throw changed(file);
  return cluster;
}

function changed(file: string): CommandError {
  return new CommandError(`${file} was changed while it was read`);
}

function freeName(header: readonly string[], wanted: string): string {
  let name = wanted;
  for (let number = 2; header.includes(name); number++) name = `${wanted}${number}`;
  return name;
}
