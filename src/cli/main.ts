#!/usr/bin/env node
/** `citizen-index`: matching, files and upkeep from the command line. Only starts; everything is in run.ts and commands/. */
import { commands } from './commands.ts';
import { needsRoom, runWithRoom } from './roomy-process.ts';
import { runCommandLine } from './run.ts';
import { createTerminal } from './terminal.ts';

// Whoever pipes the result into `head` closes it early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const call = process.argv.slice(2);
process.exitCode = needsRoom(call)
  ? await runWithRoom()
  : await runCommandLine(call, commands, createTerminal({ output: process.stdout, errors: process.stderr }));
