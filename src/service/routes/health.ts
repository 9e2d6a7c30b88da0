/**
 * `GET /healthz`: whether the process and its database answer. `GET /readyz`: whether to send it calls, which ends a while before it
 * stops, so that whatever spreads the load can look elsewhere.
 */
import { healthSchema } from '../../protocol/schemas.ts';
import { problem } from '../problem.ts';
import { answer, type Route } from '../route.ts';

export const healthRoute: Route = {
  method: 'GET',
  path: '/healthz',
  access: { kind: 'anybody' },
  timeLimit: 3_000,
  description: {
    operationId: 'health',
    summary: 'Whether the index and its database answer.',
    answer: { status: 200, name: 'Health', schema: healthSchema },
    problems: [],
  },
  handle: async (_, context) => {
    await context.store.singly((unit) => unit.isEmpty());
    return answer(200, { status: 'ok' });
  },
};

export const readyRoute: Route = {
  ...healthRoute,
  path: '/readyz',
  description: {
    ...healthRoute.description,
    operationId: 'ready',
    summary: 'Whether the index takes calls: not while it is stopping.',
    problems: ['stopping'],
  },
  handle: async (call, context) => (context.isStopping() ? problem('stopping') : healthRoute.handle(call, context)),
};
