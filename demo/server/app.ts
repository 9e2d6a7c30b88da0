/** All routes of the demo on one port: two services for residents, the staff pages, the ways to the index, and the assets. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { notFoundPage, problemPage } from '../pages/problem-page.ts';
import type { Backend } from '../services/backend.ts';
import { findAddresses } from './address-route.ts';
import { createGateway } from './gateway.ts';
import { securityHeaders } from './security-headers.ts';
import { addServiceRoutes } from './service-routes.ts';
import { addStaffRoutes, fromOwnPagesOnly } from './staff-routes.ts';
import { serveAsset, serveLook } from './static-files.ts';

export interface AppOptions {
  readonly publicBackends: readonly Backend[];
  /** The backend of what staff fill in for a caller; its credentials may learn the customer ID at once. */
  readonly staffBackend: Backend;
  readonly indexUrl: () => string | undefined;
  readonly tell: (sentence: string) => void;
}

const longestBody = 64 * 1024;

export function createApp({ publicBackends, staffBackend, indexUrl, tell }: AppOptions): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  app.use(
    bodyLimit({ maxSize: longestBody, onError: (context) => context.html(problemPage('What you sent is too long.').text, 413) }),
  );
  app.use('/staff/*', fromOwnPagesOnly);

  app.post('/index/v1/resolutions', createGateway({ indexUrl }));
  const authorization = basic(staffBackend);
  app.post('/staff/index/v1/resolutions', createGateway({ indexUrl, authorization }));
  app.post('/staff/index/v1/match', createGateway({ indexUrl, authorization, path: '/v1/match' }));
  app.post('/addresses', findAddresses);
  app.get('/assets/citizen-id-form.css', serveLook);
  app.get('/assets/:file', serveAsset);

  for (const backend of publicBackends) {
    addServiceRoutes(app, backend, { indexPath: '/index', scripts: ['form'], isForStaff: false });
  }
  addServiceRoutes(app, staffBackend, { indexPath: '/staff/index', scripts: ['form', 'new-case'], isForStaff: true });
  addStaffRoutes(app, [...publicBackends, staffBackend]);

  app.notFound((context) => context.html(notFoundPage().text, 404));
  app.onError((error, context) => {
    // By name only: a message may quote what was sent.
    tell(`A page could not be made: ${error.name}`);
    return context.html(problemPage('Your answers have not been sent. Try again later.').text, 500);
  });
  return app;
}

function basic({ service, secret }: Backend): string {
  return `Basic ${Buffer.from(`${service.id}:${secret}`).toString('base64')}`;
}
