/** `GET /healthz`: whether the index can do its work, database included. */
import { healthSchema } from '../../protocol/schemas.ts';
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
    await context.store.transaction((unit) => unit.isEmpty());
    return answer(200, { status: 'ok' });
  },
};
