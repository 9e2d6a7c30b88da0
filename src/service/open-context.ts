/**
 * Puts together what everything in the index works with, out of its configuration: for a process that serves, and for a command
 * that works on the same database.
 */
import { blockingKeys, blockingVersion, builtInVersion, clusterRecords, decide } from '../matching/index.ts';
import type { Store } from '../store/store.ts';
import { createAudit } from './audit.ts';
import { createLedger, usualLimits } from './budgets.ts';
import { readSecrets, type Configuration } from './configuration.ts';
import type { Matching, ServiceContext } from './context.ts';
import { openKeyRing } from './key-ring.ts';
import type { Log } from './log.ts';
import { silentMetrics } from './metrics.ts';
import type { PrometheusMetrics } from './prometheus.ts';
import { builtInPolicy, loadPolicy } from './policy.ts';
import { weighByPopulation } from './population.ts';
import { loadRegistry } from './registry.ts';

/** The matching engine as it is shipped. */
export const builtInMatching: Matching = { blockingKeys, decide, clusterRecords, blockingVersion, modelVersion: builtInVersion };

/** The context of a process that may be told to read its registry again. */
export interface OpenedContext extends ServiceContext {
  /** Rejects with a `ConfigurationError`, and keeps the registry that it has, where the file has mistakes. */
  readonly reloadRegistry: () => Promise<void>;
  /** Counts the customers, for matching to decide by. Rejects with a `StoreError` where the database fails. */
  readonly countPopulation: () => Promise<void>;
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
    const ring = await openKeyRing(store, await readSecrets(configuration.secret), builtInMatching);
    const { keys } = ring;
    const { matching, count } = weighByPopulation(ring.matching, () => store.singly((unit) => unit.countCustomers()));
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
      ...ring,
      matching,
      countPopulation: count,
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
