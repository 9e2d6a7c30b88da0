/**
 * The Customer Index as a process: `node main.js`, told through its environment (see configuration.ts). Prints one JSON line when
 * it listens, logs JSON lines, reads the service registry again on SIGHUP, stops on SIGTERM and SIGINT once the calls under way are
 * answered.
 */
import { CitizenIdError } from '../protocol/error.ts';
import { readConfiguration } from './configuration.ts';
import { gatherLines } from './gathered-lines.ts';
import { createLog, describeError } from './log.ts';
import { startIndex } from './start.ts';

const lines = gatherLines((text) => process.stdout.write(text));
process.on('exit', lines.flush);
const log = createLog(lines.add);

try {
  const index = await startIndex(readConfiguration(process.env), log);
  const stop = () => {
    log({ event: 'stopping' });
    void index.stop().then(() => log({ event: 'stopped' }));
  };
  process.on('SIGHUP', () => {
    void index.reloadRegistry().then(
      () => log({ event: 'registry-reloaded' }),
      (error: unknown) => log({ event: 'failed', ...describeError(error) }),
    );
  });
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  log({ event: 'listening', url: index.url });
} catch (error) {
  // An operator's mistake is told in words, anything else by where it happened: its message may quote data.
  const words = error instanceof CitizenIdError ? error.message : JSON.stringify(describeError(error));
  process.stderr.write(`citizen-index: ${words}\n`);
  process.exitCode = 1;
}
