/**
 * What is thrown when something is broken: a network, a store, a programmer's mistake. Not issues: a resident's
 * mistakes are expected, and returned. No message here ever holds personal data.
 */

/** Every code that can be thrown, by any part. Stable: callers and tests rely on them, never on the words. */
export type ErrorCode =
  | 'ADAPTER_ABORTED'
  | 'ADAPTER_TIMEOUT'
  | 'ADAPTER_UNREACHABLE'
  | 'ADAPTER_REFUSED'
  | 'ADAPTER_BAD_ANSWER'
  | 'CONFIGURATION_INVALID'
  | 'STORE_LOCKED'
  | 'STORE_CONFLICT'
  | 'STORE_FAILED';

export abstract class CitizenIdError extends Error {
  abstract override readonly name: string;
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** The index could not be asked, or gave no usable answer. `status` is HTTP's, where there was one. */
export class AdapterError extends CitizenIdError {
  override readonly name = 'AdapterError';
  readonly status: number | undefined;

  constructor(code: ErrorCode & `ADAPTER_${string}`, message: string, options: { cause?: unknown; status?: number } = {}) {
    super(code, message, options);
    this.status = options.status;
  }
}

/** What a person who configures or calls this wrongly gets: says what is wrong and what is allowed. */
export class ConfigurationError extends CitizenIdError {
  override readonly name = 'ConfigurationError';

  constructor(message: string, options?: { cause?: unknown }) {
    super('CONFIGURATION_INVALID', message, options);
  }
}

/** The database said no. Holds its SQLSTATE, constraint and table; never its message, which may quote values. */
export class StoreError extends CitizenIdError {
  override readonly name = 'StoreError';
  readonly sqlState: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;

  constructor(
    code: ErrorCode & `STORE_${string}`,
    message: string,
    details: { sqlState?: string | undefined; constraint?: string | undefined; table?: string | undefined } = {},
  ) {
    super(code, message);
    this.sqlState = details.sqlState;
    this.constraint = details.constraint;
    this.table = details.table;
  }
}
