/**
 * `citizen-index load FILE`: a source system's records into the index, straight into its database. Streams; a load that was cut off
 * is simply called again. Nothing is dropped silently: whatever was left out stands in the rejects file, without its value.
 */
import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { readConfiguration } from '../../service/configuration.ts';
import { todayOf, type ServiceContext } from '../../service/context.ts';
import { endDisappeared, findDisappeared, loadBatch, type BatchCounts } from '../../service/load-batch.ts';
import { createLog } from '../../service/log.ts';
import { openContext } from '../../service/open-context.ts';
import { readLegacyRecord, type LoadSettings, type ReadRecord } from '../../service/read-legacy-record.ts';
import { actAs } from '../../service/acting.ts';
import { loadDriver } from '../../service/start.ts';
import { profiles } from '../../standard/profiles.ts';
import type { ProfileId } from '../../standard/profiles/profile.ts';
import { createBatchQueue } from '../batch-queue.ts';
import { readColumnMap } from '../columns.ts';
import { CommandError, createCommand, UsageError, type Command } from '../command.ts';
import { openRows, type Row, type RowFile } from '../rows.ts';
import type { Terminal } from '../terminal.ts';

/** Records in one batch. The first one of an empty index is larger, as records that come together are told apart best. */
const batchSize = 1_000;
const firstBatchSize = 50_000;

/** Batches that are read while the database works on an earlier one: it takes long over the first, and reading takes half as long as linking. */
const batchesAhead = 20;

/** More than this share of a source that is gone at once looks like half a file. */
const mostDisappearing = 0.1;

/** See the file's head. */
export const loadCommand: Command = createCommand({
  summary: 'Loads a source system’s records from a file, CSV or JSON lines.',
  positionals: ['FILE'],
  options: {
    source: { value: 'NAME', help: 'the system that the file comes from' },
    columns: { value: 'MAP.json', help: 'which column is what: {"column": "field", …}; one must be recordId' },
    profile: { value: 'ID', help: 'whose formats the values keep; gb where absent' },
    purpose: {
      value: 'NAMES',
      help: 'what people may be looked for in this load, as the policy names it, with spaces between; identity where absent',
    },
    rejects: { value: 'FILE', help: 'where to tell what was left out: line, column and reason; FILE.rejects.csv where absent' },
    snapshot: { help: 'the file is all that the source has: records that are not in it have ended' },
    'end-many': { help: 'with --snapshot: even where more than a tenth of the source’s records would end' },
  },
  run: async (call, terminal) => {
    const [file = ''] = call.positionals;
    const source = call.requiredText('source');
    const profile = call.text('profile') ?? 'gb';
    if (!isProfileId(profile)) throw new UsageError(`--profile must be one of: ${Object.keys(profiles).join(', ')}`);
    const purposes = (call.text('purpose') ?? 'identity').split(' ').filter((name) => name !== '');
    if (call.flag('end-many') && !call.flag('snapshot')) throw new UsageError('--end-many goes with --snapshot');
    const columns = await readColumnMap(call.requiredText('columns'));
    if (!columns.some(([, field]) => field === 'recordId')) {
      throw new CommandError(
        'The map of columns has no recordId: without the source’s own number a second load would double everybody',
      );
    }
    const rows = await openRows(file, {
      columns,
      onProgress: (bytes, totalBytes) => terminal.progress('load', bytes, totalBytes),
    });
    const configuration = readConfiguration(process.env);
    const openStore = await loadDriver(configuration);
    const context = await openContext(
      openStore(),
      configuration,
      createLog(() => undefined),
    );
    const rejects = createWriteStream(call.text('rejects') ?? `${file}.rejects.csv`, { mode: 0o600 });
    try {
      const loadedAt = context.now();
      const settings = { source, profile: profiles[profile], today: todayOf(profile, loadedAt), loadedAt, purposes };
      const { loaded, ended } = await actAs({ operation: 'citizen-index load' }, async () => {
        const loaded = await loadRows(context, rows, { settings, rejects });
        const ending = { source, present: loaded.present, mayEndMany: call.flag('end-many') };
        const ended = call.flag('snapshot') ? await endMissing(context, ending) : 0;
        if (loaded.added > 0) await context.store.singly((unit) => unit.refreshStatistics());
        return { loaded, ended };
      });
      await context.audit.seal();
      tell(terminal, [...rows.oddities(), ...sentences(loaded, ended)]);
      return 0;
    } finally {
      rejects.end();
      await Promise.all([once(rejects, 'close'), context.store.close()]);
    }
  },
});

