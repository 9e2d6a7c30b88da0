/** `POST /v1/records`: records of source systems in, their customer IDs out. */
import { recordsAnswerSchema, recordsRequestSchema } from '../../protocol/schemas.ts';
import type { PointedIssue } from '../../protocol/problem.ts';
import type { RecordsRequest } from '../../protocol/records.ts';
import type { ServiceContext } from '../context.ts';
import { loadRecords } from '../load-records.ts';
import { problem, type Problem } from '../problem.ts';
import { checkShape } from '../request-shape.ts';
import { answer, readJson, type Answer, type Call, type Route } from '../route.ts';

export const recordsRoute: Route = {
  method: 'POST',
  path: '/v1/records',
  access: { kind: 'service', permission: 'records' },
  body: { schemas: { 'application/json': { name: 'RecordsRequest', schema: recordsRequestSchema } }, limit: 64 * 1024 * 1024 },
  timeLimit: 15 * 60_000,
  description: {
    operationId: 'loadRecords',
    summary:
      'Loads records of source systems. A bad value is left out with a warning, never the record; a repeat changes nothing.',
    answer: { status: 200, name: 'RecordsAnswer', schema: recordsAnswerSchema },
    problems: [],
  },
  handle,
};

async function handle(call: Call, context: ServiceContext): Promise<Answer | Problem> {
  if (call.service === undefined) return problem('credentials-required');
  const body = readJson(call.body);
  if (body === undefined) return problem('request-malformed');
  const checked = checkShape(recordsRequestSchema, body);
  if (!checked.ok) return problem('request-invalid', { issues: checked.issues });
  const repeated = findRepeated(checked.value);
  if (repeated) return problem('request-invalid', { detail: 'A record stands twice in this request.', issues: [repeated] });
  return answer(200, await loadRecords(context, { service: call.service, request: checked.value }));
}

/** Two versions of one record in one call: nobody could say which of them is the newer. */
function findRepeated({ source, records }: RecordsRequest): PointedIssue | undefined {
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    const name = JSON.stringify([record.source ?? source, record.recordId]);
    if (seen.has(name))
      return { code: 'request/repeated', path: `records.${index}.recordId`, pointer: `/records/${index}/recordId` };
    seen.add(name);
  }
  return undefined;
}
