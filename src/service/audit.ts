/**
 * The audit trail: a store that notes, in the very transaction, which customers it read and wrote and for whom (what it wrote also for
 * other systems, as events); and the seals over
 * what was noted. A write that was acknowledged is never without its entry. Checking the trail is audit-check.ts.
 *
 * An entry carries a code over its chain, its number and its words; a seal a code over those of its entries and over the seal before.
 * Numbers are given out in this process, so the seal also says which of them came to nothing because their transaction failed.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { AuditRow } from '../store/audit.ts';
import type { Store, StoreUnit } from '../store/store.ts';
import { together } from '../store/together.ts';
import { currentActor, type Actor } from './acting.ts';
import { shortHash, type IndexKeys } from './keys.ts';
import { noteCustomers, type Touched } from './noted-customers.ts';

export interface Audit {
  /** The store to work with. */
  readonly store: Store;
  /** Seals what was noted so far, and makes a checkpoint where anything was. Answers the checkpoint, to be kept elsewhere. */
  seal(): Promise<string | undefined>;
}

export interface AuditOptions {
  readonly keys: IndexKeys;
  readonly now: () => Date;
}

/** A first load touches everybody: more customers than this go on in the next entry. */
const customersPerEntry = 1_000;

/** What has become of a number; `unflushed` is its row where that may not be on the database's disk yet. */
type Fate =
  { readonly kind: 'open' | 'failed' } | { readonly kind: 'kept'; readonly code: string; readonly unflushed?: AuditRow };

interface Chain {
  readonly id: string;
  readonly fates: Map<number, Fate>;
  lastNumber: number;
  sealedTo: number;
  lastSeal: number;
  lastCode: string;
}

/** Puts the trail under a store. One chain for each process and start. */
export function createAudit(store: Store, options: AuditOptions): Audit {
  const chain: Chain = { id: randomUUID(), fates: new Map(), lastNumber: 0, sealedTo: 0, lastSeal: 0, lastCode: '' };
  let sealing: Promise<string | undefined> = Promise.resolve(undefined);
  const seal = () => {
    sealing = sealing.catch(() => undefined).then(() => sealChain(store, chain, options));
    return sealing;
  };
  const auditing = { store, chain, options, addTogether: addingTogether(store) };
  const audited: Store = {
    transaction: (work) => transact(auditing, work),
    singly: (work) => readSingly(auditing, work),
    close: () => store.close(),
  };
  return { store: audited, seal };
}

interface Auditing {
  readonly addTogether: (rows: readonly AuditRow[]) => Promise<void>;
  readonly store: Store;
  readonly chain: Chain;
  readonly options: AuditOptions;
}

async function transact<T>({ store, chain, options }: Auditing, work: (unit: StoreUnit) => Promise<T>): Promise<T> {
  const actor = currentActor();
  // Of the last attempt; a transaction may run several times.
  let rows: readonly AuditRow[] = [];
  const fail = () => rows.forEach(({ number }) => chain.fates.set(number, { kind: 'failed' }));
  try {
    const result = await store.transaction(async (unit) => {
      fail();
      rows = [];
      const noted = noteCustomers(unit);
      const done = await work(noted.unit);
      rows = rowsOf(chain, { actor, touched: noted.touched, options });
      const occurredAt = options.now();
      const { operation } = actor;
      const events = Array.from(noted.touched.written, (customerId) => ({ customerId, operation, occurredAt }));
      await together([unit.addCustomerEvents(events), unit.addAuditEntries(rows)]);
      return done;
    });
    for (const { number, code } of rows) chain.fates.set(number, { kind: 'kept', code });
    return result;
  } catch (error) {
    fail();
    throw error;
  }
}

/**
 * What was read is told only once it is noted; not once that is on the disk, which would take longer than the reading. The seal makes sure
 * of it: so a look is forgotten only where the database and this process both go down in the same two seconds.
 */
async function readSingly<T>(auditing: Auditing, work: (unit: StoreUnit) => Promise<T>): Promise<T> {
  const { store, chain, options, addTogether } = auditing;
  const actor = currentActor();
  let touched: Touched = { read: new Set(), written: new Set() };
  const result = await store.singly((unit) => {
    const noted = noteCustomers(unit);
    touched = noted.touched;
    return work(noted.unit);
  });
  const rows = rowsOf(chain, { actor, touched, options });
  try {
    if (touched.written.size > 0) await store.singly((unit) => unit.addAuditEntries(rows));
    else if (rows.length > 0) await addTogether(rows);
    for (const row of rows) chain.fates.set(row.number, { kind: 'kept', code: row.code, unflushed: row });
    return result;
  } catch (error) {
    rows.forEach(({ number }) => chain.fates.set(number, { kind: 'failed' }));
    throw error;
  }
}

/** Rows that come while others are being written, or in the same turn of the event loop, are written together, in one statement. */
function addingTogether(store: Store): (rows: readonly AuditRow[]) => Promise<void> {
  let waiting: AuditRow[] = [];
  let next: Promise<void> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return (rows) => {
    waiting.push(...rows);
    next ??= last.then(endOfTurn).then(() => {
      const batch = waiting;
      [waiting, next] = [[], undefined];
      const written = store.singly((unit) => unit.addAuditEntriesUnflushed(batch));
      last = written.catch(() => undefined);
      return written;
    });
    return next;
  };
}

