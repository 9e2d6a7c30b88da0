/**
 * What an engine must do for the store: run statements in a transaction, and say what went wrong in a StoreError.
 * Two implementations, pglite.ts and postgres.ts. No SQL of the index stands in either.
 */
import { StoreError } from '../protocol/error.ts';

/** `null` is SQL's; a `Date` an instant; JSON goes in as text. */
export type SqlValue = string | number | boolean | Date | null | readonly (string | null)[] | readonly number[];

export interface Connection {
  /** One statement with `$1` parameters. The caller names the shape of a row, which is that of its own select list. */
  query<Row extends object>(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /**
   * One statement that nobody needs the answer of. In an attempt it may be on its way still when this resolves: what is asked for next is
   * run after it, and fails where it failed, as does the commit. By itself it is done.
   */
  write(text: string, values?: readonly SqlValue[]): Promise<void>;
  /**
   * The same of rows that are only added: what is added in one turn of the event loop, before anything else is asked for, may be added in one
   * statement, in no order.
   */
  add(text: string, values: readonly SqlValue[]): Promise<void>;
  /** Several statements without parameters. */
  script(text: string): Promise<void>;
}

export interface Driver {
  /** One attempt: begin, work, commit. Rolls back when `work` rejects. */
  attempt<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Each statement by itself, kept at once or not at all: what needs no one moment is spared begin and commit. */
  singly<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Least first. The store is right under each: above the first a transaction that comes too late is run again. */
export const isolationLevels = ['read committed', 'repeatable read', 'serializable'] as const;

export type IsolationLevel = (typeof isolationLevels)[number];

/**
 * Always by name, whatever the database's default is. READ COMMITTED where nothing else is asked for: once a key lock is held, the
 * next statement sees what its last holder wrote, and nothing has to be run again.
 */
export function beginAt(isolation: IsolationLevel): string {
  return `begin isolation level ${isolation}`;
}

/** What is kept of a driver's error. Its message, detail and parameters may quote values, so they are left behind. */
export interface Failure {
  readonly sqlState: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
}

/** Picks the harmless parts out of whatever a driver threw. */
export function failureOf(thrown: unknown): Failure {
  const part = (key: string): string | undefined => {
    if (typeof thrown !== 'object' || thrown === null) return undefined;
    const value: unknown = Reflect.get(thrown, key);
    return typeof value === 'string' ? value : undefined;
  };
  const code = part('code');
  // Every SQLSTATE of PostgreSQL has a digit; a socket's EPIPE has none.
  const sqlState = code !== undefined && /^(?=.*[0-9])[0-9A-Z]{5}$/.test(code) ? code : undefined;
  return { sqlState, constraint: part('constraint'), table: part('table') };
}

/** The one error that leaves the store, out of what a driver threw. */
export function storeErrorOf(failure: Failure): StoreError {
  const words =
    failure.sqlState === undefined ? 'The database cannot be reached' : `The database refused (SQLSTATE ${failure.sqlState})`;
  return new StoreError('STORE_FAILED', words, failure);
}
