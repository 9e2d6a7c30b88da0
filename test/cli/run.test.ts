/** What every command shares: help, arguments, exit codes, and that an unforeseen error tells no data. */
import { describe, expect, it } from 'vitest';
import { type Call, CommandError, createCommand, UsageError } from '../../src/cli/command.ts';
import { runCommandLine } from '../../src/cli/run.ts';
import { createTestTerminal } from './test-terminal.ts';

type Name = 'out' | 'precision' | 'json';

/** A table of one command, `do FILE`, and what it was called with. */
function tableOf(action: (call: Call<Name>) => void = () => undefined) {
  const command = createCommand<Name>({
    summary: 'Does it.',
    positionals: ['FILE'],
    options: {
      out: { value: 'FILE', help: 'where to' },
      precision: { value: 'SHARE', help: 'how sure' },
      json: { help: 'as JSON' },
    },
    run: async (call) => {
      action(call);
      return 0;
    },
  });
  return { do: async () => command };
}

async function run(argv: readonly string[], action?: (call: Call<Name>) => void) {
  const terminal = createTestTerminal();
  const exitCode = await runCommandLine(argv, tableOf(action), terminal);
  return { exitCode, ...terminal };
}

describe('The command line', () => {
  it('lists its commands when asked for help', async () => {
    const { exitCode, printed } = await run(['--help']);
    expect(exitCode).toBe(0);
    expect(printed()).toMatch(/^ {2}do {2}Does it\.$/m);
  });

  it('lists its commands when called without one, which is a mistake', async () => {
    const { exitCode, printed } = await run([]);
    expect(exitCode).toBe(2);
    expect(printed()).toContain('Does it.');
  });

  it('tells the options of a command', async () => {
    const { exitCode, printed } = await run(['do', '--help']);
    expect(exitCode).toBe(0);
    expect(printed()).toContain('Usage: citizen-index do FILE [options]');
    expect(printed()).toMatch(/--out FILE +where to/);
    expect(printed()).toMatch(/--json +as JSON/);
  });

  it.each([
    [['undo'], /"undo"/], // no such command
    [['constructor'], /"constructor"/], // nor what every object has
    [['do'], /FILE is missing/],
    [['do', 'a.csv', 'b.csv'], /"b\.csv"/], // too many
    [['do', 'a.csv', '--outt', 'x'], /--outt/], // unknown option
    [['do', 'a.csv', '--out'], /--out/], // without its value
    [['do', 'a.csv', '--json=yes'], /--json/], // a flag with one
    [['do', 'a.csv', '--out='], /--out must not be empty/],
    [['do', 'a.csv'], /--out FILE is missing/],
    [['do', 'a.csv', '--out', 'x', '--precision', 'high'], /--precision must be a number from 0.5 to below 1/],
    [['do', 'a.csv', '--out', 'x', '--precision', '1'], /--precision/], // on the edge
  ])('%j is a mistake that is named, with exit code 2', async (argv, words) => {
    const { exitCode, notes } = await run(argv, (call) => {
      call.requiredText('out');
      call.number('precision', { least: 0.5, below: 1 });
    });
    expect(exitCode).toBe(2);
    expect(notes()[0]).toMatch(words);
  });

  it('hands a command its arguments', async () => {
    const calls: unknown[] = [];
    const { exitCode } = await run(['do', '--json', 'a.csv', '--precision', '.99'], (call) => {
      calls.push(call.positionals, call.flag('json'), call.text('out'), call.number('precision', { least: 0.5, below: 1 }));
    });
    expect(exitCode).toBe(0);
    expect(calls).toEqual([['a.csv'], true, undefined, 0.99]);
  });

  it.each([
    [new CommandError('a.csv is empty'), 1],
    [new UsageError('--out must be another file'), 2],
  ])('tells %s and ends with %i', async (error, wanted) => {
    const { exitCode, notes } = await run(['do', 'a.csv'], () => {
      throw error;
    });
    expect(exitCode).toBe(wanted);
    expect(notes()[0]).toBe(`citizen-index do: ${error.message}`);
  });

  it('tells of an error that nobody foresaw where it happened, and not its message, which may quote a record', async () => {
    const { exitCode, notes } = await run(['do', 'a.csv'], () => {
      throw new TypeError('cannot read Zebedee Plantedname');
    });
    expect(exitCode).toBe(1);
    expect(notes().join('\n')).toContain('run.test.ts');
    expect(notes().join('\n')).not.toContain('Plantedname');
  });

  it('says which package to install where one is missing', async () => {
    const { exitCode, notes } = await run(['do', 'a.csv'], () => {
      throw Object.assign(new Error("Cannot find package 'csv-parse' imported from /x.js"), { code: 'ERR_MODULE_NOT_FOUND' });
    });
    expect(exitCode).toBe(1);
    expect(notes()[0]).toContain('npm install csv-parse');
  });
});
