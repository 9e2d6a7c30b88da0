#!/usr/bin/env node
/** `citizen-index`: matching, files and upkeep from the command line. Only starts; everything is in run.ts and commands/. */
import { commands } from './commands.ts';
import { runCommandLine } from './run.ts';
import { createTerminal } from './terminal.ts';

// Whoever pipes the result into `head` closes it early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  commands,
  createTerminal({ output: process.stdout, errors: process.stderr }),
);
