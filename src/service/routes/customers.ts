/** `GET /v1/customers/{customerId}`: one customer with all values, for services that may read them. */
import { customerViewSchema } from '../../protocol/schemas.ts';
import { parseCustomerId } from '../customer-id.ts';
import { problem } from '../problem.ts';
import { answer, type Route } from '../route.ts';
import { customerIdParameter } from './about-customer.ts';
import { viewCustomer } from '../view-customer.ts';

export const customersRoute: Route = {
  method: 'GET',
  path: '/v1/customers/{customerId}',
  access: { kind: 'trusted', permission: 'customers' },
  timeLimit: 5_000,
  description: {
    operationId: 'viewCustomer',
    summary: 'One customer: every value with its assurance, source and date.',
    answer: { status: 200, name: 'CustomerView', schema: customerViewSchema },
    problems: ['customer-unknown'],
    parameters: { customerId: customerIdParameter },
  },
  handle: async (call, context) => {
    const customerId = parseCustomerId(call.parameters['customerId'] ?? '');
    if (customerId === undefined)
      return problem('customer-unknown', { detail: 'This is no customer ID: a character was misread.' });
    if (call.caller === undefined) return problem('credentials-required');
    const view = await viewCustomer(context, call.caller, customerId);
    return view === undefined ? problem('customer-unknown') : answer(200, view);
  },
};
