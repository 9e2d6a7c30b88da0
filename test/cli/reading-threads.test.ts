/** Files are read and linked alike by any number of threads, and also where one of them does not live. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityFields, parseColumnMap } from '../../src/cli/columns.ts';
import { startRowReading, usualThreads } from '../../src/cli/reading-threads.ts';
import { readRecordFile } from '../../src/cli/record-file.ts';
import { builtInModel, dedupe, link } from '../../src/matching/index.ts';
import { profiles } from '../../src/standard/index.ts';
import { columnsOf, drawPeopleFile } from '../../src/testing/index.ts';
import { createTestTerminal } from './test-terminal.ts';

/** In milliseconds: what takes a second may take long on a busy machine. */
const patience = 60_000;

let folder = '';
const at = (name: string) => path.join(folder, name);

const columns = columnsOf('council');
const mapText = JSON.stringify({
  id: 'recordId',
  system: 'source',
  card: 'identifier.library-card',
  ...Object.fromEntries(columns),
});
const header = ['id', 'system', 'card', ...columns.map(([heading]) => heading)];
const people = [...drawPeopleFile({ seed: 'threads', people: 60, setting: 'council' })].map(({ recordId, source, fields }) => [
  recordId,
  source,
  recordId.endsWith('7') ? `LC${recordId.length}` : '',
  ...columns.map(([, column]) => fields[column] ?? ''),
]);
/** Names that are no person's of two parts, and rows that say nothing. */
const others = ['Kettle & Sons Ltd', 'Madonna', 'Łukasz Żądło', '', '\uD800'].map((name, index) => [
  `other ${index}`,
  'market',
  '',
  ...columns.map(([heading]) => (columns.find(([own]) => own === heading)?.[1].startsWith('name.') ? name : '')),
]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'citizen-id-threads-'));
  await writeFile(at('map.json'), mapText);
  await writeFile(at('model.json'), JSON.stringify(builtInModel));
  await writeFile(at('people.csv'), stringify([header, ...people, ...others]));
  // Columns in another order, as systems have them.
  const turned = [header, ...people.slice(0, 60)].map((row) => row.toReversed());
  await writeFile(at('others.csv'), stringify(turned));
}, patience);
afterAll(() => rm(folder, { recursive: true }));

/** The program and its threads as they are built, inside the project so that they find its packages. */
const built = new URL('../../node_modules/.cache/citizen-index/', import.meta.url);
const builtFile = (name: string) => new URL(name, built);

beforeAll(async () => {
  const source = (name: string) => fileURLToPath(new URL(`../../src/cli/${name}`, import.meta.url));
  await build({
    entryPoints: [source('main.ts'), source('row-thread.ts')],
    outdir: fileURLToPath(built),
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
}, patience);
afterAll(() => rm(built, { recursive: true }));

/** Reads both files, and links each by itself and both with each other. */
async function readAndLink(threads: number, threadModule: URL) {
  const map = parseColumnMap(mapText, 'map.json');
  const terminal = createTestTerminal();
  const today = { year: 2026, month: 5, day: 1 };
  const reading = startRowReading({ fields: identityFields(map), profile: profiles.gb, today, threads, threadModule });
  try {
    const first = await readRecordFile(at('people.csv'), { map, reading, terminal });
    const second = await readRecordFile(at('others.csv'), { map, reading, terminal });
    const options = { model: builtInModel, clock: () => 0 };
    return {
      lost: reading.lost(),
      seconds: first.normaliseSeconds + second.normaliseSeconds,
      linked: JSON.stringify([dedupe(first.records, options), link(first.records, second.records, options)]),
    };
  } finally {
    await reading.end();
  }
}

describe('Reading rows in threads', () => {
  let alone: Awaited<ReturnType<typeof readAndLink>>;
  beforeAll(async () => {
    alone = await readAndLink(1, builtFile('row-thread.js'));
  }, patience);

  it.each([2, 3])('links to the same bytes in %i threads', async (threads) => {
    const { lost, linked } = await readAndLink(threads, builtFile('row-thread.js'));
    expect(lost).toBe(0);
    expect(JSON.parse(linked)).toMatchObject([{ size: people.length + others.length }, {}]);
    expect(linked === alone.linked).toBe(true);
  });

  it('reads the rows of a thread that cannot be started', async () => {
    const { lost, linked } = await readAndLink(3, new URL('./no-such-thread.js', import.meta.url));
    expect(lost).toBe(2);
    expect(linked === alone.linked).toBe(true);
  });

  it('reads the rows of a thread that ends before it has read them, and counts the CPU time it took', async () => {
    const { lost, linked, seconds } = await readAndLink(2, new URL('./row-thread-that-ends.js', import.meta.url));
    expect(lost).toBe(1);
    expect(linked === alone.linked).toBe(true);
    expect(seconds).toBeGreaterThan(0.4);
  });

  it('takes one thread for a small file', () => {
    expect(usualThreads(100_000)).toBe(1);
    expect(usualThreads(100_000_000)).toBeGreaterThanOrEqual(1);
  });
});

describe('The program as it is built', () => {
  async function runProgram(threads: number) {
    const out = [at(`clusters-${threads}.csv`), at(`pairs-${threads}.csv`)] as const;
    const { stderr } = await promisify(execFile)(process.execPath, [
      fileURLToPath(builtFile('main.js')),
      ...['dedupe', at('people.csv'), '--columns', at('map.json'), '--threads', String(threads)],
      ...['--model', at('model.json'), '--out', out[0], '--pairs', out[1]],
    ]);
    const files = await Promise.all(out.map((file) => readFile(file, 'utf8')));
    return { remarks: stderr.replace(out[0], ''), files };
  }

  it('writes the same bytes in one thread and in three, and loses none', async () => {
    const [one, three] = [await runProgram(1), await runProgram(3)];
    expect(three.files.every((text, index) => text.length > 1000 && text === one.files[index])).toBe(true);
    expect(three.remarks).toBe(one.remarks);
  });
});
