/**
 * The custom-elements manifest as a module, `virtual:element-manifest`, made from the element's source as the build makes it: what a guide
 * shows of attributes, properties and events is what the source says of them. Made where a page asks for it, as it takes some seconds.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const name = 'virtual:element-manifest';
const root = fileURLToPath(new URL('..', import.meta.url));

/** The manifest as JSON. */
async function analyze(): Promise<string> {
  const reports = path.join(root, '.reports');
  await mkdir(reports, { recursive: true });
  const folder = await mkdtemp(path.join(reports, 'manifest-'));
  try {
    const analyzer = path.join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
    const env = { ...process.env, CITIZEN_ID_MANIFEST: path.relative(root, folder) };
    const words = [analyzer, 'analyze', '--config', '.cem/config.js', '--quiet'];
    await promisify(execFile)(process.execPath, words, { cwd: root, env });
    return await readFile(path.join(folder, 'custom-elements.json'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const elementManifest: Plugin = {
  name: 'element-manifest',
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: async (id) => (id === `\0${name}` ? `export default ${await analyze()};` : undefined),
};
