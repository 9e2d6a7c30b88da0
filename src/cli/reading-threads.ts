/**
 * Reads rows in several threads. What is read does not depend on how many there are: this thread's reader takes over what the others read.
 * Rows of one surname are read by one thread, as they share what it remembers. A thread that cannot be started, or ends early, leaves its
 * rows to this one.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PreparedBatch } from '../matching/index.ts';
import type { CalendarDate, Profile } from '../standard/index.ts';
import { readCpuSeconds, readThreadCpuSeconds } from './resources.ts';
import { createRowReader, type RowBatch, type RowReader } from './row-reader.ts';
import type { RowAnswer, RowStart } from './row-thread.ts';

export interface RowReading {
  /** One file is read after the other. */
  readonly startFile: () => FileReading;
  /** What the rows of all files hold. */
  readonly held: RowReader['held'];
  /** How many threads ended early. */
  readonly lost: () => number;
  /** Ends the other threads. */
  readonly end: () => Promise<void>;
}

export interface FileReading {
  /** Takes the next row, a cell for each field. */
  readonly add: (cells: readonly string[]) => void;
  /** Waits for all rows. */
  readonly finish: () => Promise<ReadRows>;
}

export interface ReadRows {
  readonly batches: readonly PreparedBatch[];
  /** CPU seconds of all threads, but for what this one did beside reading rows. */
  readonly seconds: number;
}

export interface RowReadingOptions {
  /** The fields of a row's cells. */
  readonly fields: readonly string[];
  readonly profile: Profile;
  readonly today: CalendarDate;
  /** This thread among them. */
  readonly threads: number;
  /** The module of a thread. Default: the one that is built beside this. Run from source there is none, and one thread reads. */
  readonly threadModule?: URL | undefined;
}

/** This thread, which also takes the file apart, keeps no more than these busy. */
const mostThreads = 4;
/**
 * From so many cores on. What threads hand over, and what two of them read alike, costs 7 to 9 CPU seconds for 640,000 records: with two
 * cores that is much for what it saves, so there somebody has to ask for it.
 */
const leastCores = 3;
/** In bytes: of smaller files, starting a thread costs more time than it saves. */
const leastBytes = 4_000_000;

/** How many threads read so many bytes, where nobody says. */
export function usualThreads(bytes: number): number {
  const cores = availableParallelism();
  return bytes < leastBytes || cores < leastCores ? 1 : Math.min(cores, mostThreads);
}

/** Built, this module has the thread's beside it. */
const builtModule = import.meta.url.endsWith('.ts') ? undefined : new URL('./row-thread.js', import.meta.url);

/** Starts to read rows. To be ended. */
export function startRowReading({ fields, threadModule = builtModule, ...options }: RowReadingOptions): RowReading {
  const { profile, today } = options;
  const reader = createRowReader(fields, { profile, today });
  const clock = createReadingClock();
  const here = (batch: RowBatch): PreparedBatch => clock.count(() => reader.read(batch));
  const others = Array.from({ length: threadModule ? options.threads - 1 : 0 }, () => {
    const takeOver = reader.createTakeOver();
    return startThread(new Worker(threadModule ?? ''), {
      start: { fields, profile: profile.id, today },
      here,
      takeOver: ({ batch, news }) => clock.count(() => takeOver(batch, news)),
    });
  });
  const read = async (batch: RowBatch, thread: number): Promise<PreparedBatch> => {
    const other = others[thread - 1];
    return other?.isFree() ? clock.count(() => other.read(batch)) : here(batch);
  };
  const route = createRoute(fields, others.length);
  return {
    startFile: () => {
      const gathering = createGathering({ threads: others.length + 1, route, read });
      const finish = async (): Promise<ReadRows> => ({ batches: await gathering.finish(), seconds: clock.take() });
      return { add: gathering.add, finish };
    },
    held: reader.held,
    lost: () => others.filter((thread) => thread.isLost()).length,
    end: async () => {
      await Promise.all(others.map((thread) => thread.end()));
    },
  };
}

/** So many rows are read together. */
const batchSize = 2048;

