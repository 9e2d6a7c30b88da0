/**
 * The whole product, end to end: real pages in a real browser, against the real backends and the real Customer Index with its
 * full synthetic borough. One demo and one browser for all scenarios, as to start them is most of the time.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataFolder, removeFolder, startDemoProcess } from './demo-process.ts';
import { openBrowser } from './pages.ts';
import { describeBadInput } from './scenarios/bad-input.ts';
import { describeConfirmation } from './scenarios/confirmation.ts';
import { describeMainJob } from './scenarios/main-job.ts';
import { describePrivacy } from './scenarios/privacy.ts';
import { describeWithoutIndex } from './scenarios/without-index.ts';
import { describeWithoutJavaScript } from './scenarios/without-javascript.ts';
import type { World } from './world.ts';

let current: World | undefined;
const world = (): World => {
  if (!current) throw new Error('The demo does not run');
  return current;
};

beforeAll(async () => {
  const dataFolder = await createDataFolder();
  const browser = await openBrowser();
  const demo = await startDemoProcess(dataFolder);
  const restart = async (signal: NodeJS.Signals) => {
    await world().demo.stop(signal);
    world().demo = await startDemoProcess(dataFolder);
  };
  current = { demo, browser, restart };
});

afterAll(async () => {
  if (!current) return;
  const { demo, browser } = current;
  const exitCode = await demo.stop();
  await browser.close();
  // What it printed is the first thing to read where it ended badly.
  expect(exitCode, await demo.printed()).toBe(0);
  await removeFolder(demo.dataFolder);
});

describe('the demo on the embedded database', () => {
  describeMainJob('PGlite', world);
  describeWithoutJavaScript(world);
  describeBadInput(world);
  describePrivacy(world);
  describeConfirmation(world);
  describeWithoutIndex(world);

  it('tells what to open, and three synthetic people to try', async () => {
    const printed = await world().demo.printed();
    expect(printed).toMatch(/synthetic people to try/);
    expect(printed.match(/, born \d+ \w+ \d{4}, .+ [A-Z]{2}\d+ \d[A-Z]{2}/g)).toHaveLength(3);
  });
});
