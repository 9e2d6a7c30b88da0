/**
 * A service's own cases: one append-only file of JSON lines, flushed to disk before anybody is told a case number.
 * Plain on purpose: a real service has its database here.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { SubmissionResult } from '../../src/protocol/submission.ts';
import type { Entries } from '../../src/standard/identity.ts';
import { readIfThere } from '../private-files.ts';
import { createCaseNumber, type Case } from './case.ts';

type CaseEvent =
  | { readonly event: 'opened'; readonly case: Case }
  | { readonly event: 'settled'; readonly caseNumber: string; readonly result: SubmissionResult };

export interface CaseStore {
  /** Resolves once the case is on disk. The same form token with the same entries is the same case. */
  readonly open: (formToken: string, entries: Entries) => Promise<Case>;
  readonly settle: (caseNumber: string, result: SubmissionResult) => Promise<void>;
  /** Remembered until the next start only: it says nothing that the next attempt would not. */
  readonly noteFault: (caseNumber: string, code: string) => void;
  readonly find: (caseNumber: string) => Case | undefined;
  /** Latest first. */
  readonly list: () => readonly Case[];
  readonly close: () => Promise<void>;
}

export interface CaseStoreOptions {
  readonly file: string;
  /** What a case number of this service begins with. */
  readonly prefix: string;
  /** The element's name: its entry is a reference, which differs each time the same form is sent. */
  readonly elementName: string;
}

export async function openCaseStore(options: CaseStoreOptions): Promise<CaseStore> {
  const cases = await loadCases(options.file);
  const opening = new Map<string, Promise<Case>>();
  const handle = await open(options.file, 'a', 0o600);
  const append = createAppender(handle);
  const update = (caseNumber: string, change: Partial<Case>) => {
    const known = cases.get(caseNumber);
    if (known) cases.set(caseNumber, { ...known, ...change });
  };

  async function openCase(formToken: string, entries: Entries): Promise<Case> {
    const known = [...cases.values()].find(
      (one) => one.formToken === formToken && isSameForm(one.entries, entries, options.elementName),
    );
    if (known) return known;
    const opened: Case = { caseNumber: freshNumber(), openedAt: new Date().toISOString(), formToken, entries };
    await append({ event: 'opened', case: opened });
    cases.set(opened.caseNumber, opened);
    return opened;
  }

  function freshNumber(): string {
    const caseNumber = createCaseNumber(options.prefix);
    return cases.has(caseNumber) ? freshNumber() : caseNumber;
  }

  return {
    // Two posts of one page may arrive at the same time: the second waits for the first, and then finds its case.
    open: (formToken, entries) => {
      const before = opening.get(formToken)?.catch(() => undefined) ?? Promise.resolve();
      const opened = before.then(() => openCase(formToken, entries));
      opening.set(formToken, opened);
      const forget = () => void (opening.get(formToken) === opened && opening.delete(formToken));
      opened.then(forget, forget);
      return opened;
    },
    settle: async (caseNumber, result) => {
      await append({ event: 'settled', caseNumber, result });
      update(caseNumber, { result });
    },
    noteFault: (caseNumber, code) => update(caseNumber, { deferredBy: code }),
    find: (caseNumber) => cases.get(caseNumber),
    list: () => [...cases.values()].reverse(),
    close: () => handle.close(),
  };
}

/** Leaves out the reference, which differs each time. */
function isSameForm(one: Entries, other: Entries, elementName: string): boolean {
  return isDeepStrictEqual({ ...one, [elementName]: '' }, { ...other, [elementName]: '' });
}

/** One event after the other, each flushed before its promise resolves. */
function createAppender(handle: FileHandle): (event: CaseEvent) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (event) => {
    const write = async () => {
      await handle.appendFile(`${JSON.stringify(event)}\n`);
      await handle.datasync();
    };
    const written = last.then(write, write);
    last = written;
    return written;
  };
}

/** A last line without its end was never acknowledged: the crash that cut it off came before the case number was told. */
async function loadCases(file: string): Promise<Map<string, Case>> {
  const content = (await readIfThere(file)) ?? '';
  const whole = content.slice(0, content.lastIndexOf('\n') + 1);
  if (whole.length < content.length) await truncateTo(file, Buffer.byteLength(whole));
  const cases = new Map<string, Case>();
  for (const line of whole.split('\n')) {
    if (line === '') continue;
    const event: unknown = JSON.parse(line);
    if (!isCaseEvent(event)) throw new Error(`${file} holds a line that is no case event`);
    apply(event, cases);
  }
  return cases;
}

function apply(event: CaseEvent, cases: Map<string, Case>): void {
  if (event.event === 'opened') {
    cases.set(event.case.caseNumber, event.case);
    return;
  }
  const known = cases.get(event.caseNumber);
  if (known) cases.set(known.caseNumber, { ...known, result: event.result });
}

/** Enough to notice a file that is another's: nobody but this module writes it. */
function isCaseEvent(value: unknown): value is CaseEvent {
  if (typeof value !== 'object' || value === null || !('event' in value)) return false;
  return value.event === 'opened' ? 'case' in value : value.event === 'settled' && 'caseNumber' in value && 'result' in value;
}

async function truncateTo(file: string, length: number): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.truncate(length);
  } finally {
    await handle.close();
  }
}
