/**
 * Checks the audit trail: every entry, seal and checkpoint, each by its own code and by what stands over it, and tells what was
 * edited, removed or cut off, with its place. Needs the secret; reads in pages, so that any length will do.
 */
import * as z from 'zod/mini';
import type { AuditRow, NumberedAuditRow } from '../store/audit.ts';
import type { Store, StoreUnit } from '../store/store.ts';
import { codeOfCheckpoint, codeOfEntries, codeOfEntry, codeOfSeal } from './audit.ts';
import { everyKey, type IndexKeys } from './keys.ts';

/** `edited`: its words are not those that were written. `removed`: it was there. `cut-off`: it was the end, and with it whatever followed. */
export interface Finding {
  readonly what: 'edited' | 'removed' | 'cut-off';
  readonly table: 'audit_entry' | 'audit_seal' | 'audit_checkpoint';
  /** Absent for a checkpoint. */
  readonly chain?: string;
  readonly number: number;
}

/** `unsealed`: entries that no seal stands over yet; the last seconds of a running process, or of one that was killed. */
export interface AuditReport {
  readonly findings: readonly Finding[];
  readonly entries: number;
  readonly unsealed: number;
  readonly seals: number;
  readonly checkpoints: number;
  /** To be kept elsewhere: `NUMBER:CODE`. */
  readonly lastCheckpoint?: string;
}

const sealSchema = z.object({
  from: z.int(),
  to: z.int(),
  failed: z.array(z.int()),
  entries: z.string(),
  before: z.string(),
});
const checkpointSchema = z.object({ chain: z.string(), seal: z.int(), code: z.string(), before: z.string() });

const rowsPerPage = 5_000;

interface Checking {
  readonly store: Store;
  readonly keys: IndexKeys;
  readonly findings: Finding[];
}

/** Checks all of it. `expected` is a checkpoint kept elsewhere: nothing up to it may be missing. */
export async function checkAudit(store: Store, keys: IndexKeys, expected?: string): Promise<AuditReport> {
  const checking: Checking = { store, keys, findings: [] };
  const chains = await store.transaction((unit) => unit.auditChains());
  const sums = { entries: 0, unsealed: 0, seals: 0 };
  const sealCodes = new Map<string, string>();
  for (const { chain } of chains) {
    const seals = await checkSeals(checking, chain, sealCodes);
    const counted = await checkEntries(checking, chain, seals);
    sums.entries += counted.entries;
    sums.unsealed += counted.unsealed;
    sums.seals += seals.size;
  }
  const checkpoints = await checkCheckpoints(checking, sealCodes, expected);
  return { findings: checking.findings, ...sums, ...checkpoints };
}

interface Seal {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly failed: ReadonlySet<number>;
  readonly entries: string;
}

/** By number. Also fills `codes`, by chain and number. */
async function checkSeals(
  { store, keys, findings }: Checking,
  chain: string,
  codes: Map<string, string>,
): Promise<ReadonlyMap<number, Seal>> {
  const seals = new Map<number, Seal>();
  let last: { readonly number: number; readonly code: string } = { number: 0, code: '' };
  const table = 'audit_seal';
  for await (const row of paged(store, (unit, after) => unit.listAuditSeals(chain, after, rowsPerPage))) {
    for (let number = last.number + 1; number < row.number; number += 1) findings.push({ what: 'removed', table, chain, number });
    const content = isCode(row.code, keys, (one) => codeOfSeal(one, row)) ? sealSchema.parse(JSON.parse(row.content)) : undefined;
    const follows = last.number + 1 < row.number || content?.before === last.code;
    if (content === undefined || !follows) findings.push({ what: 'edited', table, chain, number: row.number });
    else seals.set(row.number, { ...content, number: row.number, failed: new Set(content.failed) });
    codes.set(`${chain} ${row.number}`, row.code);
    last = row;
  }
  return seals;
}

