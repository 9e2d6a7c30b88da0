/**
 * Reads a CSV file row by row, whatever program wrote it: any line ending, a byte order mark, quotes or none. One row is in memory at
 * a time. What would silently put values into the wrong column is an error that names the row; what can be read all the same is
 * counted and told. A row's number is the one a spreadsheet shows: the header is 1, and empty lines do not count.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse';
import { CommandError } from './command.ts';

export interface CsvFile {
  readonly header: readonly string[];
  /** To be read once; each has as many cells as the header. Throws `CommandError`. */
  readonly rows: AsyncIterable<readonly string[]>;
  /** What was odd, filled while the rows are read. */
  readonly oddities: CsvOddities;
}

export interface CsvOddities {
  /** Rows with fewer cells than the header: the missing ones are empty. */
  shortRows: number;
  firstShortRow?: number;
  /** Rows with bytes that are not UTF-8, read as U+FFFD. */
  unreadableRows: number;
  firstUnreadableRow?: number;
}

export interface ReadOptions {
  /** Told now and then: bytes read so far, of how many. */
  readonly onProgress?: (bytes: number, totalBytes: number) => void;
}

/** No row of a person is that long: a quote was opened and never closed. In bytes. */
const longestRow = 64 * 1024 * 1024;

/** Opens a file and reads its header. Throws `CommandError` where the file cannot be read or is empty. */
export async function openCsv(file: string, options: ReadOptions = {}): Promise<CsvFile> {
  const totalBytes = await sizeOf(file);
  const oddities: CsvOddities = { shortRows: 0, unreadableRows: 0 };
  const parser = parse({
    bom: true,
    relax_column_count: true,
    // Robert "Bob" Example, in a cell without quotes around it.
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRow,
  });
  const source = createReadStream(file);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  const rows = rowsOf(parser, file);
  const first = await rows.next();
  if (first.done) throw new CommandError(`${file} is empty: its first row must name the columns`);
  const header = first.value.map((name) => name.trim());
  async function* checked(): AsyncGenerator<readonly string[]> {
    let row = 1;
    for await (const cells of rows) {
      row++;
      if (row % 256 === 0) options.onProgress?.(Math.min(source.bytesRead, totalBytes), totalBytes);
      yield checkRow(cells, { row, width: header.length, file, oddities });
    }
  }
  return { header, rows: checked(), oddities };
}

/** What to tell of a file that was read, a sentence each. */
export function describeOddities(file: string, oddities: CsvOddities): string[] {
  const { shortRows, firstShortRow = 0, unreadableRows, firstUnreadableRow = 0 } = oddities;
  const rows = (count: number) => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`);
  return [
    ...(shortRows > 0 ? [`${file}: ${rows(shortRows)} with fewer cells than the header (first: row ${firstShortRow})`] : []),
    ...(unreadableRows > 0
      ? [
          `${file}: ${rows(unreadableRows)} with characters that are not UTF-8 (first: row ${firstUnreadableRow}); save it as UTF-8`,
        ]
      : []),
  ];
}

async function sizeOf(file: string): Promise<number> {
  try {
    const status = await stat(file);
    if (status.isDirectory()) throw new CommandError(`${file} is a folder, not a file`);
    return status.size;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CommandError(code === 'ENOENT' ? `${file} is not there` : `${file} cannot be read (${code})`);
  }
}

async function* rowsOf(parser: AsyncIterable<unknown>, file: string): AsyncGenerator<readonly string[]> {
  try {
    for await (const row of parser) if (isRow(row)) yield row;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? ` at line ${error['lines']}` : '';
    if (error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw new CommandError(`${file}: a quotation mark opens a cell that never ends${line}`);
    throw new CommandError(`${file} cannot be read as CSV${line} (${error.code})`);
  }
}

function isRow(row: unknown): row is readonly string[] {
  return Array.isArray(row);
}

interface RowContext {
  readonly row: number;
  readonly width: number;
  readonly file: string;
  readonly oddities: CsvOddities;
}

function checkRow(cells: readonly string[], { row, width, file, oddities }: RowContext): readonly string[] {
  if (cells.some(isUnreadable)) {
    oddities.unreadableRows++;
    oddities.firstUnreadableRow ??= row;
  }
  if (cells.length === width) return cells;
  if (cells.length > width) {
    // Commas at the end of every line are a spreadsheet's habit; a value there has slipped out of its column.
    if (cells.slice(width).every((cell) => cell.trim() === '')) return cells.slice(0, width);
    throw new CommandError(
      `${file} has ${cells.length} cells in row ${row} and ${width} in its header: a cell with a comma in it needs quotation marks`,
    );
  }
  oddities.shortRows++;
  oddities.firstShortRow ??= row;
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}

const isUnreadable = (cell: string): boolean => cell.includes('\uFFFD');