interface Noting {
  readonly actor: Actor;
  readonly touched: Touched;
  readonly options: AuditOptions;
}

function rowsOf(chain: Chain, { actor, touched, options: { keys, now } }: Noting): readonly AuditRow[] {
  const digests = (ids: ReadonlySet<string>) => Array.from(ids, (id) => digestOfCustomer(keys, id));
  const customers = [
    ...digests(touched.written).map((customer) => ({ customer, isWritten: true })),
    ...digests(new Set([...touched.read].filter((id) => !touched.written.has(id)))).map((customer) => ({
      customer,
      isWritten: false,
    })),
  ];
  const rows: AuditRow[] = [];
  for (let start = 0; start < customers.length; start += customersPerEntry) {
    const part = customers.slice(start, start + customersPerEntry);
    const written = part.filter(({ isWritten }) => isWritten).map(({ customer }) => customer);
    const read = part.filter(({ isWritten }) => !isWritten).map(({ customer }) => customer);
    const content = JSON.stringify({ at: now().toISOString(), ...actor, written, read });
    chain.lastNumber += 1;
    const number = chain.lastNumber;
    chain.fates.set(number, { kind: 'open' });
    rows.push({ chain: chain.id, number, content, code: codeOfEntry(keys, { chain: chain.id, number, content }) });
  }
  return rows;
}

async function sealChain(store: Store, chain: Chain, { keys, now }: AuditOptions): Promise<string | undefined> {
  const entries: (readonly [number, string])[] = [];
  const failed: number[] = [];
  const unflushed: AuditRow[] = [];
  let to = chain.sealedTo;
  for (let fate = chain.fates.get(to + 1); fate !== undefined && fate.kind !== 'open'; fate = chain.fates.get(to + 1)) {
    to += 1;
    if (fate.kind === 'kept') {
      entries.push([to, fate.code]);
      if (fate.unflushed !== undefined) unflushed.push(fate.unflushed);
    } else failed.push(to);
  }
  if (to === chain.sealedTo) return undefined;
  const number = chain.lastSeal + 1;
  const content = JSON.stringify({
    at: now().toISOString(),
    from: chain.sealedTo + 1,
    to,
    failed,
    entries: codeOfEntries(keys, entries),
    before: chain.lastCode,
  });
  const seal = { chain: chain.id, number, content, code: codeOfSeal(keys, { chain: chain.id, number, content }) };
  const checkpoint = await store.transaction(async (unit) => {
    // What is committed after them, and waited for, brings the unflushed to the disk too.
    await unit.restoreAuditEntries(unflushed);
    // Asks before anything is added: a seal must not stand without its checkpoint, see postgres-client.ts.
    const added = await addCheckpoint(unit, { keys, now }, seal);
    await unit.addAuditSeal(seal);
    return added;
  });
  for (let done = chain.sealedTo + 1; done <= to; done += 1) chain.fates.delete(done);
  Object.assign(chain, { sealedTo: to, lastSeal: number, lastCode: seal.code });
  return checkpoint;
}

/** Names the new seal, and with the one before it every seal that ever was. Two processes at once: the second tries again. */
async function addCheckpoint(unit: StoreUnit, { keys, now }: AuditOptions, seal: AuditRow): Promise<string> {
  const last = await unit.lastAuditCheckpoint();
  const number = (last?.number ?? 0) + 1;
  const { chain, number: sealNumber, code: sealCode } = seal;
  const content = JSON.stringify({ at: now().toISOString(), chain, seal: sealNumber, code: sealCode, before: last?.code ?? '' });
  const code = codeOfCheckpoint(keys, { number, content });
  await unit.addAuditCheckpoint({ number, content, code });
  return `${number}:${code}`;
}

/** How a customer stands in the trail: whoever has the secret can look for one, the trail alone tells nothing. */
export function digestOfCustomer(keys: IndexKeys, customerId: string): string {
  return shortHash(keys.audit, 'customer', customerId);
}

type Coded = Omit<AuditRow, 'code'>;

export function codeOfEntry(keys: IndexKeys, { chain, number, content }: Coded): string {
  return shortHash(keys.audit, 'entry', chain, String(number), content);
}

export function codeOfSeal(keys: IndexKeys, { chain, number, content }: Coded): string {
  return shortHash(keys.audit, 'seal', chain, String(number), content);
}

export function codeOfCheckpoint(keys: IndexKeys, { number, content }: Omit<Coded, 'chain'>): string {
  return shortHash(keys.audit, 'checkpoint', String(number), content);
}

/** Of the numbers and codes that a seal is over. */
export function codeOfEntries(keys: IndexKeys, entries: readonly (readonly [number, string])[]): string {
  return shortHash(keys.audit, 'entries', ...entries.map(([number, code]) => `${number} ${code}`));
}