const isProfileId = (id: string): id is ProfileId => Object.hasOwn(profiles, id);

interface Loading {
  readonly settings: LoadSettings;
  readonly rejects: WriteStream;
}

interface Loaded extends BatchCounts {
  readonly refused: number;
  readonly leftOut: number;
  /** Numbers of the file's records of its own source. */
  readonly present: ReadonlySet<string>;
}

async function loadRows(context: ServiceContext, file: RowFile, { settings, rejects }: Loading): Promise<Loaded> {
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0, leftOut: 0 };
  const present = new Set<string>();
  const seen = new Set<string>();
  let batch: ReadRecord[] = [];
  let size = (await context.store.transaction((unit) => unit.isEmpty())) ? firstBatchSize : batchSize;
  const load = async (records: readonly ReadRecord[]) => {
    const done = await loadBatch(context, records);
    counts.added += done.added;
    counts.changed += done.changed;
    counts.unchanged += done.unchanged;
  };
  const queue = createBatchQueue(load, batchesAhead);
  const flush = async () => {
    await queue.add(batch);
    [batch, size] = [[], batchSize];
  };
  const reject = (line: number, field: string, code: string) => rejects.write(`${line},${field},${code}\n`);
  rejects.write('line,field,reason\n');
  try {
    for await (const row of file.rows) {
      const read = 'code' in row ? row.code : readRow(context, row, { settings, seen });
      if (typeof read === 'string') {
        counts.refused += 1;
        reject(row.line, 'code' in row ? '' : 'recordId', read);
        continue;
      }
      if (read.seen.source === settings.source) present.add(read.seen.sourceRecordId);
      counts.leftOut += read.leftOut.length;
      for (const { path, code } of read.leftOut) reject(row.line, path, code);
      batch.push(read);
      if (batch.length >= size) await flush();
    }
    await flush();
  } finally {
    // Whatever else went wrong: the store is closed next.
    await queue.finish();
  }
  return { ...counts, present };
}

/** The record, or the reason why there is none. */
function readRow(
  context: ServiceContext,
  row: Row,
  { settings, seen }: { readonly settings: LoadSettings; readonly seen: Set<string> },
): ReadRecord | string {
  const { recordId, source, values } = row;
  if (recordId === undefined) return 'load/no-record-id';
  if (recordId.length > 200 || (source?.length ?? 0) > 100) return 'load/too-long';
  const name = JSON.stringify([source, recordId]);
  if (seen.has(name)) return 'load/repeated';
  seen.add(name);
  const read = readLegacyRecord(context, { recordId, columns: values, source }, settings);
  return Object.keys(read.seen.identity).length === 0 ? 'load/nothing-readable' : read;
}

interface Snapshot {
  readonly source: string;
  readonly present: ReadonlySet<string>;
  readonly mayEndMany: boolean;
}

async function endMissing(context: ServiceContext, { source, present, mayEndMany }: Snapshot): Promise<number> {
  const disappeared = await findDisappeared(context, source, present);
  const gone = disappeared.recordIds.length;
  if (!mayEndMany && gone > disappeared.current * mostDisappearing) {
    throw new CommandError(
      `${gone} of ${disappeared.current} records of "${source}" are not in the file, more than a tenth. The file’s records are loaded and none has ended; if the file is whole, call again with --end-many`,
    );
  }
  await endDisappeared(context, disappeared);
  return gone;
}

function sentences(loaded: Loaded, ended: number): readonly string[] {
  const { added, changed, unchanged, refused, leftOut } = loaded;
  const number = (count: number) => count.toLocaleString('en-GB');
  return [
    `${number(added)} added, ${number(changed)} changed, ${number(unchanged)} as before, ${number(ended)} ended, ${number(refused)} refused`,
    ...(leftOut > 0 ? [`${number(leftOut)} values left out or kept as written only; see the rejects file`] : []),
  ];
}

function tell(terminal: Terminal, lines: readonly string[]): void {
  terminal.endProgress();
  for (const line of lines) terminal.note(line);
}
