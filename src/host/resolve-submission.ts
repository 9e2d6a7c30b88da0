/**
 * The one call of a service's backend: hands the index what its form submitted, and gets the customer ID. A thin client of
 * `POST /v1/submissions`; nothing here matches or validates, and any language can do the same with one HTTP request.
 */
import { AdapterError, ConfigurationError } from '../protocol/error.ts';
import type { SettledSubmission, SubmissionRequest, SubmissionResult } from '../protocol/submission.ts';
import type { FieldName } from '../standard/identity.ts';
import type { Issue } from '../standard/issue.ts';
import { standardVersion } from '../standard/version.ts';
import type { ServiceCredentials } from './service-credentials.ts';
import { pickElementEntries, type SubmittedEntries } from './submitted-entries.ts';

export interface SubmissionOptions {
  /** Address of the Customer Index: `https://index.example`. */
  readonly index: string;
  /** Public id of the service, as registered. */
  readonly service: string;
  /** One of the two: its secret, or what signs for it (`createServiceCredentials`). */
  readonly secret?: string;
  readonly credentials?: ServiceCredentials;
  /** Asks for a signed assertion about the case too, to hand on to another system. */
  readonly assertion?: boolean;
  /** The service's own number for this case: repeats under the same one give the same answer. */
  readonly caseReference: string;
  /** The element's `name` in the page; `customer` where absent. */
  readonly elementName?: string;
  /** As in the page's element; the profile's where absent. */
  readonly requiredFields?: readonly FieldName[];
  /** Milliseconds to wait for the index; 10,000 where absent. No resident should wait for this call at all. */
  readonly timeLimit?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** The index was not reached, or could not answer now. Keep the case and call `retry` later: it cannot count twice. */
export interface DeferredSubmission {
  readonly outcome: 'deferred';
  /** Why. Holds no personal data. */
  readonly fault: AdapterError;
  readonly retry: () => Promise<SubmissionOutcome>;
}

export type SubmissionOutcome = SubmissionResult | DeferredSubmission;

/**
 * Hands one submitted form to the index. Resolves to the customer ID with its outcome and grade, to `invalid` with the
 * issues of what was typed, or to `deferred`. Never show a resident any of these but the issues.
 * Throws `ConfigurationError` where no retry could help: wrong credentials or address, a case reference used twice.
 */
export async function resolveSubmission(entries: SubmittedEntries, options: SubmissionOptions): Promise<SubmissionOutcome> {
  const { reference, fields: submitted } = pickElementEntries(entries, options.elementName ?? 'customer');
  const fields = Object.fromEntries(Object.entries(submitted).filter(([entry]) => !isOfHost(entry)));
  const request: SubmissionRequest = {
    caseReference: options.caseReference,
    ...(reference === undefined ? {} : { reference }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    ...(options.requiredFields === undefined ? {} : { requiredFields: options.requiredFields.join(' ') }),
    standardVersion,
  };
  return send(request, options);
}

/** A helper's own answers, and what staff chose, are the host's: the index is told of the person alone. */
const isOfHost = (entry: string): boolean => /^(?:helper\.|actingFor$|candidate$)/u.test(entry);

async function send(request: SubmissionRequest, options: SubmissionOptions): Promise<SubmissionOutcome> {
  try {
    return readResult(await post(request, options), options);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { outcome: 'deferred', fault: error, retry: () => send(request, options) };
  }
}

async function post(request: SubmissionRequest, options: SubmissionOptions): Promise<{ status: number; body: unknown }> {
  const address = submissionAddress(options);
  const authorization = await authorizationOf(options);
  const signal = AbortSignal.timeout(options.timeLimit ?? 10_000);
  const fetch = options.fetch ?? globalThis.fetch;
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        authorization,
        'content-type': 'application/json',
      },
      body: JSON.stringify(request),
      redirect: 'error',
      signal,
    });
    return { status: response.status, body: asJson(await response.text()) };
  } catch (cause) {
    if (signal.aborted) throw new AdapterError('ADAPTER_TIMEOUT', 'The index did not answer in time');
    throw new AdapterError('ADAPTER_UNREACHABLE', 'The index could not be reached', { cause });
  }
}

async function authorizationOf({ service, secret, credentials }: SubmissionOptions): Promise<string> {
  if (credentials !== undefined) return credentials.authorization();
  if (secret === undefined) throw new ConfigurationError('secret or credentials must be given');
  return `Basic ${Buffer.from(`${service}:${secret}`).toString('base64')}`;
}

function submissionAddress({ index, assertion }: SubmissionOptions): string {
  if (!/^https?:\/\/[^/]/i.test(index)) throw new ConfigurationError('index must be an http or https address');
  return `${index.replace(/\/+$/, '')}/v1/submissions${assertion === true ? '?assertion=jwt' : ''}`;
}

/** Undefined for anything that is not JSON. The parser's own error would quote the text. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Statuses that only a change of configuration or code can mend, in words for who must do it. */
const mistakes: Readonly<Record<number, (options: SubmissionOptions) => string>> = {
  400: () => 'The index could not read the submission: is this the address of a Customer Index of the same version?',
  401: ({ service }) => `The index does not know the service "${service}" by this secret`,
  403: ({ service }) => `The service "${service}" is registered without the permission "submission"`,
  404: () => 'There is no submission route at this address: is `index` the address of a Customer Index?',
  405: () => 'There is no submission route at this address: is `index` the address of a Customer Index?',
  409: () => 'This case reference was already submitted with other content: give every case its own',
  413: () => 'The submitted entries are longer than the index accepts',
  415: () => 'The index does not take JSON: is this the address of a Customer Index of the same version?',
};

function readResult({ status, body }: { status: number; body: unknown }, options: SubmissionOptions): SubmissionResult {
  const mistake = mistakes[status];
  if (mistake) throw new ConfigurationError(mistake(options));
  if (status === 422 && isObject(body)) return { outcome: 'invalid', issues: readIssues(body['issues']) };
  if (status === 200 && isSettled(body)) return body;
  if (status === 200) throw new AdapterError('ADAPTER_BAD_ANSWER', 'The answer is not a submission result', { status });
  throw new AdapterError('ADAPTER_REFUSED', `The index answered with status ${status}`, { status });
}

/** A refused reference names no field: it becomes an issue about the whole element. */
function readIssues(value: unknown): readonly Issue[] {
  const issues = Array.isArray(value) ? value.filter(isIssue) : [];
  return issues.length > 0 ? issues : [{ code: 'reference/refused', path: '' }];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isIssue = (value: unknown): value is Issue =>
  isObject(value) && typeof value['code'] === 'string' && value['code'].includes('/') && typeof value['path'] === 'string';

const outcomes: readonly unknown[] = ['existing', 'new', 'review', 'insufficient'];

/** Enough to know a Customer Index by; the rest is taken at its word, as it was authenticated by address. */
function isSettled(value: unknown): value is SettledSubmission {
  if (!isObject(value)) return false;
  const { customerId, grade, identity } = value;
  return (
    typeof customerId === 'string' &&
    customerId !== '' &&
    outcomes.includes(value['outcome']) &&
    isObject(identity) &&
    typeof grade === 'string'
  );
}
