/**
 * What a command may say and where: results on standard output, everything else on standard error, so that a result can be
 * piped. Progress is drawn on a terminal only. No command writes to the process's streams itself.
 */

export interface Terminal {
  /** A result. Not ended with a line break of its own. */
  print(text: string): void;
  /** A remark for the person who called: one line. */
  note(line: string): void;
  /** How far a stage is: `done` of `total`; where the total is not known, how many so far. Cheap enough to be called for each record. */
  progress(stage: string, done: number, total?: number): void;
  /** Takes the progress bar away, before anything else is said. */
  endProgress(): void;
}

/** The part of a writable stream that is needed here. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** `now` gives milliseconds, from any start. */
export interface TerminalOptions {
  readonly output: Output;
  readonly errors: Output;
  readonly now?: () => number;
}

/** No more often than this, in milliseconds: a bar that flickers slows the work it measures. */
const redrawInterval = 100;

/** A terminal on these streams. The bar is drawn where `errors` is a terminal. */
export function createTerminal({ output, errors, now = () => performance.now() }: TerminalOptions): Terminal {
  const state = { stage: '', startedAt: 0, drawnAt: -Infinity, isDrawn: false };
  const erase = () => {
    if (state.isDrawn) errors.write('\r\u001b[K');
    state.isDrawn = false;
  };
  return {
    print(text) {
      erase();
      output.write(text);
    },
    note(line) {
      erase();
      errors.write(`${line}\n`);
    },
    progress(stage, done, total) {
      if (errors.isTTY !== true) return;
      const time = now();
      if (stage !== state.stage) Object.assign(state, { stage, startedAt: time, drawnAt: -Infinity });
      if (time - state.drawnAt < redrawInterval) return;
      state.drawnAt = time;
      state.isDrawn = true;
      const line = progressLine({
        stage,
        done,
        seconds: (time - state.startedAt) / 1000,
        ...(total === undefined ? {} : { total }),
      });
      errors.write(`\r${line.slice(0, (errors.columns ?? 80) - 1)}\u001b[K`);
    },
    endProgress() {
      erase();
      state.stage = '';
    },
  };
}

interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total?: number;
  /** Since the stage began. */
  readonly seconds: number;
}

const barWidth = 24;

/** `score    ██████░░░░  25 %  1,200,000/s  0:42 left`. */
export function progressLine({ stage, done, total, seconds }: Progress): string {
  const rate = seconds > 0.5 ? Math.round(done / seconds) : 0;
  const rateWords = rate > 0 ? `${rate.toLocaleString('en-GB')}/s` : '';
  if (total === undefined || total <= 0) return [stage.padEnd(10), done.toLocaleString('en-GB'), rateWords].join('  ').trimEnd();
  const share = Math.min(1, done / total);
  const filled = Math.round(share * barWidth);
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  const left = seconds > 0.5 && share > 0 ? `${clock((seconds * (1 - share)) / share)} left` : '';
  return [stage.padEnd(10), bar, `${Math.round(share * 100)} %`.padStart(5), rateWords, left].join('  ').trimEnd();
}

/** Minutes and seconds, with hours where there are any. */
function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
