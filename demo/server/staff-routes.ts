/** The caseworkers' pages. Open in the demo, and they say so; in a real council all of `/staff` sits behind sign-in. */
import type { Hono, MiddlewareHandler } from 'hono';
import { caseListPage } from '../pages/case-list-page.ts';
import { casePage } from '../pages/case-page.ts';
import { notFoundPage } from '../pages/problem-page.ts';
import type { Backend } from '../services/backend.ts';

/** Milliseconds that a caseworker waits for a submission under way. */
const patience = 3_000;

const longestList = 50;

export function addStaffRoutes(app: Hono, backends: readonly Backend[]): void {
  app.get('/staff', (context) => context.redirect('/staff/cases'));

  app.get('/staff/cases', (context) => {
    const cases = backends.flatMap(({ service, cases }) => cases.list().map((one) => ({ service, case: one })));
    const latest = cases.sort((one, other) => other.case.openedAt.localeCompare(one.case.openedAt)).slice(0, longestList);
    return context.html(caseListPage(latest).text);
  });

  app.get('/staff/cases/:caseNumber', async (context) => {
    const { caseNumber } = context.req.param();
    const backend = backends.find(({ cases }) => cases.find(caseNumber));
    const one = await backend?.settler.await(caseNumber, patience);
    if (!backend || !one) return context.html(notFoundPage().text, 404);
    return context.html(casePage(backend.service, one).text);
  });
}

/**
 * Staff are known by a session, which a browser adds to requests from any page; so what staff send must come from a page of
 * this origin. Browsers say so in `Sec-Fetch-Site`, older ones by `Origin` alone.
 */
export const fromOwnPagesOnly: MiddlewareHandler = async (context, next) => {
  const site = context.req.header('sec-fetch-site');
  const origin = context.req.header('origin');
  const isOwn =
    site === undefined ? origin === undefined || hostOf(origin) === context.req.header('host') : site === 'same-origin';
  if (context.req.method === 'POST' && !isOwn) return context.text('Not from this site', 403);
  return next();
};

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '');
