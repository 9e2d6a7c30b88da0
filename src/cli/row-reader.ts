/**
 * Reads rows of cells for matching: values by the standard's lenient reading, made ready by the engine. It remembers what it read, and
 * every thread that reads has one of its own (reading-threads.ts, row-thread.ts). Not the file: record-file.ts.
 */
import { type BatchPreparer, createBatchPreparer, type PreparedBatch } from '../matching/index.ts';
import { createRowNormaliser, type NormaliseOptions } from '../standard/index.ts';

/** Some rows of a file. */
export interface RowBatch {
  /** The mapped cells of each, in the order of the reader's fields. */
  readonly rows: readonly (readonly string[])[];
  /** The place of each among all rows. */
  readonly inputs: Int32Array;
}

export interface RowReader extends Pick<BatchPreparer, 'held' | 'takeNews' | 'createTakeOver'> {
  readonly read: (batch: RowBatch) => PreparedBatch;
}

/** A reader of rows with a cell for each of these fields of the standard. */
export function createRowReader(fields: readonly string[], options: NormaliseOptions): RowReader {
  const normaliser = createRowNormaliser(
    fields.map((field, position) => ({ position, field })),
    options,
  );
  const { prepare, ...preparer } = createBatchPreparer();
  return { ...preparer, read: ({ rows, inputs }) => prepare(rows.map(normaliser.read), inputs) };
}
