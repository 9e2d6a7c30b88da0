/**
 * A Customer Index in memory, with real matching: for stories, demonstrations and tests, in a browser or a server. It discloses what
 * it finds, as its caller is its owner. Not for production: it forgets everything, and knows nothing of services.
 */
import { blockingKeys, decide, type CandidateCustomer, type Decision, type Model } from '../matching/index.ts';
import type { CallOptions, Candidate, CustomerIndex } from '../protocol/customer-index.ts';
import { AdapterError } from '../protocol/error.ts';
import type { Resolution, ResolveRequest } from '../protocol/resolution.ts';
import type { Identity } from '../standard/identity.ts';

/** A customer to begin with: its ID and what its records say. */
export interface MemoryCustomer {
  readonly customerId: string;
  readonly records: readonly Identity[];
}

export interface MemoryIndexOptions {
  readonly customers?: readonly MemoryCustomer[];
  /** The built-in model of each request's profile where absent. */
  readonly model?: Model;
  /** Milliseconds before each answer, to show a slow index. 0 where absent. */
  readonly delay?: number;
  /** Milliseconds since 1970, as `Date.now` gives; for tests with a clock of their own. */
  readonly now?: () => number;
}

/** Minutes that a reference is good for. */
const lifetime = 60;
/** A candidate list that a person can look through. */
const mostCandidates = 10;

/** A {@link CustomerIndex} that finds, or else creates, in its own memory. The customers given are not changed. */
export function createMemoryIndex(options: MemoryIndexOptions = {}): CustomerIndex {
  const { customers = [], delay = 0, now = Date.now, model } = options;
  const memory = createMemory(customers);
  const answered = new Map<string, Resolution>();

  const find = ({ identity, profile }: Pick<ResolveRequest, 'identity' | 'profile'>): Decision =>
    decide(identity, memory.candidatesFor(identity), { profile, population: memory.size(), ...(model && { model }) });

  const settle = ({ identity, profile }: Pick<ResolveRequest, 'identity' | 'profile'>): Resolution => {
    const { customerId, grade } = findOrCreate(find({ identity, profile }), identity, memory);
    const expiresAt = new Date(now() + lifetime * 60_000).toISOString();
    return { reference: `memory-${randomText()}`, expiresAt, customerId, grade };
  };

  return {
    async resolve({ identity, profile }: ResolveRequest, { signal, idempotencyKey }: CallOptions = {}) {
      await wait(delay, signal);
      const known = idempotencyKey === undefined ? undefined : answered.get(idempotencyKey);
      const resolution = known ?? settle({ identity: structuredClone(identity), profile });
      if (idempotencyKey !== undefined) answered.set(idempotencyKey, resolution);
      return { ...resolution };
    },
    async findCandidates({ identity, profile }: ResolveRequest, { signal }: CallOptions = {}) {
      await wait(delay, signal);
      return find({ identity, profile })
        .ranked.slice(0, mostCandidates)
        .map(({ customerId, grade, probability, evidence }): Candidate => {
          return { customerId, grade, probability, summary: memory.summaryOf(customerId), explanation: evidence };
        });
    },
  };
}

interface Memory {
  readonly size: () => number;
  readonly candidatesFor: (identity: Identity) => CandidateCustomer[];
  readonly summaryOf: (customerId: string) => Identity;
  /** Adds a record to a customer, which is created where it is new. */
  readonly add: (customerId: string, identity: Identity) => void;
  /** From then on the customer counts as made in doubt. */
  readonly markProvisional: (customerId: string) => void;
  /** Adds a customer who is never found: too little is known to tell them from others. */
  readonly addUnfindable: (customerId: string, identity: Identity) => void;
}

function createMemory(customers: readonly MemoryCustomer[]): Memory {
  const records = new Map<string, Identity[]>();
  const holders = new Map<string, Set<string>>();
  const provisional = new Set<string>();
  const addUnfindable = (customerId: string, identity: Identity): void => {
    records.set(customerId, [...(records.get(customerId) ?? []), identity]);
  };
  const add = (customerId: string, identity: Identity): void => {
    addUnfindable(customerId, identity);
    for (const key of blockingKeys(identity)) holders.set(key, (holders.get(key) ?? new Set()).add(customerId));
  };
  for (const { customerId, records: own } of customers) for (const identity of own) add(customerId, identity);
  return {
    add,
    addUnfindable,
    markProvisional: (customerId) => void provisional.add(customerId),
    size: () => records.size,
    candidatesFor: (identity) => {
      const found = new Set(blockingKeys(identity).flatMap((key) => [...(holders.get(key) ?? [])]));
      return [...found].map((customerId) => ({
        customerId,
        records: records.get(customerId) ?? [],
        isProvisional: provisional.has(customerId),
      }));
    },
    // Later records overwrite earlier ones, field by field.
    summaryOf: (customerId) =>
      (records.get(customerId) ?? []).reduce<Identity>((summary, record) => ({ ...summary, ...record }), {}),
  };
}

/** The customer decided for; else a new one, provisional where the decision is in doubt. */
function findOrCreate(
  { outcome, grade, customerId = `MEM-${randomText().slice(0, 12).toUpperCase()}` }: Decision,
  identity: Identity,
  memory: Memory,
): Pick<Required<Resolution>, 'customerId' | 'grade'> {
  if (outcome === 'insufficient') memory.addUnfindable(customerId, identity);
  else memory.add(customerId, identity);
  if (outcome === 'review') memory.markProvisional(customerId);
  return { customerId, grade };
}

/** Lets the caller go on first, then waits; rejects at once when the signal is aborted, before or meanwhile. */
async function wait(delay: number, signal: AbortSignal | undefined): Promise<void> {
  const aborted = (): AdapterError => new AdapterError('ADAPTER_ABORTED', 'The caller ended the call to the index');
  if (signal?.aborted) throw aborted();
  await new Promise<void>((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(aborted());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, delay);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

/** 128 random bits as 32 hexadecimal digits. Not `randomUUID`, which pages without TLS lack. */
function randomText(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
