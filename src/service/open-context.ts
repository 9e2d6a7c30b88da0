/**
 * Puts together what everything in the index works with, out of its configuration: for a process that serves, and for a command
 * that works on the same database.
 */
import { blockingKeys, blockingVersion, builtInModel, clusterRecords, decide } from '../matching/index.ts';
import { ConfigurationError } from '../protocol/error.ts';
import type { Store } from '../store/store.ts';
import { createAudit } from './audit.ts';
import { createLedger, usualLimits } from './budgets.ts';
import { readSecret, type Configuration } from './configuration.ts';
import type { Matching, ServiceContext } from './context.ts';
import { deriveKeys, type IndexKeys } from './keys.ts';
import type { Log } from './log.ts';
import { silentMetrics } from './metrics.ts';
import type { PrometheusMetrics } from './prometheus.ts';
import { builtInPolicy, loadPolicy } from './policy.ts';
import { loadRegistry } from './registry.ts';

/** The matching engine as it is shipped. */
export const builtInMatching: Matching = { blockingKeys, decide, clusterRecords, modelVersion: builtInModel.id };

/** The context of a process that may be told to read its registry again. */
export interface OpenedContext extends ServiceContext {
  /** Rejects with a `ConfigurationError`, and keeps the registry that it has, where the file has mistakes. */
  readonly reloadRegistry: () => Promise<void>;
  /** From now on `isStopping`. */
  readonly beginToStop: () => void;
  /** The metrics' text, where they are counted. */
  readonly prometheus: PrometheusMetrics | undefined;
}

/** Checks all that it is given. Closes the store where that fails. Throws `ConfigurationError` or `StoreError`. */
export async function openContext(opening: Promise<Store>, configuration: Configuration, log: Log): Promise<OpenedContext> {
  const [registered, opened] = await Promise.allSettled([loadRegistry(configuration.registryFile), opening]);
  if (opened.status === 'rejected') throw registered.status === 'rejected' ? registered.reason : opened.reason;
  const store = opened.value;
  try {
    if (registered.status === 'rejected') throw registered.reason;
    const { policyFile } = configuration;
    const policy = policyFile === undefined ? builtInPolicy : await loadPolicy(policyFile);
    const keys = deriveKeys(await readSecret(configuration.secret));
    await checkOwner(store, keys);
    const now = () => new Date();
    const limits = usualLimits;
    const ledger = createLedger(store, { now, limits });
    const audit = createAudit(store, { keys, now });
    const { publicUrl } = configuration;
    let registry = registered.value;
    let isStopping = false;
    const prometheus = configuration.metricsPort === undefined ? undefined : await loadPrometheus(store);
    return {
      store: audit.store,
      audit,
      get registry() {
        return registry;
      },
      metrics: prometheus ?? silentMetrics,
      prometheus,
      isStopping: () => isStopping,
      beginToStop: () => {
        isStopping = true;
      },
      reloadRegistry: async () => {
        registry = await loadRegistry(configuration.registryFile);
      },
      ...(publicUrl === undefined ? {} : { publicUrl }),
      policy,
      keys,
      matching: builtInMatching,
      log,
      now,
      limits,
      ledger,
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function loadPrometheus(store: Store): Promise<PrometheusMetrics> {
  return (await import('./prometheus.ts')).createPrometheusMetrics(store);
}

/** With another secret no one would be found again and everybody would quietly become two; so the index refuses to start. */
async function checkOwner(store: Store, keys: IndexKeys): Promise<void> {
  const [fingerprint, version] = await store.transaction(async (unit) => [
    await unit.keepSetting('secret-fingerprint', keys.fingerprint),
    await unit.keepSetting('blocking-version', String(blockingVersion)),
  ]);
  if (fingerprint !== keys.fingerprint) {
    throw new ConfigurationError(
      'This database was made with another secret: start with that one (CITIZEN_ID_SECRET, or the file "secret" in the data folder)',
    );
  }
  if (version !== String(blockingVersion)) {
    throw new ConfigurationError(
      `This database holds match keys of version ${version}, and this index makes version ${blockingVersion}: load it anew`,
    );
  }
}
