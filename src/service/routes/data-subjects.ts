/** What people may ask for of what is held about them: an export, and erasure. */
import { customerExportSchema, erasureAnswerSchema } from '../../protocol/data-subject-schemas.ts';
import { authorOf } from '../author.ts';
import { parseCustomerId } from '../customer-id.ts';
import { eraseCustomer, exportCustomer } from '../data-subjects.ts';
import { problem } from '../problem.ts';
import { answer, type Route } from '../route.ts';

const timeLimit = 60_000;
const customerId = 'As read aloud or typed: any case, with or without hyphens.';

export const exportRoute: Route = {
  method: 'GET',
  path: '/v1/customers/{customerId}/export',
  access: { kind: 'trusted', permission: 'data-subjects' },
  timeLimit,
  description: {
    operationId: 'exportCustomer',
    summary: 'Everything that is held about a customer, for the person who asks for it: values, cases, decisions, who looked.',
    answer: { status: 200, name: 'CustomerExport', schema: customerExportSchema },
    problems: ['customer-unknown', 'reason-missing'],
    parameters: { customerId },
  },
  handle: async (call, context) => {
    const by = authorOf(call);
    if ('kind' in by) return by;
    const asked = parseCustomerId(call.parameters['customerId'] ?? '');
    if (asked === undefined) return problem('customer-unknown');
    const whole = await context.store.transaction((unit) => exportCustomer({ context, unit }, asked));
    return whole === undefined ? problem('customer-unknown') : answer(200, whole);
  },
};

export const erasureRoute: Route = {
  method: 'POST',
  path: '/v1/customers/{customerId}/erasure',
  access: { kind: 'trusted', permission: 'data-subjects' },
  timeLimit,
  description: {
    operationId: 'eraseCustomer',
    summary: 'Erases a customer for good, but for the records of sources that a legal hold keeps. The audit trail stays whole.',
    answer: { status: 200, name: 'ErasureAnswer', schema: erasureAnswerSchema },
    problems: ['customer-unknown', 'reason-missing'],
    parameters: { customerId },
  },
  handle: async (call, context) => {
    const by = authorOf(call);
    if ('kind' in by) return by;
    const asked = parseCustomerId(call.parameters['customerId'] ?? '');
    if (asked === undefined) return problem('customer-unknown');
    return context.store.transaction(async (unit) => {
      const customer = await unit.findSurvivor(asked);
      return customer === undefined ? problem('customer-unknown') : answer(200, await eraseCustomer({ context, unit }, customer));
    });
  },
};
