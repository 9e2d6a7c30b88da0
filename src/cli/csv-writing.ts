/** Writes a CSV file, and never half of one: it gets its name when it is whole. Quoted where needed, lines end with a line feed. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { CommandError } from './command.ts';

type Cell = string | number;

const batchSize = 1024;

/** Writes these rows, the header among them. Throws `CommandError` where the file cannot be written. */
export async function writeCsv(file: string, rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>): Promise<void> {
  const unfinished = `${file}.part`;
  const stream = createWriteStream(unfinished);
  // Awaited below; without a handler from the start, an early failure would end the process.
  const closed = finished(stream);
  closed.catch(() => undefined);
  try {
    let batch: (readonly Cell[])[] = [];
    const flush = async () => {
      const text = stringify(batch.map((row) => [...row]));
      batch = [];
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), closed]);
    };
    for await (const row of rows) if (batch.push(row) >= batchSize) await flush();
    await flush();
    stream.end();
    await closed;
    await rename(unfinished, file);
  } catch (error) {
    stream.destroy();
    await rm(unfinished, { force: true });
    const code = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    throw new CommandError(`${file} cannot be written (${code})`);
  }
}
