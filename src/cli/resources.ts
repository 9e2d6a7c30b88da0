/** What a run has cost so far: CPU and memory of this process, all of its threads; and CPU of one thread. */
import { readFileSync } from 'node:fs';

/** CPU seconds since the process began. */
export function readCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** CPU seconds of the thread that asks, as Linux tells them; elsewhere always 0, so that all counts as other threads'. */
export function readThreadCpuSeconds(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e9;
  } catch {
    return 0;
  }
}

/** The most memory the process has held at once, in bytes. */
export function readPeakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}
