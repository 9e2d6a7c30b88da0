/** What holds of PostgreSQL alone: connections that the server ends, and writes that nobody waits for. What every store promises is store.test.ts. */
import { setImmediate as endOfTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/protocol/error.ts';
import { together } from '../../src/store/together.ts';
import { storeEngines, useDatabase } from './engines.ts';

const engines = storeEngines.filter(({ name }) => name === 'PostgreSQL');
const ending = 'select pg_terminate_backend(pg_backend_pid())';

describe.each(engines)('A connection to $name that the server ends', ({ open }) => {
  const database = useDatabase(open);

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
  const database = useDatabase(open);
  const count = async () => {
    const [row] = await database.driver.singly((connection) =>
      connection.query<{ count: number }>('select count(*)::int as count from setting'),
    );
    return row?.count;
  };

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

describe.each(engines)('What is added on $name', ({ open }) => {
  const database = useDatabase(open);

  const addCustomer = `insert into customer (customer_id, status, created_at) values ($1, $2, now())`;
  const addKey = 'insert into match_key (match_key, customer_id, record_id) values ($1, $2, $3::uuid)';
  const addRestriction = `insert into customer_restriction (customer_id, is_restricted, hides_history, set_at) values ($1, $2::boolean, $3::boolean, now())`;
  const recordId = '00000000-0000-7000-8000-000000000001';
  const held = (customerId: string) =>
    database.driver.singly((connection) =>
      connection.query(
        `select customer_id as "customerId", status, match_key as "matchKey", is_restricted as "isRestricted", hides_history as "hidesHistory",
           customer.xmin = match_key.xmin and customer.cmin = match_key.cmin as "isOneStatement"
         from customer join match_key using (customer_id) join customer_restriction using (customer_id) where customer_id = $1`,
        [customerId],
      ),
    );

  it('to several tables goes there in one statement, whichever refers to which, each value in its place', async () => {
    await database.driver.attempt(async (connection) => {
      await connection.add(addRestriction, ['one', 'true', 'false']);
      await connection.add(addCustomer, ['one', 'provisional']);
      await connection.add(addKey, ['key', 'one', recordId]);
    });
    const row = { customerId: 'one', status: 'provisional', matchKey: 'key', isRestricted: true, hidesHistory: false };
    expect(await held('one')).toEqual([{ ...row, isOneStatement: true }]);
  });

  it('goes there at the end of its turn of the event loop, without a wait for what comes next', async () => {
    await database.driver.attempt(async (connection) => {
      await connection.add(addCustomer, ['early', 'provisional']);
      await connection.add(addRestriction, ['early', 'false', 'false']);
      await endOfTurn();
      await connection.add(addKey, ['key', 'early', recordId]);
    });
    expect(await held('early')).toMatchObject([{ customerId: 'early', isOneStatement: false }]);
  });

  it('is there for what is asked for or written next', async () => {
    const changed = await database.driver.attempt(async (connection) => {
      await connection.add(addCustomer, ['two', 'provisional']);
      await connection.add(addKey, ['key', 'two', recordId]);
      await connection.write(`update customer set status = 'confirmed' where customer_id = $1`, ['two']);
      await connection.add(addRestriction, ['two', 'false', 'false']);
      return connection.query(
        `select status from customer join customer_restriction using (customer_id) where customer_id = 'two'`,
      );
    });
    expect(changed).toEqual([{ status: 'confirmed' }]);
  });

  it('fails the transaction, all of it, where one row of it is refused', async () => {
    const failed = database.driver.attempt(async (connection) => {
      await connection.add(addCustomer, ['three', 'provisional']);
      await connection.add(addRestriction, ['nobody', 'false', 'false']);
    });
    await expect(failed).rejects.toMatchObject({ sqlState: '23503', table: 'customer_restriction' });
    expect(await held('three')).toEqual([]);
  });

  it('is not sent where the work fails, nor with what another works on next', async () => {
    const failed = database.driver.attempt(async (connection) => {
      await connection.add(addCustomer, ['four', 'provisional']);
      throw new Error('thought better of it');
    });
    await expect(failed).rejects.toThrow('thought better of it');
    await database.driver.attempt((connection) => connection.query('select 1'));
    const found = await database.driver.singly((connection) =>
      connection.query(`select 1 from customer where customer_id = 'four'`),
    );
    expect(found).toEqual([]);
  });
});
