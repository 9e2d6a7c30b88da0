/**
 * Which secret and which version of match keys this process works with, out of what it was told and what its database was made with.
 * The database's own come first as long as it is not re-keyed (rekey.ts), so that every process, told of the new ones or not yet,
 * makes what all the others accept; the new ones only go along, so that everybody is found by either.
 */
import { ConfigurationError } from '../protocol/error.ts';
import type { Store } from '../store/store.ts';
import type { Secrets } from './configuration.ts';
import type { MatchKeySet, Matching } from './context.ts';
import { deriveKeys, type IndexKeys } from './keys.ts';

/** Part of every context. */
export interface KeyRing {
  readonly keys: IndexKeys;
  /** With the blocking keys of the version that the database was made with. */
  readonly matching: Matching;
  readonly comingKeys?: MatchKeySet;
}

/** What a database's match keys were made with. */
export interface KeyOrigin {
  readonly fingerprint: string;
  readonly blockingVersion: number;
}

/** The names that `KeyOrigin` has among the settings. */
export const originSettings = { fingerprint: 'secret-fingerprint', blockingVersion: 'blocking-version' } as const;

/** The keys of the first secret; the others are accepted. */
export function ringOf([first, ...others]: Secrets): IndexKeys {
  return { ...deriveKeys(first), others: others.map(deriveKeys) };
}

/**
 * Reads what the database was made with; of a new one, notes what it will be made with. Throws a `ConfigurationError` where that is
 * known here no more: nobody would be found again, and everybody would quietly become two.
 */
export async function openKeyRing(store: Store, secrets: Secrets, matching: Matching): Promise<KeyRing> {
  const told = ringOf(secrets);
  const origin = await readOrigin(store, { fingerprint: told.fingerprint, blockingVersion: matching.blockingVersion });
  const keys = keysOfDatabase(told, origin);
  const blockingKeys = blockingKeysOf(matching, origin);
  if (keys === told && blockingKeys === matching.blockingKeys) return { keys, matching };
  return {
    keys,
    matching: { ...matching, blockingKeys },
    comingKeys: { secret: told.matching, blockingKeys: matching.blockingKeys },
  };
}

/** What the database was made with; `usual` is noted where it says nothing yet. */
export async function readOrigin(store: Store, usual: KeyOrigin): Promise<KeyOrigin> {
  return store.transaction(async (unit) => ({
    fingerprint: await unit.keepSetting(originSettings.fingerprint, usual.fingerprint),
    blockingVersion: Number(await unit.keepSetting(originSettings.blockingVersion, String(usual.blockingVersion))),
  }));
}

/** The keys with those of the database's own secret first. */
function keysOfDatabase(told: IndexKeys, { fingerprint }: KeyOrigin): IndexKeys {
  if (told.fingerprint === fingerprint) return told;
  const own = told.others.find((one) => one.fingerprint === fingerprint);
  if (own === undefined) {
    throw new ConfigurationError(
      'This database was made with another secret: put that one under the new one (CITIZEN_ID_SECRET, or the file "secret" in the data folder), or, where it is lost, see "citizen-index keys --help"',
    );
  }
  return { ...own, others: [told, ...told.others].filter((one) => one !== own).map((one) => ({ ...one, others: [] })) };
}

function blockingKeysOf(matching: Matching, { blockingVersion }: KeyOrigin): Matching['blockingKeys'] {
  if (blockingVersion === matching.blockingVersion) return matching.blockingKeys;
  const former = matching.formerBlockingKeys?.get(blockingVersion);
  if (former !== undefined) return former;
  throw new ConfigurationError(
    `This database holds match keys of version ${blockingVersion}, and this index makes version ${matching.blockingVersion}: call "citizen-index keys rekey"`,
  );
}
