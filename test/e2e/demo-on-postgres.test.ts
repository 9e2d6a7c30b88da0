/** The main job on PostgreSQL; all the rest of the demo is tried on the embedded database, in demo.test.ts. */
import { afterAll, describe } from 'vitest';
import { hasPostgres, postgresNeeded, startPostgresServer, type PostgresServer } from '../store/postgres-server.ts';
import { describeMainJob } from './scenarios/main-job.ts';
import { useWorld } from './use-world.ts';

describe.skipIf(!hasPostgres)(`the demo on PostgreSQL${postgresNeeded}`, () => {
  let postgres: PostgresServer | undefined;
  // Hooks after run last first: this server outlives the demo that uses it.
  afterAll(() => postgres?.stop());
  const world = useWorld(async () => {
    postgres = await startPostgresServer();
    return { DATABASE_URL: await postgres.createDatabase() };
  });

  describeMainJob('PostgreSQL', world);
});
