/** Starts what end-to-end scenarios share, and stops it after them. */
import { afterAll, beforeAll, expect } from 'vitest';
import { createDataFolder, longestStart, removeFolder, startDemoProcess } from './demo-process.ts';
import { openBrowser } from './pages.ts';
import type { World } from './world.ts';

/** Starts a demo before the scenarios around it and stops it after them; to be called inside a `describe`. */
export function useWorld(prepare: () => Promise<NodeJS.ProcessEnv>): () => World {
  let current: World | undefined;
  const world = (): World => {
    if (!current) throw new Error('The demo does not run');
    return current;
  };
  beforeAll(async () => {
    const environment = await prepare();
    const dataFolder = await createDataFolder();
    const demo = await startDemoProcess(dataFolder, environment);
    const restart = async (signal: NodeJS.Signals) => {
      await world().demo.stop(signal);
      world().demo = await startDemoProcess(dataFolder, environment);
    };
    current = { demo, browser: await openBrowser(), restart };
  }, longestStart);
  afterAll(async () => {
    if (!current) return;
    const { demo, browser } = current;
    const exitCode = await demo.stop();
    await browser.close();
    // What it printed is the first thing to read where it ended badly.
    expect(exitCode, await demo.printed()).toBe(0);
    await removeFolder(demo.dataFolder);
  });
  return world;
}
