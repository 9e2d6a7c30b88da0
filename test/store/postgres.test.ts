/** What holds of PostgreSQL alone: connections that the server ends, and writes that nobody waits for. What every store promises is store.test.ts. */
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

describe.each(engines)('A write to $name that nobody waits for', ({ open }) => {
  const notUnique = { sqlState: '23505' };
  let database: TestDatabase;
  const count = async () => {
    const [row] = await database.driver.singly((connection) =>
      connection.query<{ count: number }>('select count(*)::int as count from setting'),
    );
    return row?.count;
  };
  beforeAll(async () => {
    database = await open();
  }, 300_000);
  afterAll(() => database.remove());

  const add = `insert into setting (name, value) values ($1, '')`;

  it('is seen by what is asked for next, and kept with the transaction', async () => {
    const before = await count();
    const seen = await database.driver.attempt(async (connection) => {
      await connection.write(add, ['seen']);
      return connection.query(`select value from setting where name = 'seen'`);
    });
    expect(seen).toEqual([{ value: '' }]);
    expect(await count()).toBe(Number(before) + 1);
  });

  it('fails the transaction with what it failed with, and nothing is kept', async () => {
    const before = await count();
    const failed = database.driver.attempt(async (connection) => {
      await connection.write(add, ['twice']);
      await connection.write(add, ['twice']);
      await connection.write(add, ['after']);
    });
    await expect(failed).rejects.toMatchObject(notUnique);
    expect(await count()).toBe(before);
  });

  it('fails what is asked for next with what it failed with, not with what the server says of all that follows', async () => {
    const failed = database.driver.attempt(async (connection) => {
      await connection.write(add, ['again']);
      await connection.write(add, ['again']);
      await connection.query('select 1');
      throw new Error('went on');
    });
    await expect(failed).rejects.toMatchObject(notUnique);
  });

  it('is nothing to whoever has the connection next', async () => {
    const failed = database.driver.attempt(async (connection) => {
      await connection.write(add, ['thrice']);
      await connection.write(add, ['thrice']);
      throw new Error('thought better of it');
    });
    await expect(failed).rejects.toThrow('thought better of it');
    expect(await database.driver.singly((connection) => connection.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('is done, or has failed, once a statement by itself resolves', async () => {
    await database.driver.singly((connection) => connection.write(add, ['alone']));
    await expect(database.driver.singly((connection) => connection.write(add, ['alone']))).rejects.toMatchObject(notUnique);
  });

  it('is not acknowledged where the transaction was given up though its work went on', async () => {
    const before = await count();
    const failed = database.driver.attempt(async (connection) => {
      await connection.write(add, ['lost']);
      await connection.query('select 1 / 0').catch(() => undefined);
    });
    await expect(failed).rejects.toMatchObject({ code: 'STORE_FAILED' });
    expect(await count()).toBe(before);
  });
});