interface GatheringOptions {
  readonly threads: number;
  readonly route: (cells: readonly string[]) => number;
  readonly read: (batch: RowBatch, thread: number) => Promise<PreparedBatch>;
}

/** Gathers rows for each thread until there are enough to be read together. */
function createGathering({ threads, route, read }: GatheringOptions) {
  const batches: Promise<PreparedBatch>[] = [];
  const waiting = Array.from({ length: threads }, () => ({ rows: [] as (readonly string[])[], inputs: [] as number[] }));
  let size = 0;
  const send = (thread: number): void => {
    const own = waiting[thread];
    if (own === undefined || own.rows.length === 0) return;
    batches.push(read({ rows: own.rows, inputs: Int32Array.from(own.inputs) }, thread));
    [own.rows, own.inputs] = [[], []];
  };
  return {
    add: (cells: readonly string[]): void => {
      const thread = route(cells);
      const own = waiting[thread];
      own?.rows.push(cells);
      own?.inputs.push(size++);
      if (own?.rows.length === batchSize) send(thread);
    },
    finish: (): Promise<readonly PreparedBatch[]> => {
      for (const thread of waiting.keys()) send(thread);
      return Promise.all(batches);
    },
  };
}

/** Of a hundred rows, how many this thread reads itself beside taking the file apart, by the number of other threads; none beside more. */
const ownRows = [100, 33, 10];

/** By which thread a row is read, 0 for this one: by the surname, or what else there is first. */
function createRoute(fields: readonly string[], others: number): (cells: readonly string[]) => number {
  const first = Math.max(fields.indexOf('name.family'), 0);
  const own = ownRows[others] ?? 0;
  if (others === 0) return () => 0;
  return (cells) => {
    const hash = hashStart(cells[first] || cells.find((cell) => cell !== '') || '');
    return hash % 100 < own ? 0 : 1 + (Math.floor(hash / 100) % others);
  };
}

/** Of the first letters, in whatever case, 0 or more. */
function hashStart(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length && index < 4; index++)
    hash = Math.imul(hash ^ (text.charCodeAt(index) | 32), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
}

/** More batches than these do not wait for one thread: this one helps. */
const mostWaiting = 8;

interface ThreadUse {
  readonly start: RowStart;
  readonly here: (batch: RowBatch) => PreparedBatch;
  readonly takeOver: (answer: RowAnswer) => PreparedBatch;
}

interface WaitingBatch {
  readonly batch: RowBatch;
  readonly resolve: (batch: PreparedBatch) => void;
}

function startThread(worker: Worker, { start, here, takeOver }: ThreadUse) {
  const waiting: WaitingBatch[] = [];
  let [isLost, isEnding] = [false, false];
  const lose = (): void => {
    if (isEnding) return;
    isLost = true;
    for (const { batch, resolve } of waiting.splice(0)) resolve(here(batch));
  };
  worker.on('message', (answer: RowAnswer) => waiting.shift()?.resolve(takeOver(answer)));
  for (const event of ['error', 'messageerror', 'exit']) worker.on(event, lose);
  worker.postMessage(start);
  return {
    isFree: () => !isLost && waiting.length < mostWaiting,
    isLost: () => isLost,
    read: (batch: RowBatch) =>
      new Promise<PreparedBatch>((resolve) => {
        waiting.push({ batch, resolve });
        worker.postMessage(batch);
      }),
    end: () => {
      isEnding = true;
      return worker.terminate();
    },
  };
}

/** Tells what reading rows costs from what this thread does besides: taking a file apart. */
function createReadingClock() {
  let started = readCpuSeconds();
  let last = readThreadCpuSeconds();
  let besides = 0;
  return {
    count<Result>(read: () => Result): Result {
      besides += readThreadCpuSeconds() - last;
      const result = read();
      last = readThreadCpuSeconds();
      return result;
    },
    take: (): number => {
      const [now, own] = [readCpuSeconds(), readThreadCpuSeconds()];
      const seconds = now - started - besides - (own - last);
      [started, last, besides] = [now, own, 0];
      return seconds;
    },
  };
}
