/** A thread that reads nothing: with its first rows it takes half a second of CPU time, and ends. */
import process from 'node:process';
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (message) => {
  if (!('rows' in message)) return;
  const before = process.cpuUsage();
  let used = before;
  while (used.user + used.system - before.user - before.system < 500_000) used = process.cpuUsage();
  process.exit(1);
});
