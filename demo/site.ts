/** The pages and the backends behind them: all of the demo but the index. */
import type { Hono } from 'hono';
import { createApp } from './server/app.ts';
import { openBackend } from './services/backend.ts';
import { publicServices, staffService } from './services/services.ts';

export interface Site {
  readonly app: Hono;
  /** Takes all open cases to the index at once. */
  readonly hurry: () => void;
  readonly close: () => Promise<void>;
}

export interface SiteOptions {
  /** Holds the folders of the services. */
  readonly folder: string;
  readonly indexUrl: () => string | undefined;
  readonly tell: (sentence: string) => void;
}

export async function openSite(options: SiteOptions): Promise<Site> {
  const publicBackends = await Promise.all(publicServices.map((service) => openBackend(service, options)));
  const staffBackend = await openBackend(staffService, options);
  const backends = [...publicBackends, staffBackend];
  return {
    app: createApp({ ...options, publicBackends, staffBackend }),
    hurry: () => backends.forEach(({ settler }) => settler.hurry()),
    close: async () => void (await Promise.all(backends.map((backend) => backend.close()))),
  };
}
