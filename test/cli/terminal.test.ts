/** What is drawn where: results apart from remarks, and a progress bar on a terminal alone. */
import { describe, expect, it } from 'vitest';
import { createTerminal, progressLine } from '../../src/cli/terminal.ts';

function streamsOf(isTTY: boolean) {
  const written = { output: '', errors: '' };
  let time = 0;
  const terminal = createTerminal({
    output: { isTTY, write: (text) => void (written.output += text) },
    errors: { isTTY, columns: 60, write: (text) => void (written.errors += text) },
    now: () => time,
  });
  return { terminal, written, pass: (milliseconds: number) => void (time += milliseconds) };
}

describe('The terminal', () => {
  it('prints results and notes remarks, each on its own stream', () => {
    const { terminal, written } = streamsOf(false);
    terminal.print('{}');
    terminal.note('3 rows are short');
    expect(written).toEqual({ output: '{}', errors: '3 rows are short\n' });
  });

  it('draws no bar into a file', () => {
    const { terminal, written } = streamsOf(false);
    terminal.progress('score', 1, 2);
    terminal.endProgress();
    expect(written.errors).toBe('');
  });

  it('draws a bar on a terminal, not for every record, and takes it away before it says anything', () => {
    const { terminal, written, pass } = streamsOf(true);
    for (let done = 0; done < 1000; done++) {
      terminal.progress('score', done, 1000);
      pass(1);
    }
    const bars = written.errors.split('\r').length - 1;
    expect(bars).toBeGreaterThan(5);
    expect(bars).toBeLessThan(15);
    terminal.note('done');
    expect(written.errors.endsWith('\r\u001b[Kdone\n')).toBe(true);
  });

  it('keeps the bar within the width of the terminal', () => {
    const { terminal, written } = streamsOf(true);
    terminal.progress('a stage with a long name that goes on and on and on and on and on', 1, 2);
    expect(written.errors.replace('\u001b[K', '').length).toBeLessThanOrEqual(61);
  });
});

describe('The progress line', () => {
  it.each([
    [{ stage: 'score', done: 500, total: 1000, seconds: 2 }, /50 %.*250\/s.*0:02 left/],
    [{ stage: 'score', done: 0, total: 1000, seconds: 0 }, /0 %$/], // nothing known yet
    [{ stage: 'read', done: 642_000, seconds: 2 }, /642,000.*321,000\/s$/], // no total, no time left
    [{ stage: 'score', done: 10, total: 100_000, seconds: 1 }, /2:46:39 left/],
    [{ stage: 'score', done: 12, total: 10, seconds: 1 }, /100 %.*0:00 left/], // more than there was to be
  ])('of %j', (progress, words) => {
    expect(progressLine(progress)).toMatch(words);
  });
});
