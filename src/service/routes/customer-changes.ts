/** What has become of customers and cases, and how a wrong merge or split is put right. Merging itself goes through review.ts. */
import { caseOwnerSchema, changeViewSchema, customerHistorySchema, splitRequestSchema } from '../../protocol/review-schemas.ts';
import { authorOf } from '../author.ts';
import { splitCustomer, undoChange, type Changed } from '../customer-changes.ts';
import { viewChange, viewHistory } from '../customer-history.ts';
import { parseCustomerId } from '../customer-id.ts';
import { problem, type Problem } from '../problem.ts';
import { checkShape } from '../request-shape.ts';
import { answer, readJson, type Answer, type Route } from '../route.ts';
import { customerIdParameter, decidingOn } from './about-customer.ts';
import { readUuid } from './review.ts';

const timeLimit = 10_000;
const limit = 64 * 1024;

export const historyRoute: Route = {
  method: 'GET',
  path: '/v1/customers/{customerId}/history',
  access: { kind: 'trusted', permission: 'review' },
  timeLimit,
  description: {
    operationId: 'viewCustomerHistory',
    summary: 'Which records came to a customer, why, what was merged and split, and which cases are the customer’s now.',
    answer: { status: 200, name: 'CustomerHistory', schema: customerHistorySchema },
    problems: ['customer-unknown'],
    parameters: { customerId: customerIdParameter },
  },
  handle: async (call, context) => {
    const asked = parseCustomerId(call.parameters['customerId'] ?? '');
    const history = asked && (await context.store.transaction((unit) => viewHistory(unit, asked)));
    return history ? answer(200, history) : problem('customer-unknown');
  },
};

export const splitRoute: Route = {
  method: 'POST',
  path: '/v1/customers/{customerId}/splits',
  access: { kind: 'trusted', permission: 'review' },
  timeLimit,
  body: { schemas: { 'application/json': { name: 'SplitRequest', schema: splitRequestSchema } }, limit },
  description: {
    operationId: 'splitCustomer',
    summary:
      'Gives some of a customer’s records, and their cases, a customer of their own. Matching keeps the two apart from then on.',
    answer: { status: 201, name: 'ChangeView', schema: changeViewSchema },
    problems: ['customer-unknown', 'customer-changed', 'split-impossible', 'reason-missing'],
    parameters: { customerId: customerIdParameter },
  },
  handle: decidingOn(async (work, { customerId, by }, call) => {
    const checked = checkShape(splitRequestSchema, readJson(call.body));
    if (!checked.ok) return problem('request-invalid', { issues: checked.issues });
    const { recordIds, version } = checked.value;
    const customer = await work.unit.findSurvivor(customerId);
    if (customer === undefined) return problem('customer-unknown');
    if (customer.version !== version) return problem('customer-changed', { detail: `It is at version ${customer.version}.` });
    return told(await splitCustomer(work, { customer, recordIds, by }));
  }),
};

export const undoRoute: Route = {
  method: 'POST',
  path: '/v1/changes/{changeId}/undo',
  access: { kind: 'trusted', permission: 'review' },
  timeLimit,
  description: {
    operationId: 'undoChange',
    summary: 'Takes a merge or a split back. What came to the customer since then stays with it.',
    answer: { status: 201, name: 'ChangeView', schema: changeViewSchema },
    problems: ['change-unknown', 'change-superseded', 'reason-missing'],
    parameters: { changeId: 'As the customer’s history has it.' },
  },
  handle: async (call, context) => {
    const by = authorOf(call);
    if ('kind' in by) return by;
    const changeId = readUuid(call.parameters['changeId']);
    if (changeId === undefined) return problem('change-unknown');
    return context.store.transaction(async (unit) => told(await undoChange({ context, unit }, changeId, by)));
  },
};

export const caseRoute: Route = {
  method: 'GET',
  path: '/v1/cases/{caseReference}',
  access: { kind: 'service', permission: 'submission' },
  timeLimit,
  description: {
    operationId: 'viewCase',
    summary: 'Whose one of the service’s own cases is now, after whatever was merged or split since it was submitted.',
    answer: { status: 200, name: 'CaseOwner', schema: caseOwnerSchema },
    problems: ['case-unknown'],
    parameters: { caseReference: 'As it was submitted.' },
  },
  handle: async (call, context) => {
    const { service } = call;
    const caseReference = call.parameters['caseReference'] ?? '';
    // What no case was ever submitted under, since the schema refuses it there.
    if (service === undefined || /[\u0000\p{Cs}]/u.test(caseReference)) return problem('case-unknown');
    return context.store.transaction(async (unit) => {
      const submission = await unit.findSubmission(service.id, caseReference);
      if (submission === undefined) return problem('case-unknown');
      const owner = await unit.customerOf(submission.recordId);
      const { customerId: answeredCustomerId } = submission;
      return answer(200, { caseReference, answeredCustomerId, customerId: owner ?? answeredCustomerId });
    });
  },
};

function told(changed: Changed | Problem): Answer | Problem {
  return 'kind' in changed ? changed : answer(201, viewChange(changed.change));
}
