/**
 * Starts the Customer Index in this process. main.ts wraps it for the command line; tests and the demo may call it themselves.
 */
import type { Store } from '../store/store.ts';
import type { Configuration } from './configuration.ts';
import type { Log } from './log.ts';

export interface RunningIndex {
  readonly url: string;
  /** Reads the service registry again. Rejects with a `ConfigurationError`, and goes on with the old one, where it has mistakes. */
  reloadRegistry(): Promise<void>;
  /** Lets calls under way finish, for ten seconds at most, then closes the database. */
  stop(): Promise<void>;
}

/** Opens the database, checks that it belongs to this secret, and listens. Throws `ConfigurationError` or `StoreError`. */
export async function startIndex(configuration: Configuration, log: Log): Promise<RunningIndex> {
  const openStore = await loadDriver(configuration);
  // The database takes as long to open as the rest takes to load.
  const opening = openStore();
  // Told by serveStore, in its turn; unheard until then it would end the process.
  opening.catch(() => undefined);
  const { serveStore } = await import('./serve.ts');
  return serveStore(opening, configuration, log);
}

/** Opens the configured database when it is called. Only the driver that is asked for is loaded: the other one need not be installed. */
export async function loadDriver({ database }: Configuration): Promise<() => Promise<Store>> {
  if (database.kind === 'postgres') {
    const { openPostgresStore } = await import('../store/postgres.ts');
    const { url, preparesStatements } = database;
    return () => openPostgresStore({ url, preparesStatements });
  }
  const { openPgliteStore } = await import('../store/pglite.ts');
  return () => openPgliteStore({ folder: database.folder });
}
