/**
 * The whole product, end to end: real pages in a real browser, against the real backends and the real Customer Index with its
 * full synthetic borough. One demo and one browser for all scenarios on a database, as to start them is most of the time.
 */
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { hasPostgres, postgresNeeded, startPostgresServer, type PostgresServer } from '../store/postgres-server.ts';
import { createDataFolder, removeFolder, startDemoProcess } from './demo-process.ts';
import { openBrowser } from './pages.ts';
import { describeAccessibility } from './scenarios/accessibility.ts';
import { describeBadInput } from './scenarios/bad-input.ts';
import { describeConfirmation } from './scenarios/confirmation.ts';
import { describeMainJob } from './scenarios/main-job.ts';
import { describePeopleToTry } from './scenarios/people-to-try.ts';
import { describePrivacy } from './scenarios/privacy.ts';
import { describeWithoutIndex } from './scenarios/without-index.ts';
import { describeWithoutJavaScript } from './scenarios/without-javascript.ts';
import type { World } from './world.ts';

/** Starts a demo before the scenarios around it and stops it after them; to be called inside a `describe`. */
function useWorld(prepare: () => Promise<NodeJS.ProcessEnv>): () => World {
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
  return world;
}

describe('the demo on the embedded database', () => {
  const world = useWorld(() => Promise.resolve({}));
  describeMainJob('PGlite', world);
  describeWithoutJavaScript(world);
  describeBadInput(world);
  describePrivacy(world);
  describeAccessibility(world);
  describeConfirmation(world);
  describeWithoutIndex(world);

  describePeopleToTry(world);
});

describe.skipIf(!hasPostgres)(`the demo on PostgreSQL${postgresNeeded}`, () => {
  let postgres: PostgresServer | undefined;
  const world = useWorld(async () => {
    postgres = await startPostgresServer();
    return { DATABASE_URL: await postgres.createDatabase() };
  });
  // Hooks after run last first: this server outlives the demo that uses it.
  afterAll(() => postgres?.stop());

  describeMainJob('PostgreSQL', world);
});
