/** What the environment may change about the demo. Not the Customer Index's own settings, which it is given by this process. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryFolder = fileURLToPath(new URL('..', import.meta.url));

export interface DemoSettings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Everything that is kept: the index's data, the services' cases and all secrets. */
  readonly dataFolder: string;
  /** PostgreSQL for the index; the embedded database where undefined. */
  readonly databaseUrl: string | undefined;
}

/** Reads `PORT`, `HOST`, `CITIZEN_ID_DATA` and `DATABASE_URL`. Throws on a port that is none. */
export function readSettings(environment: NodeJS.ProcessEnv): DemoSettings {
  const port = Number(environment['PORT'] || 5173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a whole number from 0 to 65535');
  return {
    port,
    host: environment['HOST'] || '127.0.0.1',
    dataFolder: path.resolve(environment['CITIZEN_ID_DATA'] || path.join(repositoryFolder, '.data')),
    databaseUrl: environment['DATABASE_URL'] || undefined,
  };
}
