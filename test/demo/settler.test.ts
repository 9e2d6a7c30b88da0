/** The demo's settler: beside the answers to residents, until it is done, and never twice at once. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCaseStore, type CaseStore } from '../../demo/cases/case-store.ts';
import { createSettler, type Settler } from '../../demo/cases/settler.ts';
import { AdapterError, ConfigurationError } from '../../src/protocol/error.ts';
import type { SubmissionOutcome } from '../../src/host/index.ts';

const invalid = { outcome: 'invalid', issues: [] } as const;
const deferred: SubmissionOutcome = {
  outcome: 'deferred',
  fault: new AdapterError('ADAPTER_UNREACHABLE', 'x'),
  retry: () => Promise.resolve(deferred),
};

let folder: string;
let cases: CaseStore;
let settler: Settler;
let told: string[];
let submitted: string[];

/** A settler whose index gives these outcomes in turn, the last one for ever. */
function settlerWith(...outcomes: readonly (() => Promise<SubmissionOutcome>)[]): Settler {
  const submit = (caseNumber: string) => {
    submitted.push(caseNumber);
    return (outcomes[Math.min(submitted.length, outcomes.length) - 1] ?? (() => Promise.resolve(deferred)))();
  };
  settler = createSettler({ cases, submit, tell: (sentence) => told.push(sentence) });
  return settler;
}

/** Nothing that waits for a time goes on by itself. */
const standTheClockStill = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}

/** Deferred once, and waiting for its next turn. */
const inPause = (caseNumber: string) => until(() => cases.find(caseNumber)?.deferredBy !== undefined);

const answer = (outcome: SubmissionOutcome) => () => Promise.resolve(outcome);

beforeEach(async () => {
  told = [];
  submitted = [];
  folder = await mkdtemp(path.join(tmpdir(), 'settler-'));
  cases = await openCaseStore({ file: path.join(folder, 'cases.jsonl'), prefix: 'MB', elementName: 'customer' });
});
afterEach(async () => {
  vi.useRealTimers();
  await settler.stop();
  await cases.close();
  await rm(folder, { recursive: true });
});

describe('settling a case', () => {
  it('keeps what the index answered', async () => {
    const { caseNumber } = await cases.open('token-1', {});
    settlerWith(answer(invalid)).begin(caseNumber);
    expect((await settler.await(caseNumber, 1_000))?.result).toEqual(invalid);
  });

  it('says after the time limit that it is still open, and why', async () => {
    const { caseNumber } = await cases.open('token-1', {});
    settlerWith(answer(deferred)).begin(caseNumber);
    const one = await settler.await(caseNumber, 50);
    expect(one?.result).toBeUndefined();
    expect(one?.deferredBy).toBe('ADAPTER_UNREACHABLE');
  });

  it('tries again after a pause, by itself', async () => {
    const { caseNumber } = await cases.open('token-1', {});
    settlerWith(answer(deferred), answer(invalid)).begin(caseNumber);
    expect((await settler.await(caseNumber, 2_000))?.result).toEqual(invalid);
    expect(submitted).toHaveLength(2);
  });

  it('tries again at once when it is told that the index is back', async () => {
    standTheClockStill();
    const { caseNumber } = await cases.open('token-1', {});
    settlerWith(answer(deferred), answer(invalid)).begin(caseNumber);
    await inPause(caseNumber);
    settler.hurry();
    await until(() => cases.find(caseNumber)?.result !== undefined);
    expect(cases.find(caseNumber)?.result).toEqual(invalid);
  });

  it('keeps a case whose submission is configured wrongly, and says so without its words', async () => {
    const { caseNumber } = await cases.open('token-1', {});
    settlerWith(() => Promise.reject(new ConfigurationError('wrong secret')), answer(invalid)).begin(caseNumber);
    expect((await settler.await(caseNumber, 2_000))?.result).toEqual(invalid);
    expect(told).toEqual([`Case ${caseNumber} is not settled: wrong secret`]);
  });

  it('submits once when it is begun twice', async () => {
    const { caseNumber } = await cases.open('token-1', {});
    settlerWith(answer(invalid));
    settler.begin(caseNumber);
    settler.begin(caseNumber);
    await settler.await(caseNumber, 1_000);
    expect(submitted).toEqual([caseNumber]);
  });

  it('settles every case when more wait than go at once', async () => {
    const opened = await Promise.all(Array.from({ length: 20 }, (_, index) => cases.open(`token-${index}`, {})));
    settlerWith(answer(invalid));
    opened.forEach(({ caseNumber }) => settler.begin(caseNumber));
    const all = await Promise.all(opened.map(({ caseNumber }) => settler.await(caseNumber, 2_000)));
    expect(all.every((one) => one?.result?.outcome === 'invalid')).toBe(true);
  });

  it('stops at once, also in a pause', async () => {
    standTheClockStill();
    const { caseNumber } = await cases.open('token-1', {});
    settlerWith(answer(deferred)).begin(caseNumber);
    await inPause(caseNumber);
    await settler.stop();
    expect(submitted).toHaveLength(1);
  });
});
