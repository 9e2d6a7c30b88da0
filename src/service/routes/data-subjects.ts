/** What people may ask for of what is held about them: an export, and erasure. */
import { customerExportSchema, erasureAnswerSchema } from '../../protocol/data-subject-schemas.ts';
import { eraseCustomer, exportCustomer } from '../data-subjects.ts';
import { problem } from '../problem.ts';
import { answer, type Route } from '../route.ts';
import { customerIdParameter, decidingOn } from './about-customer.ts';

const shared = { access: { kind: 'trusted', permission: 'data-subjects' }, timeLimit: 60_000 } as const;
const described = {
  problems: ['customer-unknown', 'reason-missing'],
  parameters: { customerId: customerIdParameter },
} as const;

export const exportRoute: Route = {
  ...shared,
  method: 'GET',
  path: '/v1/customers/{customerId}/export',
  description: {
    ...described,
    operationId: 'exportCustomer',
    summary: 'Everything that is held about a customer, for the person who asks for it: values, cases, decisions, who looked.',
    answer: { status: 200, name: 'CustomerExport', schema: customerExportSchema },
  },
  handle: decidingOn(async (work, { customerId }) => {
    const whole = await exportCustomer(work, customerId);
    return whole === undefined ? problem('customer-unknown') : answer(200, whole);
  }),
};

export const erasureRoute: Route = {
  ...shared,
  method: 'POST',
  path: '/v1/customers/{customerId}/erasure',
  description: {
    ...described,
    operationId: 'eraseCustomer',
    summary: 'Erases a customer for good, but for the records of sources that a legal hold keeps. The audit trail stays whole.',
    answer: { status: 200, name: 'ErasureAnswer', schema: erasureAnswerSchema },
  },
  handle: decidingOn(async (work, { customerId }) => {
    const customer = await work.unit.findSurvivor(customerId);
    return customer === undefined ? problem('customer-unknown') : answer(200, await eraseCustomer(work, customer));
  }),
};
