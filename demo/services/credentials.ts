/** Each service's own secret, in its own folder; what the index knows of it is the hash in its registry. */
import path from 'node:path';
import { keptSecret } from '../private-files.ts';
import type { CouncilService } from './service.ts';

/** Where a service keeps what is its own. `folder` holds all services. */
export const folderOfService = (folder: string, service: CouncilService) => path.join(folder, service.id);

export function secretOfService(folder: string, service: CouncilService): Promise<string> {
  return keptSecret(path.join(folderOfService(folder, service), 'secret'));
}
