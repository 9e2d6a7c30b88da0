/**
 * What the store says to one connection of PostgreSQL, and when: prepared statements, those asked for together in one write, and those that
 * only write without a wait for their answers. Not which connection, nor what a transaction begins and ends with: postgres.ts.
 */
import pg from 'pg';
import { StoreError } from '../protocol/error.ts';
import { failureOf, storeErrorOf, type Connection, type SqlValue } from './driver.ts';
import { inOneStatement, type Addition } from './additions.ts';

/** One connection while somebody holds it. */
export interface Held {
  readonly connection: Connection;
  /**
   * Sends what the transaction begins with, and waits for nothing: what is asked for next fails where this does. Where the server gives up
   * `begin` itself, as an operator may cancel it in that instant, what was sent behind it stands all the same, each statement by itself: so
   * work asks for something first, and changes what must not stand alone once that is answered.
   */
  begin(text: string): void;
  /** Commits, and waits until all that was sent is answered. Rejects with what the first of it failed with. */
  commit(): Promise<void>;
  /** Rejects where the connection is of no more use. */
  rollback(): Promise<void>;
}

/** Of a statement; undefined where it is not to be prepared. */
export type NameOf = (text: string) => string | undefined;

/** One for each client, for as long as that lives. */
const known = new WeakMap<pg.PoolClient, Held>();

/** The client as the store speaks to it. */
export function hold(client: pg.PoolClient, nameOf: NameOf): Held {
  const held = known.get(client) ?? createHeld(client, nameOf);
  known.set(client, held);
  return held;
}

function createHeld(client: pg.PoolClient, nameOf: NameOf): Held {
  // Sent, and perhaps not answered yet.
  let owed: Promise<unknown>[] = [];
  // Not sent yet.
  let added: Addition[] = [];
  const sendOwing = (statement: Statement) => {
    const sent = send(client, statement);
    sent.catch(ignore);
    return sent;
  };
  const sendAdded = () => {
    if (added.length === 0) return;
    const { text, values } = inOneStatement(added);
    added = [];
    owed.push(sendOwing({ text, values, name: nameOf(text) }));
  };
  /** The answer, once all before it has gone well: answers come in the order of what was sent. */
  const answered = async <Row extends object>(sent: Promise<pg.QueryResult<Row>>) => {
    const before = owed;
    owed = [];
    for (const one of before) await one;
    return sent;
  };
  return {
    begin: (text) => {
      owed = [sendOwing({ text })];
    },
    commit: async () => {
      sendAdded();
      const { command } = await answered(sendOwing({ text: 'commit' }));
      // What PostgreSQL answers where it rolled back instead.
      if (command !== 'COMMIT') throw new StoreError('STORE_FAILED', 'The database did not keep the transaction');
    },
    rollback: async () => {
      [owed, added] = [[], []];
      await sendOwing({ text: 'rollback' });
    },
    connection: {
      query: async <Row extends object>(text: string, values: readonly SqlValue[] = []) => {
        sendAdded();
        const sent = send<Row>(client, { text, values, name: nameOf(text) });
        sent.catch(ignore);
        return (await answered(sent)).rows;
      },
      write: async (text, values = []) => {
        sendAdded();
        owed.push(sendOwing({ text, values, name: nameOf(text) }));
      },
      add: async (text, values) => {
        // Sent by what is asked for next, and at the end of this turn at the latest, so that the database works while the caller does.
        if (added.length === 0) process.nextTick(sendAdded);
        added.push({ text, values });
      },
      script: async (text) => {
        sendAdded();
        await answered(sendOwing({ text }));
      },
    },
  };
}

interface Statement {
  readonly text: string;
  readonly values?: readonly SqlValue[];
  readonly name?: string | undefined;
}

/** A query made out of text is not copied first, as one made out of a configuration is, member by member. */
function send<Row extends object>(client: pg.PoolClient, { text, values, name }: Statement): Promise<pg.QueryResult<Row>> {
  sendTogether(client);
  return new Promise((resolve, reject) => {
    const query = new pg.Query<Row>(text, values && [...values], (error: unknown, result) => {
      if (error) reject(storeErrorOf(failureOf(error)));
      else resolve(result);
    });
    client.query(Object.assign(query, { name }));
  });
}

/** What is asked for in one turn of the event loop goes out in one write: a system call for each statement costs more than making it. */
function sendTogether({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function ignore(): void {}
