/**
 * A store over a driver: migrates it, then runs units of work on it, again where the database says that trying again is
 * all it takes. Not a driver, and no SQL of its own.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '../protocol/error.ts';
import type { Connection, Driver } from './driver.ts';
import { migrate } from './migrate.ts';
import type { Store, StoreUnit } from './store.ts';
import { createTurns } from './turns.ts';
import { createUnit } from './unit/unit.ts';

/**
 * How often what failed so is tried: a failed serialisation, a deadlock, and a key that another transaction wrote first, which may be
 * there for good (PostgreSQL, appendix A). Under SERIALIZABLE many fail that did not truly collide, on small tables nearly all.
 * A table that two processes create at the same moment is there already for one of them, `if not exists` or not.
 */
const attemptsBySqlState: Readonly<Record<string, number>> = { '40001': 40, '40P01': 40, '23505': 10, '42P07': 10, '42710': 10 };
/** From this attempt on one at a time, so that of many that collide again and again each round at least one gets through. */
const attemptsAtOnce = 2;
/** Milliseconds. */
const longestPause = 200;

/** Opens the store: applies missing migrations first. Closes the driver when that fails. */
export async function openStore(driver: Driver): Promise<Store> {
  const retrying = withRetries();
  // A unit is a hundred closures: made once for each connection, not for each call.
  const units = new WeakMap<Connection, StoreUnit>();
  const unitOf = (connection: Connection) => {
    const unit = units.get(connection) ?? createUnit(connection);
    units.set(connection, unit);
    return unit;
  };
  try {
    await migrate((work) => retrying(() => driver.attempt(work)));
  } catch (error) {
    await driver.close();
    throw error;
  }
  return {
    transaction: (work) => retrying(() => driver.attempt((connection) => work(unitOf(connection)))),
    singly: (work) => retrying(() => driver.singly((connection) => work(unitOf(connection)))),
    close: () => driver.close(),
  };
}

function withRetries(): <T>(attemptNow: () => Promise<T>) => Promise<T> {
  const inTurn = createTurns();
  return async (attemptNow) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await (attempt > attemptsAtOnce ? inTurn(attemptNow) : attemptNow());
      } catch (error) {
        const attempts = error instanceof StoreError ? attemptsBySqlState[error.sqlState ?? ''] : undefined;
        if (!(error instanceof StoreError) || attempts === undefined) throw error;
        if (attempt >= attempts) throw new StoreError('STORE_CONFLICT', `Gave up after ${attempt} attempts`, error);
      }
      // A random pause that grows, so that two which collided do not collide again in step.
      await pause(Math.random() * Math.min(longestPause, 2 ** attempt));
    }
  };
}
