/** What the demo's pages load is built once, before the end-to-end tests: two demos that start at once would build it in one folder. */
import { ensureBundle } from '../../demo/browser-bundle.ts';

export async function setup(): Promise<void> {
  await ensureBundle();
}
