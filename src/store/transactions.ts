/**
 * A store over a driver: migrates it, then runs units of work on it, again where the database says that trying again is
 * all it takes. Not a driver, and no SQL of its own.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from '../protocol/error.ts';
import type { Connection, Driver } from './driver.ts';
import { migrate } from './migrate.ts';
import type { Store } from './store.ts';
import { createUnit } from './unit/unit.ts';

/** Serialisation failure, deadlock, and a key that another transaction wrote first (PostgreSQL, appendix A). */
const worthRetrying = new Set(['40001', '40P01', '23505']);
const attempts = 10;

/** Opens the store: applies missing migrations first. Closes the driver when that fails. */
export async function openStore(driver: Driver): Promise<Store> {
  try {
    await migrate((work) => withRetries(driver, work));
  } catch (error) {
    await driver.close();
    throw error;
  }
  return {
    transaction: (work) => withRetries(driver, (connection) => work(createUnit(connection))),
    close: () => driver.close(),
  };
}

async function withRetries<T>(driver: Driver, work: (connection: Connection) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await driver.attempt(work);
    } catch (error) {
      if (!(error instanceof StoreError) || !worthRetrying.has(error.sqlState ?? '')) throw error;
      if (attempt === attempts) throw new StoreError('STORE_CONFLICT', `Gave up after ${attempts} attempts`, error);
    }
    // A random pause that grows, so that two which collided do not collide again in step.
    await pause(Math.random() * 2 ** attempt);
  }
}
