/**
 * The rows of a source system's file, CSV or JSON lines, one at a time. A row is its line, as an editor or a spreadsheet numbers
 * it, and its values by the standard's field names. What the values mean is not asked here.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { bindColumns, valuesOf, type ColumnMap } from './columns.ts';
import { CommandError } from './command.ts';
import { describeOddities, openCsv } from './csv-reading.ts';

export interface Row {
  readonly line: number;
  /** Undefined where the row has none. */
  readonly recordId: string | undefined;
  readonly source: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

/** A line that is no row; `code` says why. */
export interface BadLine {
  readonly line: number;
  readonly code: string;
}

export interface RowFile {
  /** To be read once. Throws `CommandError`. */
  readonly rows: AsyncIterable<Row | BadLine>;
  /** What was odd, once all rows are read: sentences. */
  readonly oddities: () => readonly string[];
}

export interface RowOptions {
  readonly columns: ColumnMap;
  /** Told now and then: bytes read so far, of how many. */
  readonly onProgress: (bytes: number, totalBytes: number) => void;
}

/** Opens a file by its ending: `.jsonl` and `.ndjson` hold one JSON object in each line, any other name is CSV. */
export function openRows(file: string, options: RowOptions): Promise<RowFile> {
  return /\.(jsonl|ndjson)$/i.test(file) ? openJsonLines(file, options) : openCsvRows(file, options);
}

async function openCsvRows(file: string, { columns, onProgress }: RowOptions): Promise<RowFile> {
  const csv = await openCsv(file, { onProgress });
  const bound = bindColumns(columns, csv.header, file);
  async function* rows(): AsyncGenerator<Row> {
    // The header is line 1.
    let line = 1;
    for await (const cells of csv.rows) {
      line++;
      const cell = (position: number | undefined) => (position === undefined ? undefined : cells[position] || undefined);
      yield { line, recordId: cell(bound.recordId), source: cell(bound.source), values: valuesOf(cells, bound) };
    }
  }
  return { rows: rows(), oddities: () => describeOddities(file, csv.oddities) };
}

async function openJsonLines(file: string, { columns, onProgress }: RowOptions): Promise<RowFile> {
  const totalBytes = await stat(file).then(
    ({ size }) => size,
    () => {
      throw new CommandError(`${file} is not there, or cannot be read`);
    },
  );
  async function* rows(): AsyncGenerator<Row | BadLine> {
    const source = createReadStream(file, 'utf8');
    let line = 0;
    for await (const text of createInterface({ input: source, crlfDelay: Infinity })) {
      line++;
      if (line % 256 === 0) onProgress(Math.min(source.bytesRead, totalBytes), totalBytes);
      if (text.trim() === '') continue;
      const entries = readObject(text);
      yield entries === undefined ? { line, code: 'load/not-an-object' } : rowOf(line, entries, columns);
    }
  }
  return { rows: rows(), oddities: () => [] };
}

/** Members by name; texts, numbers and truth values count as texts, anything else as left out. The parser's error would quote the line. */
function readObject(text: string): ReadonlyMap<string, string> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value).flatMap(([name, member]: [string, unknown]): [string, string][] =>
      typeof member === 'string' || typeof member === 'number' || typeof member === 'boolean' ? [[name, String(member)]] : [],
    );
    return new Map(entries);
  } catch {
    return undefined;
  }
}

function rowOf(line: number, entries: ReadonlyMap<string, string>, columns: ColumnMap): Row {
  const mapped = columns.flatMap(([column, field]): [string, string][] => {
    const text = entries.get(column);
    return text === undefined || text === '' ? [] : [[field, text]];
  });
  const { recordId, source, ...values } = Object.fromEntries(mapped);
  return { line, recordId, source, values };
}
