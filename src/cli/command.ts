/**
 * What a command of `citizen-index` is: its words, its options, and what it does. `commands/` holds one file per command, and
 * commands.ts the table of them all. Reading the arguments is done here, once, so that every command refuses a mistake alike.
 */
import { parseArgs } from 'node:util';
import type { Terminal } from './terminal.ts';

/** 0: done. 1: could not be done, or did not hold. 2: the command was called wrongly. */
export type ExitCode = 0 | 1 | 2;

/** The command was called wrongly: the message names the argument and what is allowed. Ends the process with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What was asked for cannot be done with these files: the message says which and why, and quotes no cell. Ends with 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** `value` is the word that stands for the option's value in the help; an option without one is a flag. */
export interface Option {
  readonly help: string;
  readonly value?: string;
}

export interface CommandDefinition<Name extends string> {
  /** One line for the list of commands. */
  readonly summary: string;
  /** The words that stand for the positional arguments, all of them required. */
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<Name, Option>>;
  run(call: Call<Name>, terminal: Terminal): Promise<ExitCode>;
}

export interface Command {
  readonly summary: string;
  /** Everything `--help` prints; `name` is what the command is called in the table. */
  help(name: string): string;
  /** Throws `UsageError` for wrong arguments, and whatever the command throws. */
  run(argv: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** The arguments of one call. Every reader throws a `UsageError` that names the option. */
export interface Call<Name extends string> {
  /** As many as the definition asks for. */
  readonly positionals: readonly string[];
  flag(name: Name): boolean;
  text(name: Name): string | undefined;
  requiredText(name: Name): string;
  /** A number from `least` to below `below`. */
  number(name: Name, range: { readonly least: number; readonly below: number }): number | undefined;
}

/** A command out of its definition. */
export function createCommand<Name extends string>(definition: CommandDefinition<Name>): Command {
  return {
    summary: definition.summary,
    help: (name) => helpOf(name, definition),
    run: (argv, terminal) => definition.run(readCall(argv, definition), terminal),
  };
}

function readCall<Name extends string>(argv: readonly string[], definition: CommandDefinition<Name>): Call<Name> {
  const { values, positionals } = parseStrictly(argv, definition);
  const wanted = definition.positionals;
  if (positionals.length < wanted.length) throw new UsageError(`${wanted[positionals.length] ?? ''} is missing`);
  if (positionals.length > wanted.length) throw new UsageError(`"${positionals[wanted.length] ?? ''}" is one argument too many`);
  const text = (name: Name): string | undefined => {
    const value = values[name];
    if (value === '') throw new UsageError(`--${name} must not be empty`);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    positionals,
    flag: (name) => values[name] === true,
    text,
    requiredText(name) {
      const value = text(name);
      if (value === undefined) throw new UsageError(`--${name} ${definition.options[name].value ?? ''} is missing`);
      return value;
    },
    number(name, { least, below }) {
      const value = text(name);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (!(number >= least && number < below))
        throw new UsageError(`--${name} must be a number from ${least} to below ${below}`);
      return number;
    },
  };
}

function parseStrictly(argv: readonly string[], { options }: CommandDefinition<string>) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...argv], options: config, allowPositionals: true });
  } catch (error) {
    // Node's own sentence names the option; the advice it adds about a lone `--` only confuses.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'The arguments cannot be read');
  }
}

function helpOf(name: string, { summary, positionals, options }: CommandDefinition<string>): string {
  const rows = Object.entries(options).map(([option, { value, help }]) => [
    `--${option}${value === undefined ? '' : ` ${value}`}`,
    help,
  ]);
  const width = Math.max(0, ...rows.map(([left = '']) => left.length));
  const lines = rows.map(([left = '', right = '']) => `  ${left.padEnd(width)}  ${right}`);
  return `${summary}\n\nUsage: citizen-index ${[name, ...positionals].join(' ')} [options]\n\n${lines.join('\n')}\n`;
}
