/** Calls at a concurrency, and how long each took. */

export interface Measured {
  /** In a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface Measuring {
  readonly concurrency: number;
  readonly seconds: number;
  /** Given the number of the call. */
  readonly call: (number: number) => Promise<unknown>;
}

/** Until so many have been answered, code runs as it is and not as it will: a cold process takes three times as long. */
const callsToWarm = 3_000;
const longestWarming = 15_000;

/** Calls until the process is warm, and then for the time. */
export async function measure({ concurrency, seconds, call }: Measuring): Promise<Measured> {
  let number = 0;
  const run = async (until: number, note: (milliseconds: number) => void, most = Infinity) => {
    const caller = async () => {
      while (performance.now() < until && number < most) {
        const started = performance.now();
        await call(number++);
        note(performance.now() - started);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, caller));
  };
  await run(performance.now() + longestWarming, () => undefined, callsToWarm);
  const times: number[] = [];
  const started = performance.now();
  await run(started + seconds * 1000, (milliseconds) => times.push(milliseconds));
  const elapsed = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { rate: times.length / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** A figure to reach, printed beside what was measured. */
export interface Goal {
  readonly words: string;
  readonly isMet: (measured: Measured) => boolean;
}

/** `  [goal: at least 4,000/s: missed]`; nothing where there is none. */
export function beside(goal: Goal | undefined, measured: Measured): string {
  return goal === undefined ? '' : `  [goal: ${goal.words}: ${goal.isMet(measured) ? 'met' : 'missed'}]`;
}

/** `12,345/s  p50 0.41  p95 0.80  p99 1.20 ms` */
export function lineOf({ rate, p50, p95, p99 }: Measured): string {
  const milliseconds = [p50, p95, p99].map((time) => time.toFixed(2));
  return `${Math.round(rate).toLocaleString('en-GB').padStart(7)}/s  p50 ${milliseconds[0]}  p95 ${milliseconds[1]}  p99 ${milliseconds[2]} ms`;
}
