/** The headers that every answer of the demo carries, whatever it is. */
import type { MiddlewareHandler } from 'hono';

/** As strict as a page can be that runs a script at all: no inline script or style, nothing from elsewhere, Trusted Types. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** Pages hold what residents typed, so nothing is kept by a cache unless its route says so. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
  if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
};
