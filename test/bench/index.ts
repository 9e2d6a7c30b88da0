/**
 * Measures the Customer Index: `npm run bench:index`. Loads a file of synthetic people with `citizen-index load`, then looks people up at
 * concurrency 1, 8 and 32, in process with the audit trail on, beside the floor (the same rows by primary key) in one run; the same over
 * HTTP; submissions; the cost of the audit trail. Prints figures and ratios; not a test, nothing fails here.
 *
 *   --people 33314,333144   how many people, a size each   --engine PostgreSQL,PGlite   --seconds 5   each measurement
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureHttp } from './index/http.ts';
import { measureLookUps } from './index/look-ups.ts';
import { makePlace, type EngineName } from './index/place.ts';
import { runCommand } from './index/process.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '33314' },
    engine: { type: 'string', default: 'PostgreSQL,PGlite' },
    seconds: { type: 'string', default: '5' },
  },
});
const seconds = Number(values.seconds);
const engines = (['PostgreSQL', 'PGlite'] as const).filter((name) => values.engine.split(',').includes(name));
const files = mkdtempSync(join(tmpdir(), 'citizen-people-'));

function drawFile(people: string): string {
  const file = join(files, `${people}.csv`);
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

async function benchEngine(engine: EngineName, file: string): Promise<void> {
  const place = await makePlace(engine);
  try {
    const words = ['load', file, '--source', 'bench', '--columns', file.replace('.csv', '.columns.json')];
    const loaded = await runCommand(words, place);
    const [records = '0'] = /^([\d,]+) added/m.exec(loaded.words)?.slice(1) ?? [];
    const count = Number(records.replaceAll(',', ''));
    const disk = await place.size();
    console.log(`\n${engine}, ${records} records (load average ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores)`);
    const rate = count / loaded.seconds;
    console.log(
      `  load            ${loaded.seconds.toFixed(0)} s, ${Math.round(rate).toLocaleString('en-GB')} records/s, ${loaded.cpuSeconds.toFixed(0)} s of CPU time beside the database, ${megabytes(loaded.memory)} MB of memory, ${megabytes(disk)} MB on the disk (file ${megabytes(statSync(file).size)} MB)  [goal: at least ${leastLoadRate.toLocaleString('en-GB')} records/s: ${rate >= leastLoadRate ? 'met' : 'missed'}]`,
    );
    await measureLookUps(place, { file, seconds });
    await measureHttp(place, { file, seconds });
  } finally {
    await place.remove();
  }
}

/** Records in a second, on PostgreSQL. */
const leastLoadRate = 1_500;

const megabytes = (bytes: number) => Math.round(bytes / 1e6).toLocaleString('en-GB');

for (const people of values.people.split(',')) {
  const file = drawFile(people);
  for (const engine of engines) await benchEngine(engine, file);
}
rmSync(files, { recursive: true, force: true });
