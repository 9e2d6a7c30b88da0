/** The runners that the guide hands to teams in other languages, against our own implementation and against a careless one. */
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fieldsByName, isFieldName } from '../../src/standard/fields/all-fields.ts';
import { readConformance } from './conformance-files.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ours = [process.execPath, '--import', 'tsx', at('test/standard/answer-questions.ts')];
/** Takes everything, whatever it is. */
const careless = [
  process.execPath,
  '-e',
  'require("readline").createInterface({ input: process.stdin }).on("line", () => console.log(JSON.stringify({ value: "yes" })))',
];
/** Ends at the first question. */
const silent = [process.execPath, '-e', 'process.stdin.once("data", () => process.exit())'];

const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;
if (!hasPython) console.warn('The Python runner is not tested: there is no python3 of version 3.9 or later on this machine.');

const cases = Object.keys(fieldsByName)
  .filter(isFieldName)
  .reduce((sum, field) => sum + readConformance(field).cases.length, 0);

function run(runner: readonly string[], implementation: readonly string[]): Promise<{ code: number; said: string }> {
  const [command = '', ...rest] = [...runner, at('src/standard/conformance'), ...implementation];
  return new Promise((resolve) => {
    execFile(command, rest, { cwd: at('.'), maxBuffer: 2 ** 24 }, (error, said) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said });
    });
  });
}

describe.each([
  { language: 'JavaScript', isThere: true, runner: [process.execPath, at('stories/runners/run.mjs')] },
  { language: 'Python', isThere: hasPython, runner: ['python3', at('stories/runners/run.py')] },
])('the runner in $language', ({ isThere, runner }) => {
  it.runIf(isThere)('finds every case of every field answered rightly by our own implementation', async () => {
    expect(await run(runner, ours)).toEqual({ code: 0, said: `${cases} cases, 0 answered wrongly\n` });
  });

  it.runIf(isThere)('tells which cases were answered wrongly, with the rule, and fails', async () => {
    const { code, said } = await run(runner, careless);
    const { reason } = readConformance('name').cases.find(({ name }) => name === 'only punctuation') ?? {};
    expect(code).toBe(1);
    expect(said).toContain(`name: only punctuation\n  ${reason ?? ''}\n  answered {"value":"yes"}\n`);
    expect(said.trimEnd().endsWith(`${cases} cases, ${cases} answered wrongly`)).toBe(true);
  });

  it.runIf(isThere)('fails where the implementation ends before it has answered', async () => {
    const { code, said } = await run(runner, silent);
    expect(code).toBe(1);
    expect(said).toBe('');
  });
});

describe('the guide to checking an implementation', () => {
  const guide = readFileSync(at('stories/guides/check-your-own.mdx'), 'utf8');

  it.each(['run.mjs', 'run.py'])('shows %s itself, which is short', (file) => {
    expect(guide).toContain(`from '../runners/${file}?raw'`);
    expect(readFileSync(at(`stories/runners/${file}`), 'utf8').split('\n').length).toBeLessThanOrEqual(45);
  });
});
