/**
 * Re-keying: gives everybody the match keys of another secret or of another version, in batches, while the index serves; and takes the
 * former ones away. A run that was cut off carries on where it stopped; one that follows a whole one looks at everybody again.
 */
import type { Identity } from '../standard/identity.ts';
import type { Store, StoreUnit } from '../store/store.ts';
import { originSettings, readOrigin, type KeyOrigin } from './key-ring.ts';

/** What to re-key to. `matchKeysOf` gives the hashed keys. */
export interface KeyTarget extends KeyOrigin {
  readonly matchKeysOf: (identity: Identity) => readonly string[];
}

export interface BatchOptions {
  /** Few enough that nobody waits long for their customers; 200 unless told. */
  readonly batchSize?: number;
  /** After each batch, with how many records there were so far in this run. */
  readonly onBatch?: (records: number) => void;
}

/** Adds the target's keys to every record that has any; then the database counts as made with them. Answers how many records there were. */
export async function rekey(store: Store, target: KeyTarget, options: BatchOptions = {}): Promise<number> {
  return inBatches(store, { name: `rekeying to ${nameOf(target)}`, options }, async (unit, page) => {
    const keys = (await holdRecords(unit, page)).flatMap(({ recordId, customerId, identity }) =>
      target.matchKeysOf(identity).map((matchKey) => ({ matchKey, customerId, recordId })),
    );
    await unit.addMissingMatchKeys(keys);
    if (page.length > 0) return;
    await unit.putSetting(originSettings.fingerprint, target.fingerprint);
    await unit.putSetting(originSettings.blockingVersion, String(target.blockingVersion));
  });
}

/** Takes away all keys but the target's, which everybody has by then. Answers how many records there were, undefined where re-keying comes first. */
export async function removeFormerKeys(store: Store, target: KeyTarget, options: BatchOptions = {}): Promise<number | undefined> {
  if (nameOf(await readOrigin(store, target)) !== nameOf(target)) return undefined;
  return inBatches(store, { name: `tidying for ${nameOf(target)}`, options }, async (unit, page) => {
    const records = await holdRecords(unit, page);
    await unit.keepOnlyMatchKeys(
      records.map(({ recordId }) => recordId),
      records.flatMap(({ identity }) => target.matchKeysOf(identity)),
    );
  });
}

function nameOf({ fingerprint, blockingVersion }: KeyOrigin): string {
  return `${fingerprint} ${blockingVersion}`;
}

type Page = Awaited<ReturnType<StoreUnit['keyedRecordsAfter']>>;

/** Page by page in the order of their IDs, each in a transaction that notes how far it came. `work` is called once more, with an empty page, at the end. */
async function inBatches(
  store: Store,
  { name, options: { batchSize = 200, onBatch } }: { readonly name: string; readonly options: BatchOptions },
  work: (unit: StoreUnit, page: Page) => Promise<void>,
): Promise<number> {
  let records = 0;
  for (;;) {
    const count = await store.transaction(async (unit) => {
      const page = await unit.keyedRecordsAfter(await unit.keepSetting(name, beforeAll), batchSize);
      await work(unit, page);
      await unit.putSetting(name, page.at(-1)?.recordId ?? beforeAll);
      return page.length;
    });
    if (count === 0) return records;
    records += count;
    onBatch?.(records);
  }
}

/** The lowest UUID, which is given to nobody. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * The records as they are, with their customers held: whoever merges, splits or replaces changes the customer's row first or last, and
 * either waits for this transaction and then finds the keys that it adds, or is run again.
 */
async function holdRecords(unit: StoreUnit, page: Page): Promise<Page> {
  await unit.holdCustomers([...new Set(page.map(({ customerId }) => customerId))]);
  return unit.keyedRecordsIn(page.map(({ recordId }) => recordId));
}
