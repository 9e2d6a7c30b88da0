/**
 * Serves the element as it is built, beside the tests that run in browsers: small sites that a test writes itself, each with headers of
 * its own and with files that cannot be fetched for as long as the test says. Not a test.
 *
 *   PUT  /built/<site>/     a `BuiltSite` as JSON: from now on the site is so
 *   GET  /built/<site>/…    its own file of that name, else the bundle's, behind `copy/` too
 *   POST /built/<site>/…    is written down, and answered as `answers` says, else with nothing, so that the page stays
 *   GET  /built/<site>/?log what was asked for so far
 */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin, type Rolldown } from 'vite';

/** What a test says a site is. */
export interface BuiltSite {
  /** By name; the empty one is the page. */
  readonly files: Readonly<Record<string, string>>;
  /** Of the page alone. */
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON by the end of the path that something is posted to. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** A regular expression: what cannot be fetched, by the end of its path. */
  readonly broken?: string;
  /** The same: what is not answered before the site is changed. */
  readonly hanging?: string;
}

/** What was asked for: the end of the path, and what was posted there. */
export interface Asked {
  readonly path: string;
  readonly body?: string;
}

const prefix = '/built/';
const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** `plugins` and `bundle` as the bundle is built with. */
export function builtSites({ plugins, bundle }: { readonly plugins: readonly Plugin[]; readonly bundle: BuildOptions }): Plugin {
  const sites = new Map<string, { site: BuiltSite; readonly log: Asked[]; readonly held: (() => void)[] }>();
  let building: Promise<ReadonlyMap<string, string>> | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, name = '', path = '', query] = /^\/built\/([^/]+)\/([^?]*)(?:\?(.*))?$/.exec(request.url ?? '') ?? [];
    const known = sites.get(name) ?? { site: { files: {} }, log: [], held: [] };
    sites.set(name, known);
    const body = await bodyOf(request);
    if (request.method === 'PUT') {
      known.site = JSON.parse(body) as BuiltSite;
      for (const release of known.held.splice(0)) release();
      return send(response, { status: 204 });
    }
    if (query === 'log') return send(response, { status: 200, text: JSON.stringify(known.log) });
    known.log.push({ path, ...(request.method === 'POST' ? { body } : {}) });
    const { hanging } = known.site;
    if (hanging !== undefined && new RegExp(hanging).test(path)) await new Promise<void>((resolve) => known.held.push(resolve));
    const { files, headers = {}, answers = {}, broken } = known.site;
    if (broken !== undefined && new RegExp(broken).test(path)) return send(response, { status: 503 });
    if (request.method === 'POST') {
      const said = Object.entries(answers).find(([end]) => path.endsWith(end));
      return send(response, said ? { status: 200, text: JSON.stringify(said[1]), type: 'application/json' } : { status: 204 });
    }
    if (path === '') return send(response, { status: 200, text: files[''] ?? '', type: 'text/html; charset=utf-8', headers });
    building ??= buildAll(plugins, bundle);
    const text = files[path] ?? (await building).get(fileNameIn(path));
    const type = types[path.replace(/.*\./, '')] ?? 'text/plain';
    return send(response, text === undefined ? { status: 404 } : { status: 200, text, type });
  }

  return {
    name: 'built-sites',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (!request.url?.startsWith(prefix)) return next();
        answer(request, response).catch(next);
      });
    },
  };
}

/** A copy in a folder of its own is the same bundle under another address. */
const fileNameIn = (path: string) => path.replace(/^copy\//, '');

/** Every file of the bundle by its name, and Lit as a host would have it. */
async function buildAll(plugins: readonly Plugin[], bundle: BuildOptions): Promise<ReadonlyMap<string, string>> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const options = { ...bundle, write: false, sourcemap: false };
  // Named, as vite would take Lit's variant for developers while tests run.
  const resolve = { conditions: ['module', 'browser', 'production'] };
  const built = await build({ root, configFile: false, logLevel: 'error', plugins: [...plugins], resolve, build: options });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  const chunks = output.filter((item) => item.type === 'chunk').map(({ fileName, code }): [string, string] => [fileName, code]);
  const lit = readFileSync(fileURLToPath(import.meta.resolve('lit-html')), 'utf8');
  return new Map([...chunks, ['lit-html.js', lit]]);
}

interface Sent {
  readonly status: number;
  readonly text?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function send(response: ServerResponse, { status, text = '', type = 'text/plain', headers = {} }: Sent): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(text);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
