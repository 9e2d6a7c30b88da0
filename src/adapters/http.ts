/**
 * Reaches a Customer Index over HTTP: `POST {url}/v1/resolutions`, and for trusted callers `POST {url}/v1/match`. Runs in browsers and on servers, with nothing but `fetch`.
 * Not the place for waiting strategies of the form: one call, one time limit, at most one repeat.
 */
import type { CustomerIndex } from '../protocol/customer-index.ts';
import type { Resolution } from '../protocol/resolution.ts';
import type { MatchGrade } from '../standard/match-evidence.ts';
import { createExchange, type HttpIndexOptions } from './exchange.ts';

export type { HttpIndexOptions } from './exchange.ts';

/**
 * A {@link CustomerIndex} over HTTP. A network fault and the statuses 502, 503 and 504 are repeated once, under the same
 * idempotency key, within the same time limit. Throws `ConfigurationError` on a URL or time limit that cannot work.
 */
export function createHttpIndex(options: HttpIndexOptions): CustomerIndex {
  const exchange = createExchange(options);
  return {
    resolve: (request, callOptions) =>
      exchange({ path: '/v1/resolutions', body: request, longest: longestResolution, read: parseResolution }, callOptions),
    /** Refused by an index that this caller is a stranger to: for a host's gateway that adds credentials, or a server with its own. */
    async findCandidates({ profile, standardVersion, identity }, callOptions) {
      const { parseCandidates } = await import('./http-candidates.ts');
      const body = { profile, standardVersion, identity };
      return exchange({ path: '/v1/match', body, longest: longestCandidates, read: parseCandidates }, callOptions);
    },
  };
}

/** In bytes: more than a resolution, or ten candidates, need; less than would harm a page that a broken proxy answers. */
const longestResolution = 64 * 1024;
const longestCandidates = 256 * 1024;

const grades: ReadonlySet<string> = new Set<MatchGrade>(['certain', 'probable', 'possible', 'certainly-not']);

/** By hand instead of zod, whose weight every page would carry for four properties. What it does not know it drops. */
function parseResolution(text: string): Resolution | undefined {
  const answer = parseObject(text);
  if (!answer) return undefined;
  const { reference, expiresAt, customerId, grade } = answer;
  if (!isFilled(reference) || !isFilled(expiresAt) || Number.isNaN(Date.parse(expiresAt))) return undefined;
  if (customerId !== undefined && !isFilled(customerId)) return undefined;
  if (grade !== undefined && !isGrade(grade)) return undefined;
  return { reference, expiresAt, ...(customerId === undefined ? {} : { customerId }), ...(grade === undefined ? {} : { grade }) };
}

function parseObject(text: string): Partial<Record<keyof Resolution, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 512;
const isGrade = (value: unknown): value is MatchGrade => typeof value === 'string' && grades.has(value);
