/**
 * The whole demo in one process, but for the Customer Index, which has its own: put together here, started and stopped.
 * Residents' pages answer whether or not the index does. What is heavy is loaded while the index starts, so that starting
 * again takes about as long as the index alone.
 */
import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import path from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { ensureBundle } from './browser-bundle.ts';
import { createIndexProcess, type IndexProcess } from './index/index-process.ts';
import { writeRegistry, type RegisteredService } from './index/registry.ts';
import { keptSecret, makePrivateFolder } from './private-files.ts';
import { ensureSeeded, type PersonToTry } from './seed.ts';
import { secretOfService } from './services/credentials.ts';
import { publicServices, staffService } from './services/services.ts';
import type { DemoSettings } from './settings.ts';
import type { Site } from './site.ts';

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
  let site: Promise<Site> | undefined;
  let index: IndexProcess | undefined;
  const server = createServer(() => site);
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await Promise.allSettled([site?.then((opened) => opened.close()), index?.stop()]);
  };
  try {
    const port = await listen(server, settings);
    const loaderSecret = await writeIndexFiles(settings, port);
    const onListening = () => void site?.then(({ hurry }) => hurry());
    index = createIndexProcess({ ...(await indexOptions(settings)), tell, onListening });
    const { start, stop, url: indexUrl } = index;
    const filled = start().then(() => ensureSeeded({ ...seedOptions(settings, loaderSecret), indexUrl, tell }));
    site = import('./site.ts').then(({ openSite }) => openSite({ folder: servicesFolder(settings), indexUrl, tell }));
    const [peopleToTry] = await Promise.all([filled, site, bundle(tell)]);
    return { url: `http://localhost:${port}`, peopleToTry, stopIndex: stop, startIndex: start, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The service that loads the council's records; it has no form. */
const loader = { id: 'record-loader', name: 'Loading of source systems' };

const servicesFolder = ({ dataFolder }: DemoSettings) => path.join(dataFolder, 'services');
const registryFile = ({ dataFolder }: DemoSettings) => path.join(dataFolder, 'registry.json');

function createServer(site: () => Promise<Site> | undefined): Server {
  const fetch = async (request: Request) => (await site())?.app.fetch(request) ?? new Response(null, { status: 503 });
  return createAdaptorServer({ fetch }) as Server;
}

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

/** Writes who may call the index, and gives the secret of the loader. */
async function writeIndexFiles(settings: DemoSettings, port: number): Promise<string> {
  const loaderSecret = await keptSecret(path.join(settings.dataFolder, 'record-loader-secret'));
  const forms = [...publicServices, staffService].map(async (service): Promise<RegisteredService> => ({
    id: service.id,
    name: service.title,
    secret: await secretOfService(servicesFolder(settings), service),
    permissions: service === staffService ? ['submission', 'disclosure', 'customers', 'match'] : ['submission'],
  }));
  const services: RegisteredService[] = [
    ...(await Promise.all(forms)),
    { ...loader, secret: loaderSecret, permissions: ['records', 'customers'] },
  ];
  const origins = ['localhost', '127.0.0.1'].map((name) => `http://${name}:${port}`);
  await writeRegistry(registryFile(settings), services, origins);
  return loaderSecret;
}

/** The index gets what it needs of this environment, and no more. */
async function indexOptions(settings: DemoSettings): Promise<{ environment: NodeJS.ProcessEnv; logFile: string }> {
  const { PATH, HOME, TMPDIR } = process.env;
  const dataFolder = path.join(settings.dataFolder, 'index');
  await makePrivateFolder(dataFolder);
  const environment = {
    ...(PATH === undefined ? {} : { PATH }),
    ...(HOME === undefined ? {} : { HOME }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    PORT: '0',
    HOST: '127.0.0.1',
    CITIZEN_ID_REGISTRY: registryFile(settings),
    CITIZEN_ID_SECRET: await keptSecret(path.join(settings.dataFolder, 'index-secret')),
    ...(settings.databaseUrl === undefined ? { CITIZEN_ID_DATA: dataFolder } : { DATABASE_URL: settings.databaseUrl }),
  };
  return { environment, logFile: path.join(settings.dataFolder, 'index.log') };
}

/** What was loaded is noted for each database: another one is filled anew. */
function seedOptions({ dataFolder, databaseUrl }: DemoSettings, loaderSecret: string): { authorization: string; file: string } {
  const database = createHash('sha256').update(databaseUrl ?? 'embedded').digest('hex').slice(0, 8); // prettier-ignore
  return {
    authorization: `Basic ${Buffer.from(`${loader.id}:${loaderSecret}`).toString('base64')}`,
    file: path.join(dataFolder, `seeded-${database}.json`),
  };
}

async function bundle(tell: (sentence: string) => void): Promise<void> {
  if (await ensureBundle()) tell('Built what the pages load.');
}