async function checkEntries(
  { store, keys, findings }: Checking,
  chain: string,
  seals: ReadonlyMap<number, Seal>,
): Promise<{ readonly entries: number; readonly unsealed: number }> {
  const table = 'audit_entry';
  const sealed = sealsByEntry(seals);
  const codes = new Map<number, (readonly [number, string])[]>();
  const broken = new Set<number>();
  const counted = { entries: 0, unsealed: 0 };
  const missing = (number: number) => {
    const seal = sealed(number);
    if (seal === undefined || seal.failed.has(number)) return;
    findings.push({ what: 'removed', table, chain, number });
    broken.add(seal.number);
  };
  let last = 0;
  for await (const row of paged(store, (unit, after) => unit.listAuditEntries(chain, after, rowsPerPage))) {
    for (let number = last + 1; number < row.number; number += 1) missing(number);
    last = row.number;
    counted.entries += 1;
    const seal = sealed(row.number);
    if (seal === undefined) counted.unsealed += 1;
    // A transaction whose end was never heard of may have come to something all the same.
    else if (!seal.failed.has(row.number)) listUnder(codes, seal.number).push([row.number, row.code]);
    if (isCode(row.code, keys, (one) => codeOfEntry(one, row))) continue;
    findings.push({ what: 'edited', table, chain, number: row.number });
    if (seal) broken.add(seal.number);
  }
  const end = Math.max(0, ...Array.from(seals.values(), ({ to }) => to));
  for (let number = last + 1; number <= end; number += 1) missing(number);
  for (const seal of seals.values()) {
    if (broken.has(seal.number)) continue;
    const sealed = codes.get(seal.number) ?? [];
    if (isCode(seal.entries, keys, (one) => codeOfEntries(one, sealed))) continue;
    findings.push({ what: 'edited', table: 'audit_seal', chain, number: seal.number });
  }
  return counted;
}

/** Made with any of the secrets: the trail is older than the last change of secrets. */
function isCode(code: string, keys: IndexKeys, make: (keys: IndexKeys) => string): boolean {
  return everyKey(keys).some((one) => make(one) === code);
}

function listUnder<T>(lists: Map<number, T[]>, key: number): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Seals are in order, and so are the entries that are asked for. */
function sealsByEntry(seals: ReadonlyMap<number, Seal>): (number: number) => Seal | undefined {
  const inOrder = [...seals.values()].sort((a, b) => a.from - b.from);
  let at = 0;
  return (number) => {
    while (at < inOrder.length && (inOrder[at]?.to ?? 0) < number) at += 1;
    const seal = inOrder[at];
    return seal !== undefined && seal.from <= number ? seal : undefined;
  };
}

async function checkCheckpoints(
  { store, keys, findings }: Checking,
  sealCodes: ReadonlyMap<string, string>,
  expected: string | undefined,
): Promise<Pick<AuditReport, 'checkpoints' | 'lastCheckpoint'>> {
  const table = 'audit_checkpoint';
  const [expectedNumber, expectedCode] = readExpected(expected);
  let last: NumberedAuditRow | undefined;
  let checkpoints = 0;
  let isThere = expected === undefined;
  for await (const row of paged(store, (unit, after) => unit.listAuditCheckpoints(after, rowsPerPage))) {
    const next = (last?.number ?? 0) + 1;
    for (let number = next; number < row.number; number += 1) findings.push({ what: 'removed', table, number });
    const content = isCode(row.code, keys, (one) => codeOfCheckpoint(one, row))
      ? checkpointSchema.parse(JSON.parse(row.content))
      : undefined;
    if (content === undefined || (row.number === next && content.before !== (last?.code ?? ''))) {
      findings.push({ what: 'edited', table, number: row.number });
    } else {
      const { chain, seal, code } = content;
      const found = sealCodes.get(`${chain} ${seal}`);
      if (found === undefined) findings.push({ what: 'cut-off', table: 'audit_seal', chain, number: seal });
      else if (found !== code) findings.push({ what: 'edited', table: 'audit_seal', chain, number: seal });
    }
    isThere ||= row.number === expectedNumber && row.code === expectedCode;
    checkpoints += 1;
    last = row;
  }
  if (!isThere) findings.push({ what: 'cut-off', table, number: expectedNumber });
  return { checkpoints, ...(last === undefined ? {} : { lastCheckpoint: `${last.number}:${last.code}` }) };
}

function readExpected(text = '0:'): readonly [number, string] {
  const [number = '0', code = ''] = text.split(':');
  return [Number(number), code];
}

/** Row by row, a page in memory at a time. */
async function* paged<Row extends NumberedAuditRow | AuditRow>(
  store: Store,
  list: (unit: StoreUnit, after: number) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let after = 0;
  for (;;) {
    const rows = await store.transaction((unit) => list(unit, after));
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsPerPage) return;
    after = last.number;
  }
}
