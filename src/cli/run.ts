/** One call of `citizen-index`, whatever it is: finds the command, runs it, and turns what it throws into words and an exit code. */
import { CitizenIdError } from '../protocol/error.ts';
import { type Command, CommandError, type ExitCode, UsageError } from './command.ts';
import type { Terminal } from './terminal.ts';

type CommandTable = Readonly<Record<string, () => Promise<Command>>>;

/** Never rejects. `argv` is what follows the program's name. */
export async function runCommandLine(argv: readonly string[], commands: CommandTable, terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = argv;
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      terminal.print(await overview(commands));
      return name === undefined ? 2 : 0;
    }
    if (load === undefined) throw new UsageError(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}`);
    const command = await load();
    if (asksForHelp(rest)) {
      terminal.print(command.help(name));
      return 0;
    }
    return await command.run(rest, terminal);
  } catch (error) {
    terminal.endProgress();
    return tell(error, ['citizen-index', ...(load ? [name] : [])].join(' '), terminal);
  }
}

/** `--help` anywhere before a lone `--`. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h');
}

async function overview(commands: CommandTable): Promise<string> {
  const names = Object.keys(commands);
  const width = Math.max(0, ...names.map((name) => name.length));
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(width)}  ${(await load()).summary}`),
  );
  return `Usage: citizen-index COMMAND …\n\n${rows.join('\n')}\n\n"citizen-index COMMAND --help" tells what a command takes.\n`;
}

/** Files hold personal data, and so may the message of an error that nobody foresaw: it is told by its kind and place alone. */
function tell(error: unknown, program: string, terminal: Terminal): ExitCode {
  if (error instanceof UsageError) {
    terminal.note(`${program}: ${error.message}`);
    terminal.note(`"${program} --help" tells what it takes.`);
    return 2;
  }
  if (error instanceof CommandError || error instanceof CitizenIdError) {
    terminal.note(`${program}: ${error.message}`);
    return 1;
  }
  const missing = missingPackage(error);
  terminal.note(`${program}: ${missing ?? `failed unexpectedly: ${placeOf(error)}`}`);
  return 1;
}

/** The packages that only this program needs are not installed with the form. */
function missingPackage(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const name = /Cannot find package '([^']+)'/.exec(error.message)?.[1];
  return name === undefined ? undefined : `needs the package "${name}": npm install ${name}`;
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error was given';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.name, ...frames.slice(0, 6)].join('\n');
}
