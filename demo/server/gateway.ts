/**
 * The way from a page to the index through the page's own origin, so that `connect-src 'self'` is enough. It passes on one
 * route and a handful of headers, and adds credentials on the way of staff only.
 */
import type { Context, Handler } from 'hono';

export interface GatewayOptions {
  readonly indexUrl: () => string | undefined;
  /** Of the index's routes the one that it leads to; `/v1/resolutions` where absent. */
  readonly path?: '/v1/resolutions' | '/v1/match';
  /** Sent instead of the page's own, where the callers are staff. */
  readonly authorization?: string;
}

/** Longer than the form waits, so that it is the form that gives up, and the index may still finish. */
const timeLimit = 8_000;

/** What the index needs of the page's request; cookies and credentials are not among it. */
const passedOn = ['content-type', 'origin', 'idempotency-key'];

/** For `POST` at the path of the same name behind a page's own. */
export function createGateway(options: GatewayOptions): Handler {
  return async (context) => {
    const url = options.indexUrl();
    if (url === undefined) return unavailable(context);
    const headers = passedOn.flatMap((name): [string, string][] => {
      const value = context.req.header(name);
      return value === undefined ? [] : [[name, value]];
    });
    if (options.authorization !== undefined) headers.push(['authorization', options.authorization]);
    try {
      const answer = await fetch(url + (options.path ?? '/v1/resolutions'), {
        method: 'POST',
        headers,
        body: await context.req.text(),
        redirect: 'error',
        signal: AbortSignal.timeout(timeLimit),
      });
      return new Response(await answer.text(), {
        status: answer.status,
        headers: { 'content-type': answer.headers.get('content-type') ?? 'application/json', 'cache-control': 'no-store' },
      });
    } catch {
      return unavailable(context);
    }
  };
}

function unavailable(context: Context): Response {
  return context.body(JSON.stringify({ title: 'The Customer Index cannot be reached', status: 503 }), 503, {
    'content-type': 'application/problem+json',
  });
}
