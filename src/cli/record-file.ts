/**
 * Reads a file of records for matching: columns by the map, values by the standard's lenient reading. Keeps the identities and nothing
 * else of a row: what is carried along to an output is read again from the file.
 */
import type { MatchRecord } from '../matching/index.ts';
import { type ChangeCode, createRowNormaliser, type NormaliseOptions } from '../standard/index.ts';
import { bindColumns, type BoundColumns, type ColumnMap, findColumn } from './columns.ts';
import { CommandError } from './command.ts';
import { describeOddities, openCsv } from './csv-reading.ts';
import { readCpuSeconds } from './resources.ts';
import type { Terminal } from './terminal.ts';

export interface RecordFile {
  readonly file: string;
  readonly header: readonly string[];
  readonly records: readonly MatchRecord[];
  /** The cell of the truth column for each record, where one was asked for; empty where it is not known. */
  readonly truth: readonly string[];
  /** The cell of the group column for each record, where one was asked for. */
  readonly groups: readonly string[];
  /** CPU seconds spent on reading values, without reading the file. */
  readonly normaliseSeconds: number;
  /** What lenient reading did, and how often. */
  readonly changes: ReadonlyMap<ChangeCode, number>;
}

export interface RecordFileOptions extends NormaliseOptions {
  readonly map: ColumnMap;
  /** Columns beside the mapped ones to keep for each record. */
  readonly truth?: string | undefined;
  readonly group?: string | undefined;
  readonly terminal: Terminal;
}

/** Rows whose values are read together, so that the clock is asked once for all of them. */
const batchSize = 2048;

/** Reads all records. Throws `CommandError`; tells what was odd. */
export async function readRecordFile(file: string, options: RecordFileOptions): Promise<RecordFile> {
  const { map, terminal } = options;
  const onProgress = (bytes: number, total: number) => terminal.progress('read', bytes, total);
  const { header, rows, oddities } = await openCsv(file, { onProgress });
  const collector = createCollector({ ...options, file, header, bound: bindColumns(map, header, file) });
  let batch: (readonly string[])[] = [];
  for await (const cells of rows) {
    batch.push(cells);
    if (batch.length < batchSize) continue;
    collector.add(batch);
    batch = [];
  }
  collector.add(batch);
  terminal.endProgress();
  const collected = collector.finish();
  for (const sentence of [...describeOddities(file, oddities), ...doublesIn(collected.records, file)]) terminal.note(sentence);
  if (collected.records.length === 0) throw new CommandError(`${file} has a header and no records`);
  return { file, header, ...collected };
}

interface CollectorOptions extends RecordFileOptions {
  readonly file: string;
  readonly header: readonly string[];
  readonly bound: BoundColumns;
}

function createCollector(options: CollectorOptions) {
  const { bound, header, file } = options;
  const records: MatchRecord[] = [];
  const kept = [options.truth, options.group].map((column) => createKeptColumn(column, header, file));
  const { read, changes } = createRowNormaliser(bound.fields, options);
  const sources = new Map<string, string>();
  let normaliseSeconds = 0;
  return {
    add(batch: readonly (readonly string[])[]) {
      const started = readCpuSeconds();
      for (const cells of batch) {
        const identity = read(cells);
        // Without a number of its own, a record has its row's.
        const recordId = cellOf(cells, bound.recordId) || `row ${records.length + 2}`;
        const source = heldOnce(sources, cellOf(cells, bound.source));
        records.push(source === '' ? { recordId, identity } : { recordId, source, identity });
      }
      normaliseSeconds += readCpuSeconds() - started;
      for (const column of kept) for (const cells of batch) column.add(cells);
    },
    finish() {
      const [truth = [], groups = []] = kept.map(({ values }) => values);
      return { records, truth, groups, normaliseSeconds, changes: changes() };
    },
  };
}

/** The values of a column beside the mapped ones; none where none was asked for. Throws `CommandError` where it is not there. */
function createKeptColumn(column: string | undefined, header: readonly string[], file: string) {
  const position = column === undefined ? undefined : findColumn(header, column, file);
  const values: string[] = [];
  const known = new Map<string, string>();
  return {
    values,
    add(cells: readonly string[]) {
      if (position !== undefined) values.push(heldOnce(known, cellOf(cells, position)));
    },
  };
}

function cellOf(cells: readonly string[], position: number | undefined): string {
  return position === undefined ? '' : (cells[position] ?? '').trim();
}

/** The same text, in memory once for all records that have it. */
function heldOnce(known: Map<string, string>, text: string): string {
  const held = known.get(text);
  if (held !== undefined) return held;
  known.set(text, text);
  return text;
}

/** Two records of one number can no longer be told apart in a file of pairs. */
function doublesIn(records: readonly MatchRecord[], file: string): string[] {
  const seen = new Map<string, Set<string>>();
  let doubles = 0;
  for (const { source = '', recordId } of records) {
    const own = seen.get(source) ?? new Set();
    if (own.size === 0) seen.set(source, own);
    if (own.has(recordId)) doubles++;
    else own.add(recordId);
  }
  return doubles === 0
    ? []
    : [`${file}: ${doubles.toLocaleString('en-GB')} records have the recordId of another of the same source`];
}
