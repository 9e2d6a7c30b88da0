/**
 * Those who are refused before anybody knows them are told so one at a time, a millisecond apart: a flood of them waits for itself, and
 * honest callers for hardly any of it. Nobody whom the index lets in waits here. Not a limit on how many may call.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createTurns } from '../store/turns.ts';

/** Milliseconds: a thousand refusals a second are more than mistakes need, and a fraction of what a process could give. */
const apart = 1;

/** A line to wait in: resolves when it is this one's turn to be told. */
export function createRefusalTurns(): () => Promise<void> {
  const inTurn = createTurns();
  return () => inTurn(() => pause(apart));
}
