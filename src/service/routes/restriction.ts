/** `POST /v1/customers/{customerId}/restriction`: marks a person at risk, or takes the mark away. */
import { restrictionSchema } from '../../protocol/match-schemas.ts';
import type { ServiceContext } from '../context.ts';
import { parseCustomerId } from '../customer-id.ts';
import { problem, type Problem } from '../problem.ts';
import { checkShape } from '../request-shape.ts';
import { answer, readJson, type Answer, type Call, type Route } from '../route.ts';
import { customerIdParameter } from './about-customer.ts';

export const restrictionRoute: Route = {
  method: 'POST',
  path: '/v1/customers/{customerId}/restriction',
  access: { kind: 'trusted', permission: 'restricted-people' },
  body: { schemas: { 'application/json': { name: 'Restriction', schema: restrictionSchema } }, limit: 1024 },
  timeLimit: 5_000,
  description: {
    operationId: 'restrict',
    summary:
      'Says what searches and reads keep back of a customer at risk. How their own submissions are linked is never touched.',
    answer: { status: 200, name: 'Restriction', schema: restrictionSchema },
    problems: ['customer-unknown'],
    parameters: { customerId: customerIdParameter },
  },
  handle,
};

async function handle({ body, parameters }: Call, context: ServiceContext): Promise<Answer | Problem> {
  const json = readJson(body);
  if (json === undefined) return problem('request-malformed');
  const checked = checkShape(restrictionSchema, json);
  if (!checked.ok) return problem('request-invalid', { issues: checked.issues });
  const customerId = parseCustomerId(parameters['customerId'] ?? '');
  if (customerId === undefined) return problem('customer-unknown');
  const isKnown = await context.store.transaction(async (unit) => {
    const survivor = await unit.findSurvivor(customerId);
    if (survivor === undefined) return false;
    await unit.setRestriction({ ...checked.value, customerId: survivor.customerId, setAt: context.now() });
    return true;
  });
  return isKnown ? answer(200, checked.value) : problem('customer-unknown');
}
