/**
 * Measures the Customer Index: `npm run bench:index`. Loads a file of synthetic people with `citizen-index load`, then looks people up at
 * concurrency 1, 8 and 32, in process with the audit trail on, beside the floor (the same rows by primary key) in one run; the same over
 * HTTP; submissions; the cost of the audit trail. Prints figures and ratios; not a test, nothing fails here.
 *
 *   --people 33314,333144   how many people, a size each   --engine PostgreSQL,PGlite   --seconds 5   each measurement
 *   --data FOLDER           keeps what was loaded there, and loads nothing again that it finds there
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureHttp } from './index/http.ts';
import { measureLookUps } from './index/look-ups.ts';
import { openPlace, type EngineName, type Place } from './index/place.ts';
import { runCommand } from './index/process.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '33314' },
    engine: { type: 'string', default: 'PostgreSQL,PGlite' },
    seconds: { type: 'string', default: '5' },
    data: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const engines = (['PostgreSQL', 'PGlite'] as const).filter((name) => values.engine.split(',').includes(name));
const files = values.data ?? mkdtempSync(join(tmpdir(), 'citizen-people-'));
mkdirSync(files, { recursive: true });

function drawFile(people: string): string {
  const file = join(files, `${people}.csv`);
  if (existsSync(file)) return file;
  const draw = fileURLToPath(new URL('./people.ts', import.meta.url));
  execFileSync(process.execPath, [
    '--import',
    'tsx',
    draw,
    '--people',
    people,
    '--seed',
    '3',
    '--setting',
    'council',
    '--out',
    file,
  ]);
  return file;
}

async function benchEngine(engine: EngineName, people: string): Promise<void> {
  const file = drawFile(people);
  const kept = values.data === undefined ? undefined : join(values.data, `${engine}-${people}`);
  const place = await openPlace(engine, kept);
  try {
    console.log(`\n${engine}, ${people} people (load average ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores)`);
    const told = kept === undefined ? undefined : join(kept, 'loaded.txt');
    const line = told !== undefined && existsSync(told) ? `${readFileSync(told, 'utf8')} (then)` : await load(place, file);
    if (told !== undefined && !existsSync(told)) writeFileSync(told, line);
    console.log(line);
    await measureLookUps(place, { file, seconds });
    await measureHttp(place, { file, seconds });
  } finally {
    await place.leave();
  }
}

/** A line that says how it went. */
async function load(place: Place, file: string): Promise<string> {
  const words = ['load', file, '--source', 'bench', '--columns', file.replace('.csv', '.columns.json')];
  const before = place.databaseCpuSeconds();
  const loaded = await runCommand(words, place);
  const databaseCpu = place.databaseCpuSeconds() - before;
  const [records = '0'] = /^([\d,]+) added/m.exec(loaded.words)?.slice(1) ?? [];
  const rate = Number(records.replaceAll(',', '')) / loaded.seconds;
  const parts = [
    `  load            ${records} records in ${loaded.seconds.toFixed(0)} s, ${Math.round(rate).toLocaleString('en-GB')} records/s`,
    `CPU ${loaded.cpuSeconds.toFixed(0)} s in the loader and ${databaseCpu.toFixed(0)} s in the database`,
    `${megabytes(loaded.memory)} MB of memory`,
    `${megabytes(await place.size())} MB on the disk (file ${megabytes(statSync(file).size)} MB)`,
  ];
  const goal = `at least ${leastLoadRate.toLocaleString('en-GB')} records/s: ${rate >= leastLoadRate ? 'met' : 'missed'}`;
  return `${parts.join(', ')}  [goal: ${goal}]`;
}

/** Records in a second, on PostgreSQL. */
const leastLoadRate = 1_500;

const megabytes = (bytes: number) => Math.round(bytes / 1e6).toLocaleString('en-GB');

for (const people of values.people.split(',')) for (const engine of engines) await benchEngine(engine, people);
if (values.data === undefined) rmSync(files, { recursive: true, force: true });
