/** Serves the built scripts, the style sheet and the icon; nothing else of the disk can be reached. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Handler } from 'hono';
import { defaultLook } from '../../src/form/fallback.ts';
import { bundleFolder } from '../browser-bundle.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** For `/assets/:file`. Chunks carry a hash of their content in the name and may be kept; the rest is asked for each time. */
export const serveAsset: Handler = async (context) => {
  const file = path.basename(context.req.path);
  const type = types[path.extname(file)];
  const content = type === undefined ? undefined : await readFile(path.join(bundleFolder, file)).catch(() => undefined);
  if (type === undefined || content === undefined) return context.notFound();
  const isHashed = /-[\w-]{8}\.js$/.test(file);
  const cacheControl = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
  return context.body(new Uint8Array(content), 200, { 'content-type': type, 'cache-control': cacheControl });
};

/** The element's own look, for pages whose browser runs no script: otherwise the element brings it along itself. */
export const serveLook: Handler = (context) =>
  context.body(defaultLook, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' });
