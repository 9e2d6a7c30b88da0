/** A terminal that remembers: what was printed, and what was noted. Not a test. */
import type { Terminal } from '../../src/cli/terminal.ts';

export interface TestTerminal extends Terminal {
  readonly printed: () => string;
  readonly notes: () => readonly string[];
  /** The stages that progress was told of, each once, in order. */
  readonly stages: () => readonly string[];
}

export function createTestTerminal(): TestTerminal {
  const [printed, notes, stages]: [string[], string[], string[]] = [[], [], []];
  return {
    print: (text) => void printed.push(text),
    note: (line) => void notes.push(line),
    progress: (stage) => void (stages.includes(stage) || stages.push(stage)),
    endProgress: () => undefined,
    printed: () => printed.join(''),
    notes: () => notes,
    stages: () => stages,
  };
}
