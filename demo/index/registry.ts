/** Tells the index which services may call it: writes its registry from the demo's services and their secrets. */
import { createHash } from 'node:crypto';
import { writePrivateFile } from '../private-files.ts';

export type Permission = 'submission' | 'disclosure' | 'records' | 'customers' | 'match';

/** A service as the index registers it. */
export interface RegisteredService {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly permissions: readonly Permission[];
}

/** Written at every start, as the origins hold the port. The secrets stay the same, and only their hashes are written. */
export async function writeRegistry(
  file: string,
  services: readonly RegisteredService[],
  origins: readonly string[],
): Promise<void> {
  const entries = services.map(({ id, name, secret, permissions }) => ({
    id,
    name,
    profile: 'gb',
    origins: permissions.includes('submission') ? origins : [],
    secretHash: `sha256:${createHash('sha256').update(secret).digest('hex')}`,
    permissions,
    purposes: { identity: `to know who a case of "${name}" is about` },
  }));
  await writePrivateFile(file, `${JSON.stringify({ authority: 'GBX', services: entries }, undefined, 2)}\n`);
}
