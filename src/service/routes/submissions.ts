/** `POST /v1/submissions`: a case in, its customer ID out. */
import { settledSubmissionSchema, submissionRequestSchema, submittedFormSchema } from '../../protocol/schemas.ts';
import type { ServiceContext } from '../context.ts';
import { problem, type Problem } from '../problem.ts';
import { answer, readJson, type Answer, type Call, type Route } from '../route.ts';
import { settleSubmission, type Settlement } from '../settle.ts';
import { signAssertion } from '../signing.ts';
import { refuseVersion } from '../standard-version.ts';
import { readFormSubmission, readJsonSubmission } from '../submission-content.ts';

export const submissionsRoute: Route = {
  method: 'POST',
  path: '/v1/submissions',
  access: { kind: 'service', permission: 'submission' },
  body: {
    schemas: {
      'application/json': { name: 'SubmissionRequest', schema: submissionRequestSchema },
      'application/x-www-form-urlencoded': { name: 'SubmittedForm', schema: submittedFormSchema },
    },
    limit: 64 * 1024,
  },
  timeLimit: 15_000,
  description: {
    operationId: 'submit',
    summary: 'Settles one case of a service: who it is about. The same case with the same content gets the same answer.',
    answer: { status: 200, name: 'SettledSubmission', schema: settledSubmissionSchema },
    query: { assertion: '"jwt": the answer also has a signed assertion about the case, for handing on.' },
    problems: ['standard-version-refused', 'case-conflict', 'submission-invalid', 'reference-refused', 'reference-expired'],
  },
  handle,
};

async function handle(call: Call, context: ServiceContext): Promise<Answer | Problem> {
  if (call.service === undefined) return problem('credentials-required');
  if ((call.query['assertion'] ?? 'jwt') !== 'jwt') return problem('request-invalid', { detail: 'assertion may be "jwt".' });
  const isForm = call.contentType === 'application/x-www-form-urlencoded';
  const body = isForm ? undefined : readJson(call.body);
  if (!isForm && body === undefined) return problem('request-malformed');
  const content = isForm ? readFormSubmission(call.body) : readJsonSubmission(body);
  if (!content.ok) return problem('request-invalid', { issues: content.issues });
  const outdated = refuseVersion(content.value.standardVersion);
  if (outdated) return outdated;
  const settlement = await settleSubmission(context, { service: call.service, content: content.value });
  if (settlement.kind !== 'settled') return refusalOf(settlement);
  context.metrics.settled(call.service.id, settlement.outcome);
  if (call.query['assertion'] === undefined) return { status: 200, json: settlement.answer };
  const settled = settledSubmissionSchema.parse(JSON.parse(settlement.answer));
  const { caseReference } = content.value;
  const assertion = await signAssertion(context, { service: call.service.id, caseReference, settled });
  return answer(200, { ...settled, assertion });
}

function refusalOf(settlement: Exclude<Settlement, { kind: 'settled' }>): Problem {
  switch (settlement.kind) {
    case 'invalid':
      return problem('submission-invalid', { outcome: 'invalid', issues: settlement.issues });
    case 'case-conflict':
      return problem('case-conflict');
    case 'reference-refused':
      return problem('reference-refused', { issues: [{ code: 'reference/refused', path: '', pointer: '/reference' }] });
    case 'reference-expired':
      return problem('reference-expired', { issues: [{ code: 'reference/expired', path: '', pointer: '/reference' }] });
  }
}
