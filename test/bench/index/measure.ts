/** Calls at a concurrency, how long each took, and how much CPU time. */

export interface Measured {
  /** In a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Microseconds a call, of each process that was watched. */
  readonly cpuTimes: Readonly<Record<string, number>>;
}

/** By what they are called, CPU seconds so far. */
export type CpuWatch = Readonly<Record<string, () => number>>;

export interface Measuring {
  readonly concurrency: number;
  readonly seconds: number;
  /** Given the number of the call. */
  readonly call: (number: number) => Promise<unknown>;
  /** Nothing unless told. */
  readonly watch?: CpuWatch;
}

/**
 * Until so many have been answered, code runs as it is and not as it will, and is compiled meanwhile: the first thousand searches of a
 * process took 4,400 µs of CPU each, those after three thousand 2,000, those after nine thousand 1,400.
 */
const callsToWarm = 10_000;
const longestWarming = 30_000;

/** Calls until the process is warm, and then for the time. */
export async function measure({ concurrency, seconds, call, watch = {} }: Measuring): Promise<Measured> {
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
  const cpuBefore = readAll(watch);
  const started = performance.now();
  await run(started + seconds * 1000, (milliseconds) => times.push(milliseconds));
  const elapsed = (performance.now() - started) / 1000;
  const cpuTimes = Object.entries(readAll(watch)).map(([name, after]) => {
    const microseconds = (1e6 * (after - (cpuBefore[name] ?? 0))) / times.length;
    return [name, microseconds] as const;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { rate: times.length / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpuTimes: Object.fromEntries(cpuTimes) };
}

function readAll(watch: CpuWatch): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(watch).map(([name, read]) => [name, read()]));
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

/** `12,345/s  p50 0.41  p95 0.80  p99 1.20 ms  CPU 310 µs here, 205 µs in the database` */
export function lineOf({ rate, p50, p95, p99, cpuTimes }: Measured): string {
  const milliseconds = [p50, p95, p99].map((time) => time.toFixed(2));
  const cpu = Object.entries(cpuTimes).map(([name, microseconds]) => `${microseconds.toFixed(0)} µs ${name}`);
  return `${Math.round(rate).toLocaleString('en-GB').padStart(7)}/s  p50 ${milliseconds[0]}  p95 ${milliseconds[1]}  p99 ${milliseconds[2]} ms${cpu.length > 0 ? `  CPU ${cpu.join(', ')}` : ''}`;
}
