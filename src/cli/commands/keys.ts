/**
 * `citizen-index keys`: which secret a database was made with, and re-keying it for another secret or for another version of match keys,
 * while the service serves. Told of both through its environment, as the service is.
 */
import { readConfiguration, readSecrets } from '../../service/configuration.ts';
import type { MatchKeySet } from '../../service/context.ts';
import { readOrigin, ringOf } from '../../service/key-ring.ts';
import type { IndexKeys } from '../../service/keys.ts';
import { hashedKeys } from '../../service/link.ts';
import { builtInMatching } from '../../service/open-context.ts';
import { rekey, removeFormerKeys, type KeyTarget } from '../../service/rekey.ts';
import { loadDriver } from '../../service/start.ts';
import type { Store } from '../../store/store.ts';
import { CommandError, createCommand, UsageError } from '../command.ts';
import type { Terminal } from '../terminal.ts';

interface Keying {
  readonly store: Store;
  readonly keys: IndexKeys;
  readonly target: KeyTarget;
  readonly isSecretLost: boolean;
}

const verbs: Readonly<Record<string, (keying: Keying, terminal: Terminal) => Promise<void>>> = {
  status: tellStatus,
  rekey: addKeys,
  tidy: removeKeys,
};

/** See the file's head. */
export const keysCommand = createCommand({
  summary: 'Changes the secret, or the version of match keys ("keys status", "keys rekey", then "keys tidy").',
  positionals: ['status|rekey|tidy'],
  options: {
    'secret-lost': {
      help: 'with rekey: the secret that the database was made with is gone for good. Cases of before are then answered 409 when they are submitted again, and the audit trail of before cannot be checked',
    },
  },
  async run(call, terminal) {
    const [verb = ''] = call.positionals;
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (run === undefined) throw new UsageError(`"${verb}" is not known: say status, rekey or tidy`);
    const isSecretLost = call.flag('secret-lost');
    if (isSecretLost && verb !== 'rekey') throw new UsageError('--secret-lost goes with rekey');
    const configuration = readConfiguration(process.env);
    const keys = ringOf(await readSecrets(configuration.secret));
    const set: MatchKeySet = { secret: keys.matching, blockingKeys: builtInMatching.blockingKeys };
    const target = {
      fingerprint: keys.fingerprint,
      blockingVersion: builtInMatching.blockingVersion,
      matchKeysOf: hashedKeys.bind(undefined, set),
    };
    const openStore = await loadDriver(configuration);
    const store = await openStore();
    try {
      await run({ store, keys, target, isSecretLost }, terminal);
      return 0;
    } finally {
      await store.close();
    }
  },
});

/** Fingerprints are no secrets. */
async function tellStatus({ store, keys, target }: Keying, terminal: Terminal): Promise<void> {
  const { fingerprint, blockingVersion } = await readOrigin(store, target);
  const told = [keys, ...keys.others].map((one) => one.fingerprint);
  const isDone = fingerprint === target.fingerprint && blockingVersion === target.blockingVersion;
  terminal.print(`database\tsecret ${fingerprint}\tversion ${blockingVersion}\n`);
  terminal.print(`here\tsecret ${target.fingerprint}\tversion ${target.blockingVersion}\n`);
  if (!told.includes(fingerprint)) terminal.note('The database’s own secret is not among those here: the index does not start.');
  terminal.note(isDone ? 'Nothing has to be re-keyed.' : '"citizen-index keys rekey" brings the database to what is here.');
}

async function addKeys({ store, keys, target, isSecretLost }: Keying, terminal: Terminal): Promise<void> {
  const { fingerprint } = await readOrigin(store, target);
  if (!isSecretLost && ![keys, ...keys.others].some((one) => one.fingerprint === fingerprint)) {
    throw new CommandError(
      'The secret that this database was made with is not here: put it under the new one. If it is lost for good, stop every process of the index and call again with --secret-lost',
    );
  }
  const records = await rekey(store, target, { onBatch: (done) => terminal.progress('re-key', done) });
  terminal.endProgress();
  terminal.note(`${records.toLocaleString('en-GB')} records have the new keys. Start every process anew, one after the other.`);
}

async function removeKeys({ store, target }: Keying, terminal: Terminal): Promise<void> {
  const records = await removeFormerKeys(store, target, { onBatch: (done) => terminal.progress('tidy', done) });
  terminal.endProgress();
  if (records === undefined) throw new CommandError('First the new keys: call "citizen-index keys rekey"');
  terminal.note(`${records.toLocaleString('en-GB')} records have no keys but the new ones.`);
}
