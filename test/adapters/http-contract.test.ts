/**
 * The contract of every Customer Index, kept by the HTTP adapter over the real service: as a page that is told nothing, and
 * as a server whose credentials disclose.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { createHttpIndex } from '../../src/adapters/http.ts';
import { readConfiguration } from '../../src/service/configuration.ts';
import { createLog } from '../../src/service/log.ts';
import { hashSecret } from '../../src/service/registry.ts';
import { startIndex, type RunningIndex } from '../../src/service/start.ts';
import { customerIndexContract } from '../../src/testing/index.ts';

const secret = 'a secret of the contract test';
const origin = 'https://contract.example';
const service = {
  id: 'contract',
  name: 'Contract',
  profile: 'gb',
  origins: [origin],
  secretHash: hashSecret(secret),
  permissions: ['submission', 'disclosure', 'match'],
  purposes: { identity: 'a test' },
};

let folder: string;
let running: RunningIndex;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'http-contract-'));
  const registry = path.join(folder, 'registry.json');
  await writeFile(registry, JSON.stringify({ authority: 'GBX', services: [service] }));
  const environment = { CITIZEN_ID_REGISTRY: registry, CITIZEN_ID_DATA: path.join(folder, 'data'), PORT: '0' };
  running = await startIndex(
    readConfiguration(environment),
    createLog(() => undefined),
  );
}, 60_000);
afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true });
});

describe.each([
  ['an anonymous page', { origin }, false],
  ['a server with credentials', { authorization: `Basic ${Buffer.from(`${service.id}:${secret}`).toString('base64')}` }, true],
] as const)('an index over HTTP, called by %s', (_caller, headers, discloses) => {
  it.each(customerIndexContract)('$name', ({ run }) =>
    run(() => ({
      index: createHttpIndex({ url: running.url, headers, timeLimit: 15_000 }),
      service: service.id,
      discloses,
    })),
  );
});
