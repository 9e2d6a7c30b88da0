/** Pages of hosts, built from `test/e2e/hosts` into a folder of their own and served from there. Does not drive them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview, type InlineConfig } from 'vite';

const root = fileURLToPath(new URL('hosts', import.meta.url));

export interface ServedHosts {
  /** Where the built pages are. */
  readonly folder: string;
  /** Ends in a slash. */
  readonly address: string;
  /** Stops serving, and removes what was built. */
  readonly close: () => Promise<void>;
}

/** `config` is what the hosts' frameworks need of vite. */
export async function serveHosts(names: readonly string[], config: InlineConfig = {}): Promise<ServedHosts> {
  const folder = mkdtempSync(path.join(tmpdir(), 'citizen-id-hosts-'));
  const input = names.map((name) => path.join(root, name, 'index.html'));
  const usual = { root, configFile: false, logLevel: 'error' } as const;
  await build({ ...config, ...usual, build: { outDir: folder, target: 'es2022', rolldownOptions: { input } } });
  const server = await preview({ ...usual, build: { outDir: folder }, preview: { port: 0 } });
  const close = async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, address: server.resolvedUrls?.local[0] ?? '', close };
}
