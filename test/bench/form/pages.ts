/**
 * The pages that are compared, built and served: the same form as plain HTML, as ours and as its peers make it, each script built as our
 * own bundle is. Not what is measured on them (loads.ts).
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { renderFallback } from '../../../src/form/fallback.ts';
import { defaultLook } from '../../../src/form/looks/default-further.ts';
import { enGB } from '../../../src/standard/messages/en-GB.ts';
import { gb } from '../../../src/standard/profiles/gb.ts';
import * as own from '../../../vite.bundle.ts';

/** None for plain HTML. */
interface Script {
  /** Its first module, in full. */
  readonly file: string;
  readonly bundledFrom: typeof own.bundledFrom;
}

export interface Contender {
  readonly name: string;
  readonly script?: Script;
  readonly body: string;
}

const fallback = renderFallback({ profile: gb, messages: enGB });

const scriptOf = (file: string): Script => ({
  file: fileURLToPath(new URL(`../size/${file}`, import.meta.url)),
  bundledFrom: own.bundledFrom,
});

/** The one that the others are multiples of. */
export const plain: Contender = { name: 'plain HTML', body: fallback };

const ours = (script: Script, name: string): readonly Contender[] => [
  { name: `${name}, adopted`, script, body: `<citizen-id-form>${fallback}</citizen-id-form>` },
  { name: `${name}, rendered`, script, body: '<citizen-id-form></citizen-id-form>' },
];

export const element = ours(scriptOf('citizen-id-form.ts'), 'citizen-id-form');

/** The same markup in the same look, with nothing to run: what of the rest is the look's. */
export const plainInLook: Contender = { name: 'plain HTML, in our look', body: `<citizen-id-form>${fallback}</citizen-id-form>` };

export const peers: readonly Contender[] = [
  { name: '@lion/ui', script: scriptOf('lion.ts'), body: '' },
  { name: 'Web Awesome', script: scriptOf('web-awesome.ts'), body: '' },
];

/** Ours as it is in another checkout, and bundled as it is there. */
export async function elementOf(folder: string): Promise<readonly Contender[]> {
  const { bundledFrom } = (await import(path.resolve(folder, 'vite.bundle.ts'))) as typeof own;
  return ours({ file: path.resolve(folder, 'test/bench/size/citizen-id-form.ts'), bundledFrom }, 'other checkout');
}

/** Scripts are all asked for as our guide has it (get-started.mdx): run once they are there, and waiting for nothing else of the page. */
const page = ({ script, body }: Contender, place: number): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Bench</title><style>${defaultLook}</style>${script ? `<script type="module" async src="/${place}/form.js"></script>` : ''}</head>
<body><form action="/" method="post">${body}<button>Continue</button></form></body></html>`;

/** The files of a script by name, zipped. */
async function bundle({ file, bundledFrom }: Script): Promise<ReadonlyMap<string, Buffer>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: file, formats: ['es'], fileName: 'form' },
      rolldownOptions: bundledFrom(`size/${path.basename(file)}`),
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  const chunks = output.filter((item) => item.type === 'chunk');
  return new Map(chunks.map(({ isEntry, fileName, code }) => [isEntry ? 'form.js' : fileName, gzipSync(code)]));
}

export interface ServedPages {
  readonly addressOf: (contender: Contender) => string;
  readonly server: Server;
}

export async function servePages(contenders: readonly Contender[]): Promise<ServedPages> {
  const scripts = new Map<Script, ReadonlyMap<string, Buffer>>();
  for (const { script } of contenders) if (script && !scripts.has(script)) scripts.set(script, await bundle(script));
  const server = createServer(({ url = '' }, response) => {
    const [, place, file] = url.split('/');
    const contender = contenders[Number(place)];
    const code = contender?.script && scripts.get(contender.script)?.get(file ?? '');
    if (code) response.writeHead(200, { 'content-type': 'text/javascript', 'content-encoding': 'gzip' }).end(code);
    else if (contender && file === '')
      response.writeHead(200, { 'content-type': 'text/html' }).end(page(contender, Number(place)));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, addressOf: (contender) => `http://127.0.0.1:${port}/${contenders.indexOf(contender)}/` };
}
