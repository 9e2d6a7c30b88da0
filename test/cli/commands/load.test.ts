/** `citizen-index load`: what goes in, what is told, and that calling it again changes nothing. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadCommand } from '../../../src/cli/commands/load.ts';
import { hashSecret } from '../../../src/service/registry.ts';
import { openForProcess } from '../../store/engines.ts';
import { createTestTerminal } from '../test-terminal.ts';

const columns = {
  ref: 'recordId',
  forename: 'name.given',
  surname: 'name.family',
  born: 'dateOfBirth',
  road: 'postalAddress.line1',
  town: 'postalAddress.town',
  code: 'postalAddress.postcode',
  phone: 'telephoneNumber',
};
const header = Object.keys(columns).join(',');
const ann = 'A1,Ann,Sample,1980-02-03,1 Test Road,Testham,LS1 4AP,01632 960001';
const bob = 'B2,Bob,Example,31/12/1975,2 Test Road,Testham,LS1 4AP,';
const cat = 'C3,Cat,Trial,1990,3 Test Road,Testham,LS1 4AP,';

let folder: string;
let database: Awaited<ReturnType<typeof openForProcess>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'load-'));
  const service = {
    id: 'desk',
    name: 'Desk',
    profile: 'gb',
    origins: [],
    secretHash: hashSecret('secret'),
    permissions: [],
    purposes: { identity: 'a test' },
  };
  await writeFile(join(folder, 'registry.json'), JSON.stringify({ authority: 'GBX', services: [service] }));
  await writeFile(join(folder, 'map.json'), JSON.stringify(columns));
  vi.stubEnv('CITIZEN_ID_REGISTRY', join(folder, 'registry.json'));
  database = await openForProcess();
  for (const [name, value] of Object.entries(database.environment)) vi.stubEnv(name, value);
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.remove();
  await rm(folder, { recursive: true });
});

/** Loads a file of these lines; answers the exit code, or the error's words, and what was noted and rejected. */
async function loadLines(lines: readonly string[], { name = 'file.csv', words = [] as readonly string[] } = {}) {
  const file = join(folder, name);
  await writeFile(file, `${lines.join('\n')}\n`);
  const terminal = createTestTerminal();
  const argv = [file, '--source', 'council-tax', '--columns', join(folder, 'map.json'), ...words];
  const code = await loadCommand.run(argv, terminal).catch((error: Error) => error.message);
  const rejects = await readFile(`${file}.rejects.csv`, 'utf8').catch(() => '');
  return { code, notes: terminal.notes(), rejects: rejects.trim().split('\n').slice(1) };
}

async function query<Row extends object>(text: string): Promise<readonly Row[]> {
  const driver = await database.openDriver();
  try {
    return await driver.attempt((connection) => connection.query<Row>(text));
  } finally {
    await driver.close();
  }
}

describe('citizen-index load', () => {
  it('loads a file, tells of each value that was left out without quoting it, and refuses what has no number', async () => {
    const nameless = ',Dan,Nobody,1980-01-01,,,,';
    const nothing = 'E5,,,,,,,';
    const { code, notes, rejects } = await loadLines([header, ann, bob, cat, nameless, nothing, ann]);
    expect([code, notes[0]]).toEqual([0, '3 added, 0 changed, 0 as before, 0 ended, 3 refused']);
    expect(rejects).toEqual([
      '4,dateOfBirth,load/kept-as-written',
      '5,recordId,load/no-record-id',
      '6,recordId,load/nothing-readable',
      '7,recordId,load/repeated',
    ]);
    expect(await query('select source_record_id as id from record order by 1')).toEqual([
      { id: 'A1' },
      { id: 'B2' },
      { id: 'C3' },
    ]);
    expect(await query(`select entries->>'dateOfBirth' as born from record where source_record_id = 'C3'`)).toEqual([
      { born: '1990' },
    ]);
  }, 60_000);

  it('loaded again changes nothing, and a changed row replaces what it said', async () => {
    expect((await loadLines([header, ann, bob, cat])).notes[0]).toMatch(/^0 added, 0 changed, 3 as before/);
    const moved = bob.replace('2 Test Road', '9 Moved Road');
    expect((await loadLines([header, ann, moved, cat])).notes[0]).toMatch(/^0 added, 1 changed, 2 as before/);
  }, 60_000);

  it('reads JSON lines, and names a line that is none', async () => {
    const row = {
      ref: 'J1',
      forename: 'Joan',
      surname: 'Lines',
      born: '1955-05-05',
      code: 'LS1 4AP',
      road: '5 Test Road',
      extra: [1],
    };
    const { notes, rejects } = await loadLines([JSON.stringify(row), '[1]', '{"ref":'], { name: 'file.jsonl' });
    expect(notes[0]).toMatch(/^1 added, 0 changed, 0 as before, 0 ended, 2 refused/);
    expect(rejects).toEqual(['2,,load/not-an-object', '3,,load/not-an-object']);
  }, 60_000);

  it('as a snapshot ends what disappeared, but not half of a source unasked, and takes back who comes again', async () => {
    const ended = () => query('select source_record_id as id from record where ended_at is not null order by 1');
    const refused = await loadLines([header, ann], { words: ['--snapshot'] });
    expect([refused.code, await ended()]).toEqual([expect.stringContaining('--end-many'), []]);
    const done = await loadLines([header, ann], { words: ['--snapshot', '--end-many'] });
    expect(done.notes[0]).toMatch(/^0 added, 0 changed, 1 as before, 3 ended/);
    expect(await ended()).toEqual([{ id: 'B2' }, { id: 'C3' }, { id: 'J1' }]);
    await loadLines([header, ann, cat], { words: ['--snapshot'] });
    expect(await ended()).toEqual([{ id: 'B2' }, { id: 'J1' }]);
  }, 60_000);

  it.each<readonly [string, readonly string[], string]>([
    ['a profile that is none', ['--profile', 'fr'], '--profile must be one of: gb'],
    ['--end-many alone', ['--end-many'], '--end-many goes with --snapshot'],
  ])('refuses %s before anything is opened', async (_, words, message) => {
    expect((await loadLines([header, ann], { words })).code).toContain(message);
  });

  it('refuses a map without the source’s own number', async () => {
    await writeFile(join(folder, 'map.json'), JSON.stringify({ forename: 'name.given' }));
    expect((await loadLines([header, ann])).code).toContain('recordId');
  });
});
