/** What holds of PostgreSQL alone: connections that the server ends. What every store promises is store.test.ts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreError } from '../../src/protocol/error.ts';
import { together } from '../../src/store/together.ts';
import { storeEngines, type TestDatabase } from './engines.ts';

const engines = storeEngines.filter(({ name }) => name === 'PostgreSQL');
const ending = 'select pg_terminate_backend(pg_backend_pid())';

describe.each(engines)('A connection to $name that the server ends', ({ open }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  }, 300_000);
  afterAll(() => database.remove());

  it('fails what was asked for together with the statement that it ended at, and the next call has another connection', async () => {
    const failed = database.driver.attempt((connection) =>
      together([connection.query(ending), connection.query('select 1'), connection.query('select 2')]),
    );
    await expect(failed).rejects.toBeInstanceOf(StoreError);
    expect(await database.driver.attempt((connection) => connection.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('fails a statement by itself, and the next one has another connection', async () => {
    await expect(database.driver.singly((connection) => connection.query(ending))).rejects.toBeInstanceOf(StoreError);
    expect(await database.driver.singly((connection) => connection.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });
});
