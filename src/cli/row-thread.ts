/**
 * A thread that reads rows beside the main one (reading-threads.ts): is told first what they hold, and answers every {@link RowBatch} in turn. Runs
 * as it is built, `dist/cli/row-thread.js`: Node 20 has no loader for TypeScript in a thread.
 */
import { parentPort } from 'node:worker_threads';
import type { PreparedBatch } from '../matching/index.ts';
import { type CalendarDate, type ProfileId, profiles } from '../standard/index.ts';
import { createRowReader, type RowBatch, type RowReader } from './row-reader.ts';

export interface RowStart {
  readonly fields: readonly string[];
  readonly profile: ProfileId;
  readonly today: CalendarDate;
}

/** What the rows came to, and what was new to this thread's reader. */
export interface RowAnswer {
  readonly batch: PreparedBatch;
  readonly news: ReturnType<RowReader['takeNews']>;
}

const port = parentPort;
if (port === null) throw new Error('row-thread.ts runs as a worker thread only');

let reader: RowReader | undefined;

port.on('message', (message: RowStart | RowBatch) => {
  if ('fields' in message) {
    const { fields, profile, today } = message;
    reader = createRowReader(fields, { profile: profiles[profile], today });
  } else if (reader) {
    const answer: RowAnswer = { batch: reader.read(message), news: reader.takeNews() };
    port.postMessage(answer);
  }
});
