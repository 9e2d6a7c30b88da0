/**
 * The whole demo in one process, but for the Customer Index, which has its own: put together here, started and stopped.
 * Residents' pages answer from the first moment on, whether or not the index does yet.
 */
import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import path from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { ensureBundle } from './browser-bundle.ts';
import { createIndexProcess, type IndexProcess } from './index/index-process.ts';
import { writeRegistry } from './index/registry.ts';
import { keptSecret, makePrivateFolder } from './private-files.ts';
import { ensureSeeded, type PersonToTry } from './seed.ts';
import { createApp } from './server/app.ts';
import { openBackend, type Backend } from './services/backend.ts';
import { contactCentre } from './services/contact-centre/service.ts';
import { missedBin } from './services/missed-bin/service.ts';
import { parkingPermit } from './services/parking-permit/service.ts';
import type { DemoSettings } from './settings.ts';

export interface Demo {
  readonly url: string;
  readonly peopleToTry: readonly PersonToTry[];
  /** To see what residents see while the index is down. */
  readonly stopIndex: () => Promise<void>;
  readonly startIndex: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Resolves when everything runs and the index is filled. Rejects with words for whoever started it. */
export async function startDemo(settings: DemoSettings, tell: (sentence: string) => void): Promise<Demo> {
  await makePrivateFolder(settings.dataFolder);
  let index: IndexProcess | undefined;
  const indexUrl = () => index?.url();
  const folder = path.join(settings.dataFolder, 'services');
  const open = (service: Backend['service']) => openBackend(service, { folder, indexUrl, tell });
  const publicBackends = [await open(parkingPermit), await open(missedBin)];
  const staffBackend = await open(contactCentre);
  const backends = [...publicBackends, staffBackend];

  const server = createServer(createApp({ publicBackends, staffBackend, indexUrl, tell }));
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all([...backends.map((backend) => backend.close()), index?.stop()]);
  };
  try {
    const port = await listen(server, settings);
    const loaderSecret = await writeIndexFiles({ settings, port, publicBackends, staffBackend });
    const started = createIndexProcess({
      environment: await indexEnvironment(settings),
      logFile: path.join(settings.dataFolder, 'index.log'),
      tell,
      onListening: () => backends.forEach(({ settler }) => settler.hurry()),
    });
    index = started;
    const [peopleToTry] = await Promise.all([startFilled(started, settings, { loaderSecret, tell }), bundle(tell)]);
    const url = `http://localhost:${port}`;
    return { url, peopleToTry, stopIndex: started.stop, startIndex: started.start, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The service that loads the councils' records; it has no form. */
const loader = { id: 'record-loader', name: 'Loading of source systems' };

const createServer = (app: ReturnType<typeof createApp>) => createAdaptorServer({ fetch: app.fetch }) as Server;

function listen(server: Server, { port, host }: DemoSettings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const isTaken = 'code' in error && error.code === 'EADDRINUSE';
      reject(isTaken ? new Error(`Port ${port} is in use. Stop what uses it, or choose another: PORT=5174 npm start`) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

interface IndexFiles {
  readonly settings: DemoSettings;
  readonly port: number;
  readonly publicBackends: readonly Backend[];
  readonly staffBackend: Backend;
}

const registryFile = ({ dataFolder }: DemoSettings) => path.join(dataFolder, 'registry.json');

/** Writes who may call the index, and gives the secret of the loader. */
async function writeIndexFiles({ settings, port, publicBackends, staffBackend }: IndexFiles): Promise<string> {
  const secret = await keptSecret(path.join(settings.dataFolder, 'record-loader-secret'));
  const entry = (backend: Backend) => ({ id: backend.service.id, name: backend.service.title, secret: backend.secret });
  const services = [
    ...publicBackends.map((backend) => ({ ...entry(backend), permissions: ['submission'] as const })),
    { ...entry(staffBackend), permissions: ['submission', 'disclosure', 'customers'] as const },
    { ...loader, secret, permissions: ['records', 'customers'] as const },
  ];
  const origins = ['localhost', '127.0.0.1'].map((name) => `http://${name}:${port}`);
  await writeRegistry(registryFile(settings), services, origins);
  return secret;
}

/** The index gets what it needs of this environment, and no more. */
async function indexEnvironment(settings: DemoSettings): Promise<NodeJS.ProcessEnv> {
  const { PATH, HOME, TMPDIR } = process.env;
  const dataFolder = path.join(settings.dataFolder, 'index');
  await makePrivateFolder(dataFolder);
  return {
    ...(PATH === undefined ? {} : { PATH }),
    ...(HOME === undefined ? {} : { HOME }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    PORT: '0',
    HOST: '127.0.0.1',
    CITIZEN_ID_REGISTRY: registryFile(settings),
    CITIZEN_ID_SECRET: await keptSecret(path.join(settings.dataFolder, 'index-secret')),
    ...(settings.databaseUrl === undefined ? { CITIZEN_ID_DATA: dataFolder } : { DATABASE_URL: settings.databaseUrl }),
  };
}

interface FillOptions {
  readonly loaderSecret: string;
  readonly tell: (sentence: string) => void;
}

async function startFilled(
  index: IndexProcess,
  settings: DemoSettings,
  { loaderSecret, tell }: FillOptions,
): Promise<readonly PersonToTry[]> {
  await index.start();
  const database = createHash('sha256')
    .update(settings.databaseUrl ?? 'embedded')
    .digest('hex')
    .slice(0, 8);
  return ensureSeeded({
    indexUrl: () => index.url(),
    authorization: `Basic ${Buffer.from(`${loader.id}:${loaderSecret}`).toString('base64')}`,
    file: path.join(settings.dataFolder, `seeded-${database}.json`),
    tell,
  });
}

async function bundle(tell: (sentence: string) => void): Promise<void> {
  if (await ensureBundle()) tell('Built what the pages load.');
}
