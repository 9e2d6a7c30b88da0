/**
 * The log: JSON lines from a list of what may stand in one. Nothing a resident typed is on the list, and no message of an
 * error is, since drivers and parsers quote values in theirs.
 */
import { CitizenIdError, StoreError } from '../protocol/error.ts';

/** What may be logged. `route` is the pattern (`/v1/customers/{customerId}`), never the path. */
export interface LogEntry {
  readonly event: 'listening' | 'stopping' | 'stopped' | 'request' | 'purged' | 'audit-sealed' | 'registry-reloaded' | 'failed';
  readonly url?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  /** A registered service's public id. */
  readonly service?: string;
  readonly count?: number;
  /** Number and code of the audit trail's last checkpoint; says nothing of anybody. */
  readonly checkpoint?: string;
  readonly errorName?: string;
  readonly code?: string;
  readonly sqlState?: string;
  readonly constraint?: string;
  readonly table?: string;
  /** Places in our code, without the error's message. */
  readonly frames?: readonly string[];
}

export type Log = (entry: LogEntry) => void;

/** The list at run time too: a wider object passes the type checker. */
const allowed: Readonly<Record<keyof LogEntry, true>> = {
  event: true,
  url: true,
  method: true,
  route: true,
  status: true,
  milliseconds: true,
  service: true,
  count: true,
  checkpoint: true,
  errorName: true,
  code: true,
  sqlState: true,
  constraint: true,
  table: true,
  frames: true,
};

/** A log that hands each line, without its line end, to `write`. The listening line has no time, since programs wait for it as it is. */
export function createLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
  return (entry) => {
    const listed = Object.entries(entry).filter(([key, value]) => Object.hasOwn(allowed, key) && value !== undefined);
    const time = entry.event === 'listening' ? {} : { time: now().toISOString() };
    write(JSON.stringify({ ...Object.fromEntries(listed), ...time }));
  };
}

/** What may be told of anything thrown. */
export function describeError(thrown: unknown): Omit<LogEntry, 'event'> {
  if (!(thrown instanceof Error)) return { errorName: typeof thrown };
  return {
    errorName: thrown.name,
    ...(thrown instanceof CitizenIdError ? { code: thrown.code } : {}),
    ...(thrown instanceof StoreError ? storeDetails(thrown) : {}),
    frames: framesOf(thrown),
  };
}

function storeDetails(error: StoreError): Omit<LogEntry, 'event'> {
  const { sqlState, constraint, table } = error;
  return {
    ...(sqlState === undefined ? {} : { sqlState }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
  };
}

/** Places in source files, eight at most. The stack begins with the message, which is cut off: it may hold anything, even lines like these. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const places = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return places.flatMap((line) => /^\s+at .*?([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/.exec(line)?.[1] ?? []).slice(0, 8);
}
