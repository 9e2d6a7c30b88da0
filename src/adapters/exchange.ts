/**
 * One call over HTTP: what the adapters that reach an index over a network share. Time limit, the caller's own signal, at most one
 * repeat, a bound on the answer, and every fault as an `AdapterError`. Not what is said, nor to which address.
 */
import type { CallOptions } from '../protocol/customer-index.ts';
import { AdapterError, ConfigurationError } from '../protocol/error.ts';

export interface HttpIndexOptions {
  /** Where the index, or the host's gateway to it, answers: `https://index.example`, or a path of the page's own origin. */
  readonly url: string;
  /** Milliseconds for the whole call, the repeat included. 4,000 where absent: what the form waits on submit. */
  readonly timeLimit?: number;
  readonly fetch?: typeof globalThis.fetch;
  /** Sent with every call, such as a server's own credentials. Never put a secret into a page. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * As in `fetch`. `same-origin` where absent: an index elsewhere gets no cookie, while a host's own gateway (assisted
   * mode) sees the session of its member of staff.
   */
  readonly credentials?: RequestCredentials;
}

/** What is sent where, and what is made of the answer; `read` gives undefined for text that is no such answer. */
export interface Exchange<T> {
  /** Behind the URL. */
  readonly path: string;
  readonly body: unknown;
  /** Bytes that an answer may have. */
  readonly longest: number;
  readonly read: (text: string) => T | undefined;
}

/**
 * A way to call one server. A call rejects with an `AdapterError`, also with one that `read` throws. Throws `ConfigurationError` on
 * a URL or time limit that cannot work.
 */
export function createExchange(options: HttpIndexOptions): <T>(what: Exchange<T>, callOptions?: CallOptions) => Promise<T> {
  const timeLimit = options.timeLimit ?? 4_000;
  if (!(timeLimit > 0)) throw new ConfigurationError('timeLimit must be a number of milliseconds above zero');
  const url = checkedUrl(options.url);
  return async (what, callOptions = {}) => {
    const deadline = startDeadline(timeLimit, callOptions.signal);
    try {
      return await withOneRepeat(createCall({ options, callOptions, deadline, url }, what), deadline);
    } finally {
      deadline.release();
    }
  };
}

/** Statuses by which a gateway says that the index behind it was not reached: worth one repeat. */
const gatewayStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

const pauseBeforeRepeat = 150;

function checkedUrl(url: string): string {
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(url);
  if (url === '' || (hasScheme && !/^https?:\/\/[^/]/i.test(url))) {
    throw new ConfigurationError('url must be an http or https address, or a path of the same origin');
  }
  return url.replace(/\/+$/, '');
}

interface Deadline {
  readonly signal: AbortSignal;
  /** Why the signal was aborted, as this adapter's error; undefined while it is not. */
  readonly fault: () => AdapterError | undefined;
  readonly release: () => void;
}

/** The time limit and the caller's own signal as one. By hand: `AbortSignal.any` is missing in browsers still in use. */
function startDeadline(timeLimit: number, callerSignal: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let fault: AdapterError | undefined;
  const end = (error: AdapterError) => {
    fault ??= error;
    controller.abort();
  };
  const abort = () => end(new AdapterError('ADAPTER_ABORTED', 'The caller ended the call to the index'));
  const timer = setTimeout(
    () => end(new AdapterError('ADAPTER_TIMEOUT', `The index did not answer within ${timeLimit} ms`)),
    timeLimit,
  );
  if (callerSignal?.aborted) abort();
  callerSignal?.addEventListener('abort', abort);
  const release = () => {
    clearTimeout(timer);
    callerSignal?.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, fault: () => fault, release };
}

interface Call {
  readonly url: string;
  readonly options: HttpIndexOptions;
  readonly callOptions: CallOptions;
  readonly deadline: Deadline;
}

/** One HTTP exchange, repeatable as it stands: body and idempotency key are made once. */
function createCall<T>({ url, options, callOptions, deadline }: Call, { path, body, ...reading }: Exchange<T>): () => Promise<T> {
  const init: RequestInit = {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'idempotency-key': callOptions.idempotencyKey ?? randomKey(),
      ...options.headers,
    },
    body: JSON.stringify(body),
    signal: deadline.signal,
    credentials: options.credentials ?? 'same-origin',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
  };
  return async () => {
    const ended = deadline.fault();
    if (ended) throw ended;
    try {
      // Looked up at each call, as a page may wrap `fetch` after this was created; called bare, as browsers insist.
      const fetch = options.fetch ?? globalThis.fetch;
      return await readAnswer(await fetch(url + path, init), reading);
    } catch (cause) {
      throw deadline.fault() ?? asUnreachable(cause);
    }
  };
}

async function withOneRepeat<T>(call: () => Promise<T>, deadline: Deadline): Promise<T> {
  try {
    return await call();
  } catch (fault) {
    const worthIt = fault instanceof AdapterError && fault.code === 'ADAPTER_UNREACHABLE';
    if (!worthIt) throw fault;
    await pause(deadline.signal);
    return call();
  }
}

/** Ends early when the signal does; the call that follows then says why. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pauseBeforeRepeat);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** What `fetch` throws names hosts and ports at most, never the body: safe to keep as the cause. */
function asUnreachable(cause: unknown): AdapterError {
  return cause instanceof AdapterError
    ? cause
    : new AdapterError('ADAPTER_UNREACHABLE', 'The index could not be reached', { cause });
}

async function readAnswer<T>(response: Response, { longest, read }: Pick<Exchange<T>, 'longest' | 'read'>): Promise<T> {
  const { status } = response;
  if (!response.ok) {
    // Not read: a problem document may quote what was sent. Cancelled, so that the connection is free again.
    await response.body?.cancel();
    throw gatewayStatuses.has(status)
      ? new AdapterError('ADAPTER_UNREACHABLE', `The index could not be reached: status ${status}`, { status })
      : new AdapterError('ADAPTER_REFUSED', `The index refused with status ${status}`, { status });
  }
  const answer = read(await readText(response, longest));
  if (answer === undefined) throw badAnswer(status);
  return answer;
}

/** No cause is kept: a JSON error quotes the text that it could not read. */
function badAnswer(status: number): AdapterError {
  return new AdapterError('ADAPTER_BAD_ANSWER', 'The answer is not one of a Customer Index', { status });
}

async function readText(response: Response, longest: number): Promise<string> {
  if (!response.body) throw badAnswer(response.status);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > longest) {
      await reader.cancel();
      throw badAnswer(response.status);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** `randomUUID` exists in secure contexts only; a council's test site on plain http has `getRandomValues`. */
function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
