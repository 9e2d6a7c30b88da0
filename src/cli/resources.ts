/** What a run has cost so far: CPU and memory of this process, all of its threads. */

/** CPU seconds since the process began. */
export function readCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The most memory the process has held at once, in bytes. */
export function readPeakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}
