/**
 * Reads a file of records for matching: columns by the map, values in whichever thread is free (reading-threads.ts). Keeps what the engine
 * makes of identities and nothing else of a row: what is carried along to an output is read again from the file.
 */
import type { RecordSet } from '../matching/index.ts';
import { bindColumns, type BoundColumns, type ColumnMap, findColumn } from './columns.ts';
import { CommandError } from './command.ts';
import { describeOddities, openCsv } from './csv-reading.ts';
import type { RowReading } from './reading-threads.ts';
import type { Terminal } from './terminal.ts';

export interface RecordFile {
  readonly file: string;
  readonly header: readonly string[];
  readonly records: RecordSet;
  /** The cell of the truth column for each record, where one was asked for; empty where it is not known. */
  readonly truth: readonly string[];
  /** The cell of the group column for each record, where one was asked for. */
  readonly groups: readonly string[];
  /** CPU seconds spent on reading values, without reading the file. */
  readonly normaliseSeconds: number;
}

export interface RecordFileOptions {
  readonly map: ColumnMap;
  /** Reads the values of rows, of this file as of those before. */
  readonly reading: RowReading;
  /** Columns beside the mapped ones to keep for each record. */
  readonly truth?: string | undefined;
  readonly group?: string | undefined;
  readonly terminal: Terminal;
}

/** Reads all records. Throws `CommandError`; tells what was odd. */
export async function readRecordFile(file: string, options: RecordFileOptions): Promise<RecordFile> {
  const { map, terminal } = options;
  const onProgress = (bytes: number, total: number) => terminal.progress('read', bytes, total);
  const { header, rows, oddities } = await openCsv(file, { onProgress });
  const collector = createCollector({ ...options, file, header, bound: bindColumns(map, header, file) });
  for await (const cells of rows) collector.add(cells);
  const collected = await collector.finish();
  terminal.endProgress();
  for (const sentence of [...describeOddities(file, oddities), ...doublesIn(collected.records, file)]) terminal.note(sentence);
  if (collected.records.length === 0) throw new CommandError(`${file} has a header and no records`);
  return { file, header, ...collected };
}

interface CollectorOptions extends RecordFileOptions {
  readonly file: string;
  readonly header: readonly string[];
  readonly bound: BoundColumns;
}

function createCollector({ bound, header, file, reading, truth, group }: CollectorOptions) {
  const recordIds: string[] = [];
  const sources: (string | undefined)[] = [];
  const rows = reading.startFile();
  const kept = [truth, group].map((column) => createKeptColumn(column, header, file));
  const known = new Map<string, string>();
  return {
    add(cells: readonly string[]) {
      rows.add(bound.fields.map(({ position }) => cells[position] ?? ''));
      // Without a number of its own, a record has its row's.
      recordIds.push(cellOf(cells, bound.recordId) || `row ${recordIds.length + 2}`);
      sources.push(heldOnce(known, cellOf(cells, bound.source)) || undefined);
      for (const column of kept) column.add(cells);
    },
    async finish() {
      const [truths = [], groups = []] = kept.map(({ values }) => values);
      const { batches, seconds } = await rows.finish();
      const records = { length: recordIds.length, recordIds, sources, batches, held: reading.held };
      return { records, truth: truths, groups, normaliseSeconds: seconds };
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
function doublesIn({ recordIds, sources }: RecordSet, file: string): string[] {
  const seen = new Map<string | undefined, Set<string>>();
  let doubles = 0;
  for (const [index, recordId] of recordIds.entries()) {
    const own = seen.get(sources[index]) ?? new Set();
    if (own.size === 0) seen.set(sources[index], own);
    if (own.has(recordId)) doubles++;
    else own.add(recordId);
  }
  return doubles === 0
    ? []
    : [`${file}: ${doubles.toLocaleString('en-GB')} records have the recordId of another of the same source`];
}
