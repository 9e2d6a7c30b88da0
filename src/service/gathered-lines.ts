/**
 * Lines that are written for good a moment later, many at once: a system call for each line of a busy service's log, and whoever reads it
 * woken for each, costs more than making the line. Not for what somebody waits for: the audit trail is in the database.
 */

/** Milliseconds. What is written so much before a process is killed outright is lost. */
const moment = 20;

export interface GatheredLines {
  /** Without its line end. */
  readonly add: (line: string) => void;
  /** Writes what is there at once: for the end of a process, which waits for no timer. */
  readonly flush: () => void;
}

/** Hands `write` lines with their ends, in the order they came. */
export function gatherLines(write: (text: string) => void): GatheredLines {
  let text = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const whole = text;
    text = '';
    if (whole !== '') write(whole);
  };
  const add = (line: string) => {
    text += `${line}\n`;
    timer ??= setTimeout(flush, moment);
  };
  return { add, flush };
}
