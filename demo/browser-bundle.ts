/**
 * Builds what the pages load, and only when a source has changed since: vite itself is loaded for that alone, so that
 * starting again is quick. A build rather than vite's server, which needs inline styles and so a weaker content policy.
 */
import { createHash } from 'node:crypto';
import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundledFrom } from '../vite.bundle.ts';
import { readIfThere } from './private-files.ts';
import { repositoryFolder } from './settings.ts';

/** Where the built scripts, the style sheet and the icon are served from. */
export const bundleFolder = path.join(repositoryFolder, 'dist/demo');

const sources = ['src', 'demo/client', 'demo/public', 'demo/browser-bundle.ts', 'vite.bundle.ts', 'package-lock.json'];
const stampFile = path.join(bundleFolder, '.built-from');

/** Resolves to whether it had to build. */
export async function ensureBundle(): Promise<boolean> {
  const stamp = await stampOf(sources);
  if ((await readIfThere(stampFile)) === stamp) return false;
  await buildBundle();
  await writeFile(stampFile, stamp);
  return true;
}

async function buildBundle(): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: repositoryFolder,
    logLevel: 'warn',
    publicDir: 'demo/public',
    // Named, or else a NODE_ENV of whoever starts this would bring Lit's development build.
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: {
      outDir: bundleFolder,
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: false,
      modulePreload: false,
      rolldownOptions: {
        ...bundledFrom('demo/client/form.ts', { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }),
        input: { form: 'demo/client/form.ts', 'new-case': 'demo/client/new-case.ts', explanation: 'src/explanation.ts' },
      },
    },
  });
}

/** Changes when any source is edited, added or removed. */
async function stampOf(names: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of names) for (const line of await describeTree(name)) hash.update(`${line}\n`);
  return hash.digest('hex');
}

async function describeTree(name: string): Promise<string[]> {
  const place = path.join(repositoryFolder, name);
  const status = await stat(place);
  if (!status.isDirectory()) return [`${name} ${status.size} ${status.mtimeMs}`];
  const children = (await readdir(place)).sort();
  return (await Promise.all(children.map((child) => describeTree(`${name}/${child}`)))).flat();
}
