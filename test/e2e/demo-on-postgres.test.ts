/** The demo where the Customer Index keeps its customers in PostgreSQL. Not its pages: they are the same. */
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
