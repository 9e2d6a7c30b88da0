/**
 * Runs a large batch in a process of its own, with more room for new objects: a batch makes and drops so many that collecting them in the
 * usual 16 MB takes a fifth of its CPU time. And with one thread that collects: several, which have little to share of so much that lives,
 * take more CPU time than they save. Node takes these settings at its start alone. Small files run where they are.
 */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';

/** In MB: what is new takes up to three times as much. */
const settings = ['--max-semi-space-size=64', '--single-threaded-gc'];
/** In bytes, by command: of smaller files a second start costs more than it saves. */
const leastFiles: ReadonlyMap<string, number> = new Map([
  ['train', 16_000_000],
  ['dedupe', 16_000_000],
  ['link', 16_000_000],
  ['evaluate', 16_000_000],
  // Takes ten times as long over a record.
  ['load', 2_000_000],
]);

/** Whether a call (what follows the program's name) is for such a process: a batch of a large file, and Node not told another room. */
export function needsRoom([command = '', ...words]: readonly string[]): boolean {
  const given = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''];
  const least = leastFiles.get(command) ?? Infinity;
  return !given.some((option) => option.includes('semi-space-size')) && words.some((word) => sizeOf(word) >= least);
}

/** Whatever is no file that can be looked at, the command itself refuses in words. */
function sizeOf(word: string): number {
  try {
    const found = statSync(word);
    return found.isFile() ? found.size : 0;
  } catch {
    return 0;
  }
}

/** The same program and call over again, with room; its exit code, 1 where it was killed. It reads and writes what this process would. */
export function runWithRoom(): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, ...settings, ...process.argv.slice(1)], { stdio: 'inherit' });
    // Who stops this process means the batch. From the keyboard both are told.
    process.once('SIGTERM', () => child.kill('SIGTERM'));
    process.once('SIGINT', () => undefined);
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
