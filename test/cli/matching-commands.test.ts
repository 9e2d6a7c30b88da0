/** The matching commands as a person calls them: on a small file of synthetic people, and on files that are wrong. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { runCommandLine } from '../../src/cli/run.ts';
import { columnsOf, drawPeopleFile } from '../../src/testing/index.ts';
import { createTestTerminal } from './test-terminal.ts';

let folder = '';
const at = (name: string) => path.join(folder, name);

const columns = columnsOf('council');
const map = { id: 'recordId', system: 'source', ...Object.fromEntries(columns) };
const header = ['id', 'system', ...columns.map(([heading]) => heading), 'notes', 'person', 'origin'];
const records = [...drawPeopleFile({ seed: 'command line', people: 60, setting: 'council' })];
const rows = records.map(({ recordId, source, fields, personId, origin }) => [
  recordId,
  source,
  ...columns.map(([, column]) => fields[column] ?? ''),
  `note, "${recordId}"`,
  personId,
  origin,
]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'citizen-id-cli-'));
  await writeFile(at('map.json'), JSON.stringify(map));
  await writeFile(at('people.csv'), stringify([header, ...rows]));
  await writeFile(at('a.csv'), stringify([header, ...rows.filter((_, index) => index % 2 === 0)]));
  await writeFile(at('b.csv'), stringify([header, ...rows.filter((_, index) => index % 2 === 1)]));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...argv: string[]) {
  const terminal = createTestTerminal();
  const exitCode = await runCommandLine(argv, commands, terminal);
  return { exitCode, ...terminal };
}

async function readRows(name: string): Promise<Record<string, string>[]> {
  return parse(await readFile(at(name), 'utf8'), { columns: true });
}

const mapped = () => ['--columns', at('map.json')];

describe('citizen-index dedupe', () => {
  it('writes every record as it came, with the number of its cluster', async () => {
    const { exitCode } = await run(
      'dedupe',
      at('people.csv'),
      ...mapped(),
      '--out',
      at('clusters.csv'),
      '--pairs',
      at('pairs.csv'),
    );
    expect(exitCode).toBe(0);
    const found = await readRows('clusters.csv');
    expect(found.map(({ clusterId, ...rest }) => [Number.isInteger(Number(clusterId)), ...Object.values(rest)])).toEqual(
      rows.map((row) => [true, ...row]),
    );
    const people = new Map(found.map(({ id = '', person = '' }) => [id, person]));
    const pairs = await readRows('pairs.csv');
    const likely = pairs.filter(({ probability }) => Number(probability) > 0.999);
    expect(likely.length).toBeGreaterThan(20);
    expect(
      likely.filter(({ leftRecordId = '', rightRecordId = '' }) => people.get(leftRecordId) !== people.get(rightRecordId)),
    ).toEqual([]);
    expect(pairs.map(({ probability }) => Number(probability))).toEqual(
      [...pairs].map(({ probability }) => Number(probability)).sort((a, b) => b - a),
    );
  });

  it('puts fewer records together for a higher precision', async () => {
    await run('dedupe', at('people.csv'), ...mapped(), '--out', at('low.csv'), '--precision', '.9');
    await run('dedupe', at('people.csv'), ...mapped(), '--out', at('high.csv'), '--precision', '.9999');
    const count = async (name: string) => new Set((await readRows(name)).map(({ clusterId }) => clusterId)).size;
    expect(await count('high.csv')).toBeGreaterThan(await count('low.csv'));
  });

  it('finds the same again with a model that was trained before, and writes the same bytes', async () => {
    expect((await run('train', at('people.csv'), ...mapped(), '--out', at('model.json'))).exitCode).toBe(0);
    const options = [...mapped(), '--model', at('model.json')];
    await run('dedupe', at('people.csv'), ...options, '--out', at('one.csv'), '--pairs', at('one-pairs.csv'));
    await run('dedupe', at('people.csv'), ...options, '--out', at('two.csv'), '--pairs', at('two-pairs.csv'));
    expect(await readFile(at('two.csv'))).toEqual(await readFile(at('one.csv')));
    expect(await readFile(at('two-pairs.csv'))).toEqual(await readFile(at('one-pairs.csv')));
  });

  it('takes a file of one record', async () => {
    await writeFile(at('one-record.csv'), stringify([header, rows[0] ?? []]));
    const { exitCode } = await run('dedupe', at('one-record.csv'), ...mapped(), '--out', at('clusters.csv'));
    expect(exitCode).toBe(0);
    expect(await readRows('clusters.csv')).toHaveLength(1);
  });

  it('takes records that are all equal', async () => {
    await writeFile(at('equal.csv'), stringify([header, ...Array.from({ length: 500 }, () => rows[0] ?? [])]));
    const { exitCode, notes } = await run('dedupe', at('equal.csv'), ...mapped(), '--out', at('clusters.csv'));
    expect(exitCode).toBe(0);
    expect(notes()[0]).toContain('499 records have the recordId of another');
    expect(await readRows('clusters.csv')).toHaveLength(500);
  });

  it('gives its column another name where the file has one of that name', async () => {
    await writeFile(at('again.csv'), stringify([[...header, 'clusterId'], ...rows.slice(0, 3).map((row) => [...row, 'x'])]));
    await run('dedupe', at('again.csv'), ...mapped(), '--out', at('clusters.csv'));
    expect((await readRows('clusters.csv'))[0]).toMatchObject({ clusterId: 'x', clusterId2: '0' });
  });
});

describe('citizen-index train', () => {
  it('draws a card of what it learned: one page, without scripts, with no value but common names', async () => {
    const { exitCode } = await run(
      'train',
      at('people.csv'),
      ...mapped(),
      ...['--out', at('model.json'), '--card', at('card.html'), '--truth', 'person', '--origin', 'origin'],
    );
    expect(exitCode).toBe(0);
    const card = await readFile(at('card.html'), 'utf8');
    for (const title of [
      'Weights: people',
      'Two of one name at one address',
      'Which pairs are looked at',
      'Thresholds',
      'Calibration',
      'Recall by origin of names',
    ])
      expect(card).toContain(`<h2>${title}</h2>`);
    expect(card).not.toMatch(/<script|<link|https?:|NaN|undefined/);
    const contacts = records.flatMap(({ fields }) => [fields.emailAddress ?? [], fields.telephoneNumber ?? []].flat());
    expect(contacts.filter((contact) => card.includes(contact))).toEqual([]);
    const trained = JSON.parse(await readFile(at('model.json'), 'utf8')) as { readonly id: string };
    expect(card).toContain(trained.id);
  });

  it('draws one without a truth as well', async () => {
    await run('train', at('people.csv'), ...mapped(), '--out', at('model.json'), '--card', at('plain.html'));
    const card = await readFile(at('plain.html'), 'utf8');
    expect(card).toContain('Needs a truth');
    expect(card).not.toContain('in fact');
  });
});

describe('citizen-index link', () => {
  it('puts the records of two files beside each other', async () => {
    const { exitCode, notes } = await run(
      'link',
      at('a.csv'),
      at('b.csv'),
      ...mapped(),
      '--out',
      at('links.csv'),
      '--pairs',
      at('pairs.csv'),
    );
    expect(exitCode).toBe(0);
    const found = await readRows('links.csv');
    expect(found).toHaveLength(rows.length);
    expect(new Set(found.map(({ file }) => file))).toEqual(new Set([at('a.csv'), at('b.csv')]));
    expect(notes().at(-1)).toMatch(/[1-9]\d* people in both files/);
    const inA = new Set((await readRows('a.csv')).map(({ id }) => id));
    for (const { leftRecordId, rightRecordId } of await readRows('pairs.csv'))
      expect(inA.has(leftRecordId)).not.toBe(inA.has(rightRecordId));
  });

  it('gives each record one of the other file at most, where it is told that neither holds anybody twice', async () => {
    const options = [...mapped(), '--no-doubles', 'both', '--precision', '.5'];
    expect((await run('link', at('a.csv'), at('b.csv'), ...options, '--out', at('links.csv'))).exitCode).toBe(0);
    const found = await readRows('links.csv');
    expect(new Set(found.map(({ file, clusterId }) => `${file} ${clusterId}`)).size).toBe(found.length);
  });
});

const aNumber: unknown = expect.any(Number);

interface FoundFigures {
  readonly records: number;
  readonly truePairs: number;
  readonly pairs: { readonly best: { readonly f1: number } };
}

describe('citizen-index evaluate', () => {
  it('prints one object of figures', async () => {
    const { exitCode, printed } = await run('evaluate', at('people.csv'), ...mapped(), '--truth', 'person', '--json');
    expect(exitCode).toBe(0);
    const figures = JSON.parse(printed()) as FoundFigures;
    const rates = { precision: aNumber, recall: aNumber };
    const three = { ...rates, f1: aNumber };
    const thresholds = {
      best: three,
      at: { '0.5': three, '0.9': three, '0.99': three },
      recallAtPrecision: { '0.99': aNumber, '0.999': aNumber },
    };
    const stages = Object.fromEntries(
      ['normalise', 'block', 'train', 'score', 'cluster', 'total'].map((stage) => [stage, aNumber]),
    );
    const bands: unknown = expect.arrayContaining([
      { from: aNumber, to: aNumber, pairs: aNumber, predicted: aNumber, observed: aNumber },
    ]);
    expect(figures).toEqual({
      records: rows.length,
      people: new Set(records.map(({ personId }) => personId)).size,
      truePairs: aNumber,
      blockingRecall: aNumber,
      pairs: thresholds,
      clusters: thresholds,
      selfSet: { '0.99': rates, '0.999': rates },
      calibration: bands,
      cpuSeconds: stages,
      peakMemoryBytes: aNumber,
    });
    expect(figures.pairs.best.f1).toBeGreaterThan(0.8);
  });

  it('prints a table for people', async () => {
    const { printed } = await run('evaluate', at('people.csv'), ...mapped(), '--truth', 'person');
    expect(printed()).toMatch(/^clusters, best +\d+\.\d\d % +\d+\.\d\d % +\d+\.\d\d %$/m);
    expect(printed()).toMatch(/CPU seconds: normalise /);
  });

  it('counts only pairs across the files where there are two', async () => {
    const both = await run('evaluate', at('a.csv'), ...mapped(), '--truth', 'person', '--link', at('b.csv'), '--json');
    const whole = await run('evaluate', at('people.csv'), ...mapped(), '--truth', 'person', '--json');
    const [linked, all] = [both, whole].map(({ printed }) => JSON.parse(printed()) as FoundFigures);
    expect(linked?.records).toBe(all?.records);
    expect(linked?.truePairs).toBeLessThan(all?.truePairs ?? 0);
    expect(linked?.truePairs).toBeGreaterThan(0);
  });
});

describe('A matching command', () => {
  const out = () => ['--out', at('none.csv')];
  const wrongMap = async (content: object) => {
    await writeFile(at('wrong.json'), JSON.stringify(content));
    return ['--columns', at('wrong.json')];
  };

  it.each<[string, () => Promise<string[]> | string[], number, RegExp]>([
    ['without a map', () => ['dedupe', at('people.csv'), ...out()], 2, /--columns MAP\.json is missing/],
    ['without an output', () => ['dedupe', at('people.csv'), ...mapped()], 2, /--out FILE\.csv is missing/],
    ['without a truth', () => ['evaluate', at('people.csv'), ...mapped()], 2, /--truth COLUMN is missing/],
    ['over its own file', () => ['dedupe', at('people.csv'), ...mapped(), '--out', at('people.csv')], 2, /must not be the file/],
    [
      'of an unknown profile',
      () => ['dedupe', at('people.csv'), ...mapped(), ...out(), '--profile', 'xx'],
      2,
      /--profile must be one of: gb/,
    ],
    [
      'of two files with doubles in a third',
      () => ['link', at('a.csv'), at('b.csv'), ...mapped(), ...out(), '--no-doubles', 'third'],
      2,
      /--no-doubles must be first, second or both/,
    ],
    [
      'of a wrong precision',
      () => ['dedupe', at('people.csv'), ...mapped(), ...out(), '--precision', '99'],
      2,
      /--precision must be/,
    ],
    ['in half a thread', () => ['dedupe', at('people.csv'), ...mapped(), ...out(), '--threads', '1.5'], 2, /--threads must be/],
    ['of no such file', () => ['dedupe', at('gone.csv'), ...mapped(), ...out()], 1, /gone\.csv is not there/],
    [
      'of no such map',
      () => ['dedupe', at('people.csv'), '--columns', at('gone.json'), ...out()],
      1,
      /gone\.json.*cannot be read/,
    ],
    [
      'of a missing column',
      async () => ['dedupe', at('people.csv'), ...(await wrongMap({ lastname: 'name.family' })), ...out()],
      1,
      /no column "lastname"/,
    ],
    [
      'of no usable column',
      async () => ['dedupe', at('people.csv'), ...(await wrongMap({ id: 'recordId' })), ...out()],
      1,
      /no column that says who/,
    ],
    ['of a truth that is not there', () => ['evaluate', at('people.csv'), ...mapped(), '--truth', 'who'], 1, /no column "who"/],
    [
      'that would train on the truth',
      () => ['evaluate', at('people.csv'), ...mapped(), '--truth', 'surname'],
      1,
      /"surname" must not be mapped/,
    ],
    [
      'of what is no model',
      () => ['dedupe', at('people.csv'), ...mapped(), ...out(), '--model', at('map.json')],
      1,
      /map\.json is no model/,
    ],
    [
      'into no such folder',
      () => ['dedupe', at('people.csv'), ...mapped(), '--out', at('gone/x.csv')],
      1,
      /cannot be written \(ENOENT\)/,
    ],
  ])('%s tells what is wrong', async (_what, argv, wanted, words) => {
    const { exitCode, notes } = await run(...(await argv()));
    expect(notes().join('\n')).toMatch(words);
    expect(exitCode).toBe(wanted);
    expect((await readdir(folder)).filter((name) => name.startsWith('none.csv') || name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    ['', /is empty/],
    ['id,surname\n', /no records/],
    ['id,surname\n1,"x\n', /quotation mark/],
  ])('of the file %j tells what is wrong', async (content, words) => {
    await writeFile(at('bad.csv'), content);
    const { exitCode, notes } = await run('dedupe', at('bad.csv'), ...(await wrongMap({ surname: 'name.family' })), ...out());
    expect(exitCode).toBe(1);
    expect(notes()[0]).toMatch(words);
  });

  it('reads a cell of two million characters, and halves of characters', async () => {
    const strange = Buffer.concat([
      Buffer.from(`id,surname\n1,${'x'.repeat(2_000_000)}\n2,`),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('\n3,Example\n'),
    ]);
    await writeFile(at('strange.csv'), strange);
    const { exitCode, notes } = await run(
      'dedupe',
      at('strange.csv'),
      ...(await wrongMap({ surname: 'name.family' })),
      '--out',
      at('clusters.csv'),
    );
    expect(notes().join('\n')).toMatch(/not UTF-8 \(first: row 3\)/);
    expect(exitCode).toBe(0);
    expect(await readRows('clusters.csv')).toHaveLength(3);
  });

  it('runs as a program: results on standard output, remarks on standard error', async () => {
    const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const program = (...argv: string[]) => promisify(execFile)(process.execPath, ['--import', 'tsx', main, ...argv]);
    // A handful of records: starting a program is what takes its time.
    await writeFile(at('few.csv'), stringify([header, ...rows.slice(0, 6)]));
    const { stdout, stderr } = await program('evaluate', at('few.csv'), ...mapped(), '--truth', 'person', '--json');
    expect(JSON.parse(stdout)).toHaveProperty('cpuSeconds.total');
    expect(stderr).toBe('');
    await expect(program('dedupe', at('people.csv'))).rejects.toMatchObject({ code: 2, stdout: '' });
  });
});
