/** SQL for identities that wait, sealed, for their submission: table `resolution`. */
import type { Connection } from '../driver.ts';
import type { ResolutionVerbs, StoredResolution } from '../store.ts';

/** See `ResolutionVerbs`. */
export function resolutionVerbs(connection: Connection): ResolutionVerbs {
  return {
    keepResolution: (resolution) => keepResolution(connection, resolution),
    findResolution: (referenceHash) => findResolution(connection, referenceHash),
    purgeResolutions: (now) => purgeResolutions(connection, now),
  };
}

async function keepResolution(connection: Connection, resolution: StoredResolution): Promise<Date> {
  const { referenceHash, service, sealed, createdAt, expiresAt } = resolution;
  // An expired one is as good as gone, whether the purge has come by or not.
  await connection.query('delete from resolution where reference_hash = $1 and expires_at <= $2', [referenceHash, createdAt]);
  await connection.query(
    `insert into resolution (reference_hash, service, sealed, created_at, expires_at) values ($1, $2, $3, $4, $5)
     on conflict (reference_hash) do nothing`,
    [referenceHash, service, sealed, createdAt, expiresAt],
  );
  return (await findResolution(connection, referenceHash))?.expiresAt ?? expiresAt;
}

async function findResolution(connection: Connection, referenceHash: string): Promise<StoredResolution | undefined> {
  const [row] = await connection.query<StoredResolution>(
    `select reference_hash as "referenceHash", service, sealed, created_at as "createdAt", expires_at as "expiresAt"
     from resolution where reference_hash = $1`,
    [referenceHash],
  );
  return row;
}

async function purgeResolutions(connection: Connection, now: Date): Promise<number> {
  const rows = await connection.query('delete from resolution where expires_at <= $1 returning reference_hash', [now]);
  return rows.length;
}
