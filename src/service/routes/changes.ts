/** `GET /v1/changes`: which customers have changed, in order and none left out, for systems that keep copies. Tells no values. */
import { customerChangeListSchema } from '../../protocol/data-subject-schemas.ts';
import type { EventPlace } from '../../store/events.ts';
import { problem } from '../problem.ts';
import { answer, type Route } from '../route.ts';

const usualPage = 200;
const longestPage = 1_000;

export const changesRoute: Route = {
  method: 'GET',
  path: '/v1/changes',
  access: { kind: 'service', permission: 'changes' },
  timeLimit: 10_000,
  description: {
    operationId: 'listChanges',
    summary:
      'Which customers have changed since a place in the list; kept for thirty days. The same customer may come more than once.',
    answer: { status: 200, name: 'CustomerChangeList', schema: customerChangeListSchema },
    problems: ['request-invalid'],
    query: { after: 'The `next` of the last answer; absent for the beginning.', limit: 'At most 1,000; 200 where absent.' },
  },
  handle: async ({ query }, context) => {
    const { after, limit = String(usualPage) } = query;
    const place = after === undefined ? undefined : readPlace(after);
    const isGood = /^\d{1,4}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= longestPage;
    if (!isGood || (after !== undefined && place === undefined)) return problem('request-invalid');
    const events = await context.store.singly((unit) => unit.listCustomerEvents(place, Number(limit)));
    const last = events.at(-1);
    const changes = events.map(({ customerId, operation, occurredAt }) => ({
      customerId,
      operation,
      changedAt: occurredAt.toISOString(),
    }));
    return answer(200, {
      changes,
      ...(last ? { next: `${last.transaction}.${last.eventId}` } : { ...(after && { next: after }) }),
    });
  },
};

function readPlace(text: string): EventPlace | undefined {
  const [, transaction, eventId] = /^(\d{1,19})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  return transaction === undefined || eventId === undefined ? undefined : { transaction, eventId };
}
