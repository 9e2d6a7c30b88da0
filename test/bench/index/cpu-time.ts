/** CPU time of processes, which tells what work costs on a machine that others work on too. On Linux; nought elsewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** CPU seconds of a process, its threads, and those of its children that have ended. */
export function cpuSecondsOf(pid: number | undefined): number {
  return statusOf(pid).cpuSeconds;
}

/** The same of a process and the children it has now: of a PostgreSQL server with its connections. */
export function cpuSecondsOfFamily(pid: number | undefined): number {
  const all = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const children = all.map((name) => statusOf(Number(name))).filter(({ parent }) => parent === pid);
  return children.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, cpuSecondsOf(pid));
}

/** CPU seconds of this process. */
export function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The same on every Linux that Node runs on (`getconf CLK_TCK`). */
const ticksInSecond = 100;

/** Fields 4 and 14 to 17 of proc(5); what stands before them may hold spaces. */
function statusOf(pid: number | undefined): { readonly parent: number; readonly cpuSeconds: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), cpuSeconds: ticks / ticksInSecond };
  } catch {
    return { parent: 0, cpuSeconds: 0 };
  }
}
