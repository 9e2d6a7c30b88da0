/** What the matching commands have in common: their options, how they read their files, and how they run the engine. */
import { stat, writeFile } from 'node:fs/promises';
import { dedupe, link, type Linkage, type Model, type RangeWarning, type Records, trainModel } from '../matching/index.ts';
import { type CalendarDate, type Profile, profiles } from '../standard/index.ts';
import { type ColumnMap, identityFields, readColumnMap } from './columns.ts';
import { type Call, CommandError, type Option, UsageError } from './command.ts';
import { readModel } from './model-file.ts';
import { startRowReading, usualThreads } from './reading-threads.ts';
import { readRecordFile, type RecordFile } from './record-file.ts';
import { readCpuSeconds } from './resources.ts';
import type { Terminal } from './terminal.ts';

/** Options of every matching command. */
export const matchingOptions = {
  columns: { value: 'MAP.json', help: 'which column is which field: {"surname": "name.family", …}' },
  profile: { value: 'ID', help: `whose formats the records are in: ${Object.keys(profiles).join(', ')} (default gb)` },
  threads: {
    value: 'N',
    help: 'how many threads read the records; the result is the same (default: as many as there are cores, up to 4; 1 of two cores, and below 4 MB)',
  },
  'council-policy': { help: 'a birthday that plainly differs, with no contact in common, speaks strongly against' },
} as const satisfies Readonly<Record<string, Option>>;

/** Options of the commands that may be given a model and a precision. */
export const linkageOptions = {
  model: { value: 'MODEL.json', help: 'a trained model; without one, it is trained on these records' },
  precision: { value: 'SHARE', help: 'of the links made, how many must be right, .5 to below 1 (default .999)' },
  out: { value: 'FILE.csv', help: 'every record with the number of its cluster' },
  pairs: { value: 'FILE.csv', help: 'every scored pair that is at least 1 % likely, best first' },
} as const satisfies Readonly<Record<string, Option>>;

/** Options of the commands that link two files. */
export const twoFilesOptions = {
  'no-doubles': { value: 'FILES', help: 'which files hold nobody twice: first, second or both' },
} as const satisfies Readonly<Record<string, Option>>;

type MatchingCall = Call<keyof typeof matchingOptions>;

/** Reads files by the same map, one after the other. Throws `UsageError` and `CommandError`. */
export async function readRecordFiles(
  files: readonly string[],
  call: MatchingCall,
  context: { readonly terminal: Terminal; readonly truth?: string | undefined; readonly group?: string | undefined },
): Promise<readonly RecordFile[]> {
  const profile = readProfile(call);
  const threads = readThreads(call);
  const map = await readColumnMap(call.requiredText('columns'));
  if (context.truth !== undefined) refuseTruth(map, context.truth);
  const reading = startRowReading({
    fields: identityFields(map),
    profile,
    today: currentDate(),
    threads: threads ?? usualThreads(await countBytes(files)),
  });
  const read: RecordFile[] = [];
  try {
    for (const file of files) read.push(await readRecordFile(file, { ...context, map, reading }));
  } finally {
    await reading.end();
  }
  if (reading.lost() > 0) context.terminal.note('A thread ended early: what it should have read was read by another');
  return read;
}

function readThreads(call: MatchingCall): number | undefined {
  const threads = call.number('threads', { least: 1, below: 65 });
  if (threads !== undefined && !Number.isInteger(threads)) throw new UsageError('--threads must be a whole number');
  return threads;
}

/** Of files that are not there the reader tells. */
async function countBytes(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A truth that is compared as a value would be training with labels. */
function refuseTruth(map: ColumnMap, truth: string): void {
  if (map.some(([column]) => column === truth))
    throw new CommandError(`The truth column "${truth}" must not be mapped to a field`);
}

function readProfile(call: MatchingCall): Profile {
  const id = call.text('profile') ?? 'gb';
  const profile = Object.values(profiles).find((one) => one.id === id);
  if (profile === undefined) throw new UsageError(`--profile must be one of: ${Object.keys(profiles).join(', ')}`);
  return profile;
}

function currentDate(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

/** Trains on these records. `on` says in words what they are. */
export function train(
  records: Records,
  call: MatchingCall,
  context: { readonly terminal: Terminal; readonly on: string },
): Model {
  const model = trainModel(records, { on: context.on, ...engineOptions(call, context.terminal) });
  context.terminal.endProgress();
  return model;
}

/** Trains on these records, and links them with what was learned. */
export function trainAndLink(
  records: Records,
  call: MatchingCall,
  context: { readonly terminal: Terminal; readonly on: string },
): Linkage {
  const linkage = dedupe(records, { on: context.on, ...engineOptions(call, context.terminal) });
  context.terminal.endProgress();
  return linkage;
}

/** Finds the people of these records, with the model that was named or one trained on them. */
export async function dedupeRecords(
  records: Records,
  call: Call<keyof typeof matchingOptions | 'model'>,
  terminal: Terminal,
): Promise<Linkage> {
  const linkage = dedupe(records, { ...(await namedModel(call)), ...engineOptions(call, terminal) });
  terminal.endProgress();
  for (const warning of linkage.warnings) terminal.note(rangeWords(warning));
  return linkage;
}

/** Finds the people of one file in another. Throws `UsageError`. */
export async function linkFiles(
  [first, second]: readonly RecordFile[],
  call: Call<keyof typeof matchingOptions | 'model' | 'no-doubles'>,
  terminal: Terminal,
): Promise<Linkage> {
  const said = call.text('no-doubles');
  const withoutDoubles = (['first', 'second', 'both'] as const).find((one) => one === said);
  if (said !== undefined && withoutDoubles === undefined) throw new UsageError('--no-doubles must be first, second or both');
  const options = { ...(await namedModel(call)), ...engineOptions(call, terminal) };
  const linkage = link(first?.records ?? [], second?.records ?? [], { ...options, ...(withoutDoubles && { withoutDoubles }) });
  terminal.endProgress();
  for (const warning of linkage.warnings) terminal.note(rangeWords(warning));
  return linkage;
}

/** A model is no better than its likeness to the data. */
function rangeWords({ code, comparison = '', trained, found }: RangeWarning): string {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const count = (records: number): string => records.toLocaleString('en-GB');
  if (code === 'range/size')
    return `The model was trained on ${count(trained)} records, and these are ${count(found)}: train one on them`;
  return code === 'range/filled'
    ? `The model was trained where ${percent(trained)} of the records had ${comparison}; of these ${percent(found)} have it`
    : `The model was trained where one person's records agreed otherwise in ${comparison} (at its commonest level ${percent(trained)}, here ${percent(found)})`;
}

async function namedModel(call: Call<'model'>): Promise<{ readonly model?: Model }> {
  const file = call.text('model');
  return file === undefined ? {} : { model: await readModel(file) };
}

function engineOptions(call: MatchingCall, terminal: Terminal) {
  return {
    councilPolicy: call.flag('council-policy'),
    today: currentDate(),
    clock: readCpuSeconds,
    onProgress: ({ stage, done }: { readonly stage: string; readonly done: number }) => terminal.progress(stage, done, 1),
  };
}

/** Writes a text file. Throws `CommandError` where that fails. */
export async function writeText(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CommandError(`${file} cannot be written (${code})`);
  });
}
