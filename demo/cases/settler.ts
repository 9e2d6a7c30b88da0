/**
 * Takes a service's cases to the index, beside the answers to residents and never before them: each until it is settled,
 * with growing pauses, also over a restart. Not a queue: the case store alone says what is still open.
 */
import type { SubmissionOutcome } from '../../src/host/index.ts';
import { ConfigurationError } from '../../src/protocol/error.ts';
import type { Entries } from '../../src/standard/identity.ts';
import type { Case } from './case.ts';
import type { CaseStore } from './case-store.ts';

export interface Settler {
  /** Begins to settle a case; does nothing where that has begun. */
  readonly begin: (caseNumber: string) => void;
  /** The case as it is known after `milliseconds` at most, sooner where it is settled sooner. */
  readonly await: (caseNumber: string, milliseconds: number) => Promise<Case | undefined>;
  /** Tries every open case at once: the index is back. */
  readonly hurry: () => void;
  readonly stop: () => Promise<void>;
}

export interface SettlerOptions {
  readonly cases: CaseStore;
  /** Hands one case to the index; see `submitTo`. */
  readonly submit: (caseNumber: string, entries: Entries) => Promise<SubmissionOutcome>;
  readonly tell: (sentence: string) => void;
}

const shortestPause = 500;
const longestPause = 15_000;
/** Cases on their way at the same time: after an outage hundreds may wait, and residents go first. */
const atOnce = 4;

export function createSettler({ cases, submit, tell }: SettlerOptions): Settler {
  const running = new Map<string, Promise<void>>();
  const pauses = new Set<() => void>();
  const slots = createSlots(atOnce);
  let stopped = false;

  async function settle(caseNumber: string): Promise<void> {
    for (let pause = shortestPause; !stopped; pause = Math.min(pause * 2, longestPause)) {
      const fault = await slots(() => attempt(caseNumber));
      if (fault === undefined) return;
      cases.noteFault(caseNumber, fault);
      await rest(pause);
    }
  }

  /** Undefined when the case is settled, else the code of what came between. */
  async function attempt(caseNumber: string): Promise<string | undefined> {
    const open = cases.find(caseNumber);
    if (stopped || !open || open.result) return undefined;
    try {
      const outcome = await submit(caseNumber, open.entries);
      if (outcome.outcome === 'deferred') return outcome.fault.code;
      await cases.settle(caseNumber, outcome);
      return undefined;
    } catch (error) {
      // Kept and tried again all the same: whoever mends the configuration should not have to look for lost cases.
      tell(`Case ${caseNumber} is not settled: ${error instanceof Error ? error.message : 'unknown fault'}`);
      return error instanceof ConfigurationError ? error.code : 'UNKNOWN';
    }
  }

  const rest = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      pauses.add(end);
    });
  const hurry = () => [...pauses].forEach((end) => end());

  return {
    begin: (caseNumber) => {
      if (running.has(caseNumber)) return;
      const settled = settle(caseNumber).finally(() => running.delete(caseNumber));
      running.set(caseNumber, settled);
    },
    await: async (caseNumber, milliseconds) => {
      const timeIsUp = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
      await Promise.race([running.get(caseNumber), timeIsUp]);
      return cases.find(caseNumber);
    },
    hurry,
    stop: async () => {
      stopped = true;
      hurry();
      await Promise.allSettled(running.values());
    },
  };
}

/** Runs what it is given, no more than `count` at the same time. */
function createSlots(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
