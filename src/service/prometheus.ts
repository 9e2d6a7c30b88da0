/**
 * The metrics as Prometheus reads them, on a port of their own: `GET /metrics`. For the operator's network, not the services'; loaded
 * only where that port is set, as it needs the package `prom-client`.
 */
import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { ConfigurationError } from '../protocol/error.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';

export interface PrometheusMetrics extends Metrics {
  /** The exposition format's text. */
  readonly write: () => Promise<string>;
}

/** Seconds: around the goals of TRUST and of the form, which waits four. */
const buckets = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 4, 15];

/** `store` is asked for the queue's length whenever the metrics are read. */
export function createPrometheusMetrics(store: Store): PrometheusMetrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const calls = new Counter({
    name: 'citizen_index_calls_total',
    help: 'Calls answered, by route, status and kind of problem',
    labelNames: ['route', 'method', 'status', 'problem'],
    registers,
  });
  const seconds = new Histogram({
    name: 'citizen_index_call_seconds',
    help: 'How long calls took',
    labelNames: ['route', 'method'],
    buckets,
    registers,
  });
  const outcomes = new Counter({
    name: 'citizen_index_submissions_total',
    help: 'Submissions, by outcome; repeat: the case was settled before',
    labelNames: ['service', 'outcome'],
    registers,
  });
  const searches = new Counter({
    name: 'citizen_index_searches_total',
    help: 'Searches, by the grade of the best candidate',
    labelNames: ['service', 'best'],
    registers,
  });
  const askQueue = addQueue(store, registers);
  return {
    answered: ({ route, method, status, milliseconds, problem = '' }) => {
      calls.inc({ route, method, status, problem });
      seconds.observe({ route, method }, milliseconds / 1000);
    },
    settled: (service, outcome) => outcomes.inc({ service, outcome }),
    searched: (service, best) => searches.inc({ service, best }),
    write: async () => {
      await askQueue();
      return register.metrics();
    },
  };
}

/** What the database knows; answers how to ask it again. */
function addQueue(store: Store, registers: Registry[]): () => Promise<void> {
  const databaseUp = new Gauge({
    name: 'citizen_index_database_up',
    help: '1 where the database answered when the metrics were read',
    registers,
  });
  const waiting = new Gauge({ name: 'citizen_index_open_review_tasks', help: 'Doubts that wait for a person', registers });
  return async () => {
    try {
      waiting.set(await store.transaction((unit) => unit.countOpenReviewTasks()));
      databaseUp.set(1);
    } catch {
      databaseUp.set(0);
    }
  };
}

/** Serves them until the server is closed. Rejects with a `ConfigurationError` where the port is taken. */
export function serveMetrics(metrics: PrometheusMetrics, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    void metrics.write().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(new ConfigurationError(`CITIZEN_ID_METRICS_PORT: cannot listen on ${host}:${port} (${error.code ?? error.name})`));
    });
    server.listen(port, host, () => resolve(server));
  });
}
