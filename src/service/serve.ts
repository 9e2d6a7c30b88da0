/**
 * Serves an open store over HTTP: checks that the database belongs to this secret, listens, purges what has expired, and stops.
 * Apart from start.ts, so that all of this is loaded while the database opens.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { ConfigurationError } from '../protocol/error.ts';
import type { Store } from '../store/store.ts';
import { createApp } from './app.ts';
import type { Audit } from './audit.ts';
import { targetWindow } from './budgets.ts';
import { applyRetention } from './data-subjects.ts';
import type { Configuration } from './configuration.ts';
import type { ServiceContext } from './context.ts';
import { describeError, type Log } from './log.ts';
import { openContext, type OpenedContext } from './open-context.ts';
import type { RunningIndex } from './start.ts';

const purgeInterval = 60_000;
/** How long another process may not know what this one counted. */
const settleInterval = 5_000;
/** An index does not change its size much faster. */
const countInterval = 60_000;
/** What was noted in so many milliseconds before a kill is checked entry by entry, but a missing one could not be told. */
const sealInterval = 2_000;
/** How long other systems may stay away without missing a change: thirty days. */
const eventLifetime = 30 * 86_400_000;
const patience = 10_000;
/** A body that trickles in slower than this is cut off, so that slow senders cannot hold all connections (OWASP: slow body). */
const longestRequest = 120_000;

/** Checks what it was given, and listens. Closes the store where that fails. Throws `ConfigurationError` or `StoreError`. */
export async function serveStore(opening: Promise<Store>, configuration: Configuration, log: Log): Promise<RunningIndex> {
  const context = await openContext(opening, configuration, log);
  try {
    const metricsServer = await listenForMetrics(context, configuration);
    const server = await listen(context, configuration);
    const purging = setInterval(() => void purge(context), purgeInterval).unref();
    const settling = setInterval(() => void settle(context), settleInterval).unref();
    const counting = setInterval(() => void countPopulation(context), countInterval).unref();
    const auditing = setInterval(() => void sealAudit(context.audit, log), sealInterval).unref();
    const stop = async () => {
      context.beginToStop();
      await pause(configuration.drainTime);
      metricsServer?.close();
      clearInterval(auditing);
      clearInterval(counting);
      clearInterval(purging);
      clearInterval(settling);
      await close(server);
      await sealAudit(context.audit, log);
      await context.store.close();
    };
    return { url: urlOf(server, configuration.host), reloadRegistry: context.reloadRegistry, stop };
  } catch (error) {
    await context.store.close();
    throw error;
  }
}

async function listenForMetrics(
  { prometheus }: OpenedContext,
  { host, metricsPort }: Configuration,
): Promise<Server | undefined> {
  if (prometheus === undefined || metricsPort === undefined) return undefined;
  const { serveMetrics } = await import('./prometheus.ts');
  return serveMetrics(prometheus, host, metricsPort);
}

async function countPopulation({ countPopulation: count, log }: OpenedContext): Promise<void> {
  try {
    await count();
  } catch (error) {
    log({ event: 'failed', ...describeError(error) });
  }
}

/** The log carries the checkpoint out of the database: whoever cuts off the end of the trail there cannot change it here. */
async function sealAudit(audit: Audit, log: Log): Promise<void> {
  try {
    const checkpoint = await audit.seal();
    if (checkpoint !== undefined) log({ event: 'audit-sealed', checkpoint });
  } catch (error) {
    log({ event: 'failed', ...describeError(error) });
  }
}

function listen(context: ServiceContext, { host, port }: Configuration): Promise<Server> {
  const app = createApp(context);
  return new Promise((resolve, reject) => {
    const serverOptions = { requestTimeout: longestRequest, headersTimeout: 10_000 };
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions }, () => resolve(httpServer(server)));
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(new ConfigurationError(`Cannot listen on ${host}:${port} (${error.code ?? error.name})`));
    });
  });
}

/** The helper may serve HTTP/2 as well; it was not asked to. */
function httpServer(server: ReturnType<typeof serve>): Server {
  if (!('closeIdleConnections' in server)) throw new TypeError('An HTTP/1.1 server was expected');
  return server;
}

function urlOf(server: Server, host: string): string {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Expired identities go for good. A database that is away now is asked again in a minute. */
async function purge(context: ServiceContext): Promise<void> {
  try {
    const count = await context.store.transaction(async (unit) => {
      const now = context.now();
      await unit.purgeSpending(new Date(now.getTime() - targetWindow));
      await unit.purgeCustomerEvents(new Date(now.getTime() - eventLifetime));
      return unit.purgeResolutions(now);
    });
    const outdated = await applyRetention(context);
    if (count + outdated > 0) context.log({ event: 'purged', count: count + outdated });
  } catch (error) {
    context.log({ event: 'failed', ...describeError(error) });
  }
}

async function settle(context: ServiceContext): Promise<void> {
  try {
    await context.ledger.settle();
  } catch (error) {
    context.log({ event: 'failed', ...describeError(error) });
  }
}
