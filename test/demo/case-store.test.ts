/** The demo's case store: what is acknowledged is on disk, once, also after a crash in the middle of a line. */
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCaseStore, type CaseStore } from '../../demo/cases/case-store.ts';

const entries = { customer: 'reference-1', 'customer.name.given': 'Zebedee', bin: 'Recycling' };
const invalid = { outcome: 'invalid', issues: [] } as const;

let folder: string;
let store: CaseStore;
const file = () => path.join(folder, 'cases.jsonl');
const reopen = async () => {
  await store.close();
  store = await openCaseStore({ file: file(), prefix: 'MB', elementName: 'customer' });
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'case-store-'));
  store = await openCaseStore({ file: file(), prefix: 'MB', elementName: 'customer' });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe('opening a case', () => {
  it('gives a number of constant length that can be read out', async () => {
    const { caseNumber } = await store.open('token-1', entries);
    expect(caseNumber).toMatch(/^MB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('has the case on disk when the number is told, readable by its owner only', async () => {
    const { caseNumber } = await store.open('token-1', entries);
    expect(await readFile(file(), 'utf8')).toContain(caseNumber);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['one after the other', async () => [await store.open('token-1', entries), await store.open('token-1', entries)]],
    ['at the same time', () => Promise.all([store.open('token-1', entries), store.open('token-1', entries)])],
  ])('is one case when the same page is sent twice, %s', async (_when, send) => {
    const [first, second] = await send();
    expect(second?.caseNumber).toBe(first?.caseNumber);
    expect(store.list()).toHaveLength(1);
  });

  it('is one case when the same page is sent again after a restart, and the element had resolved anew', async () => {
    const first = await store.open('token-1', entries);
    await reopen();
    const second = await store.open('token-1', { ...entries, customer: 'reference-2' });
    expect(second.caseNumber).toBe(first.caseNumber);
  });

  it.each([
    ['another page', 'token-2', entries],
    ['the same page, gone back to and changed', 'token-1', { ...entries, bin: 'Food waste' }],
  ])('is another case for %s', async (_what, token, changed) => {
    const first = await store.open('token-1', entries);
    const second = await store.open(token, changed);
    expect(second.caseNumber).not.toBe(first.caseNumber);
  });
});

describe('starting again', () => {
  it('knows every case and what it was settled to, latest first', async () => {
    const first = await store.open('token-1', entries);
    const second = await store.open('token-2', entries);
    await store.settle(first.caseNumber, invalid);
    await reopen();
    expect(store.list().map(({ caseNumber }) => caseNumber)).toEqual([second.caseNumber, first.caseNumber]);
    expect(store.find(first.caseNumber)).toEqual({ ...first, result: invalid });
    expect(store.find(second.caseNumber)).toEqual(second);
  });

  it('forgets a line that a crash cut off, as nobody was told its number, and goes on behind the last whole one', async () => {
    const first = await store.open('token-1', { ...entries, where: 'behind the gâté' });
    await appendFile(file(), '{"event":"opened","case":{"caseNu');
    await reopen();
    const second = await store.open('token-2', entries);
    await reopen();
    expect(store.list().map(({ caseNumber }) => caseNumber)).toEqual([second.caseNumber, first.caseNumber]);
  });
});
